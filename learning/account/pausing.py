"""Pause, resume and snooze."""

from dataclasses import replace
from datetime import datetime, timedelta

from learning.account.asks import OfferPause, OfferPauseEnd, OfferSnooze, Resume, Snooze
from learning.account.asks import Pause as PauseAsk
from learning.account.model import Actor, Enrolment, Pause, Person
from learning.account.outcomes import (
    Paused,
    PauseEndOffered,
    PauseOffered,
    Resumed,
    Snoozed,
    SnoozeOffered,
)
from learning.account.ports import Enrolments
from learning.account.settings import learner, settings_of
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled

MOST_DAYS = 366
MOST_MINUTES = 24 * 60


async def offer_pause(ask: OfferPause, actor: Actor, now: datetime) -> PauseOffered:
    return PauseOffered(settings_of(actor, now))


async def offer_pause_end(ask: OfferPauseEnd, actor: Actor, now: datetime) -> PauseEndOffered:
    return PauseEndOffered(ask.scope)


async def pause(ask: PauseAsk, actor: Actor, now: datetime, *, enrolments: Enrolments) -> Paused:
    """A pause begins today; one that was running ends where this one begins."""
    person, enrolment = learner(actor)
    today = local_day(person, now)
    until = None if ask.days is None else today + timedelta(days=min(max(ask.days, 1), MOST_DAYS))
    pauses = (*_ended(enrolment, person, now), Pause(ask.scope, today, until))
    enrolment = replace(enrolment, pauses=pauses)
    await enrolments.put(rescheduled(person, enrolment, actor.organisation, now))
    return Paused(ask.scope, until)


async def resume(ask: Resume, actor: Actor, now: datetime, *, enrolments: Enrolments) -> Resumed:
    """Ends a pause; it also ends the silence after reminders that had no answer."""
    person, enrolment = learner(actor)
    today = local_day(person, now)
    was_paused = enrolment.pause_on(today) is not None
    offer = enrolment.offer
    enrolment = replace(
        enrolment,
        pauses=_ended(enrolment, person, now),
        offer=replace(offer, day=today, reminders=0) if offer else None,
    )
    enrolment = rescheduled(person, enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return Resumed(was_paused, enrolment.next_due_at)


def _ended(enrolment: Enrolment, person: Person, now: datetime) -> tuple[Pause, ...]:
    """The past pauses, the running one cut off today; one begun today leaves no trace."""
    today = local_day(person, now)
    cut = (replace(p, until=today) if p.covers(today) else p for p in enrolment.pauses)
    return tuple(p for p in cut if p.until is None or p.until > p.since)


async def offer_snooze(ask: OfferSnooze, actor: Actor, now: datetime) -> SnoozeOffered:
    return SnoozeOffered()


async def snooze(ask: Snooze, actor: Actor, now: datetime, *, enrolments: Enrolments) -> Snoozed:
    """The clock looks again in that time; what is then outside the hours waits for the next."""
    _, enrolment = learner(actor)
    until = now + timedelta(minutes=min(max(ask.minutes, 5), MOST_MINUTES))
    await enrolments.put(replace(enrolment, next_due_at=until, revision=enrolment.revision + 1))
    return Snoozed(until)
