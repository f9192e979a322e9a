"""Events as their coordinator sees them."""

from typing import assert_never

from bot.locales.catalogues import languages
from bot.screens import event_words as words
from bot.screens.drawing import QrPicture
from bot.screens.events import answer_name, gone_screen, question
from bot.screens.html import Html, bold, lines, link, paragraphs
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.times import place
from bot.screens.view import View
from learning.events import asks
from learning.events import outcomes as o
from learning.events.model import (
    AFTERWARDS,
    AROUND,
    Event,
    EventKind,
    EventState,
    Field,
)
from learning.readings import EventRead
from learning.reports.model import Form
from learning.talk.model import Focus, Prompt, Shown

Read = EventRead | None
START = "https://t.me/{bot}?start=at_{code}"


def field_asked_screen(asked: o.FieldAsked, view: View) -> Screen:
    html = paragraphs(
        view.say("I could not read that.") if asked.unreadable else None,
        bold(field_name(asked.field, asked.language, view)),
        _how(asked, view),
    )
    back = Button(view.label("Back to the event"), asks.ShowEventDraft(asked.event))
    prompt = Shown(Focus(Prompt.EVENT, asked.event), asked.revision)
    return Screen(html, ((back,),), prompt=prompt)


def field_name(field: Field, language: str, view: View) -> str:
    match field:
        case Field.TITLE:
            return view.label("Title in {language}", language=view.own_name(language))
        case Field.SPEAKER:
            return view.label("Speaker")
        case Field.START:
            return view.label("Beginning")
        case Field.MINUTES:
            return view.label("Length")
        case Field.PLACE:
            return view.label("Place")
        case Field.LINK:
            return view.label("Link to join")
        case Field.SEATS:
            return view.label("Seats")
        case Field.DEADLINE:
            return view.label("Registration until")
        case Field.RECORDING:
            return view.label("Recording")
        case Field.MATERIALS:
            return view.label("Materials")
        case Field.HEADCOUNT:
            return view.label("There without the bot")
        case _:
            assert_never(field)


def _how(asked: o.FieldAsked, view: View) -> Html:
    none = view.say("A dash (–) leaves it empty.")
    match asked.field:
        case Field.TITLE:
            return view.say("Type the title, as people shall read it.")
        case Field.START:
            return view.say(
                "Type a day and an hour, such as “24.11. 9:30” or “16:00” for today, by the "
                "clocks of {place}.",
                place=place(view, asked.zone),
            )
        case Field.DEADLINE:
            moment = view.say(
                "Type a day and an hour, such as “24.11. 9:30” or “16:00” for today, by the "
                "clocks of {place}.",
                place=place(view, asked.zone),
            )
            return lines(moment, none)
        case Field.MINUTES:
            return view.say("Type the number of minutes.")
        case Field.SEATS:
            seats = view.say("Type the number of seats. Whoever comes later waits for one.")
            return lines(seats, none)
        case Field.LINK:
            return lines(view.say("Only the registered see it. It begins with https://"), none)
        case Field.RECORDING:
            missed = view.say(
                "A link that begins with https:// Whoever was registered and missed it gets it."
            )
            return lines(missed, none)
        case Field.MATERIALS:
            registered = view.say(
                "A link that begins with https:// Whoever is registered gets it at once."
            )
            return lines(registered, none)
        case Field.HEADCOUNT:
            people = view.say(
                "How many people were there who do not use the bot? Type the number. It stands "
                "apart in the report on reach."
            )
            return lines(people, none)
        case Field.SPEAKER | Field.PLACE:
            return lines(view.say("Type it in one line."), none)
        case _:
            assert_never(asked.field)


def event_draft_screen(shown: o.EventDraftShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    event = read.event
    html = paragraphs(
        words.described(event, view),
        link(view.say("The link to join"), event.link) if event.link else None,
        lines(words.recording(event, view), words.materials(event, view)),
        _state(event, view),
        turnout_told(read, view) if event.state is not EventState.DRAFT else None,
        answers_told(read, view),
    )
    return Screen(html, _rows(event, view))


def _state(event: Event, view: View) -> Html | None:
    if event.state is EventState.CANCELLED:
        return view.say("Called off.")
    if event.state is EventState.OPEN:
        if event.takes(view.now):
            return view.say("Open: people can register.")
        return view.say("It is over.") if view.now >= event.ends else closed_now(view)
    if not event.is_ready:
        return view.say("It needs a title and a start before people can register.")
    if event.begins <= view.now:
        return view.say("Its start has passed: choose another one.")
    return view.say("A draft: nobody sees it before you open it.")


def closed_now(view: View) -> Html:
    return view.say("Registration is closed.")


def turnout_told(read: EventRead, view: View) -> Html:
    turnout = read.turnout
    met = read.event.headcount
    return lines(
        view.say("Registered: {number}", number=view.number(turnout.registered)),
        view.say("Waiting: {number}", number=view.number(turnout.waiting)),
        view.say("Running late: {number}", number=view.number(turnout.late)),
        view.say("Were there: {number}", number=view.number(turnout.attended)),
        view.say("There without the bot: {number}", number=view.number(met)) if met else None,
    )


def answers_told(read: EventRead, view: View) -> Html | None:
    """From five answers on, so that nobody is recognised."""
    rows = []
    for number, answers in words.answers_told(read.turnout):
        told = ", ".join(f"{answer_name(a, view)} {view.number(n)}" for a, n in answers)
        rows.append(Html(f"• {question(number, view)} {told}"))
    return lines(*rows) if rows else None


def _rows(event: Event, view: View) -> tuple[Row, ...]:
    id, here = event.id, view.language
    every = Button(view.label("Manage events"), asks.ManageEvents())
    if event.state is EventState.CANCELLED:
        return ((every,),)
    titles = [
        Button(
            f"{'✓ ' if language in event.titles else ''}{view.own_name(language)}",
            asks.AskField(id, Field.TITLE, language),
        )
        for language in languages()
    ]
    fields = [
        Button(field_name(field, here, view), asks.AskField(id, field, here))
        for field in Field
        if field is not Field.TITLE and (_has_begun(event, view) or field not in AFTERWARDS)
    ]
    return (tuple(titles), *in_rows(fields, 2), *_acts(event, view), (every,))


def _has_begun(event: Event, view: View) -> bool:
    return event.state is EventState.OPEN and view.now >= event.begins


def _acts(event: Event, view: View) -> tuple[Row, ...]:
    id = event.id
    if event.state is EventState.DRAFT:
        kinds = [
            Button(
                f"{'✓ ' if kind is event.kind else ''}{words.kind_name(kind, view)}",
                asks.ChooseKind(id, kind),
            )
            for kind in EventKind
        ]
        ready = event.is_ready and event.begins > view.now
        return (
            *in_rows(kinds, 2),
            *one_a_row(
                Button(view.label("Open it"), asks.OpenEvent(id)) if ready else None,
                Button(view.label("Drop it"), asks.DropEvent(id)),
            ),
        )
    code = view.now <= event.ends + AROUND
    return one_a_row(
        Button(view.label("Announce it"), asks.AnnounceEvent(id))
        if event.takes(view.now)
        else None,
        Button(view.label("Code for attendance"), asks.ShowAttendanceCode(id)) if code else None,
        Button(view.label("Report"), asks.ReportEvent(id, Form.PICTURE)),
        Button(view.label("Call it off"), asks.OfferEventCancel(id))
        if view.now < event.ends
        else None,
    )


def event_dropped_screen(outcome: o.EventDropped, view: View) -> Screen:
    every = Button(view.label("Manage events"), asks.ManageEvents())
    return Screen(view.say("Dropped. Nobody has seen it."), ((every,),))


def cancel_offered_screen(offered: o.EventCancelOffered, read: Read, view: View) -> Screen:
    html = paragraphs(
        bold(words.title(read.event, view)) if read else None,
        view.say_n(
            "Call it off? {n} registered person is told at once.",
            "Call it off? {n} registered people are told at once.",
            offered.registered,
        ),
    )
    rows = one_a_row(
        Button(view.label("Yes, call it off"), asks.CancelEvent(offered.event)),
        Button(view.label("Back to the event"), asks.ShowEventDraft(offered.event)),
    )
    return Screen(html, rows)


def event_cancelled_screen(cancelled: o.EventCancelled, view: View) -> Screen:
    every = Button(view.label("Manage events"), asks.ManageEvents())
    text = view.say_n(
        "It is called off. {n} registered person is told.",
        "It is called off. {n} registered people are told.",
        cancelled.registered,
    )
    return Screen(text, ((every,),))


def attendance_code_screen(shown: o.AttendanceCodeShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    code = read.event.code
    html = paragraphs(
        bold(words.title(read.event, view)),
        view.say("Show this code at the event: {code}", code=Html(f"<code>{code}</code>")),
        view.say(
            "Whoever is there scans the square or types the code, from half an hour before to "
            "half an hour after."
        ),
    )
    back = Button(view.label("Back to the event"), asks.ShowEventDraft(shown.event))
    target = START.format(bot=view.bot_username, code=code)
    alt = view.label("The code as a square to scan")
    return Screen(html, ((back,),), drawing=QrPicture(target, alt))
