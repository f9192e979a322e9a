"""The organisation that the actor acts for, and what of it an id may name."""

from learning.account.model import Actor, CodeKind, Organisation, Role
from learning.ask import Refused, Right
from learning.organisations.model import SheetUse
from learning.organisations.outcomes import SheetFacts
from learning.organisations.ports import Sheets
from learning.organisations.using import told

# The id names a thing of another organisation, or nothing: both look the same from outside.
NOT_YOURS = Refused(Right.COORDINATOR)


def own_organisation(actor: Actor) -> Organisation:
    """Of an actor whose right was checked."""
    member = actor.acting_as(Role.COORDINATOR)
    if member is None:
        raise AssertionError("the right was checked")
    return member.organisation


async def own_sheet(actor: Actor, id: int, sheets: Sheets) -> SheetUse | None:
    """A draft belongs to whoever began it, a made sheet to every coordinator."""
    found = await sheets.get(id)
    if found is None or found.sheet.organisation_id != own_organisation(actor).id:
        return None
    begun_by = actor.person.id if actor.person else None
    if found.sheet.made_at is None and found.sheet.made_by != begun_by:
        return None
    return found


def facts_of(use: SheetUse) -> SheetFacts:
    sheet = use.sheet
    if sheet.made_at is None:
        raise AssertionError("a draft is shown to nobody")
    return SheetFacts(
        id=sheet.id,
        kind=sheet.kind,
        role=sheet.role,
        department=sheet.department.name if sheet.department else None,
        channel=sheet.channel,
        roster=sheet.roster,
        made_at=sheet.made_at,
        expires_at=sheet.expires_at,
        revoked=sheet.revoked,
        codes=use.codes,
        used=told(use.used, use.codes),
        people=use.people if sheet.kind is CodeKind.OPEN else None,
    )
