"""The other one picks a time; it is moved, called off, given a place. Nobody is asked why."""

from datetime import datetime
from zoneinfo import ZoneInfo

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import (
    DAY_BEFORE,
    LONGEST_PLACE,
    SOON_BEFORE,
    Meeting,
    called_off,
    left_as_it_was,
    settled,
)
from learning.mentoring.meeting.own import (
    note_heard,
    own_meeting,
    present,
    running_turn,
    shown,
)
from learning.mentoring.meeting.ports import Meetings
from learning.mentoring.model import TextKind
from learning.mentoring.own import TURN_GONE, Own, own_turn, tell_other
from learning.mentoring.ports import Turns, TurnTexts
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses


async def pick_slot(
    ask: asks.PickSlot,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Telling:
    """Only what this side was shown, and what is still to come."""
    found = await own_meeting(actor, ask.meeting, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    own, meeting = found.own, found.meeting
    fresh = meeting.revision == ask.revision and ask.number < len(meeting.slots)
    if not (fresh and meeting.waits_for(own.side)) or meeting.slots[ask.number] <= now:
        return shown(own)
    made = settled(meeting, meeting.slots[ask.number])
    await meetings.put(made)
    await note_heard(own, actor, now, turns)
    await _tell(own, made, now, pushes)
    zone = ZoneInfo(learner(actor)[0].zone)
    await pushes.add(_reminders(made, zone, now))
    return o.MeetingTold(own.turn.id, own.person)


def _reminders(meeting: Meeting, zone: ZoneInfo, now: datetime) -> list[NewPush]:
    """The meetings of a day share one reminder, by the date where this one was settled."""
    starts, ends = meeting.starts_at, meeting.ends_at
    if starts is None or ends is None:
        raise AssertionError("it is settled")
    day = starts.astimezone(zone).date().isoformat()
    due = (
        (PushKind.MEETING_REMINDER, day, starts - DAY_BEFORE),
        (PushKind.MEETING_SOON, meeting.occasion, starts - SOON_BEFORE),
        (PushKind.MEETING_MET, meeting.occasion, ends),
    )
    both = [id for id in (meeting.mentor_id, meeting.mentee_id) if id is not None]
    return [
        NewPush(person, kind, occasion, at)
        for person in both
        for kind, occasion, at in due
        if at > now
    ]


async def leave_as_it_was(
    ask: asks.LeaveAsItWas,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> asks.Looking:
    found = await own_meeting(actor, ask.meeting, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    if found.meeting.revision == ask.revision and not found.meeting.is_over(now):
        await meetings.put(left_as_it_was(found.meeting))
    return shown(found.own)


async def offer_off(
    ask: asks.OfferMeetingOff,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> o.MeetingOffOffered | asks.Looking:
    own = await running_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    meeting = await present(own, now, meetings)
    planned = meeting is not None and meeting.is_planned(now)
    return o.MeetingOffOffered(own.turn.id, own.person) if planned else shown(own)


async def call_off(
    ask: asks.CallMeetingOff,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Telling:
    found = await own_meeting(actor, ask.meeting, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    own, meeting = found.own, found.meeting
    if meeting.revision != ask.revision or not meeting.is_planned(now):
        return shown(own)
    off = called_off(meeting)
    await meetings.put(off)
    await _tell(own, off, now, pushes)
    return o.MeetingTold(own.turn.id, own.person)


async def give_file(
    ask: asks.GiveMeetingFile,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> asks.Telling:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    latest = await meetings.latest(own.turn.id)
    dated = latest is not None and latest.starts_at is not None
    return o.MeetingTold(own.turn.id, own.person) if dated else shown(own)


async def ask_place(
    ask: asks.AskPlace,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.PlaceAsked | asks.Looking:
    own = await running_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    meeting = await present(own, now, meetings)
    if meeting is None or not meeting.is_planned(now):
        return shown(own)
    await focuses.put(own.person, Focus(Prompt.MEETING_PLACE, meeting.id))
    return o.PlaceAsked(own.turn.id, own.person, meeting.id, meeting.revision)


async def type_place(
    ask: asks.TypePlace,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    turn_texts: TurnTexts,
    focuses: Focuses,
    pushes: Pushes,
    curriculum: Curriculum,
) -> o.PlaceAsked | asks.Telling:
    """The calendars of both learn of it."""
    found = await own_meeting(actor, ask.meeting, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    own, meeting, text = found.own, found.meeting, " ".join(ask.text.split())
    if not meeting.is_planned(now):
        return shown(own)
    if not 0 < len(text) <= LONGEST_PLACE:
        return o.PlaceAsked(own.turn.id, own.person, meeting.id, meeting.revision)
    await turn_texts.write(meeting.place_head(own.person, now), text)
    if own.partner is not None:
        about = str(meeting.id)
        await turn_texts.drop(own.turn.id, own.partner, TextKind.PLACE, about)
    told = meeting.changed(sequence=meeting.sequence + 1)
    await meetings.put(told)
    await focuses.clear(own.person, Focus(Prompt.MEETING_PLACE, meeting.id))
    await _tell(own, told, now, pushes)
    return o.MeetingTold(own.turn.id, own.person)


async def place_readiness(
    id: int, text: str, actor: Actor, *, turns: Turns, meetings: Meetings, curriculum: Curriculum
) -> Readiness | None:
    found = await own_meeting(actor, id, turns, meetings, curriculum)
    if found is None or found.meeting.off or found.meeting.starts_at is None:
        return None
    return Readiness(found.meeting.revision, 0 < len(" ".join(text.split())) <= LONGEST_PLACE)


async def _tell(own: Own, meeting: Meeting, now: datetime, pushes: Pushes) -> None:
    occasion = f"{meeting.id}.{meeting.sequence}"
    await tell_other(own, PushKind.MEETING_NEWS, occasion, now, pushes)
