"""The sheets there are, and one of them with what may be done."""

from collections.abc import Sequence

from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.inviting import shortened
from bot.screens.roles import channel_name, department_name, role_name
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.speech import Speech
from bot.screens.times import short_date
from bot.screens.view import View
from learning.account.model import CodeKind, Role
from learning.organisations import outcomes as o
from learning.organisations.asks import (
    Invite,
    OfferSheetRevocation,
    PrintSheet,
    RevokeSheet,
    ShowSheet,
    ShowSheets,
)


def sheets_screen(shown: o.SheetsShown, view: View) -> Screen:
    invite = Button(view.label("New invitation"), Invite())
    title = bold(view.say("Codes of {organisation}", organisation=shown.organisation))
    if not shown.sheets:
        return Screen(paragraphs(title, view.say("There is none here.")), ((invite,),))
    html = paragraphs(
        title, *(_facts(facts, view) for facts in shown.sheets), _note(shown.sheets, view)
    )
    each = [Button(shortened(_button(facts, view)), ShowSheet(facts.id)) for facts in shown.sheets]
    older = None
    if shown.older is not None:
        older = Button(view.label("Older"), ShowSheets(shown.older))
    return Screen(html, one_a_row(*each, older, invite))


def sheet_screen(shown: o.SheetShown, view: View) -> Screen:
    facts = shown.facts
    html = paragraphs(
        _facts(facts, view),
        view.say("Revoked: its unused codes open nothing any more.") if facts.revoked else None,
        _note((facts,), view),
    )
    again = Button(view.label("Send the sheet again"), PrintSheet(facts.id))
    revoke = Button(view.label("Revoke"), OfferSheetRevocation(facts.id))
    sheets = Button(view.label("All sheets"), ShowSheets())
    rows = one_a_row(sheets) if facts.revoked else one_a_row(again, revoke, sheets)
    return Screen(html, rows)


def revocation_offered_screen(offered: o.SheetRevocationOffered, view: View) -> Screen:
    html = paragraphs(
        _facts(offered.facts, view),
        view.say(
            "Shall I revoke this sheet? Its unused codes then open nothing any more. Whoever "
            "came by one of them stays a member."
        ),
    )
    return Screen(
        html,
        one_a_row(
            Button(view.label("Yes, revoke it"), RevokeSheet(offered.facts.id)),
            Button(view.label("No, keep it"), ShowSheet(offered.facts.id)),
        ),
    )


def _facts(facts: o.SheetFacts, view: View) -> Html:
    until = None
    if facts.expires_at is not None:
        date = short_date(view, facts.expires_at)
        expired = facts.expires_at <= view.now
        until = view.say("expired on {date}", date=date) if expired else None
        until = until or view.say("valid until {date}", date=date)
    return lines(
        Html(f"{bold(_name(facts, view))} · {short_date(view, facts.made_at)}"),
        Html(" · ".join(filter(None, (_counts(facts, view), until)))),
        view.say("revoked") if facts.revoked else None,
    )


def _counts(facts: o.SheetFacts, view: View) -> Html:
    if facts.kind is CodeKind.OPEN:
        return view.say_n("{n} person came", "{n} people came", facts.people or 0)
    if facts.used == o.Used(0, 0):
        return view.say_n("{n} code, not used", "{n} codes, none used", facts.codes)
    if facts.used.least == facts.codes:
        return view.say_n("{n} code, used", "{n} codes, all used", facts.codes)
    if facts.used.least == 0:
        return view.say_n("{n} code", "{n} codes", facts.codes)
    if facts.used.least == 1:
        return view.say_n("{n} code, in use", "{n} codes, some used", facts.codes)
    used = view.number(facts.used.least)
    return view.say_n(
        "{n} code, {used} or more used", "{n} codes, {used} or more used", facts.codes, used=used
    )


def _note(sheets: Sequence[o.SheetFacts], view: View) -> Html | None:
    if all(facts.kind is CodeKind.OPEN for facts in sheets):
        return None
    return view.say("Used codes are told in fives, so that no number points to one person.")


def _name(facts: o.SheetFacts, view: Speech) -> str:
    if facts.kind is CodeKind.OPEN:
        return channel_name(view, facts.channel)
    if facts.roster:
        return view.label("From a list")
    if facts.role is not Role.LEARNER:
        return role_name(view, facts.role)
    return department_name(view, facts.department)


def _button(facts: o.SheetFacts, view: View) -> str:
    return f"{_name(facts, view)} · {short_date(view, facts.made_at)}"
