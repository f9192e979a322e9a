"""One of the two proposes up to three times; nothing is told before they are sent."""

from dataclasses import replace
from datetime import date, datetime

from learning.account.model import Actor
from learning.course.curriculum import Curriculum
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.hours import (
    days_ahead,
    hours_of,
    instant_of,
    is_within,
    window_of_meetings,
)
from learning.mentoring.meeting.model import (
    FURTHEST,
    MOST_SLOTS,
    USUAL_MINUTES,
    Meeting,
    taken_up,
    with_slot,
    without_slot,
)
from learning.mentoring.meeting.own import (
    OwnMeeting,
    note_heard,
    own_meeting,
    present,
    running_turn,
    shown,
)
from learning.mentoring.meeting.ports import Meetings
from learning.mentoring.own import TURN_GONE, Own, tell_other
from learning.mentoring.ports import Agreements, Turns
from learning.pushes.model import PushKind
from learning.pushes.ports import Pushes


async def propose_meeting(
    ask: asks.ProposeMeeting,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    agreements: Agreements,
    curriculum: Curriculum,
) -> asks.Proposing:
    own = await running_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    meeting = await present(own, now, meetings)
    if meeting is None:
        meeting = await meetings.add(await _begun(own, agreements))
    elif not meeting.is_drafted_by(own.side):
        if meeting.sent or meeting.starts_at is not None:
            return shown(own)
        meeting = taken_up(meeting, own.side)
        await meetings.put(meeting)
    return _days(OwnMeeting(own, meeting), actor, now)


async def _begun(own: Own, agreements: Agreements) -> Meeting:
    held = await agreements.in_force(own.turn.id)
    mentor, mentee = own.turn.mentor.person_id, own.turn.mentee.person_id
    minutes = held.minutes if held else USUAL_MINUTES
    return Meeting(0, own.turn.id, mentor, mentee, minutes, by=own.side)


async def propose_others(
    ask: asks.ProposeOthers,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> asks.Proposing:
    """A settled time holds until another one is picked."""
    found = await own_meeting(actor, ask.meeting, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    if found.meeting.revision != ask.revision or found.meeting.is_over(now):
        return shown(found.own)
    mine = taken_up(found.meeting, found.own.side)
    await meetings.put(mine)
    return _days(replace(found, meeting=mine), actor, now)


async def choose_day(
    ask: asks.ChooseDay,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> asks.Proposing:
    found = await _drafted(actor, ask.meeting, now, turns, meetings, curriculum)
    if isinstance(found, OwnMeeting):
        return _hours(found, ask.day, actor, now)
    return found


async def add_slot(
    ask: asks.AddSlot,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> asks.Proposing:
    found = await _drafted(actor, ask.meeting, now, turns, meetings, curriculum)
    if not isinstance(found, OwnMeeting):
        return found
    start = instant_of(window_of_meetings(actor), ask.day, ask.at)
    refusal = _refusal(found.meeting, start, actor, now)
    if refusal is not None:
        return _days(found, actor, now, refusal)
    await meetings.put(with_slot(found.meeting, start))
    return shown(found.own)


def _refusal(meeting: Meeting, start: datetime, actor: Actor, now: datetime) -> o.Refusal | None:
    if start <= now:
        return o.Refusal.PAST
    if start > now + FURTHEST:
        return o.Refusal.TOO_FAR
    if not is_within(window_of_meetings(actor), start, meeting.minutes):
        return o.Refusal.OUT_OF_HOURS
    return o.Refusal.ENOUGH if len({*meeting.slots, start}) > MOST_SLOTS else None


async def drop_slot(
    ask: asks.DropSlot,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> asks.Looking:
    found = await _drafted(actor, ask.meeting, now, turns, meetings, curriculum)
    if not isinstance(found, OwnMeeting):
        return found
    if found.meeting.revision == ask.revision:
        await meetings.put(without_slot(found.meeting, ask.number))
    return shown(found.own)


async def send_proposal(
    ask: asks.SendProposal,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Looking:
    found = await _drafted(actor, ask.meeting, now, turns, meetings, curriculum)
    if not isinstance(found, OwnMeeting):
        return found
    own, coming = found.own, found.meeting.to_pick(now)
    if found.meeting.revision == ask.revision and coming:
        sent = found.meeting.changed(sent=True, slots=coming)
        await meetings.put(sent)
        await note_heard(own, actor, now, turns)
        occasion = f"{sent.id}.{sent.revision}"
        await tell_other(own, PushKind.MEETING_PROPOSED, occasion, now, pushes)
    return shown(own)


def _days(
    found: OwnMeeting, actor: Actor, now: datetime, refusal: o.Refusal | None = None
) -> o.DaysOffered:
    own, meeting = found.own, found.meeting
    days = days_ahead(window_of_meetings(actor), meeting.minutes, now)
    return o.DaysOffered(own.turn.id, own.person, meeting.id, days, refusal)


def _hours(
    found: OwnMeeting, day: date, actor: Actor, now: datetime
) -> o.HoursOffered | o.DaysOffered:
    own, meeting = found.own, found.meeting
    hours = hours_of(window_of_meetings(actor), day, meeting.minutes, now)
    if not hours:
        return _days(found, actor, now, o.Refusal.OUT_OF_HOURS)
    return o.HoursOffered(own.turn.id, own.person, meeting.id, day, tuple(hours))


async def _drafted(
    actor: Actor,
    id: int,
    now: datetime,
    turns: Turns,
    meetings: Meetings,
    curriculum: Curriculum,
) -> OwnMeeting | asks.Looking:
    """One that the actor is proposing times for; else what is the case."""
    found = await own_meeting(actor, id, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    mine = found.meeting.is_drafted_by(found.own.side) and not found.meeting.is_over(now)
    return found if mine else shown(found.own)
