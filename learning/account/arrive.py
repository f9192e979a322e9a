"""/start: a person arrives, perhaps with a code from their municipality."""

import re
from dataclasses import replace
from datetime import datetime

from learning.account.asks import Arrive
from learning.account.belonging import first_enrolment, gives_nothing_new, is_elsewhere, join
from learning.account.languages import language_for, zone_for
from learning.account.model import (
    PHONE_MOVE,
    Actor,
    CodeKind,
    EnrolmentCode,
    Organisation,
    Person,
    Role,
)
from learning.account.new_phone import offer_move_here
from learning.account.outcomes import (
    CodeProblem,
    MoveOffered,
    PhoneMoveOffered,
    PhoneMoveRefused,
    Welcomed,
    WelcomedAgain,
)
from learning.account.ports import Codes, Enrolments, Memberships, People, PhoneMoves
from learning.account.settings import learner
from learning.audit import Audit, Deed, Entry
from learning.pushes.ports import Pushes
from learning.rhythm.local import local_day
from learning.tickets.handing_on import hand_on
from learning.tickets.ports import Tickets

# What a deep link can carry, and a button confirm; typed after /start anything may stand, even
# what no database takes.
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,60}")


async def arrive(
    ask: Arrive,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    enrolments: Enrolments,
    codes: Codes,
    memberships: Memberships,
    phone_moves: PhoneMoves,
    audit: Audit,
    tickets: Tickets,
    pushes: Pushes,
) -> Welcomed | WelcomedAgain | MoveOffered | PhoneMoveOffered | PhoneMoveRefused:
    if ask.code and ask.code.startswith(PHONE_MOVE):
        return await offer_move_here(ask.code, actor, now, phone_moves)
    code, problem = await check_code(ask.code, now, codes)
    if code and code.kind is CodeKind.STAFF and actor.membership and is_elsewhere(actor, code):
        return offered_move(actor, code)
    if actor.person is None:
        organisation = code.organisation if code else None
        actor = await _add(ask.language, actor, organisation, now, people, enrolments)
    person, _ = learner(actor)
    if code and code.kind is CodeKind.OPEN:
        await codes.reach(code.id, person.id, now)
        return welcome(actor, None, None, now)
    if code and not gives_nothing_new(actor, code):
        if await codes.use(code.code):
            await join(
                actor, code, now, people=people, enrolments=enrolments, memberships=memberships
            )
            await audit.record(joined(person, code, now))
            if code.role is not Role.LEARNER:
                await hand_on(code.organisation, now, tickets=tickets, pushes=pushes)
            actor = await people.actor(actor.telegram_id)
        else:
            code, problem = None, CodeProblem.USED_UP
    return welcome(actor, code, problem, now)


async def check_code(
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


def offered_move(actor: Actor, code: EnrolmentCode) -> MoveOffered:
    """Nothing is used up before it is confirmed."""
    member = actor.membership
    if member is None:
        raise AssertionError("who belongs nowhere joins at once")
    return MoveOffered(
        code=code.id,
        organisation=member.organisation.name,
        department=member.department,
        to_organisation=code.organisation.name,
        to_department=code.department,
    )


def joined(person: Person, code: EnrolmentCode, now: datetime) -> Entry:
    return Entry(
        code.organisation.id,
        Deed.JOINED,
        now,
        by=person.id,
        about=person.id,
        thing=code.id,
        role=code.role,
    )


def welcome(
    actor: Actor, code: EnrolmentCode | None, problem: CodeProblem | None, now: datetime
) -> Welcomed | WelcomedAgain:
    name = code.organisation.name if code else None
    person, enrolment = learner(actor)
    if enrolment.begun_at is None:
        return Welcomed(name, problem)
    pause = enrolment.pause_on(local_day(person, now))
    return WelcomedAgain(name, problem, paused=pause is not None)


async def _add(
    asked: str | None,
    actor: Actor,
    organisation: Organisation | None,
    now: datetime,
    people: People,
    enrolments: Enrolments,
) -> Actor:
    language = language_for(asked, organisation.language if organisation else None)
    zone = organisation.zone if organisation else zone_for(language)
    person = await people.add(actor.telegram_id, language, zone, now)
    enrolment = first_enrolment(person, organisation)
    await enrolments.add(enrolment)
    return replace(actor, person=person, enrolment=enrolment)
