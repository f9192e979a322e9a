"""Whom an organisation has reached: by what they first came, and when. Pure.

Everybody counts once, where they first came from. Numbers are told in fives and never of fewer
people than that, small groups together: whoever looks before and after one person came does not
learn it. People met without the bot are counted by whoever met them, and stand apart.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from learning.reports.model import FEWEST, Groups
from learning.reports.suppressing import joined, merge_neighbours, merge_small, sums_of

V = TypeVar("V", bound=Hashable)
MONTHS = 12  # told apart; what was before stands together

# A group of values that stand together, and how many people.
Row = tuple[tuple[Hashable, ...], int]


@dataclass(frozen=True, slots=True)
class ReachCounts:
    """Not fit to be shown. `first` counts people by the channel of their first contact (None: a
    code without one) and its month (its first day; None for all before `months`). `at_events` are
    those of them who were at an event; `met` counts people without the bot, by month."""

    organisation: str
    country: str
    months: tuple[date, ...]
    first: Mapping[tuple[str | None, date | None], int]
    at_events: int
    met: Mapping[date | None, int]


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be shown. `people` and `at_events` are None where there are too few."""

    organisation: str
    country: str
    people: int | None
    at_events: int | None
    channels: tuple[Row, ...]
    months: tuple[Row, ...]
    met: tuple[Row, ...]


def last_months(now: datetime, zone: str) -> tuple[date, ...]:
    """The first days of this month and of those before it, the oldest first, in `zone`."""
    today = now.astimezone(ZoneInfo(zone)).date()
    number = today.year * 12 + today.month - 1
    return tuple(
        date(each // 12, each % 12 + 1, 1) for each in range(number - MONTHS + 1, number + 1)
    )


def published(counts: ReachCounts) -> Reach:
    channels: Counter[str | None] = Counter()
    months: Counter[date | None] = Counter()
    for (channel, month), people in counts.first.items():
        channels[channel] += people
        months[month] += people
    in_order: Groups = ((None,), *((month,) for month in counts.months))
    runs = merge_neighbours([(people,) for people in sums_of(months, in_order)], FEWEST)
    return Reach(
        organisation=counts.organisation,
        country=counts.country,
        people=in_fives(sum(channels.values())),
        at_events=in_fives(counts.at_events),
        channels=_told(channels, merge_small(channels, FEWEST)),
        months=_told(months, joined(in_order, runs)) if len(runs) > 1 else (),
        met=tuple(((month,), number) for month, number in counts.met.items() if number),
    )


def in_fives(people: int) -> int | None:
    """Rounded down; None for fewer than five."""
    return people - people % FEWEST or None


def _told(counts: Mapping[V, int], groups: Groups) -> tuple[Row, ...]:
    """All of them, or none where one would be too small."""
    sums = map(in_fives, sums_of(counts, groups))
    known = tuple((group, people) for group, people in zip(groups, sums, strict=True) if people)
    return known if len(known) == len(groups) else ()
