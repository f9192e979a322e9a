"""The sheets there are, and one of them with what may be done."""

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
    html = paragraphs(title, *(_facts(facts, view) for facts in shown.sheets))
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
    )
    may_print = not facts.revoked and (facts.used < facts.codes or facts.kind is CodeKind.OPEN)
    rows = one_a_row(
        Button(view.label("Send the sheet again"), PrintSheet(facts.id)) if may_print else None,
        None if facts.revoked else Button(view.label("Revoke"), OfferSheetRevocation(facts.id)),
        Button(view.label("All sheets"), ShowSheets()),
    )
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
        return view.say_n("{n} person came", "{n} people came", facts.people)
    return view.say(
        "{used} of {codes} used",
        used=view.number(facts.used),
        codes=view.number(facts.codes),
    )


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
