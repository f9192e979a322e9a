"""One code, and who came by it: looking it up, revoking it, removing the member.

No names are kept, so a member is spoken of by the code that their coordinator gave them.
"""

from datetime import datetime

from learning.account import belonging
from learning.account.model import Actor
from learning.account.ports import Enrolments, Memberships, People
from learning.audit import Audit, Deed
from learning.departing import depart
from learning.events.ports import Events
from learning.mentoring.matching.ports import MatchingEntries, Proposals
from learning.mentoring.ports import Turns
from learning.organisations import asks
from learning.organisations import outcomes as o
from learning.organisations.codes import Found, about, find, look, recorded, shown
from learning.organisations.own import own_organisation
from learning.organisations.ports import Sheets
from learning.organisations.telling import told_of_removal
from learning.pushes.ports import Pushes
from learning.talk.ports import Focuses
from learning.tickets.ports import Tickets


async def look_up_code(
    ask: asks.LookUpCode,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    people: People,
    memberships: Memberships,
) -> o.CodeShown | o.CodeUnknown | o.CodeAsked:
    if not ask.code:
        return o.CodeAsked()
    code = await sheets.find_code(own_organisation(actor).id, ask.code)
    if code is None:
        return o.CodeUnknown()
    return shown(actor, await about(code, people, memberships), now)


async def show_code(
    ask: asks.ShowCode,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    people: People,
    memberships: Memberships,
) -> asks.AboutCode:
    return await look(actor, ask.code, now, sheets, people, memberships)


async def revoke_code(
    ask: asks.RevokeCode,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    people: People,
    memberships: Memberships,
    audit: Audit,
) -> asks.AboutCode:
    """Who came by it stays."""
    found = await find(actor, ask.code, sheets, people, memberships)
    if not isinstance(found, Found):
        return found
    if not found.code.revoked:
        await sheets.revoke_code(ask.code)
        await audit.record(recorded(actor, found, Deed.REVOKED_CODE, now))
    return await look(actor, ask.code, now, sheets, people, memberships)


async def offer_removal(
    ask: asks.OfferRemoval,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    people: People,
    memberships: Memberships,
) -> o.RemovalOffered | asks.AboutCode:
    found = await find(actor, ask.code, sheets, people, memberships)
    if not isinstance(found, Found):
        return found
    seen = shown(actor, found, now)
    return o.RemovalOffered(seen) if found.may_be_changed_by(actor) else seen


async def remove_member(
    ask: asks.RemoveMember,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    people: People,
    enrolments: Enrolments,
    memberships: Memberships,
    audit: Audit,
    tickets: Tickets,
    events: Events,
    turns: Turns,
    pushes: Pushes,
    focuses: Focuses,
    matching_entries: MatchingEntries,
    proposals: Proposals,
) -> o.MemberRemoved | asks.AboutCode:
    """Membership and roles end at once; the code opens nothing any more."""
    found = await find(actor, ask.code, sheets, people, memberships)
    if not isinstance(found, Found):
        return found
    if not found.stands(ask.standing, actor):
        return shown(actor, found, now)
    await belonging.leave(found.member, now, enrolments=enrolments, memberships=memberships)
    await sheets.revoke_code(ask.code)
    await audit.record(recorded(actor, found, Deed.REMOVED_MEMBER, now))
    member, place = found.member, found.code.organisation
    if member.person is not None:
        await depart(
            member.person.id,
            place,
            now,
            tickets=tickets,
            events=events,
            turns=turns,
            pushes=pushes,
            focuses=focuses,
            matching_entries=matching_entries,
            proposals=proposals,
        )
        if member.telegram_id != actor.telegram_id:
            await pushes.add(told_of_removal(member, now))
    return o.MemberRemoved()
