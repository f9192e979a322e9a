"""The state machine of a turn: what every act, and every day that passes, makes of it. Pure.

As long as it runs, a turn awaits something: the agreement or an evaluation of at least one side,
or a check-in on a coming day. So none is ever stuck, and a long silence ends it by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from learning.mentoring.cycle import Cycle, Step
from learning.mentoring.model import Ending, Nudge, Party, Rest, Side, Turn

LONGEST_REST = timedelta(weeks=12)
NOTICE = timedelta(days=30)  # after the end, until what is left of the texts is destroyed
LAST_NOTICE = timedelta(days=5)  # before that, who wrote is told once more
# Whether a day stops the clocks of a side: a pause of everything, a holiday, a day off.
Stopped = Callable[[date], bool]


class Signal(StrEnum):
    """What a day brings, to be said to one side, to both, or to a coordinator."""

    CHECK_IN = "check_in"
    REMINDER = "reminder"  # to the side that is silent
    SILENT = "silent"  # to the coordinators, only that the pair is
    OFFER = "offer"  # to both: an end, or a new start
    OVER = "over"  # to both: it ended by itself


@dataclass(frozen=True, slots=True)
class Sign:
    """`since` is the due day of a check-in, or the day since which the silence lasts."""

    signal: Signal
    side: Side
    since: date


def with_party(turn: Turn, side: Side, **fields: Any) -> Turn:
    party = replace(turn.party(side), **fields)
    return replace(turn, mentor=party) if side is Side.MENTOR else replace(turn, mentee=party)


def heard(turn: Turn, side: Side, day: date) -> Turn:
    """This side did something: their silence is over. What is awaited of them still is."""
    since = day if turn.party(side).waits_since else None
    return with_party(turn, side, waits_since=since, nudge=Nudge.NONE)


def settled(turn: Turn, side: Side) -> Turn:
    """Nothing is awaited of this side for now."""
    return with_party(turn, side, waits_since=None, nudge=Nudge.NONE)


def awaited(turn: Turn, side: Side, day: date) -> Turn:
    """Something is awaited of this side, since `day` unless it was before."""
    return with_party(turn, side, waits_since=turn.party(side).waits_since or day)


def proposed(turn: Turn, by: Side, day: date) -> Turn:
    """An agreement, the first or a changed one, waits for the other side."""
    return awaited(settled(turn, by), by.other, day)


def agreed(turn: Turn, weeks: int, cycle: Cycle, day: date) -> Turn:
    """Both have confirmed: check-ins come every `weeks` from now on."""
    for side in Side:
        turn = settled(turn, side)
    turn = replace(turn, weeks=weeks, next_on=day + timedelta(weeks=weeks))
    if turn.step is not Step.MATCHING:
        return turn
    phase = turn.phase or cycle.phases[0].id
    return replace(turn, step=Step.MENTORING, phase=phase, phase_since=day)


def answered(turn: Turn, side: Side) -> Turn:
    """The check-in that is open."""
    return with_party(settled(turn, side), side, answered_on=turn.asked_on)


def moved_on(turn: Turn, cycle: Cycle, day: date) -> Turn:
    """Into the next phase; after the last, both evaluate."""
    if turn.step is not Step.MENTORING or turn.phase is None:
        return turn
    following = cycle.after(turn.phase)
    if following is not None:
        return replace(turn, phase=following, phase_since=day)
    turn = replace(turn, step=Step.EVALUATION, phase=None, phase_since=day, next_on=None)
    for side in Side:
        turn = awaited(settled(turn, side), side, day)
    return turn


def moved_back(turn: Turn, cycle: Cycle, day: date) -> Turn:
    """To the phase before, when one of the two thinks it was too early."""
    ids = [phase.id for phase in cycle.phases]
    if turn.step is not Step.MENTORING or turn.phase not in ids[1:]:
        return turn
    return replace(turn, phase=ids[ids.index(turn.phase) - 1], phase_since=day)


def evaluated(turn: Turn, side: Side, now: datetime) -> Turn:
    """The circle closes when both have evaluated."""
    turn = settled(turn, side)
    done = turn.step is Step.EVALUATION and turn.party(side.other).waits_since is None
    return ended(turn, Ending.CIRCLE, now) if done else turn


def rested(turn: Turn, since: date, until: date) -> Turn:
    """No prompts and no clocks from `since` until the day before `until`, twelve weeks at most."""
    until = min(until, since + LONGEST_REST)
    before = resumed(turn, since)
    return replace(before, rests=(*before.rests, Rest(since, until))) if since < until else before


def resumed(turn: Turn, day: date) -> Turn:
    cut = (replace(rest, until=min(rest.until, day)) for rest in turn.rests)
    return replace(turn, rests=tuple(rest for rest in cut if rest.since < rest.until))


def begun_anew(turn: Turn, day: date) -> Turn:
    """After a long silence: once more from the agreement; what was answered stays answered."""
    turn = replace(turn, step=Step.MATCHING, phase=None, phase_since=None, next_on=None)
    for side in Side:
        turn = awaited(settled(turn, side), side, day)
    return resumed(turn, day)


def ended(turn: Turn, ending: Ending, now: datetime) -> Turn:
    for side in Side:
        turn = settled(turn, side)
    step = Step.CLOSING if ending is Ending.CIRCLE else turn.step
    look_at = now + NOTICE - LAST_NOTICE
    return replace(turn, step=step, next_on=None, look_at=look_at, ended_at=now, ending=ending)


def looked_at(
    turn: Turn, cycle: Cycle, now: datetime, today: date, stopped: Mapping[Side, Stopped]
) -> tuple[Turn, tuple[Sign, ...]]:
    """The turn as it is on the local day `today`, and what is to be said because of it. A second
    look on the same day says nothing more."""
    seen = turn.looked_on is not None and turn.looked_on >= today
    if not turn.running or seen or turn.rest_on(today):
        return turn, ()
    turn, signs = _asked(replace(turn, looked_on=today), today)
    for side in Side:
        turn, more = _nudged(turn, side, cycle, now, today, stopped[side])
        signs += more
    return turn, signs


def _asked(turn: Turn, today: date) -> tuple[Turn, tuple[Sign, ...]]:
    """A check-in whose day has come. What was missed while nothing ran comes once, not each."""
    if turn.next_on is None or turn.weeks is None or today < turn.next_on:
        return turn, ()
    due, interval = turn.next_on, timedelta(weeks=turn.weeks)
    late = (today - due) // interval
    asked_on, next_on = due + late * interval, due + (late + 1) * interval
    turn = replace(turn, asked_on=asked_on, next_on=next_on)
    for side in Side:
        turn = awaited(turn, side, today)
    return turn, tuple(Sign(Signal.CHECK_IN, side, asked_on) for side in Side)


def _nudged(
    turn: Turn, side: Side, cycle: Cycle, now: datetime, today: date, stopped: Stopped
) -> tuple[Turn, tuple[Sign, ...]]:
    """One step a day at most: nobody is reported silent who was not reminded before."""
    party = turn.party(side)
    since = party.waits_since
    if not turn.running or since is None or stopped(today):
        return turn, ()
    silent, after = silent_days(turn, since, today, stopped), cycle.silence
    closes = turn.step is Step.EVALUATION
    if party.nudge is Nudge.OFFERED or (closes and party.nudge is Nudge.TOLD):
        if silent < (after.offer if closes else after.end):
            return turn, ()
        over = ended(turn, Ending.CIRCLE if closes else Ending.SILENCE, now)
        return over, tuple(Sign(Signal.OVER, each, since) for each in Side)
    nudge, least, signal, sides = _next_nudge(party, side, cycle)
    if silent < least:
        return turn, ()
    told = tuple(Sign(signal, each, since) for each in sides)
    return with_party(turn, side, nudge=nudge), told


def _next_nudge(party: Party, side: Side, cycle: Cycle) -> tuple[Nudge, int, Signal, list[Side]]:
    after = cycle.silence
    if party.nudge is Nudge.NONE:
        return Nudge.REMINDED, after.remind, Signal.REMINDER, [side]
    if party.nudge is Nudge.REMINDED:
        return Nudge.TOLD, after.tell, Signal.SILENT, [side]
    return Nudge.OFFERED, after.offer, Signal.OFFER, list(Side)


def silent_days(turn: Turn, since: date, today: date, stopped: Stopped) -> int:
    """Days after `since` up to `today` that count: no pause of the side, no holiday, no rest."""
    every = (since + timedelta(days=ahead) for ahead in range(1, (today - since).days + 1))
    return sum(not (stopped(day) or turn.rest_on(day)) for day in every)
