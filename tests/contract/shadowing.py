"""Days of job shadowing, as the cases of the contract need them."""

from datetime import date, time

from learning.mentoring.model import Side, Turn
from learning.mentoring.shadowing.model import Plan, ShadowingDay, Slot
from learning.mentoring.shadowing.note import Note
from tests.contract.mentoring import add_turn
from tests.contract.people import NOW, Unit

PLAN = Plan(
    Side.MENTOR,
    "Europe/Athens",
    date(2026, 12, 3),
    (Slot(time(9), time(11)), Slot(time(13), time(15))),
)


async def add_day(unit: Unit, turn: Turn, number: int = 1) -> ShadowingDay:
    ids = (turn.mentor.person_id, turn.mentee.person_id)
    new = ShadowingDay(0, turn.id, number, *ids, begun_at=NOW, by=Side.MENTEE, draft=PLAN)
    return await unit.shadowing_days.add(new)


async def add_note(unit: Unit, day: ShadowingDay, person: int, part: str = "0") -> Note:
    return await unit.shadowing_notes.add(Note(0, day.id, day.turn_id, person, part))


async def shadow(unit: Unit, here: int, person: int) -> None:
    """A row in each table of this room."""
    day = await add_day(unit, await add_turn(unit, here, person, None))
    await add_note(unit, day, person)
