"""/start: a person arrives, perhaps with a code from their municipality."""

import re
from dataclasses import replace
from datetime import datetime, time

from learning.account.asks import Arrive
from learning.account.languages import language_for, zone_for
from learning.account.model import (
    WORKING_DAYS,
    Actor,
    Enrolment,
    EnrolmentCode,
    Organisation,
    Person,
)
from learning.account.outcomes import CodeProblem, Welcomed, WelcomedAgain
from learning.account.ports import Codes, Enrolments, Memberships, People
from learning.account.settings import learner
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled
from learning.rhythm.window import window_of

SPREAD_MINUTES = 30
# What a deep link can carry; typed after /start anything may stand, even what no database takes.
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
NINE = time(9, 0)


async def arrive(
    ask: Arrive,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    enrolments: Enrolments,
    codes: Codes,
    memberships: Memberships,
) -> Welcomed | WelcomedAgain:
    code, problem = await _check(ask.code, now, codes)
    organisation = code.organisation if code else actor.organisation
    person = actor.person
    if person is None:
        language = language_for(ask.language, organisation.language if organisation else None)
        zone = organisation.zone if organisation else zone_for(language)
        person = await people.add(actor.telegram_id, language, zone, now)
        enrolment = first_enrolment(person, organisation)
        await enrolments.add(enrolment)
        actor = replace(actor, person=person, enrolment=enrolment)
    if code and not _belongs(actor, code):
        if await codes.use(code.code):
            await _join(actor, person, code, now, people, enrolments, memberships)
        else:
            code, problem = None, CodeProblem.USED_UP
    return _welcome(actor, code, problem, now)


def first_enrolment(person: Person, organisation: Organisation | None) -> Enrolment:
    """The defaults. Hours are spread over half an hour, so that not all are due in one minute."""
    hour = organisation.lesson_hour if organisation else NINE
    minutes = (hour.hour * 60 + hour.minute + person.id * 7 % SPREAD_MINUTES) % (24 * 60)
    return Enrolment(
        person_id=person.id,
        lesson_time=time(minutes // 60, minutes % 60),
        weekdays=organisation.weekdays if organisation else WORKING_DAYS,
    )


async def _check(
    text: str | None, now: datetime, codes: Codes
) -> tuple[EnrolmentCode | None, CodeProblem | None]:
    if not text:
        return None, None
    code = await codes.find(text) if PAYLOAD.fullmatch(text) else None
    if code is None:
        return None, CodeProblem.UNKNOWN
    if code.revoked:
        return None, CodeProblem.REVOKED
    if code.expires_at is not None and code.expires_at <= now:
        return None, CodeProblem.EXPIRED
    return code, None


def _belongs(actor: Actor, code: EnrolmentCode) -> bool:
    """Whether the code would give nothing new: then none of its uses is taken."""
    member = actor.membership
    return (
        member is not None
        and member.organisation.id == code.organisation.id
        and member.department == code.department
        and code.role in (member.role, *actor.roles)
    )


async def _join(
    actor: Actor,
    person: Person,
    code: EnrolmentCode,
    now: datetime,
    people: People,
    enrolments: Enrolments,
    memberships: Memberships,
) -> None:
    """The membership moves; hours and days follow where the new window demands it."""
    if actor.membership is not None:
        await memberships.end_all(person.id, now)
    organisation = code.organisation
    await memberships.begin(
        person.id, organisation.id, code.department, code.role, code.channel, now
    )
    _, enrolment = learner(actor)
    if enrolment.begun_at is None:
        person = replace(person, zone=organisation.zone)
        await people.put(person)
        enrolment = replace(first_enrolment(person, organisation), revision=enrolment.revision)
    window = window_of(person, enrolment, organisation)
    enrolment = replace(enrolment, weekdays=window.weekdays)
    await enrolments.put(rescheduled(person, enrolment, organisation, now))


def _welcome(
    actor: Actor, code: EnrolmentCode | None, problem: CodeProblem | None, now: datetime
) -> Welcomed | WelcomedAgain:
    joined = code.organisation.name if code else None
    person, enrolment = learner(actor)
    if enrolment.begun_at is None:
        return Welcomed(joined, problem)
    pause = enrolment.pause_on(local_day(person, now))
    return WelcomedAgain(joined, problem, paused=pause is not None)
