"""From the ledger's counts to what a coordinator is told of a sending. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from learning.announcements.counting import lower_bound
from learning.announcements.ports import Tally
from learning.pushes.model import PushState, SkipReason
from learning.reports.model import FEWEST
from learning.reports.suppressing import merge_small


class Missed(StrEnum):
    """Why somebody did not get it."""

    BLOCKED = "blocked"  # the bot
    DELETED = "deleted"  # the Telegram account
    OPTED_OUT = "opted_out"
    TOO_LATE = "too_late"
    CANCELLED = "cancelled"
    TOO_OLD = "too_old"  # for Telegram to delete it
    FAILED = "failed"  # Telegram refused it otherwise


_OF_SKIPS = {
    SkipReason.UNREACHABLE: Missed.BLOCKED,
    SkipReason.OPTED_OUT: Missed.OPTED_OUT,
    SkipReason.TOO_LATE: Missed.TOO_LATE,
    SkipReason.CANCELLED: Missed.CANCELLED,
    SkipReason.TOO_OLD: Missed.TOO_OLD,
}


@dataclass(frozen=True, slots=True)
class Results:
    """`at_least`: the numbers are lower bounds, 0 where they would be about too few, and nothing
    is said of those who did not get it."""

    sent: int
    to_go: int
    uncertain: int
    missed: Mapping[Missed, int]
    at_least: bool = False


def results(tally: Tally, guarded: bool) -> Results:
    states: Counter[PushState] = Counter()
    missed: Counter[Missed] = Counter()
    for (state, reason), people in tally.items():
        states[state] += people
        if (why := _missed(state, reason)) is not None:
            missed[why] += people
    sent, to_go = states[PushState.SENT], states[PushState.DUE]
    if guarded:
        return Results(_bounded(sent), _bounded(to_go), 0, {}, at_least=True)
    ordered = {why: missed[why] for why in Missed if missed[why]}
    return Results(sent, to_go, states[PushState.UNCERTAIN], ordered)


def _bounded(people: int) -> int:
    return lower_bound(people) if people >= FEWEST else 0


def _missed(state: PushState, reason: str | None) -> Missed | None:
    if state is PushState.SKIPPED:
        known = {each.value: why for each, why in _OF_SKIPS.items()}
        return known.get(reason or "")  # who is gone from here was never to get it
    if state is not PushState.FAILED:
        return None
    if "blocked" in (reason or ""):
        return Missed.BLOCKED
    gone = ("deactivated", "chat not found")
    return Missed.DELETED if any(each in (reason or "") for each in gone) else Missed.FAILED


def votes_told(votes: Mapping[int, int], options: int) -> tuple[tuple[tuple[int, ...], int], ...]:
    """(options, how many chose one of them); small groups stand together. Empty for too few."""
    counts = {option: votes.get(option, 0) for option in range(options)}
    if sum(counts.values()) < FEWEST:
        return ()
    groups = merge_small(counts, FEWEST)
    numbers = [tuple(int(str(option)) for option in group) for group in groups]
    return tuple((group, sum(counts[option] for option in group)) for group in numbers)
