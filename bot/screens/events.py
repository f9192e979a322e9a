"""Events as who may come sees them."""

from bot.screens import buttons
from bot.screens import event_words as words
from bot.screens.html import Html, bold, lines, link, paragraphs
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import short_date
from bot.screens.view import View
from learning.events import asks
from learning.events import outcomes as o
from learning.events.model import ANSWERS, QUESTIONS, Event, Seat
from learning.readings import EventRead, EventsRead
from learning.talk.model import Focus, Prompt, Shown

Read = EventRead | None
SHORT = 36  # characters of a button


def events_screen(shown: o.EventsShown, read: EventsRead, view: View) -> Screen:
    rows: list[Row] = [(_listed(event, seat, view),) for event, seat in read.coming]
    if shown.organisation is not None:
        rows.append((Button(view.label("New event"), asks.BeginEvent()),))
    rows.append((buttons.go_on(view),))
    recordings = (
        lines(
            bold(view.say("Recordings")),
            *(_recording(event, view) for event in read.past),
        )
        if read.past
        else None
    )
    html = paragraphs(
        bold(view.say("Webinars, seminars and workshops")),
        view.say("Tap one to see it. ✓ means that you are registered.")
        if read.coming
        else view.say("Nothing is planned just now. You will hear of it here."),
        recordings,
    )
    return Screen(html, tuple(rows))


def _recording(event: Event, view: View) -> Html:
    name = f"{short_date(view, event.begins)} · {words.title(event, view)}"
    return Html(f"• {link(name, event.recording or '')}")


def _listed(event: Event, seat: Seat | None, view: View) -> Button:
    sign = {Seat.REGISTERED: "✓ ", Seat.WAITING: "⏳ "}.get(seat, "") if seat else ""
    label = f"{sign}{short_date(view, event.begins)} · {words.title(event, view)}"
    cut = label if len(label) <= SHORT else f"{label[: SHORT - 1].rstrip()}…"
    return Button(cut, asks.ShowEvent(event.id))


def event_screen(shown: o.EventShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    event, id = read.event, shown.event
    registered = shown.seat is Seat.REGISTERED
    html = paragraphs(
        words.described(event, view),
        _standing(shown, view),
        words.joining(event, view) if registered else None,
    )
    here = Button(view.label("I am here"), asks.AskAttendance(id))
    late = Button(view.label("I am running late"), asks.SayLate(id))
    rows = one_a_row(
        here if shown.now and not shown.attended else None,
        late if shown.now and registered and not shown.late and not shown.attended else None,
        Button(view.label("Register"), asks.Register(id))
        if shown.seat is None and shown.takes
        else None,
        Button(view.label("I can't come"), asks.CancelRegistration(id))
        if shown.seat is not None and not shown.attended
        else None,
        Button(view.label("All events"), asks.ShowEvents()),
    )
    return Screen(html, rows)


def _standing(shown: o.EventShown, view: View) -> Html | None:
    if shown.attended:
        return view.say("You were there. Thank you!")
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
        words.described(read.event, view),
        words.joining(read.event, view),
        view.say(
            "The file puts it into your calendar. I remind you the day before, and a quarter of "
            "an hour before."
        ),
    )
    return Screen(html, _own_rows(registered.event, view), drawing=words.calendar(read, view))


def _own_rows(event: int, view: View) -> tuple[Row, ...]:
    return one_a_row(
        Button(view.label("I can't come"), asks.CancelRegistration(event)),
        Button(view.label("All events"), asks.ShowEvents()),
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
    return Screen(html, _own_rows(waiting.event, view), beside=True)


def registration_cancelled_screen(
    cancelled: o.RegistrationCancelled, read: Read, view: View
) -> Screen:
    again = Button(view.label("Register"), asks.Register(cancelled.event))
    every = Button(view.label("All events"), asks.ShowEvents())
    html = paragraphs(
        bold(words.title(read.event, view)) if read else None,
        view.say("You are no longer registered. Thank you for saying so: the seat is free now."),
    )
    return Screen(html, ((again,), (every,)), beside=True)


def closed_screen(closed: o.RegistrationClosed, read: Read, view: View) -> Screen:
    every = Button(view.label("All events"), asks.ShowEvents())
    html = paragraphs(
        words.described(read.event, view) if read else None,
        view.say("Registration is closed."),
    )
    return Screen(html, ((every,),), beside=True)


def late_screen(noted: o.LateNoted, read: Read, view: View) -> Screen:
    html = paragraphs(
        view.say("Noted: you come a little later. See you there!"),
        words.joining(read.event, view) if read else None,
    )
    return Screen(html, _own_rows(noted.event, view))


def gone_screen(outcome: o.EventGone, view: View) -> Screen:
    every = Button(view.label("All events"), asks.ShowEvents())
    return Screen(view.say("That event is not here any more."), ((every,),))


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
    every = Button(view.label("All events"), asks.ShowEvents())
    return Screen(html, ((every,),))


def not_its_time_screen(outcome: o.NotItsTime, read: Read, view: View) -> Screen:
    html = paragraphs(
        words.described(read.event, view) if read else None,
        view.say(
            "Attendance is noted around its time only: from half an hour before to half an hour "
            "after."
        ),
    )
    every = Button(view.label("All events"), asks.ShowEvents())
    return Screen(html, ((every,),))


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
    return Screen(text, ((buttons.go_on(view),),))


def reminded_screen(reminded: o.EventReminded, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    head = (
        view.say("It begins in a quarter of an hour")
        if reminded.soon
        else view.say("A reminder for tomorrow")
    )
    html = paragraphs(
        bold(head), words.described(read.event, view), words.joining(read.event, view)
    )
    late = Button(view.label("I am running late"), asks.SayLate(reminded.event))
    rows = ((late,), *_own_rows(reminded.event, view)) if reminded.soon else None
    return Screen(html, rows or _own_rows(reminded.event, view))


def moved_screen(moved: o.EventMoved, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("An event that you are registered for has changed")),
        words.described(read.event, view),
        words.joining(read.event, view),
        view.say("The file updates your calendar."),
    )
    return Screen(html, _own_rows(moved.event, view), drawing=words.calendar(read, view))


def called_off_screen(off: o.EventCalledOff, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("An event that you are registered for is called off")),
        words.described(read.event, view),
        view.say("The file takes it out of your calendar."),
    )
    every = Button(view.label("All events"), asks.ShowEvents())
    return Screen(html, ((every,),), drawing=words.calendar(read, view))


def seat_given_screen(given: o.SeatGiven, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("A seat became free: it is yours")),
        words.described(read.event, view),
        words.joining(read.event, view),
        view.say("If you can't come after all, please say so: somebody else may be waiting."),
    )
    return Screen(html, _own_rows(given.event, view), drawing=words.calendar(read, view))


def recording_screen(arrived: o.RecordingArrived, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(words.title(read.event, view)),
        view.say("You could not be there, so here is the recording."),
        link(view.say("The recording"), read.event.recording or ""),
    )
    every = Button(view.label("All events"), asks.ShowEvents())
    return Screen(html, ((every,),))
