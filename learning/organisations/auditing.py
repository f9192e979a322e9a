"""/audit: what was done, for the owner of the organisation."""

from datetime import datetime

from learning.account.model import Actor, Role
from learning.audit import Audit
from learning.organisations import asks
from learning.organisations import outcomes as o

PAGE = 10


async def show_audit(
    ask: asks.ShowAudit, actor: Actor, now: datetime, *, audit: Audit
) -> o.AuditShown:
    member = actor.acting_as(Role.OWNER)
    if member is None:
        raise AssertionError("the right was checked")
    found = await audit.page(member.organisation.id, ask.before, PAGE + 1, ask.person)
    entries = tuple(
        o.AuditEntry(e.id, e.deed, e.at, e.by, e.about, e.thing, e.role) for e in found[:PAGE]
    )
    older = entries[-1].id if len(found) > PAGE else None
    return o.AuditShown(member.organisation.name, entries, older, ask.person)
