"""How the values inside an ask are spelled in callback_data."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from learning.ask import Ask

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBER = re.compile(r"[0-9a-z]{1,13}")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,60}")
_TEXT = re.compile(r"[A-Za-z0-9_/+-]{1,40}")
_HOUR = re.compile(r"[0-9]{4}")
_WEEKDAYS = re.compile(r"[0-6]{1,7}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotSpelled(ValueError):
    """The text is no spelling of ours, or the value cannot be spelled."""


@dataclass(frozen=True)
class Part:
    """`read` is the inverse of `write`; both raise NotSpelled."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


Spellings = dict[str, tuple[type[Ask[Any]], *tuple[Part, ...]]]
"""Code → an ask and how each of its values is spelled."""


def base36(number: int) -> str:
    spelled = ""
    while True:
        number, digit = divmod(number, 36)
        spelled = DIGITS[digit] + spelled
        if not number:
            return spelled


def number(most: int) -> Part:
    """A whole number from 0 to `most`, in base 36 without leading zeros."""

    def write(value: int) -> str:
        if not 0 <= value <= most:
            raise NotSpelled(value)
        return base36(value)

    def read(text: str) -> int:
        if not _NUMBER.fullmatch(text) or (value := int(text, 36)) > most or text != base36(value):
            raise NotSpelled(text)
        return value

    return Part(write, read)


def optional(part: Part) -> Part:
    """`part`, or "-" for None."""
    return Part(
        lambda value: "-" if value is None else part.write(value),
        lambda text: None if text == "-" else part.read(text),
    )


def one_of(values: type[StrEnum]) -> Part:
    def read(text: str) -> StrEnum:
        try:
            return values(text)
        except ValueError:
            raise NotSpelled(text) from None

    return Part(str, read)


def _text(value: str) -> str:
    if not _TEXT.fullmatch(value):
        raise NotSpelled(value)
    return value


def _code(value: str) -> str:
    if not _CODE.fullmatch(value):
        raise NotSpelled(value)
    return value


def _time(text: str) -> time:
    try:
        at = time(int(text[:2]), int(text[2:])) if _HOUR.fullmatch(text) else None
    except ValueError:
        at = None
    if at is None:
        raise NotSpelled(text)
    return at


def _days(text: str) -> frozenset[int]:
    days = frozenset(map(int, text)) if _WEEKDAYS.fullmatch(text) else frozenset[int]()
    if not days or text != _written_days(days):
        raise NotSpelled(text)
    return days


def _written_days(days: frozenset[int]) -> str:
    if not days or not days <= frozenset(range(7)):
        raise NotSpelled(days)
    return "".join(map(str, sorted(days)))


def _date(text: str) -> date:
    try:
        if not _DAY.fullmatch(text):
            raise NotSpelled(text)
        return date.fromisoformat(text)
    except ValueError:
        raise NotSpelled(text) from None


def _yes_no(text: str) -> bool:
    if text not in ("y", "n"):
        raise NotSpelled(text)
    return text == "y"


ID = number(2**63 - 1)  # a row's key
REVISION = number(2**31 - 1)
COUNT = number(9999)  # minutes or days
CODE = Part(_code, _code)  # of an enrolment or a move: the longest just fits a button
TEXT = Part(_text, _text)  # an id the author wrote, or an IANA zone
TIME = Part(lambda at: f"{at:%H%M}", _time)  # to the minute
DAYS = Part(_written_days, _days)  # weekdays, 0 is Monday
DATE = Part(lambda day: str(day.isoformat()), _date)
YES_NO = Part(lambda value: "y" if value else "n", _yes_no)
