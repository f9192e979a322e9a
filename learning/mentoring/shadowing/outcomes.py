"""What is true after an act about a day of job shadowing. Names and texts are read at the moment of
speaking, for `person`, the reader."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ShadowingShown:
    """As it is being planned, as it is agreed, or what became of it."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class DaysOffered:
    """`days` are ISO dates; the `page` before and after may be asked for."""

    turn: int
    person: int
    days: tuple[str, ...]
    page: int


@dataclass(frozen=True, slots=True)
class SlotsOffered:
    """`slots` begin at these minutes of the day and end at those."""

    turn: int
    person: int
    slots: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DayGoalAsked:
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class CallOffOffered:
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class DayTold:
    """Agreed, moved, called off: with a file for the calendar."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class DayNews:
    """A push: the other one proposed a day or accepted it, moved it or called it off."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class DayBefore:
    """A push: it is soon, and what to bring."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class TryingReminded:
    """A push: what the reader wanted to have tried by then, as they wrote it after that `day`."""

    turn: int
    person: int
    day: int
    by_when: date


@dataclass(frozen=True, slots=True)
class NoteShown:
    """As far as it is written; also a push."""

    turn: int
    person: int
    note: int
