"""Somebody who had blocked the bot, or answered no reminder, writes again: lessons go on."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import Enrolments, People
from learning.rhythm.local import local_day
from learning.rhythm.next_due import is_silent, rescheduled


async def come_back(
    actor: Actor, now: datetime, *, people: People, enrolments: Enrolments
) -> Actor:
    """The actor as they are now: reachable, and written to again."""
    person, enrolment = actor.person, actor.enrolment
    if person is None or enrolment is None:
        return actor
    if person.reachable and not is_silent(enrolment):
        return actor
    if not person.reachable:
        person = replace(person, reachable=True)
        await people.put(person)
    if is_silent(enrolment):
        enrolment = enrolment.offered_anew(local_day(person, now))
    enrolment = rescheduled(person, enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return replace(actor, person=person, enrolment=enrolment)
