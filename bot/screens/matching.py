"""To find a mentor, or to be one: who sees what is said before it is asked."""

from bot.screens import buttons
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.mentoring.asks import ShowMentoring
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import (
    BeginEntry,
    DeclineInvitation,
    ShowBoard,
    ShowEntry,
    ShowHub,
    ShowProposed,
)
from learning.mentoring.matching.checklist import Who
from learning.mentoring.model import Side


def no_organisation_screen(outcome: o.NoOrganisation, view: View) -> Screen:
    html = view.say(
        "Mentoring is arranged within an organisation, and you belong to none here. A "
        "coordinator of yours can give you a code to join."
    )
    return Screen(html, buttons.menu(view))


def hub_screen(hub: o.HubShown, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Mentoring: find a mentor, or be one")),
        view.say(
            "Two people meet every few weeks for some months: one listens and asks, the other "
            "tries things out. A coordinator of {organisation} proposes pairs, and both say yes "
            "or no.",
            organisation=hub.organisation,
        ),
        lines(_as_mentee(hub, view), _as_mentor(hub, view)),
    )
    wish = view.label("A mentor for me") if hub.mentee is None else view.label("My wish")
    offer = view.label("I would be a mentor") if hub.mentor is None else view.label("My offer")
    proposed = [
        Button(view.label("A proposal for you"), ShowProposed(each)) for each in hub.proposals
    ]
    board = Button(view.label("Matching in my organisation"), ShowBoard())
    pair = Button(view.label("My mentoring"), ShowMentoring())
    rows = one_a_row(
        *proposed,
        Button(wish, ShowEntry(Side.MENTEE)),
        Button(offer, ShowEntry(Side.MENTOR)),
        pair,
        board if hub.coordinates else None,
    )
    return Screen(html, rows)


def _as_mentee(hub: o.HubShown, view: View) -> Html | None:
    if hub.mentee is None:
        return None
    if hub.mentee:
        return view.say("• You wish for a mentor, and are looked at in the next matching.")
    return view.say("• Your wish for a mentor is not sent yet.")


def _as_mentor(hub: o.HubShown, view: View) -> Html | None:
    if hub.mentor is None:
        return None
    if hub.mentor:
        return view.say("• You are in the register of mentors.")
    return view.say("• Your offer to be a mentor is not sent yet.")


def entry_offered_screen(offered: o.EntryOffered, view: View) -> Screen:
    mentor = offered.side is Side.MENTOR
    html = paragraphs(
        bold(view.say("Being a mentor") if mentor else view.say("A mentor for you")),
        _checklist(Who(offered.side), view),
        bold(view.say("Who will see what you say")),
        _readers(offered, view),
        view.say(
            "It is your own choice, has nothing to do with any appraisal, and you can change it or "
            "take it back at any time."
        ),
    )
    rows = one_a_row(
        Button(view.label("That is so for me: go on"), BeginEntry(offered.side)),
        Button(view.label("Rather not"), ShowHub()),
    )
    return Screen(html, rows)


def _checklist(who: Who, view: View) -> Html | None:
    """What Q-SER published and what we add are told apart."""
    checklist = view.curriculum.selection
    items = checklist.of(who) if checklist else ()
    published = [Html(f"• {view.name(item.text)}") for item in items if item.published]
    own = [Html(f"• {view.name(item.text)}") for item in items if not item.published]
    return paragraphs(
        lines(view.say("From the checklist that Q-SER published:"), *published)
        if published
        else None,
        lines(view.say("And what we propose:"), *own) if own else None,
    )


def _readers(offered: o.EntryOffered, view: View) -> Html:
    coordinators = view.say(
        "• The coordinators of {organisation} see your name and all of it when they make pairs.",
        organisation=offered.organisation,
    )
    if offered.side is Side.MENTEE:
        return lines(
            coordinators,
            view.say("• A mentor who is proposed to you sees your name and why you two fit."),
            view.say(
                "• One of another organisation sees nothing about you before both have said yes."
            ),
        )
    return lines(
        coordinators,
        view.say("• Whoever you are proposed to sees your name and why you two fit."),
        view.say(
            "• Only if you offer it to other organisations, their people see your name, your "
            "organisation and what you offer."
        ),
    )


def entry_dropped_screen(dropped: o.EntryDropped, view: View) -> Screen:
    if dropped.side is Side.MENTOR:
        text = view.say(
            "You are no longer in the register of mentors, and nothing of your offer is kept. "
            "Pairs that you have go on as they are."
        )
    else:
        text = view.say("Your wish is taken back, and nothing of it is kept.")
    return Screen(text, ((Button(view.label("Mentoring"), ShowHub()),), *buttons.menu(view)))


def mentor_invited_screen(invited: o.MentorInvited, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Would you be a mentor now?")),
        view.say(
            "Your circle is closed. Whoever was mentored knows what helps, and a new circle can "
            "begin with you. What I know already is filled in; nobody of {organisation} sees any "
            "of it before you say so.",
            organisation=invited.organisation,
        ),
        view.say("No is just as fine. I ask this only once."),
    )
    yes = Button(view.label("I would be a mentor"), ShowEntry(Side.MENTOR))
    no = Button(view.label("Not now"), DeclineInvitation())
    return Screen(html, one_a_row(yes, no))


def invitation_declined_screen(declined: o.InvitationDeclined, view: View) -> Screen:
    text = view.say(
        "That is fine, and thank you for going all the way. Should you change your mind: /mentor "
        "stands open."
    )
    return Screen(text, buttons.menu(view))
