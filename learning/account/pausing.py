"""Pause, resume and snooze."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from learning.account.asks import (
    OfferPause,
    OfferPauseEnd,
    OfferPauseUntil,
    OfferSnooze,
    PauseUntil,
    Resume,
    Snooze,
)
from learning.account.asks import Pause as PauseAsk
from learning.account.model import Actor, Enrolment, Pause, PauseScope, Person
from learning.account.outcomes import (
    DefaultsShown,
    Paused,
    PauseEndOffered,
    PauseOffered,
    PauseUntilOffered,
    Resumed,
    Snoozed,
    SnoozeOffered,
)
from learning.account.ports import Enrolments
from learning.account.settings import ends_on, learner, settings_of
from learning.ask import Ask
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled
from learning.rhythm.window import window_of

MOST_DAYS = 366
MOST_MINUTES = 24 * 60


async def offer_pause(ask: OfferPause, actor: Actor, now: datetime) -> PauseOffered:
    return PauseOffered(settings_of(actor, now))


async def offer_pause_end(ask: OfferPauseEnd, actor: Actor, now: datetime) -> PauseEndOffered:
    return PauseEndOffered(ask.scope)


async def pause(ask: PauseAsk, actor: Actor, now: datetime, *, enrolments: Enrolments) -> Paused:
    """A pause begins today; one that was running ends where this one begins.

    A lesson left open is reminded of on the day that is told, whenever it was last spoken of.
    """
    person, enrolment = learner(actor)
    today = local_day(person, now)
    until = None if ask.days is None else today + timedelta(days=min(max(ask.days, 1), MOST_DAYS))
    pauses = (*_ended(enrolment, person, now), Pause(ask.scope, today, until))
    enrolment = replace(enrolment, pauses=pauses)
    if until is not None:
        enrolment = enrolment.offered_anew(until - timedelta(days=1))
    await enrolments.put(rescheduled(person, enrolment, actor.organisation, now))
    return Paused(ask.scope, ends_on(person, enrolment, actor.organisation, until))


async def offer_pause_until(
    ask: OfferPauseUntil, actor: Actor, now: datetime
) -> PauseUntilOffered | PauseEndOffered:
    """A day that is over, or too far away, is asked for anew."""
    person, enrolment = learner(actor)
    if _days_until(ask.until, actor, now) is None:
        return PauseEndOffered(PauseScope.LESSONS)
    again = ends_on(person, enrolment, actor.organisation, ask.until)
    return PauseUntilOffered(ask.until, again or ask.until)


async def pause_until(ask: PauseUntil, actor: Actor, now: datetime) -> Ask[Any] | PauseEndOffered:
    days = _days_until(ask.until, actor, now)
    return PauseEndOffered(ask.scope) if days is None else PauseAsk(ask.scope, days)


def _days_until(until: date, actor: Actor, now: datetime) -> int | None:
    person, _ = learner(actor)
    days = (until - local_day(person, now)).days
    return days if 1 <= days <= MOST_DAYS else None


async def resume(ask: Resume, actor: Actor, now: datetime, *, enrolments: Enrolments) -> Resumed:
    """Ends a pause; a lesson left open before it is reminded of from now on."""
    person, enrolment = learner(actor)
    today = local_day(person, now)
    if enrolment.pause_on(today) is None:
        return Resumed(False, enrolment.next_due_at)
    enrolment = replace(enrolment.offered_anew(today), pauses=_ended(enrolment, person, now))
    enrolment = rescheduled(person, enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return Resumed(True, enrolment.next_due_at)


def _ended(enrolment: Enrolment, person: Person, now: datetime) -> tuple[Pause, ...]:
    """The past pauses, the running one cut off today; one begun today leaves no trace."""
    today = local_day(person, now)
    cut = (replace(p, until=today) if p.covers(today) else p for p in enrolment.pauses)
    return tuple(p for p in cut if p.until is None or p.until > p.since)


async def offer_snooze(
    ask: OfferSnooze, actor: Actor, now: datetime
) -> SnoozeOffered | Paused | DefaultsShown:
    return _nothing_to_snooze(actor, now) or SnoozeOffered()


async def snooze(
    ask: Snooze, actor: Actor, now: datetime, *, enrolments: Enrolments
) -> Snoozed | Paused | DefaultsShown:
    """The clock looks again in that time; outside the hours, at the next lesson instant."""
    nothing = _nothing_to_snooze(actor, now)
    if nothing is not None:
        return nothing
    person, enrolment = learner(actor)
    window = window_of(person, enrolment, actor.organisation)
    wished = now + timedelta(minutes=min(max(ask.minutes, 5), MOST_MINUTES))
    until = wished if window.is_open(wished) else window.next_instant(wished) or wished
    # Whoever asks for a lesson gets one, whatever they have learned today.
    enrolment = replace(enrolment, last_day=None, next_due_at=until)
    await enrolments.put(replace(enrolment, revision=enrolment.revision + 1))
    return Snoozed(until)


def _nothing_to_snooze(actor: Actor, now: datetime) -> Paused | DefaultsShown | None:
    """What is the case when no lesson comes that could be put off."""
    person, enrolment = learner(actor)
    if enrolment.begun_at is None:
        return DefaultsShown(settings_of(actor, now))
    pause = enrolment.pause_on(local_day(person, now))
    if pause is None:
        return None
    return Paused(pause.scope, ends_on(person, enrolment, actor.organisation, pause.until))
