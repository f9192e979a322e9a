"""A person at the other end: writing to one, and answering through the bot."""

from bot.screens import buttons
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from bot.screens.waiting import ticket_title
from learning.account.model import Role
from learning.readings import TicketWords
from learning.talk.model import Focus, Prompt, Shown
from learning.tickets import outcomes as o
from learning.tickets.asks import (
    AnswerTicket,
    CloseTicket,
    DropTicket,
    SendTicket,
    ShowReported,
    StayNameless,
)
from learning.tickets.model import Side, TicketKind

MOST_TEXTS, LONGEST_TEXT = 6, 500  # of a talk, as far as one message holds it


def ticket_asked_screen(asked: o.TicketAsked, view: View) -> Screen:
    """Who will read it, and what does not belong here."""
    html = paragraphs(
        bold(ticket_title(asked.kind, view)),
        view.say("Write it in one message."),
        lines(_readers(asked.organisation, asked.to, view), _no_clients(view)),
    )
    send = Button(view.label("Send without a word"), SendTicket(asked.ticket))
    rows = one_a_row(
        send if asked.kind is TicketKind.MISTAKE else None,
        Button(view.label("Do not send"), DropTicket(asked.ticket)),
    )
    return Screen(html, rows, prompt=_waits(asked.ticket))


def nobody_there_screen(outcome: o.NobodyThere, view: View) -> Screen:
    text = paragraphs(
        view.say("Nobody of an organisation could read your message in this chat."),
        operator(view),
    )
    if outcome.kind is TicketKind.MISTAKE:  # pressed on a card, which is to be found again
        return Screen(text, ((buttons.back_to_lesson(view),),))
    return Screen(text, ((buttons.next_lesson(view), buttons.help_me(view)),))


def name_asked_screen(asked: o.NameAsked, view: View) -> Screen:
    html = paragraphs(
        view.say("Please type a name of at most 60 characters.") if asked.unreadable else None,
        bold(view.say("Under which name shall I pass it on?")),
        view.say(
            "Type the name that you want to be seen by, or stay without one: both are fine, and "
            "you are answered either way."
        ),
        _chosen(view) if asked.chosen else _readers(asked.organisation, asked.to, view),
    )
    rows = one_a_row(
        Button(view.label("Without a name"), StayNameless(asked.ticket)),
        Button(view.label("Do not send"), DropTicket(asked.ticket)),
    )
    return Screen(html, rows, prompt=Shown(Focus(Prompt.NAME, asked.ticket), 0))


def ticket_sent_screen(sent: o.TicketSent, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Sent. Thank you!")),
        _chosen(view) if sent.chosen else _readers(sent.organisation, sent.to, view),
        view.say("The answer comes here, in this chat."),
    )
    return Screen(html, ((buttons.go_on(view),),))


def ticket_dropped_screen(outcome: o.TicketDropped, view: View) -> Screen:
    rows = ((buttons.go_on(view),), *buttons.menu(view)[1:])
    return Screen(view.say("Not sent, and nothing is kept."), rows)


def ticket_gone_screen(outcome: o.TicketGone, view: View) -> Screen:
    text = view.say("That message is no longer open, and its words are wiped.")
    return Screen(text, buttons.menu(view))


def ticket_closed_screen(outcome: o.TicketClosed, view: View) -> Screen:
    text = view.say("Closed. Every word of it is wiped.")
    if outcome.side is Side.STAFF:
        return Screen(text, ((buttons.tickets(view),),))
    return Screen(text, buttons.menu(view))


def ticket_written_screen(written: o.TicketWritten, view: View) -> Screen:
    html = view.say("Passed on. What you write next as a reply to this goes there, too.")
    rows = _rows(written.ticket, view)
    if written.side is Side.STAFF:
        rows = (*rows, (buttons.tickets(view),))
    return Screen(html, rows, prompt=_waits(written.ticket))


def ticket_opened_screen(opened: o.TicketOpened, words: TicketWords | None, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Message {number}", number=opened.ticket)),
        _concern(words, view) if opened.side is Side.STAFF else None,
        _talk(words, view),
        view.say("Write your answer in one message."),
        _no_clients(view) if opened.side is Side.STAFF else None,
    )
    close = Button(view.label("Close"), CloseTicket(opened.ticket))
    others = buttons.tickets(view) if opened.side is Side.STAFF else None
    return Screen(html, one_a_row(close, others), prompt=_waits(opened.ticket))


def ticket_arrived_screen(
    arrived: o.TicketArrived, words: TicketWords | None, view: View
) -> Screen:
    """Says what the answer is for, and that it goes back through the bot."""
    heading = ticket_title(arrived.kind, view)
    name = words.name if words else None
    html = paragraphs(
        view.say("This has waited for an answer for two working days:")
        if arrived.reminded
        else None,
        lines(
            bold(heading),
            view.say("From: {name}", name=name)
            if name
            else view.say("From somebody without a name"),
            _where(arrived, view),
        ),
        _concern(words, view),
        _talk(words, view),
        view.say("Answer with the button, or as a reply to this message. It goes through me."),
    )
    rows = _rows(arrived.ticket, view)
    if arrived.content is not None:
        look = Button(view.label("Look at the place"), ShowReported(arrived.ticket))
        rows = ((look,), *rows)
    return Screen(html, rows, prompt=_waits(arrived.ticket))


def answer_arrived_screen(
    arrived: o.AnswerArrived, words: TicketWords | None, view: View
) -> Screen:
    html = paragraphs(bold(view.say("You have an answer")), _talk(words, view))
    return Screen(html, _rows(arrived.ticket, view), prompt=_waits(arrived.ticket))


def ticket_ended_screen(ended: o.TicketEnded, view: View) -> Screen:
    if ended.nobody:
        gone = view.say(
            "I am sorry: nobody there can answer your message {number} any more. It is closed, "
            "and its words are wiped.",
            number=ended.ticket,
        )
        return Screen(paragraphs(gone, operator(view)), buttons.menu(view))
    text = view.say(
        "Message {number} was closed by the other side. Its words are wiped here.",
        number=ended.ticket,
    )
    return Screen(text, ((buttons.next_lesson(view), buttons.help_me(view)),))


def operator(view: View) -> Html:
    if view.contact is None:
        return view.say("Please turn to the person who told you about this course.")
    return view.say("You reach the people who run this bot here: {contact}", contact=view.contact)


def _waits(ticket: int) -> Shown:
    return Shown(Focus(Prompt.TICKET, ticket), 0)


def _rows(ticket: int, view: View) -> tuple[tuple[Button, ...], ...]:
    answer = Button(view.label("Answer"), AnswerTicket(ticket))
    return ((answer, Button(view.label("Close"), CloseTicket(ticket))),)


def _readers(organisation: str, to: Role, view: View) -> Html:
    if to is Role.TRAINER:
        return view.say("The trainers of {organisation} will read it.", organisation=organisation)
    return view.say("The coordinators of {organisation} will read it.", organisation=organisation)


def _chosen(view: View) -> Html:
    return view.say("Only the person whom you chose will read it.")


def _no_clients(view: View) -> Html:
    return view.say("Please write nothing about the people you serve: no case belongs here.")


def _where(arrived: o.TicketArrived, view: View) -> Html | None:
    """The card or question that a mistake was found in."""
    if arrived.content is None:
        return None
    lesson, _, _ = arrived.content.partition(".")
    title = view.title_of(lesson) or escape(lesson)
    return view.say(
        "In: {title} ({id})", title=title, id=Html(f"<code>{escape(arrived.content)}</code>")
    )


def _talk(words: TicketWords | None, view: View) -> Html | None:
    """The last texts of both sides, each cut to what a message can hold."""
    if words is None or not words.texts:
        return None
    last = words.texts[-MOST_TEXTS:]
    return paragraphs(*(_said(by_staff, _cut(text), view) for by_staff, text in last))


def _said(by_staff: bool, text: str, view: View) -> Html:
    quoted = Html(f"<blockquote>{escape(text)}</blockquote>")
    return lines(view.say("Answered:") if by_staff else view.say("Asked:"), quoted)


def _concern(words: TicketWords | None, view: View) -> Html | None:
    """What its author chose to pass on, and nothing else."""
    if words is None or not words.is_concern:
        return None
    return lines(
        view.say("Nobody but you was told. Please talk with them before you do anything."),
        view.say("They are in a pair with {name}.", name=words.partner) if words.partner else None,
        None if words.texts else view.say("They would like to talk, and wrote nothing more."),
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
