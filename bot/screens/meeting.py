"""The next meeting of two people: proposing times, picking one, and how it stands."""

from datetime import time

from bot.screens import meeting_words as words
from bot.screens import mentoring_words
from bot.screens.html import Html, bold, paragraphs
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.times import clock, short_weekday, weekday_and_date
from bot.screens.view import View
from learning.mentoring.asks import ShowTalkKit
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import MOST_SLOTS, Meeting
from learning.mentoring.model import Side
from learning.mentoring.outcomes import TurnGone
from learning.mentoring.reading import TurnRead


def meeting_screen(shown: o.MeetingShown, read: Read, view: View) -> Screen:
    if read is None or not read.turn.running:
        return turn_gone_screen(TurnGone(), view)
    meeting = read.meeting
    if meeting is None or meeting.is_over(view.now):
        return _none_planned(read, view)
    if meeting.is_drafted_by(read.side):
        return _draft(read, meeting, view)
    if meeting.waits_for(read.side):
        return _to_pick(read, meeting, view)
    if meeting.sent:
        return _waiting(read, meeting, view)
    return _planned(read, meeting, view) if meeting.starts_at else _none_planned(read, view)


def heading(read: TurnRead, view: View) -> Html:
    name = mentoring_words.partner(read, view)
    return bold(view.say("Meeting with {name}", name=name))


def _none_planned(read: TurnRead, view: View) -> Screen:
    html = paragraphs(
        heading(read, view),
        view.say("No meeting is planned yet. Propose up to three times; the other one picks."),
    )
    return Screen(html, one_a_row(words.propose(read, view), home(read, view)))


def _draft(read: TurnRead, meeting: Meeting, view: View) -> Screen:
    """What was chosen so far, said again before anything is sent."""
    name = mentoring_words.partner(read, view)
    html = paragraphs(
        heading(read, view),
        view.say("You want to propose:") if meeting.slots else view.say("Nothing is chosen yet."),
        words.proposed(read, meeting.slots, view),
        words.whose_clock(read, view),
        view.say("{name} sees nothing of it before you send it.", name=name),
        _still_holds(read, meeting, view),
    )
    return Screen(html, _draft_rows(read, meeting, view))


def _draft_rows(read: TurnRead, meeting: Meeting, view: View) -> tuple[Row, ...]:
    id, revision = meeting.id, meeting.revision
    send = Button(view.label("Send it"), asks.SendProposal(id, revision))
    more = Button(view.label("Another time"), asks.ProposeMeeting(read.turn.id))
    first = Button(view.label("Choose a time"), asks.ProposeMeeting(read.turn.id))
    dropping = [
        Button(
            view.label("✕ {time}", time=words.on_button(read, slot, view)),
            asks.DropSlot(id, revision, number),
        )
        for number, slot in enumerate(meeting.slots)
    ]
    add = (more if meeting.slots else first) if len(meeting.slots) < MOST_SLOTS else None
    leave = Button(view.label("Rather not"), asks.LeaveAsItWas(id, revision))
    return one_a_row(send if meeting.slots else None, add, *dropping, leave, home(read, view))


def _to_pick(read: TurnRead, meeting: Meeting, view: View) -> Screen:
    name, id, revision = mentoring_words.partner(read, view), meeting.id, meeting.revision
    coming = meeting.to_pick(view.now)
    html = paragraphs(
        heading(read, view),
        view.say("{name} proposes:", name=name)
        if coming
        else view.say("What {name} proposed has passed. Propose other times.", name=name),
        words.proposed(read, coming, view),
        words.whose_clock(read, view),
        _still_holds(read, meeting, view),
        view.say("If none of them suits you, propose others. You need no reason."),
    )
    picks = [
        Button(words.on_button(read, slot, view), asks.PickSlot(id, revision, number))
        for number, slot in enumerate(meeting.slots)
        if slot in coming
    ]
    others = Button(view.label("Other times"), asks.ProposeOthers(id, revision))
    keep = Button(view.label("Leave it as it was"), asks.LeaveAsItWas(id, revision))
    rows = one_a_row(*picks, others, keep if meeting.starts_at else None, home(read, view))
    return Screen(html, rows)


def _waiting(read: TurnRead, meeting: Meeting, view: View) -> Screen:
    name, id, revision = mentoring_words.partner(read, view), meeting.id, meeting.revision
    html = paragraphs(
        heading(read, view),
        view.say("It is with {name}. You proposed:", name=name),
        words.proposed(read, meeting.slots, view),
        words.whose_clock(read, view),
        _still_holds(read, meeting, view),
    )
    others = Button(view.label("Other times"), asks.ProposeOthers(id, revision))
    back = Button(view.label("Take it back"), asks.LeaveAsItWas(id, revision))
    return Screen(html, one_a_row(others, back, home(read, view)))


def _still_holds(read: TurnRead, meeting: Meeting, view: View) -> Html | None:
    """While a meeting is being moved."""
    if meeting.starts_at is None:
        return None
    at = words.when(read, meeting.starts_at, view)
    return view.say("Until another time is picked, this one holds: {when}.", when=at)


def _planned(read: TurnRead, meeting: Meeting, view: View) -> Screen:
    html = paragraphs(
        heading(read, view), words.settled_time(read, meeting, view), words.whose_clock(read, view)
    )
    return Screen(html, planned_rows(read, meeting, view))


def planned_rows(read: TurnRead, meeting: Meeting, view: View) -> tuple[Row, ...]:
    turn = read.turn.id
    where = view.label("Change the place") if read.place else view.label("Say where, or a link")
    prepares = read.side is Side.MENTOR and read.turn.phase is not None
    kit = Button(view.label("Before we meet"), ShowTalkKit(turn)) if prepares else None
    move = Button(view.label("Move it"), asks.ProposeOthers(meeting.id, meeting.revision))
    off = Button(view.label("Call the meeting off"), asks.OfferMeetingOff(turn))
    file = Button(view.label("Calendar file"), asks.GiveMeetingFile(turn))
    place = Button(where, asks.AskPlace(turn))
    return (*one_a_row(kit, place), (move, off), *one_a_row(file, home(read, view)))


def days_screen(offered: o.DaysOffered, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(TurnGone(), view)
    html = paragraphs(
        heading(read, view),
        _why_not(offered.refusal, view),
        view.say("Which day would suit you?")
        if offered.days
        else view.say("I see no working day ahead: your messages are paused."),
        view.say("You can also type it, such as: Thursday at ten."),
    )
    days = [
        Button(short_weekday(view, day), asks.ChooseDay(offered.meeting, day))
        for day in offered.days
    ]
    back = Button(view.label("Back"), asks.ShowMeeting(read.turn.id))
    return Screen(html, (*in_rows(days, 2), (back,)))


def hours_screen(offered: o.HoursOffered, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(TurnGone(), view)
    html = paragraphs(
        heading(read, view),
        bold(view.say("{day}: at what time?", day=weekday_and_date(view, offered.day))),
        words.whose_clock(read, view),
        view.say("You can also type it, such as: half past ten."),
    )
    hours = [
        Button(clock(view, time(hour)), asks.AddSlot(offered.meeting, offered.day, time(hour)))
        for hour in offered.hours
    ]
    back = Button(view.label("Back"), asks.ShowMeeting(read.turn.id))
    return Screen(html, (*in_rows(hours, 4), (back,)))


def _why_not(refusal: o.Refusal | None, view: View) -> Html | None:
    match refusal:
        case o.Refusal.PAST:
            return view.say("That time has passed already.")
        case o.Refusal.TOO_FAR:
            return view.say("That is more than half a year ahead.")
        case o.Refusal.OUT_OF_HOURS:
            return view.say(
                "That is outside the working hours or days of your organisation, and nobody "
                "should have to meet then."
            )
        case o.Refusal.ENOUGH:
            return view.say("Three times are enough: take one away first.")
        case None:
            return None
