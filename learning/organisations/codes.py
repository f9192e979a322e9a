"""What stands behind the id of a code, as far as the actor may know."""

from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Actor, CodeKind, EnrolmentCode, Role
from learning.account.ports import Memberships, People
from learning.account.settings import learner
from learning.ask import Refused
from learning.audit import Deed, Entry
from learning.organisations import outcomes as o
from learning.organisations.own import NOT_YOURS, own_organisation
from learning.organisations.ports import Sheets

GIVEN_BY_COORDINATORS = frozenset({Role.MENTOR, Role.TRAINER, Role.COORDINATOR})
NOBODY = Actor(telegram_id=0)


@dataclass(frozen=True, slots=True)
class Found:
    """A code of the actor's organisation. `member` is NOBODY unless exactly one belongs here
    by this code; `people` says how many do."""

    code: EnrolmentCode
    people: int
    member: Actor

    def may_be_changed_by(self, actor: Actor) -> bool:
        """An owner is removed and given roles by an owner alone."""
        if self.member is NOBODY:
            return False
        return Role.OWNER not in self.member.roles or bool(roles_given_by(actor) & {Role.OWNER})

    def stands(self, standing: int, actor: Actor) -> bool:
        """Whether nothing about the member has changed since a button showed `standing`."""
        return self.may_be_changed_by(actor) and self.member.standing == standing


def roles_given_by(actor: Actor) -> frozenset[Role]:
    """What the actor may give and withdraw: an owner also what an owner has."""
    member = actor.acting_as(Role.OWNER)
    same = member is not None and member.organisation.id == own_organisation(actor).id
    return GIVEN_BY_COORDINATORS | {Role.OWNER} if same else GIVEN_BY_COORDINATORS


async def find(
    actor: Actor, code_id: int, sheets: Sheets, people: People, memberships: Memberships
) -> Found | Refused:
    code = await sheets.code(own_organisation(actor).id, code_id)
    return NOT_YOURS if code is None else await about(code, people, memberships)


async def about(code: EnrolmentCode, people: People, memberships: Memberships) -> Found:
    ids = await memberships.with_code(code.id)
    member = await people.by_id(ids[0]) if len(ids) == 1 else NOBODY
    return Found(code, len(ids), member)


async def look(
    actor: Actor,
    code_id: int,
    now: datetime,
    sheets: Sheets,
    people: People,
    memberships: Memberships,
) -> o.CodeShown | Refused:
    """How it stands after a change."""
    found = await find(actor, code_id, sheets, people, memberships)
    return shown(actor, found, now) if isinstance(found, Found) else found


def shown(actor: Actor, found: Found, now: datetime) -> o.CodeShown:
    person, changeable = found.member.person, found.may_be_changed_by(actor)
    member = found.member.membership
    return o.CodeShown(
        code=found.code.id,
        state=_state(found.code, now),
        kind=found.code.kind,
        department=member.department if member else found.code.department,
        people=found.people,
        person=person.id if person else None,
        standing=found.member.standing,
        roles=found.member.roles,
        mine=roles_given_by(actor) if changeable else frozenset(),
    )


def recorded(
    actor: Actor, found: Found, deed: Deed, now: datetime, role: Role | None = None
) -> Entry:
    person, _ = learner(actor)
    member = found.member.person
    return Entry(
        found.code.organisation.id,
        deed,
        now,
        by=person.id,
        about=member.id if member else None,
        thing=found.code.id,
        role=role,
    )


def _state(code: EnrolmentCode, now: datetime) -> o.CodeState:
    if code.used and code.kind is CodeKind.STAFF:
        return o.CodeState.USED
    if code.revoked:
        return o.CodeState.REVOKED
    if code.expires_at is not None and code.expires_at <= now:
        return o.CodeState.EXPIRED
    return o.CodeState.UNUSED
