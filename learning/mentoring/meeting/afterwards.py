"""After a meeting: did you meet, and how do the two fit? By buttons alone."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.course.curriculum import Curriculum
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import Answer, Met
from learning.mentoring.meeting.own import OwnMeeting, note_heard, own_meeting, shown
from learning.mentoring.meeting.ports import MeetingAnswers, Meetings
from learning.mentoring.own import TURN_GONE
from learning.mentoring.ports import CheckIns, Turns

POOR = "not"  # the choice of the circle that says so


async def say_met(
    ask: asks.SayMet,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    meeting_answers: MeetingAnswers,
    check_ins: CheckIns,
    curriculum: Curriculum,
) -> o.MetNoted | asks.Looking:
    """It may be said anew. The first time that they met, the fit is asked."""
    found = await own_meeting(actor, ask.meeting, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    own, meeting = found.own, found.meeting
    if meeting.starts_at is None or now < meeting.starts_at or meeting.off:
        return shown(own)
    before = await meeting_answers.of(meeting.id, own.person)
    fit = before.fit if before else None
    await meeting_answers.put(Answer(meeting.id, own.person, ask.met, now, fit))
    await note_heard(own, actor, now, turns)
    met = ask.met is Met.YES
    asks_fit = met and not await _said_fit(found, meeting_answers, check_ins)
    return o.MetNoted(own.turn.id, own.person, meeting.id, met, asks_fit)


async def _said_fit(
    found: OwnMeeting, meeting_answers: MeetingAnswers, check_ins: CheckIns
) -> bool:
    turn, person = found.own.turn.id, found.own.person
    if await meeting_answers.said_fit(turn, person):
        return True
    return any(check_in.fit for check_in in await check_ins.history(turn, person))


async def say_fit(
    ask: asks.SayMeetingFit,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    meeting_answers: MeetingAnswers,
    curriculum: Curriculum,
) -> o.MeetingFitNoted | asks.Looking:
    """Nobody but the author learns of it."""
    found = await own_meeting(actor, ask.meeting, turns, meetings, curriculum)
    if found is None:
        return TURN_GONE
    answer = await meeting_answers.of(found.meeting.id, found.own.person)
    known = {choice.id for choice in found.own.cycle.fit}
    if answer is None or ask.fit not in known:
        return shown(found.own)
    await meeting_answers.put(replace(answer, fit=ask.fit))
    return o.MeetingFitNoted(found.own.turn.id, ask.fit == POOR)
