"""How it stands with the next meeting."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.own import shown
from learning.mentoring.outcomes import NoTurn, TurnsShown
from learning.mentoring.own import TURN_GONE, own_turn
from learning.mentoring.ports import Turns


async def find_meeting(
    ask: asks.FindMeeting, actor: Actor, now: datetime, *, turns: Turns
) -> o.MeetingShown | TurnsShown | NoTurn:
    """Of the only running turn; of several, the person says which."""
    person = learner(actor)[0].id
    every = await turns.of_person(person)
    running = [turn for turn in every if turn.running]
    if len(running) == 1:
        return o.MeetingShown(running[0].id, person)
    return TurnsShown(person) if every else NoTurn()


async def show_meeting(
    ask: asks.ShowMeeting, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    return shown(own) if own else TURN_GONE
