"""What a word of time may mean, and how each language's words are told."""

from enum import Enum

from dialogue.numerals import Named


class Kind(Enum):
    NUMBER = "number"
    HALF = "half"
    QUARTER = "quarter"
    PAST = "past"  # ten past eight
    TO = "to"  # ten to eight; Monday to Friday
    AND = "and"  # eight and a half (el, es)
    MINUS = "minus"  # nine minus a quarter (el, es)
    AT = "at"
    OCLOCK = "o'clock"
    PART = "part of the day"
    NOON = "noon"
    MIDNIGHT = "midnight"
    INSTEAD = "instead"
    UNSUITED = "unsuited"
    NOT = "not"
    BUT = "but"
    ALSO = "also"
    DAYS = "weekdays"
    MONTH = "month"
    MINUTES = "unit in minutes"
    DAY_UNIT = "unit in days"
    UNTIL = "until"
    DATE = "the day of a month"  # "the", before a number
    NEXT = "next"
    TODAY = "today"
    AHEAD = "days ahead"
    WEEK_END = "end of this week"
    MONTH_END = "end of this month"
    END = "end of, before a month"
    FROM = "from"
    AFTER = "after"
    EASTER = "Easter"
    INCLUDED = "that day, too"
    WEEK_AHEAD = "next week"
    MONTH_AHEAD = "next month"
    PLURAL = "some"
    OTHER = "none of these, though a part of it would be"
    CLOCK = "hour and minute"  # from here on read from digits, see dialogue/tokens.py
    ORDINAL = "3rd"
    SLASHED = "day and month"


ALL, WORK, REST = frozenset(range(7)), frozenset(range(5)), frozenset({5, 6})
EVERY_OTHER = frozenset({0, 2, 4})

Entry = tuple[Kind, object]


def numbers(named: list[Named]) -> list[tuple[str, Entry]]:
    return [(name, (Kind.NUMBER, number)) for name, number in named]


def days_of(names: str) -> list[tuple[str, Entry]]:
    days = enumerate(names.split())
    return [(name, (Kind.DAYS, frozenset({d}))) for d, ways in days for name in ways.split("/")]


def months_of(names: str) -> list[tuple[str, Entry]]:
    months = enumerate(names.split(), start=1)
    return [(name, (Kind.MONTH, m)) for m, ways in months for name in ways.split("/")]


def each(kind: Kind, value: object, names: str) -> list[tuple[str, Entry]]:
    return [(name.strip(), (kind, value)) for name in names.split(",")]


def half_hours(names: str) -> list[tuple[str, Entry]]:
    return [(name, (Kind.NUMBER, (n, 30))) for n, name in enumerate(names.split(), start=1)]
