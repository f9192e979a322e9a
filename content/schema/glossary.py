"""Terms of the glossary, as they are written in the file of their theme."""

from typing import Annotated

from pydantic import Field, StringConstraints

from content.schema.fields import Country, Id, Part, Text
from content.schema.lesson import Source

# "<lesson>.<source>" as the lesson explains it, or the id of a source of this file.
NamedSource = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)?$")]
Cited = Annotated[list[NamedSource], Field(min_length=1)]


class Note(Part):
    """What one country calls or does differently; its id is the country."""

    id: Country
    text: Text
    sources: Cited


class Term(Part):
    """`also` holds other names and forms, divided by "|"; `lesson` is where the course speaks
    of it."""

    id: Id
    name: Text
    meaning: Text
    also: Text
    lesson: Id
    sources: Cited
    notes: list[Note] = []


class Theme(Part):
    terms: Annotated[list[Term], Field(min_length=1)]
    sources: list[Source] = []
