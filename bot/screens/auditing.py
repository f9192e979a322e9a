"""The audit log in words."""

from typing import assert_never

from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.roles import person_number, role_name
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.times import to_the_second
from bot.screens.view import View
from learning.audit import Deed
from learning.organisations import outcomes as o
from learning.organisations.asks import ShowAudit

IN_A_ROW = 4


def audit_screen(shown: o.AuditShown, view: View) -> Screen:
    title = bold(view.say("What was done in {organisation}", organisation=shown.organisation))
    if shown.person is not None:
        title = lines(title, person_number(view, shown.person))
    if not shown.entries:
        return Screen(paragraphs(title, view.say("Nothing here yet.")))
    filters = _filters(shown, view)
    html = paragraphs(
        title,
        view.say("No names and no texts are kept; the numbers tell people and codes apart."),
        *(_entry(entry, view) for entry in shown.entries),
        view.say("Tap a person to read of that one alone.")
        if filters and not shown.person
        else None,
    )
    older = None
    if shown.older is not None:
        older = Button(view.label("Older"), ShowAudit(shown.older, shown.person))
    return Screen(html, (*filters, *one_a_row(older)))


def _filters(shown: o.AuditShown, view: View) -> tuple[Row, ...]:
    """Everything, or what one person did and what was done about them."""
    if shown.person is not None:
        return ((Button(view.label("Everybody"), ShowAudit()),),)
    people = dict.fromkeys(e for entry in shown.entries for e in (entry.by, entry.about) if e)
    each = [
        Button(view.label("Person {number}", number=person), ShowAudit(None, person))
        for person in sorted(people)
    ]
    return in_rows(each, IN_A_ROW) if len(each) > 1 else ()


def _entry(entry: o.AuditEntry, view: View) -> Html:
    by = view.say("the operator, or somebody erased")
    if entry.by is not None:
        by = person_number(view, entry.by)
    return lines(Html(f"{to_the_second(view, entry.at)} · {by}"), _deed(entry, view))


def _deed(entry: o.AuditEntry, view: View) -> Html:
    about = person_number(view, entry.about)
    role = bold(role_name(view, entry.role)) if entry.role else ""
    match entry.deed:
        case (
            Deed.MADE_CODES
            | Deed.MADE_SHEET
            | Deed.IMPORTED_ROSTER
            | Deed.REVOKED_SHEET
            | Deed.REVOKED_CODE
        ):
            return _code_deed(entry, view)
        case Deed.GAVE_ROLE | Deed.WITHDREW_ROLE:
            return _role_deed(entry, view)
        case Deed.CHANGED_DEPARTMENT:
            return view.say("changed the department of {person}", person=about)
        case Deed.REMOVED_MEMBER:
            return view.say("removed {person}", person=about)
        case Deed.JOINED:
            return view.say("joined by code {number} as: {role}", number=entry.thing, role=role)
        case Deed.LAUNCHED_ROUND | Deed.REMINDED_ROUND | Deed.CLOSED_ROUND | Deed.COUNTED_AGAIN:
            return _round_deed(entry, view)
        case (
            Deed.OPENED_MATCHING
            | Deed.CLOSED_MATCHING
            | Deed.SENT_PROPOSAL
            | Deed.REJECTED_PROPOSAL
        ):
            return _matching_deed(entry, view)
        case Deed.LEFT:
            return view.say("left")
        case Deed.CHANGED_PHONE:
            return view.say("went on under another Telegram account")
        case (
            Deed.SENT_ANNOUNCEMENT
            | Deed.ASKED_APPROVAL
            | Deed.SENT_BACK_ANNOUNCEMENT
            | Deed.APPROVED_ANNOUNCEMENT
            | Deed.PAUSED_ANNOUNCEMENT
            | Deed.RESUMED_ANNOUNCEMENT
            | Deed.CANCELLED_ANNOUNCEMENT
            | Deed.CHANGED_SECOND_LOOK
        ):
            return _announcement_deed(entry, view)
        case Deed.OPENED_EVENT | Deed.CHANGED_EVENT | Deed.CANCELLED_EVENT:
            return _event_deed(entry, view)
        case Deed.REVOKED_CERTIFICATE:
            return view.say("revoked certificate {number}", number=entry.thing)
        case _:
            assert_never(entry.deed)


def _code_deed(entry: o.AuditEntry, view: View) -> Html:
    match entry.deed:
        case Deed.MADE_CODES:
            return view.say("made codes")
        case Deed.MADE_SHEET:
            return view.say("made sheet {number}", number=entry.thing)
        case Deed.IMPORTED_ROSTER:
            return view.say("took in a list as sheet {number}", number=entry.thing)
        case Deed.REVOKED_SHEET:
            return view.say("revoked sheet {number}", number=entry.thing)
        case _:
            return view.say("revoked code {number}", number=entry.thing)


def _role_deed(entry: o.AuditEntry, view: View) -> Html:
    about = person_number(view, entry.about)
    role = bold(role_name(view, entry.role)) if entry.role else ""
    if entry.deed is Deed.GAVE_ROLE:
        return view.say("gave {person} the role: {role}", person=about, role=role)
    return view.say("withdrew from {person} the role: {role}", person=about, role=role)


def _round_deed(entry: o.AuditEntry, view: View) -> Html:
    """What was done with a round of the needs analysis."""
    if entry.deed is Deed.LAUNCHED_ROUND:
        return view.say("launched round {number} of the needs analysis", number=entry.thing)
    if entry.deed is Deed.REMINDED_ROUND:
        return view.say("reminded the people of round {number}", number=entry.thing)
    if entry.deed is Deed.COUNTED_AGAIN:
        return view.say("counted before and after of round {number}", number=entry.thing)
    return view.say("closed round {number} of the needs analysis", number=entry.thing)


def _event_deed(entry: o.AuditEntry, view: View) -> Html:
    if entry.deed is Deed.OPENED_EVENT:
        return view.say("opened event {number}", number=entry.thing)
    if entry.deed is Deed.CHANGED_EVENT:
        return view.say("changed event {number}", number=entry.thing)
    return view.say("called off event {number}", number=entry.thing)


def _matching_deed(entry: o.AuditEntry, view: View) -> Html:
    match entry.deed:
        case Deed.OPENED_MATCHING:
            return view.say("opened matching {number} for mentoring", number=entry.thing)
        case Deed.CLOSED_MATCHING:
            return view.say("closed matching {number} for mentoring", number=entry.thing)
        case Deed.SENT_PROPOSAL:
            return view.say("approved proposal {number} for a pair", number=entry.thing)
        case _:
            return view.say("rejected proposal {number} for a pair", number=entry.thing)


def _announcement_deed(entry: o.AuditEntry, view: View) -> Html:
    match entry.deed:
        case Deed.CHANGED_SECOND_LOOK:
            if entry.thing:
                return view.say("asked for a second look at announcements")
            return view.say("ended the second look at announcements")
        case Deed.SENT_ANNOUNCEMENT:
            return view.say("sent announcement {number}", number=entry.thing)
        case Deed.ASKED_APPROVAL:
            return view.say("asked for approval of announcement {number}", number=entry.thing)
        case Deed.SENT_BACK_ANNOUNCEMENT:
            return view.say("made announcement {number} a draft again", number=entry.thing)
        case Deed.APPROVED_ANNOUNCEMENT:
            return view.say("approved of announcement {number}", number=entry.thing)
        case Deed.PAUSED_ANNOUNCEMENT:
            return view.say("paused announcement {number}", number=entry.thing)
        case Deed.RESUMED_ANNOUNCEMENT:
            return view.say("went on with announcement {number}", number=entry.thing)
        case _:
            return view.say("cancelled announcement {number}", number=entry.thing)
