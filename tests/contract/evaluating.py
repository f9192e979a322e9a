"""Looking back, as the cases of the contract need it."""

from learning.mentoring.evaluating.model import Evaluation, Practice, card_head
from learning.mentoring.model import Turn
from tests.contract.mentoring import add_turn
from tests.contract.people import NOW, Unit


async def write_card(unit: Unit, turn: Turn, author: int, text: str = "We asked twice.") -> None:
    await unit.turn_texts.write(card_head(turn, author, "situation", NOW), text)


def practice(turn: Turn, author: int, here: int) -> Practice:
    return Practice(0, turn.id, author, here, turn.language, NOW)


async def look_back(unit: Unit, here: int, person: int) -> None:
    """A row in each table of this room."""
    turn = await add_turn(unit, here, person, None)
    await unit.evaluations.add(Evaluation(0, turn.id, person, {"e-open": 4}, sent_at=NOW))
    await write_card(unit, turn, person)
    await unit.practices.release(practice(turn, person, here))
