"""The sheets there are: how far each is used, printing it again, revoking it."""

from datetime import datetime

from learning.account.model import Actor
from learning.ask import Refused
from learning.audit import Audit, Deed
from learning.organisations import asks
from learning.organisations import outcomes as o
from learning.organisations.inviting import entry_about
from learning.organisations.own import NOT_YOURS, facts_of, own_organisation, own_sheet
from learning.organisations.ports import Sheets

PAGE = 8


async def show_sheets(
    ask: asks.ShowSheets, actor: Actor, now: datetime, *, sheets: Sheets
) -> o.SheetsShown:
    organisation = own_organisation(actor)
    found = await sheets.page(organisation.id, ask.before, PAGE + 1)
    shown = tuple(map(facts_of, found[:PAGE]))
    older = shown[-1].id if len(found) > PAGE else None
    return o.SheetsShown(organisation.name, shown, older)


async def show_sheet(
    ask: asks.ShowSheet, actor: Actor, now: datetime, *, sheets: Sheets
) -> o.SheetShown | Refused:
    return await shown_sheet(actor, ask.sheet, sheets)


async def print_sheet(
    ask: asks.PrintSheet, actor: Actor, now: datetime, *, sheets: Sheets
) -> o.SheetReady | o.SheetShown | Refused:
    shown = await shown_sheet(actor, ask.sheet, sheets)
    if isinstance(shown, Refused) or shown.facts.revoked:
        return shown
    return o.SheetReady(ask.sheet, again=True)


async def offer_revocation(
    ask: asks.OfferSheetRevocation, actor: Actor, now: datetime, *, sheets: Sheets
) -> o.SheetRevocationOffered | o.SheetShown | Refused:
    shown = await shown_sheet(actor, ask.sheet, sheets)
    if isinstance(shown, Refused) or shown.facts.revoked:
        return shown
    return o.SheetRevocationOffered(shown.facts)


async def revoke_sheet(
    ask: asks.RevokeSheet, actor: Actor, now: datetime, *, sheets: Sheets, audit: Audit
) -> o.SheetShown | Refused:
    """Who came by one of its codes stays; revoking twice changes nothing."""
    found = await own_sheet(actor, ask.sheet, sheets)
    if found is None or found.sheet.made_at is None:
        return NOT_YOURS
    if not found.sheet.revoked:
        await sheets.put(found.sheet.changed(revoked=True))
        await sheets.revoke(found.sheet.id)
        await audit.record(entry_about(found.sheet, Deed.REVOKED_SHEET, actor, now))
    return await shown_sheet(actor, ask.sheet, sheets)


async def shown_sheet(actor: Actor, id: int, sheets: Sheets) -> o.SheetShown | Refused:
    found = await own_sheet(actor, id, sheets)
    if found is None or found.sheet.made_at is None:
        return NOT_YOURS
    return o.SheetShown(facts_of(found))
