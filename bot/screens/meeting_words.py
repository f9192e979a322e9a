"""The words that several screens about meetings share: when, where, and how it stands."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.screens import mentoring_words as words
from bot.screens.drawing import CalendarFile
from bot.screens.html import Html, bold, lines
from bot.screens.screen import Button
from bot.screens.times import at_moment, clock, place, short_day_and_hour, weekday_and_hour
from bot.screens.view import View
from learning.mentoring.cycle import Step
from learning.mentoring.meeting import asks
from learning.mentoring.meeting.model import Meeting, stands
from learning.mentoring.reading import TurnRead


def when(read: TurnRead, instant: datetime, view: View) -> Html:
    """ "on Thursday 4 March at 10:00 (Madrid: 9:00)": the reader's clock, then the other one's."""
    mine, theirs = at_moment(view, instant), by_the_other(read, instant, view)
    return view.say("{when} ({other})", when=mine, other=theirs) if theirs else mine


def listed(read: TurnRead, instant: datetime, view: View) -> str:
    """ "Thursday 4 March, 10:00 (Madrid: 9:00)", to stand by itself."""
    return _beside(read, instant, weekday_and_hour(view, instant), view)


def on_button(read: TurnRead, instant: datetime, view: View) -> str:
    return _beside(read, instant, short_day_and_hour(view, instant), view)


def _beside(read: TurnRead, instant: datetime, mine: str, view: View) -> str:
    theirs = by_the_other(read, instant, view)
    return f"{mine} ({theirs})" if theirs else mine


def by_the_other(read: TurnRead, instant: datetime, view: View) -> str | None:
    """None where both clocks say the same."""
    if read.partner_zone is None:
        return None
    there = instant.astimezone(ZoneInfo(read.partner_zone))
    if there.utcoffset() == instant.astimezone(ZoneInfo(view.zone)).utcoffset():
        return None
    city = place(view, read.partner_zone)
    return view.label("{place}: {hour}", place=city, hour=clock(view, there))


def whose_clock(read: TurnRead, view: View) -> Html | None:
    """Said where the two live by different clocks."""
    if by_the_other(read, view.now, view) is None:
        return None
    return view.say("By your clock ({place}).", place=place(view, view.zone))


def proposed(read: TurnRead, slots: tuple[datetime, ...], view: View) -> Html:
    return lines(*(view.say("• {when}", when=listed(read, slot, view)) for slot in slots))


def settled_time(read: TurnRead, meeting: Meeting, view: View) -> Html:
    """When, how long and where."""
    if meeting.starts_at is None:
        raise AssertionError("it is settled")
    return lines(
        bold(listed(read, meeting.starts_at, view)),
        view.say_n("{n} minute", "{n} minutes", meeting.minutes),
        view.say("Place: {place}", place=read.place) if read.place else None,
    )


def next_meeting(read: TurnRead, view: View) -> Html | None:
    """One line for the home; None once the turn is over, and where the two look back unless one
    is planned."""
    meeting = read.meeting
    if not read.turn.running:
        return None
    if meeting is not None and stands(meeting, read.turn, view.now) and meeting.starts_at:
        return view.say("Next meeting: {when}.", when=when(read, meeting.starts_at, view))
    if meeting is None or meeting.is_over(view.now) or not meeting.sent:
        if read.turn.step is Step.EVALUATION:
            return None
        return view.say("Next meeting: none is planned yet.")
    other = words.partner(read, view)
    if meeting.by is read.side:
        return view.say("Next meeting: {name} has your proposal.", name=other)
    return view.say("Next meeting: {name} proposes times. Pick one.", name=other)


def to_meeting(read: TurnRead, view: View) -> Button | None:
    """Where it leads to, for the home. Of an ended turn the file that clears the calendar."""
    meeting = read.meeting
    if not read.turn.running:
        left = meeting is not None and meeting.is_planned(view.now)
        label = view.label("Take the meeting out of my calendar")
        return Button(label, asks.GiveMeetingFile(read.turn.id)) if left else None
    if meeting is None or meeting.is_over(view.now) or _is_empty(meeting, read):
        return propose(read, view)
    if meeting.waits_for(read.side):
        return Button(view.label("Pick a time"), asks.ShowMeeting(read.turn.id))
    return Button(view.label("Our next meeting"), asks.ShowMeeting(read.turn.id))


def _is_empty(meeting: Meeting, read: TurnRead) -> bool:
    """Nothing is settled, nothing proposed, nothing chosen by the reader."""
    mine = meeting.is_drafted_by(read.side) and meeting.slots
    return not (meeting.starts_at or meeting.sent or mine)


def propose(read: TurnRead, view: View) -> Button:
    return Button(view.label("Propose a meeting"), asks.ProposeMeeting(read.turn.id))


def calendar(read: TurnRead, view: View) -> CalendarFile | None:
    """None for one that was never settled."""
    meeting = read.meeting
    if meeting is None or meeting.starts_at is None:
        return None
    other = str(words.partner_plainly(read, view))
    return CalendarFile(
        uid=f"meeting-{meeting.id}@{view.bot_username or 'q-ser'}",
        # The end of a turn calls its meeting off without a change of the meeting itself.
        sequence=meeting.sequence + (not read.turn.running),
        zone=view.zone,
        starts_at=meeting.starts_at,
        ends_at=meeting.starts_at + timedelta(minutes=meeting.minutes),
        made_at=view.now,
        title=view.label("Mentoring meeting with {name}", name=other),
        place=read.place or "",
        link=_link(read.place),
        organiser=other,
        cancelled=meeting.off or not read.turn.running,
    )


def _link(where: str | None) -> str | None:
    """A place that is nothing but a link."""
    alone = where is not None and where.startswith(("https://", "http://")) and " " not in where
    return where if alone else None
