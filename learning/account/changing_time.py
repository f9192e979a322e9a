"""Hour and days of the lessons, as somebody said them: echoed first, then changed together."""

from dataclasses import replace
from datetime import datetime

from learning.account.asks import ChangeTime, OfferTime
from learning.account.model import Actor
from learning.account.outcomes import TimeChanged, TimeOffered, TimeRefused
from learning.account.ports import Enrolments
from learning.account.settings import can_come, learner, settings_of
from learning.rhythm.next_due import rescheduled


async def offer_time(ask: OfferTime, actor: Actor, now: datetime) -> TimeOffered | TimeRefused:
    settings = settings_of(actor, now)
    if not can_come(settings, ask.at, ask.weekdays):
        return TimeRefused(ask.at, ask.weekdays, settings)
    return TimeOffered(ask.at or settings.lesson_time, ask.weekdays or settings.weekdays)


async def change_time(
    ask: ChangeTime, actor: Actor, now: datetime, *, enrolments: Enrolments
) -> TimeChanged | TimeRefused:
    person, enrolment = learner(actor)
    settings = settings_of(actor, now)
    if not can_come(settings, ask.at, ask.weekdays):
        return TimeRefused(ask.at, ask.weekdays, settings)
    enrolment = replace(
        enrolment,
        lesson_time=ask.at or settings.lesson_time,
        weekdays=ask.weekdays or settings.weekdays,
    )
    enrolment = rescheduled(person, enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return TimeChanged(settings_of(replace(actor, enrolment=enrolment), now))
