"""What a push about a meeting says, decided at the moment of sending.

A turn that has ended takes its meeting with it, whatever ended it. In a pause of the two the
meetings that they settled stand, and nothing else is asked.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from learning.account.model import Actor
from learning.account.ports import People
from learning.mentoring.cycle import Step
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import Meeting, stands
from learning.mentoring.meeting.ports import MeetingAnswers, Meetings
from learning.mentoring.model import Turn
from learning.mentoring.ports import Turns
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted
from learning.rhythm.local import local_day

NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)
Found = tuple[Meeting, Turn, int]


async def prepare_proposed(
    ask: asks.PrepareMeetingProposed,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    people: People,
) -> o.MeetingShown | NotWanted:
    """Only while it waits as it was sent."""
    found = await _of(ask.telegram_id, ask.occasion, turns, meetings, people)
    if found is None:
        return NOTHING
    meeting, turn, person = found
    side = turn.side_of(person)
    same = ask.occasion == f"{meeting.id}.{meeting.revision}"
    waits = side is not None and meeting.waits_for(side) and bool(meeting.to_pick(now))
    return o.MeetingShown(turn.id, person) if same and waits else NOTHING


async def prepare_news(
    ask: asks.PrepareMeetingNews,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    people: People,
) -> o.MeetingTold | NotWanted:
    """Only the latest: what was changed twice is told once."""
    found = await _of(ask.telegram_id, ask.occasion, turns, meetings, people)
    if found is None:
        return NOTHING
    meeting, turn, person = found
    same = ask.occasion == f"{meeting.id}.{meeting.sequence}"
    fresh = meeting.off or meeting.is_planned(now)
    return o.MeetingTold(turn.id, person) if same and fresh else NOTHING


async def prepare_day(
    ask: asks.PrepareMeetingsOfDay,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    people: People,
) -> o.MeetingsReminded | NotWanted:
    """All of that day in one message: who mentors several people is written to once."""
    reader, day = (await people.actor(ask.telegram_id)).person, date.fromisoformat(ask.occasion)
    if reader is None:
        return NOTHING
    zone = ZoneInfo(reader.zone)
    begins = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
    ends = datetime.combine(day + timedelta(days=1), datetime.min.time(), zone).astimezone(UTC)
    for meeting in await meetings.between(reader.id, max(begins, now), ends):
        turn = await turns.get(meeting.turn_id)
        if turn is not None and stands(meeting, turn, now):
            return o.MeetingsReminded(reader.id, day)
    return NOTHING


async def prepare_soon(
    ask: asks.PrepareMeetingSoon,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    people: People,
) -> o.MeetingSoon | NotWanted:
    found = await _of(ask.telegram_id, ask.occasion, turns, meetings, people)
    if found is None or found[0].occasion != ask.occasion or not found[0].is_planned(now):
        return NOTHING
    return o.MeetingSoon(found[1].id, found[2])


async def prepare_met(
    ask: asks.PrepareMet,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    meeting_answers: MeetingAnswers,
    people: People,
) -> o.MetAsked | NotWanted:
    found = await _of(ask.telegram_id, ask.occasion, turns, meetings, people)
    if found is None:
        return NOTHING
    meeting, turn, person = found
    said = await meeting_answers.of(meeting.id, person)
    if meeting.occasion != ask.occasion or meeting.off or said is not None:
        return NOTHING
    reader = (await people.actor(ask.telegram_id)).person
    if reader is None or turn.rest_on(local_day(reader, now)):
        return NOTHING
    return o.MetAsked(turn.id, person, meeting.id)


async def prepare_wanted(
    ask: asks.PrepareMeetingsWanted,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    meetings: Meetings,
    people: People,
) -> o.MeetingsWanted | NotWanted:
    """All turns of the reader without a meeting ahead, in one message."""
    reader = (await people.actor(ask.telegram_id)).person
    if reader is None:
        return NOTHING
    today, found = local_day(reader, now), list[int]()
    for turn in await turns.of_person(reader.id):
        if turn.running and turn.step is Step.MENTORING and not turn.rest_on(today):
            latest = await meetings.latest(turn.id)
            if latest is None or latest.is_over(now):
                found.append(turn.id)
    return o.MeetingsWanted(reader.id, tuple(found)) if found else NOTHING


async def _of(
    telegram_id: int, occasion: str, turns: Turns, meetings: Meetings, people: People
) -> Found | None:
    """The meeting, its running turn and the reader; None for who is not in it any more."""
    meeting = await meetings.get(int(occasion.partition(".")[0]))
    turn = await turns.get(meeting.turn_id) if meeting else None
    reader = (await people.actor(telegram_id)).person
    if meeting is None or turn is None or reader is None or not turn.running:
        return None
    return (meeting, turn, reader.id) if turn.side_of(reader.id) else None
