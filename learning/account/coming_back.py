"""Somebody who had blocked the bot writes again: they can be reached, and lessons go on."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import Enrolments, People
from learning.rhythm.next_due import rescheduled


async def come_back(
    actor: Actor, now: datetime, *, people: People, enrolments: Enrolments
) -> Actor:
    """The actor as they are now; somebody unknown or reachable stays as they were."""
    if actor.person is None or actor.person.reachable:
        return actor
    person = replace(actor.person, reachable=True)
    await people.put(person)
    if actor.enrolment is None or actor.enrolment.begun_at is None:
        return replace(actor, person=person)
    enrolment = rescheduled(person, actor.enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return replace(actor, person=person, enrolment=enrolment)
