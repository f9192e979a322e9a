"""One voice: whether an unprompted message may be sent to a person now. Pure.

The ordinary kinds share one budget a day and one order of precedence; the organisation's hours
and days, holidays and pauses bind whatever is not urgent.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from learning.account.model import DAILY_BUDGET, EVERY_DAY, Actor, PauseScope
from learning.account.settings import learner
from learning.pushes.model import PushKind, SkipReason, Urgency
from learning.pushes.outcomes import NotWanted, PutOff
from learning.rhythm.window import Window, window_of


def budget_of(target: Actor) -> int:
    """Messages a day that take of the budget."""
    return target.organisation.daily_budget if target.organisation else DAILY_BUDGET


def window_for(kind: PushKind, target: Actor) -> Window:
    """A pause of the lessons, and the days chosen for them, hold lessons only."""
    person, enrolment = learner(target)
    organisation = target.organisation
    window = window_of(person, enrolment, organisation)
    if kind is PushKind.DAILY:
        return window
    holding = tuple(each for each in window.pauses if each.scope is PauseScope.EVERYTHING)
    days = organisation.weekdays if organisation else EVERY_DAY
    return replace(window, at=window.opens, weekdays=days, pauses=holding)


def has_room(kind: PushKind, budget: int, spent: int, waiting: Sequence[PushKind]) -> bool:
    """Whether the day's budget reaches for this one. `spent` counts today's messages, `waiting`
    the others that are due now."""
    if not kind.is_counted:
        return True
    first = sum(other.is_counted and other.goes_before(kind) for other in waiting)
    return spent + first < budget


def held_back(
    kind: PushKind, target: Actor, now: datetime, has_room: bool
) -> NotWanted | PutOff | None:
    """Why it may not be sent now. A day's lesson finds another day by itself; the rest waits."""
    if kind.urgency is Urgency.AT_ONCE:
        return None
    window = window_for(kind, target)
    today = window.local_day(now)
    paused = any(pause.covers(today) for pause in window.pauses)
    if kind.urgency is Urgency.URGENT and not paused:
        return None
    if not window.is_open(now):
        reason = SkipReason.PAUSED if paused else SkipReason.OUT_OF_HOURS
        return (
            NotWanted(reason) if kind is PushKind.DAILY else _put_off(window, now, today_too=True)
        )
    if has_room:
        return None
    if kind is PushKind.DAILY:
        return NotWanted(SkipReason.ENOUGH_TODAY)
    return _put_off(window, now, today_too=False)


def _put_off(window: Window, now: datetime, *, today_too: bool) -> PutOff:
    """Until the hours open next; in a pause without an end, until another look tomorrow."""
    first = window.local_day(now) + timedelta(days=not today_too)
    return PutOff(window.next_instant(now, not_before=first) or now + timedelta(days=1))
