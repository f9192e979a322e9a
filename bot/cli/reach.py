"""Whom the programme reached, as lines for the one who runs it."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import date, datetime

from data.engine import Database
from data.reports.programme_reach import ProgrammeReach, programme_reach
from learning.reports.model import FEWEST
from learning.reports.suppressing import merge_small

ZONE = "Europe/Athens"
GOAL = 11_000  # people whom Q-SER set out to reach


async def told_reach(database: Database, now: datetime) -> list[str]:
    """Small numbers stand together, so that none is of fewer than five or follows from others."""
    async with database.engine.reading() as session:
        return list(lines(await programme_reach(session, now, ZONE)))


def lines(reach: ProgrammeReach) -> Iterator[str]:
    if reach.people < FEWEST:
        yield f"Fewer than {FEWEST} people so far."
    else:
        yield f"{reach.people:,} people of {GOAL:,}, each counted once, by their first contact."
        yield from _table("by country", dict(reach.by_country.items()))
        yield from _table("by channel", {key or "-": n for key, n in reach.by_channel.items()})
        yield from _table("by month", {_month(key): n for key, n in reach.by_month.items()})
    yield f"Apart from them, met at events without the bot: {reach.met:,}."


def _table(title: str, counts: Mapping[Hashable, int]) -> Iterator[str]:
    yield f"{title}:"
    for group in merge_small(counts, FEWEST):
        people = sum(counts[value] for value in group)
        told = f"{people:,}" if people >= FEWEST else f"fewer than {FEWEST}"
        yield f"  {', '.join(map(str, group))}: {told}"


def _month(month: date | None) -> str:
    return f"{month:%Y-%m}" if month else "earlier"
