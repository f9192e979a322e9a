"""What the readers of an announcement may choose from: the same answers in each language. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from learning.announcements.model import LONGEST_OPTION, MOST_OPTIONS, Version

Versions = Mapping[str, Version]


def read_options(text: str) -> tuple[str, ...] | None:
    """One a line, without the dashes and numbers people put before them; None for too few, too
    many or too long ones."""
    lines = (line.strip().lstrip("-•*").strip() for line in text.splitlines())
    options = tuple(line for line in lines if line)
    fits = all(len(option) <= LONGEST_OPTION for option in options)
    return options if 2 <= len(options) <= MOST_OPTIONS and fits else None


def answered(versions: Versions, language: str, options: tuple[str, ...]) -> Versions | None:
    """The versions with these answers in one language. Another number of them than before takes
    the others' away, to be asked for anew; None for another number than the others wait for."""
    before = versions.get(language)
    if before is None:
        return None
    numbers = {len(each.options) for at, each in versions.items() if at != language} - {0}
    differs = bool(numbers) and numbers != {len(options)}
    if differs and not before.options:
        return None
    others = (
        {at: replace(each, options=()) for at, each in versions.items()} if differs else versions
    )
    return {**others, language: replace(before, options=options)}


def lacking(versions: Versions) -> str | None:
    """The next language whose text needs the answers that another one has; None for none."""
    without = (at for at, each in versions.items() if not each.options)
    return next(without, None) if any(each.options for each in versions.values()) else None
