"""An actor's own meeting, in a turn that runs."""

from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import Meeting
from learning.mentoring.meeting.ports import Meetings
from learning.mentoring.own import Own, own_turn
from learning.mentoring.ports import Turns
from learning.mentoring.turning import heard
from learning.rhythm.local import local_day


@dataclass(frozen=True, slots=True)
class OwnMeeting:
    own: Own
    meeting: Meeting


async def running_turn(actor: Actor, id: int, turns: Turns, curriculum: Curriculum) -> Own | None:
    own = await own_turn(actor, id, turns, curriculum)
    return own if own and own.turn.running else None


async def own_meeting(
    actor: Actor, id: int, turns: Turns, meetings: Meetings, curriculum: Curriculum
) -> OwnMeeting | None:
    """Also one that is over."""
    meeting = await meetings.get(id)
    own = await running_turn(actor, meeting.turn_id, turns, curriculum) if meeting else None
    return OwnMeeting(own, meeting) if own and meeting else None


async def present(own: Own, now: datetime, meetings: Meetings) -> Meeting | None:
    """The one that the two are about: the latest, unless it is over."""
    latest = await meetings.latest(own.turn.id)
    return latest if latest and not latest.is_over(now) else None


def shown(own: Own) -> o.MeetingShown:
    return o.MeetingShown(own.turn.id, own.person)


async def note_heard(own: Own, actor: Actor, now: datetime, turns: Turns) -> None:
    """An act about meetings ends a silence as any other does."""
    after = heard(own.turn, own.side, local_day(learner(actor)[0], now))
    if after != own.turn:
        await turns.put(after.changed())
