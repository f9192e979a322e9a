"""Meetings of pairs, as the cases of the contract need them."""

from learning.mentoring.meeting.model import Answer, Meeting, Met
from learning.mentoring.model import Side, Turn
from tests.contract.mentoring import add_turn
from tests.contract.people import DAY, NOW, Unit


async def add_meeting(unit: Unit, turn: Turn) -> Meeting:
    two = (turn.mentor.person_id, turn.mentee.person_id)
    return await unit.meetings.add(Meeting(0, turn.id, *two, by=Side.MENTEE, slots=(NOW + DAY,)))


async def plan_meeting(unit: Unit, here: int, person: int) -> None:
    """A row in each table of this room."""
    made = await add_meeting(unit, await add_turn(unit, here, person, None))
    await unit.meeting_answers.put(Answer(made.id, person, Met.YES, NOW, "good"))
