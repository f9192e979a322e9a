"""Where somebody belongs: joining, moving, leaving. Hours and days follow at once."""

from dataclasses import replace
from datetime import datetime, time

from learning.account.languages import is_default_zone
from learning.account.model import (
    WORKING_DAYS,
    Actor,
    Enrolment,
    EnrolmentCode,
    Organisation,
    Person,
    Role,
)
from learning.account.ports import Enrolments, Memberships, People
from learning.account.settings import learner
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled
from learning.rhythm.streak import remembering_days
from learning.rhythm.window import window_of

SPREAD_MINUTES = 30
NINE = time(9, 0)


def first_enrolment(person: Person, organisation: Organisation | None) -> Enrolment:
    """The defaults. Hours are spread over half an hour, so that not all are due in one minute."""
    hour = organisation.lesson_hour if organisation else NINE
    minutes = (hour.hour * 60 + hour.minute + person.id * 7 % SPREAD_MINUTES) % (24 * 60)
    return Enrolment(
        person_id=person.id,
        lesson_time=time(minutes // 60, minutes % 60),
        weekdays=organisation.weekdays if organisation else WORKING_DAYS,
    )


def gives_nothing_new(actor: Actor, code: EnrolmentCode) -> bool:
    """Whether the bearer has it all already: then none of the code's uses is taken."""
    return not is_elsewhere(actor, code) and code.role in actor.roles_in(code.organisation.id)


def is_elsewhere(actor: Actor, code: EnrolmentCode) -> bool:
    """Whether the code would move its bearer; for who belongs nowhere, None is elsewhere too."""
    member = actor.membership
    if member is None or member.organisation.id != code.organisation.id:
        return True
    return code.department not in (None, member.department)


async def join(
    actor: Actor,
    code: EnrolmentCode,
    now: datetime,
    *,
    people: People,
    enrolments: Enrolments,
    memberships: Memberships,
) -> None:
    """What the code gives. Elsewhere, all that was before ends; in another department of the
    same organisation every role moves along; else the new role is added."""
    person, _ = learner(actor)
    roles = [code.role]
    department = code.department
    if is_elsewhere(actor, code):
        kept = actor.roles_in(code.organisation.id) - {code.role}
        roles += sorted(kept)
        await memberships.end_all(person.id, now)
    elif actor.membership is not None:
        department = actor.membership.department
    for role in roles:
        await memberships.begin(
            person.id, code.organisation.id, department, role, code.channel, now, code.id
        )
    await _reorganise(actor, code.organisation, now, people, enrolments)


async def change_department(
    actor: Actor,
    department: str | None,
    now: datetime,
    *,
    enrolments: Enrolments,
    memberships: Memberships,
) -> None:
    """Every role moves along; the organisation, and with it the hours, stays."""
    person, enrolment = learner(actor)
    await memberships.end_all(person.id, now)
    for member in actor.memberships:
        await memberships.begin(
            person.id,
            member.organisation.id,
            department,
            member.role,
            member.channel,
            now,
            member.code,
        )
    await enrolments.put(_touched(enrolment))


async def leave(
    actor: Actor, now: datetime, *, enrolments: Enrolments, memberships: Memberships
) -> None:
    """Every membership and role ends; what was learned stays with the person."""
    person, enrolment = learner(actor)
    await memberships.end_all(person.id, now)
    enrolment = remembering_days(person, enrolment, actor.organisation, local_day(person, now))
    await enrolments.put(_moved(rescheduled(person, enrolment, None, now)))


async def give_role(
    actor: Actor, role: Role, now: datetime, *, enrolments: Enrolments, memberships: Memberships
) -> None:
    """In the organisation of the person's membership."""
    person, enrolment = learner(actor)
    member = actor.membership
    if member is None:
        raise AssertionError("only members are given a role")
    await memberships.begin(
        person.id,
        member.organisation.id,
        member.department,
        role,
        member.channel,
        now,
        member.code,
    )
    await enrolments.put(_touched(enrolment))


async def withdraw_role(
    actor: Actor, role: Role, now: datetime, *, enrolments: Enrolments, memberships: Memberships
) -> None:
    """Who was nothing else stays a learner of the organisation."""
    if actor.roles == {role}:
        await give_role(actor, Role.LEARNER, now, enrolments=enrolments, memberships=memberships)
    else:
        _, enrolment = learner(actor)
        await enrolments.put(_touched(enrolment))
    for member in actor.memberships:
        if member.role is role:
            await memberships.end(member.id, now)


def _touched(enrolment: Enrolment) -> Enrolment:
    """A membership has no revision of its own: who changes one guards it by the enrolment's."""
    return _moved(replace(enrolment, revision=enrolment.revision + 1))


def _moved(enrolment: Enrolment) -> Enrolment:
    return replace(enrolment, standing=enrolment.standing + 1)


async def _reorganise(
    actor: Actor,
    organisation: Organisation,
    now: datetime,
    people: People,
    enrolments: Enrolments,
) -> None:
    """Hours and days follow where the new window demands it."""
    person, enrolment = learner(actor)
    enrolment = remembering_days(person, enrolment, actor.organisation, local_day(person, now))
    if enrolment.begun_at is None:
        defaults = first_enrolment(person, actor.organisation)
        person = _in_zone_of(organisation, person, actor.organisation)
        await people.put(person)
        enrolment = _with_defaults_of(organisation, person, enrolment, defaults)
    window = window_of(person, enrolment, organisation)
    enrolment = replace(enrolment, weekdays=window.weekdays)
    await enrolments.put(_moved(rescheduled(person, enrolment, organisation, now)))


def _in_zone_of(organisation: Organisation, person: Person, before: Organisation | None) -> Person:
    """A zone that the person chose stays."""
    unchosen = person.zone == before.zone if before else is_default_zone(person.zone)
    return replace(person, zone=organisation.zone) if unchosen else person


def _with_defaults_of(
    organisation: Organisation, person: Person, enrolment: Enrolment, defaults: Enrolment
) -> Enrolment:
    """What still is as it was by default follows the organisation; what was chosen stays."""
    new = first_enrolment(person, organisation)
    if enrolment.lesson_time == defaults.lesson_time:
        enrolment = replace(enrolment, lesson_time=new.lesson_time)
    if enrolment.weekdays == defaults.weekdays:
        enrolment = replace(enrolment, weekdays=new.weekdays)
    return enrolment
