"""The glossary: terms of the course in a few plain sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from learning.course.model import Source
from learning.course.words import Words


@dataclass(frozen=True, slots=True)
class Note:
    """What one country calls or does differently; `id` is the country, as in `Source`."""

    id: str
    text: Words
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """`also` holds other names and forms, divided by "|"; `lesson` is where the course speaks
    of it."""

    id: str
    name: Words
    meaning: Words
    also: Words
    lesson: str
    sources: tuple[Source, ...]
    notes: tuple[Note, ...] = ()

    def notes_for(self, country: str | None) -> tuple[Note, ...]:
        """Those of the reader's country; who belongs to none sees all."""
        return tuple(note for note in self.notes if country in (None, note.id))

    def spellings(self) -> Iterator[str]:
        """Every name and form in every language."""
        yield from self.name.every()
        for forms in self.also.every():
            yield from (form.strip() for form in forms.split("|"))
