"""Times, weekdays, durations and dates in words. None means: not sure, so ask.

A text is read in the language of which it has the most words; the person's own wins a draw. From
others Greek in Latin letters takes one word more: "me" and "min" are Greek, too.
"""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from typing import TypeVar

from dialogue.clock import time_in, without_times
from dialogue.dates import day_in, duration_in, until_in
from dialogue.folding import is_greek
from dialogue.tokens import Token, tokens
from dialogue.vocabulary import LANGUAGES
from dialogue.weekdays import weekdays_in

T = TypeVar("T")


def read_time(text: str, language: str) -> time | None:
    """One time of day. An hour from 1 to 6 without more is in the afternoon."""
    return _read(text, language, time_in)


def read_weekdays(text: str, language: str, now: frozenset[int]) -> frozenset[int] | None:
    """The days wanted, 0 is Monday; "not on Fridays" takes them from `now`."""
    return _read(text, language, lambda words: weekdays_in(words, now))


def read_duration(text: str, language: str) -> timedelta | None:
    """A month counts as 30 days."""
    return _read(text, language, duration_in)


def read_until(text: str, language: str, today: date) -> date | None:
    """The day on which something begins again, after `today` (local) and within a year."""
    return _read(text, language, lambda words: until_in(words, today))


def read_day(text: str, language: str, today: date) -> date | None:
    """The day on which something is to be, today (local) or within a year, whatever its hour."""
    return _read(text, language, lambda words: day_in(without_times(words), today))


def _read(text: str, language: str, read: Callable[[Sequence[Token]], T | None]) -> T | None:
    found = {tongue: tokens(text, tongue) for tongue in LANGUAGES}
    known = {tongue: _understood(words) for tongue, words in found.items()}
    if language != "el" and not is_greek(text):
        known["el"] -= 1
    return read(found[max(LANGUAGES, key=lambda tongue: (known[tongue], tongue == language))])


def _understood(words: Sequence[Token]) -> int:
    return sum(len(word.word.split()) for word in words if word.meanings)
