"""Who was removed, or whose role was changed by somebody else, is told. Judged at the moment of
sending: what was taken back in the meantime is not told."""

from datetime import datetime

from learning.account.model import Actor, Role
from learning.account.ports import Memberships, People
from learning.organisations import asks
from learning.organisations import outcomes as o
from learning.pushes.model import NewPush, PushKind, SkipReason
from learning.pushes.outcomes import NotWanted


def told_of_removal(member: Actor, now: datetime) -> list[NewPush]:
    """`member` as they were. One push for each time."""
    if member.person is None or member.organisation is None:
        return []
    occasion = f"{member.organisation.id}.{member.standing}"
    return [NewPush(member.person.id, PushKind.REMOVED, occasion, now)]


def told_of_role(member: Actor, role: Role, given: bool, now: datetime) -> list[NewPush]:
    if member.person is None:
        return []
    occasion = f"{role}.{given:d}.{member.standing}"
    return [NewPush(member.person.id, PushKind.ROLE, occasion, now)]


async def prepare_removal(
    ask: asks.PrepareRemoval,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    memberships: Memberships,
) -> o.RemovalTold | NotWanted:
    target = await people.actor(ask.telegram_id)
    organisation = int(ask.occasion.partition(".")[0])
    if target.person is None or target.roles_in(organisation):
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    former = await memberships.former(target.person.id, organisation)
    return NotWanted(SkipReason.GONE) if former is None else o.RemovalTold(former.organisation.name)


async def prepare_role(
    ask: asks.PrepareRole, actor: Actor, now: datetime, *, people: People
) -> o.RoleTold | NotWanted:
    target = await people.actor(ask.telegram_id)
    name, was_given, _ = ask.occasion.split(".")
    role, given = Role(name), was_given == "1"
    if target.organisation is None or given is not (role in target.roles):
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    return o.RoleTold(target.organisation.name, role, given)
