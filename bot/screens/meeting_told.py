"""A meeting is settled, moved, called off, comes near: what both are told, with calendar files."""

from collections.abc import Sequence

from bot.screens import meeting_words as words
from bot.screens import mentoring_words
from bot.screens.html import Html, bold, paragraphs
from bot.screens.meeting import heading, planned_rows
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import local_date, on_day
from bot.screens.view import View
from learning.mentoring.asks import ShowTalkKit
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import stands
from learning.mentoring.model import Side
from learning.mentoring.outcomes import TurnGone
from learning.mentoring.reading import TurnRead
from learning.talk.model import Focus, Prompt, Shown


def told_screen(told: o.MeetingTold, read: Read, view: View) -> Screen:
    """As it stands now, with the file that says so to the calendar."""
    meeting = read.meeting if read else None
    if read is None or meeting is None or meeting.starts_at is None:
        return turn_gone_screen(TurnGone(), view)
    if meeting.off or not read.turn.running:
        return _off(read, view)
    html = paragraphs(
        heading(read, view),
        words.settled_time(read, meeting, view),
        words.whose_clock(read, view),
        view.say(
            "The file puts it into your calendar, or updates it there. I remind you both the day "
            "before, and a quarter of an hour before."
        ),
    )
    rows = planned_rows(read, meeting, view)
    return Screen(html, rows, drawing=words.calendar(read, view))


def _off(read: TurnRead, view: View) -> Screen:
    meeting = read.meeting
    if meeting is None or meeting.starts_at is None:
        raise AssertionError("it was settled")
    html = paragraphs(
        heading(read, view),
        view.say(
            "It will not take place: {when}. That happens, and nobody asks why.",
            when=words.when(read, meeting.starts_at, view),
        ),
        view.say("The file takes the meeting out of your calendar."),
    )
    again = words.propose(read, view) if read.turn.running else None
    return Screen(html, one_a_row(again, home(read, view)), drawing=words.calendar(read, view))


def off_offered_screen(offered: o.MeetingOffOffered, read: Read, view: View) -> Screen:
    meeting = read.meeting if read else None
    if read is None or meeting is None or meeting.starts_at is None:
        return turn_gone_screen(TurnGone(), view)
    html = paragraphs(
        bold(view.say("Call this meeting off?")),
        words.settled_time(read, meeting, view),
        view.say(
            "You need no reason. {name} reads only that it will not take place. You can also move "
            "it.",
            name=mentoring_words.partner(read, view),
        ),
    )
    yes = Button(
        view.label("Yes, call the meeting off"), asks.CallMeetingOff(meeting.id, meeting.revision)
    )
    move = Button(view.label("Rather move it"), asks.ProposeOthers(meeting.id, meeting.revision))
    no = Button(view.label("No, we meet"), asks.ShowMeeting(read.turn.id))
    return Screen(html, one_a_row(no, move, yes))


def place_asked_screen(asked: o.PlaceAsked, read: Read, view: View) -> Screen:
    """Who sees it stands before it is written."""
    if read is None:
        return turn_gone_screen(TurnGone(), view)
    html = paragraphs(
        heading(read, view),
        bold(view.say("Where do you meet? A room, an address or a link.")),
        view.say(
            "You and {name} will see it, and nobody else; it also stands in the calendar file for "
            "you two. It is sealed, and destroyed with what you wrote. What stands in this chat is "
            "also with Telegram.",
            name=mentoring_words.partner(read, view),
        ),
        view.say("Write it in one message, 300 characters at most. No client names."),
    )
    prompt = Shown(Focus(Prompt.MEETING_PLACE, asked.meeting), asked.revision)
    back = Button(view.label("Back"), asks.ShowMeeting(read.turn.id))
    return Screen(html, ((back,),), prompt=prompt)


def day_before_screen(
    reminded: o.MeetingsReminded, reads: Sequence[TurnRead], view: View
) -> Screen:
    """All of one day in one message."""
    due = [read for read in reads if _is_on(read, reminded, view)]
    day = on_day(view, reminded.day)
    html = paragraphs(
        bold(view.say("You meet {day}", day=day)),
        paragraphs(*(_one(read, view) for read in due)),
    )
    rows = [row for read in due for row in _leading_on(read, view, alone=len(due) == 1)]
    return Screen(html, tuple(rows))


def _is_on(read: TurnRead, reminded: o.MeetingsReminded, view: View) -> bool:
    meeting = read.meeting
    if meeting is None or meeting.starts_at is None or not stands(meeting, read.turn, view.now):
        return False
    return local_date(view, meeting.starts_at) == reminded.day


def _one(read: TurnRead, view: View) -> Html:
    if read.meeting is None:
        raise AssertionError("it is planned")
    name = mentoring_words.partner(read, view)
    told = view.say("With {name}", name=name)
    return Html(f"{told}\n{words.settled_time(read, read.meeting, view)}")


def _leading_on(read: TurnRead, view: View, *, alone: bool) -> tuple[Row, ...]:
    turn, name = read.turn.id, mentoring_words.partner_plainly(read, view)
    prepares = read.side is Side.MENTOR and read.turn.phase is not None
    kit = view.label("Before we meet")
    kit = kit if alone else mentoring_words.named(kit, name)
    own = view.label("Our next meeting")
    own = own if alone else mentoring_words.with_partner(read, view)
    return one_a_row(
        Button(kit, ShowTalkKit(turn)) if prepares else None, Button(own, asks.ShowMeeting(turn))
    )


def soon_screen(soon: o.MeetingSoon, read: Read, view: View) -> Screen:
    meeting = read.meeting if read else None
    if read is None or meeting is None or meeting.starts_at is None:
        return turn_gone_screen(TurnGone(), view)
    name = mentoring_words.partner(read, view)
    html = paragraphs(
        bold(view.say("You meet {name} in a quarter of an hour", name=name)),
        words.settled_time(read, meeting, view),
    )
    return Screen(html, planned_rows(read, meeting, view))


def wanted_screen(wanted: o.MeetingsWanted, reads: Sequence[TurnRead], view: View) -> Screen:
    due = [read for read in reads if read.turn.id in wanted.turns]
    names = [str(mentoring_words.partner_plainly(read, view)) for read in due]
    html = paragraphs(
        bold(view.say("Time for your next meeting?")),
        view.say("None is planned with {names}.", names=view.all_of(names)),
        view.say("Propose up to three times; the other one picks. It takes a minute."),
    )
    rows = [
        Button(
            words.propose(read, view).label
            if len(due) == 1
            else mentoring_words.with_partner(read, view),
            asks.ProposeMeeting(read.turn.id),
        )
        for read in due
    ]
    return Screen(html, one_a_row(*rows))
