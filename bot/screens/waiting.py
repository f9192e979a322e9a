"""The messages that wait for an answer, for those who answer them."""

from typing import assert_never

from bot.screens import buttons
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import on_day
from bot.screens.view import View
from learning.reports.asks import ShowHome
from learning.tickets import outcomes as o
from learning.tickets.asks import AnswerTicket, ShowTickets
from learning.tickets.model import TicketKind, TicketState


def tickets_screen(shown: o.TicketsShown, view: View) -> Screen:
    if shown.organisation is None:
        text = view.say(
            "Messages to coordinators and trainers stand here, for those who answer them."
        )
        return Screen(text, buttons.menu(view))
    home = Button(view.label("Home"), ShowHome())
    title = bold(view.say("Messages to {organisation}", organisation=shown.organisation))
    if not shown.tickets:
        return Screen(paragraphs(title, view.say("Nothing waits for an answer.")), ((home,),))
    listed = lines(*(_in_words(ticket, view) for ticket in shown.tickets))
    hint = view.say("The oldest stands first. Tap one to read it and to answer.")
    each = [
        Button(view.label("Message {number}", number=ticket.id), AnswerTicket(ticket.id))
        for ticket in shown.tickets
    ]
    more = None
    if shown.later is not None:
        more = Button(view.label("Later ones"), ShowTickets(shown.later))
    return Screen(paragraphs(title, listed, hint), one_a_row(*each, more, home))


def _in_words(ticket: o.TicketFacts, view: View) -> Html:
    return view.say(
        "• Message {number}, {day}: {kind}. {state}",
        number=ticket.id,
        day=on_day(view, ticket.opened_at.astimezone(view.local_now.tzinfo).date()),
        kind=ticket_title(ticket.kind, view),
        state=_state(ticket.state, view),
    )


def _state(state: TicketState, view: View) -> Html:
    if state is TicketState.OPEN:
        return bold(view.say("Waits for an answer."))
    return view.say("Answered, not closed yet.")


def ticket_title(kind: TicketKind, view: View) -> Html:
    match kind:
        case TicketKind.PERSON:
            return view.say("A message to a person")
        case TicketKind.PROBLEM:
            return view.say("Something is wrong")
        case TicketKind.MISTAKE:
            return view.say("A mistake in the course")
        case TicketKind.CONCERN:
            return view.say("In confidence, about mentoring")
        case _:
            assert_never(kind)
