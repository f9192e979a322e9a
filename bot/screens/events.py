"""Events as who may come sees them."""

from bot.screens import buttons
from bot.screens import event_words as words
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import short_date
from bot.screens.view import View
from learning.certificates.asks import ShowAttendance
from learning.events import asks
from learning.events import outcomes as o
from learning.events.model import ANSWERS, QUESTIONS, Event, Seat
from learning.readings import EventRead, EventsRead
from learning.talk.model import Focus, Prompt, Shown

Read = EventRead | None
SHORT = 36  # characters of a button


def events_screen(shown: o.EventsShown, read: EventsRead, view: View) -> Screen:
    rows: list[Row] = [(_listed(event, seat, view),) for event, seat in read.coming]
    rows += [(_attended(event, view),) for event, attended in read.past if attended]
    if shown.organisation is not None:
        manage = Button(view.label("Manage events"), asks.ManageEvents())
        rows.append((Button(view.label("New event"), asks.BeginEvent()), manage))
    rows.append((buttons.go_on(view),))
    kept = [event for event, _ in read.past if event.recording or event.materials]
    html = paragraphs(
        bold(view.say("Webinars, seminars and workshops")),
        view.say("Tap one to see it. ✓ means that you are registered.")
        if read.coming
        else view.say("Nothing is planned just now. You will hear of it here."),
        lines(bold(view.say("Recordings and materials")), *(_kept(each, view) for each in kept))
        if kept
        else None,
    )
    return Screen(html, tuple(rows))


def _kept(event: Event, view: View) -> Html:
    links = (words.recording(event, view), words.materials(event, view))
    return Html(f"• {escape(_name(event, view))}: {', '.join(each for each in links if each)}")


def _attended(event: Event, view: View) -> Button:
    """For the certificate of attendance, also long afterwards."""
    label = view.label("You were there: {event}", event=_name(event, view))
    return Button(_cut(label), asks.ShowEvent(event.id))


def every(view: View) -> Button:
    return Button(view.label("All events"), asks.ShowEvents())


def _listed(event: Event, seat: Seat | None, view: View) -> Button:
    sign = {Seat.REGISTERED: "✓ ", Seat.WAITING: "⏳ "}.get(seat, "") if seat else ""
    return Button(_cut(f"{sign}{_name(event, view)}"), asks.ShowEvent(event.id))


def _name(event: Event, view: View) -> str:
    return f"{short_date(view, event.begins)} · {words.title(event, view)}"


def _cut(label: str) -> str:
    return label if len(label) <= SHORT else f"{label[: SHORT - 1].rstrip()}…"


def event_screen(shown: o.EventShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    event = read.event
    registered = shown.seat is Seat.REGISTERED
    html = paragraphs(
        words.described_to_comers(event, view) if registered else words.described(event, view),
        _standing(shown, view),
        words.joining(event, view) if registered and not shown.over else None,
        lines(
            words.materials(event, view) if registered or shown.over else None,
            words.recording(event, view) if shown.over else None,
        ),
    )
    return Screen(html, (*_before(shown, view), *_after(shown, view), (every(view),)))


def _before(shown: o.EventShown, view: View) -> tuple[Row, ...]:
    id, registered = shown.event, shown.seat is Seat.REGISTERED
    away = shown.now and not shown.attended
    return one_a_row(
        Button(view.label("I am here"), asks.AskAttendance(id)) if away else None,
        Button(view.label("I am running late"), asks.SayLate(id))
        if away and registered and not shown.late
        else None,
        Button(view.label("Register"), asks.Register(id))
        if shown.seat is None and shown.takes
        else None,
        Button(view.label("I can't come"), asks.CancelRegistration(id))
        if shown.seat is not None and not shown.attended and not shown.over
        else None,
    )


def _after(shown: o.EventShown, view: View) -> tuple[Row, ...]:
    manage = Button(view.label("Manage this event"), asks.ShowEventDraft(shown.event))
    return one_a_row(
        certificate(shown.event, view) if shown.over and shown.attended else None,
        manage if shown.coordinates else None,
    )


def certificate(event: int, view: View) -> Button:
    return Button(view.label("Certificate of attendance"), ShowAttendance(event))


def _standing(shown: o.EventShown, view: View) -> Html | None:
    if shown.attended:
        return view.say("You were there. Thank you!")
    if shown.over:
        return view.say("It is over.")
    match shown.seat:
        case Seat.REGISTERED:
            return view.say("You are registered.")
        case Seat.WAITING:
            return view.say("You are on the waiting list.")
        case _:
            return None if shown.takes else view.say("Registration is closed.")


def registered_screen(registered: o.Registered, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("You are registered")),
        words.described_to_comers(read.event, view),
        words.joining(read.event, view),
        view.say(
            "The file puts it into your calendar. I remind you the day before, and a quarter of "
            "an hour before."
        ),
    )
    return Screen(html, own_rows(registered.event, view), drawing=words.calendar(read, view))


def own_rows(event: int, view: View) -> tuple[Row, ...]:
    return one_a_row(
        Button(view.label("I can't come"), asks.CancelRegistration(event)),
        every(view),
    )


def waiting_screen(waiting: o.WaitingListed, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("All seats are taken")),
        words.described(read.event, view),
        view.say(
            "You are on the waiting list. If a seat becomes free it is yours, and I tell you at "
            "once."
        ),
    )
    return Screen(html, own_rows(waiting.event, view), beside=True)


def registration_cancelled_screen(
    cancelled: o.RegistrationCancelled, read: Read, view: View
) -> Screen:
    again = Button(view.label("Register"), asks.Register(cancelled.event))
    rows = ((again,), (every(view),))
    title = bold(words.title(read.event, view)) if read else None
    if read is None or cancelled.waited:
        off = view.say("You are no longer on the waiting list. Thank you for saying so.")
        return Screen(paragraphs(title, off), rows, beside=True)
    html = paragraphs(
        title,
        view.say("You are no longer registered. Thank you for saying so: the seat is free now."),
        view.say("The file takes it out of your calendar."),
    )
    return Screen(html, rows, drawing=words.calendar(read, view, withdrawn=True))


def closed_screen(closed: o.RegistrationClosed, read: Read, view: View) -> Screen:
    html = paragraphs(
        words.described(read.event, view) if read else None,
        view.say("Registration is closed."),
    )
    return Screen(html, ((every(view),),), beside=True)


def late_screen(noted: o.LateNoted, read: Read, view: View) -> Screen:
    html = paragraphs(
        view.say("Noted: you come a little later. See you there!"),
        words.joining(read.event, view) if read else None,
    )
    return Screen(html, own_rows(noted.event, view))


def gone_screen(outcome: o.EventGone, view: View) -> Screen:
    return Screen(view.say("That event is not here any more."), ((every(view),),))


def attendance_asked_screen(asked: o.AttendanceAsked, view: View) -> Screen:
    html = paragraphs(
        view.say("That is not the code.") if asked.unreadable else None,
        view.say("Please type the code that is shown at the event."),
    )
    back = Button(view.label("Back"), asks.ShowEvent(asked.event))
    return Screen(html, ((back,),), prompt=Shown(Focus(Prompt.ATTENDANCE, asked.event), 0))


def attended_screen(attended: o.Attended, read: Read, view: View) -> Screen:
    said = (
        view.say("That was noted before: you are on the list once.")
        if attended.again
        else view.say("Welcome! Your attendance is noted.")
    )
    html = paragraphs(bold(words.title(read.event, view)) if read else None, said)
    return Screen(html, ((every(view),),))


def not_its_time_screen(outcome: o.NotItsTime, read: Read, view: View) -> Screen:
    html = paragraphs(
        words.described(read.event, view) if read else None,
        view.say(
            "Attendance is noted around its time only: from half an hour before to half an hour "
            "after."
        ),
    )
    return Screen(html, ((every(view),),))


def question_screen(put: o.QuestionPut, read: Read, view: View) -> Screen:
    """Three short ones; only counts are kept."""
    html = paragraphs(
        bold(words.title(read.event, view)) if read else None,
        view.say(
            "Question {number} of {all}: {question}",
            number=view.number(put.question + 1),
            all=view.number(QUESTIONS),
            question=bold(question(put.question, view)),
        ),
        view.say("Only the number of answers is kept, not who gave them."),
    )
    rows = one_a_row(
        *(
            Button(answer_name(answer, view), asks.GiveFeedback(put.event, put.question, answer))
            for answer in range(ANSWERS, 0, -1)
        )
    )
    return Screen(html, rows)


def question(number: int, view: View) -> str:
    asked = (
        view.label("Was it useful for your work?"),
        view.label("Could you follow it well?"),
        view.label("Would you recommend it to a colleague?"),
    )
    return asked[number % QUESTIONS]


def answer_name(answer: int, view: View) -> str:
    match answer:
        case 3:
            return view.label("Yes")
        case 2:
            return view.label("Partly")
        case _:
            return view.label("No")


def feedback_given_screen(given: o.FeedbackGiven, view: View) -> Screen:
    text = view.say("Thank you! This helps to make the next one better.")
    return Screen(text, one_a_row(certificate(given.event, view), buttons.go_on(view)))
