"""Turns of mentoring, as the cases of the contract need them."""

from learning.mentoring.agreement import Agreement, Goal
from learning.mentoring.check_in import CheckIn
from learning.mentoring.model import Party, Seen, Side, TextHead, TextKind, Turn
from tests.contract.people import DAY, NOW, Unit


async def add_turn(unit: Unit, organisation: int, mentor: int, mentee: int | None) -> Turn:
    return await unit.turns.add(
        Turn(
            id=0,
            mentor=Party(mentor, organisation, waits_since=NOW.date()),
            mentee=Party(mentee, organisation, waits_since=NOW.date()),
            language="el",
            definition="h",
            begun_at=NOW,
            look_at=NOW + DAY,
        )
    )


def head_of(turn: Turn, author: int, seen: Seen = Seen.PARTNER, about: str = "1") -> TextHead:
    return TextHead(turn.id, author, TextKind.SAID, about, seen, NOW)


async def add_agreement(unit: Unit, turn: Turn, person: int) -> Agreement:
    whole = Agreement(
        id=0,
        turn_id=turn.id,
        person_id=person,
        by=Side.MENTEE,
        weeks=4,
        minutes=60,
        channel="phone",
        confidentiality="between",
        ending="any-time",
        goals=(Goal("Plain letters", "Two letters a week"), Goal("Ask")),
    )
    return await unit.agreements.add(whole)


async def add_check_in(unit: Unit, turn: Turn, person: int) -> CheckIn:
    return await unit.check_ins.add(CheckIn(0, turn.id, person, NOW.date(), "common", True))


async def write_in_turn(unit: Unit, turn: Turn) -> None:
    """Something in every table of a turn."""
    await add_agreement(unit, turn, turn.mentor.person_id or 0)
    await add_check_in(unit, turn, turn.mentor.person_id or 0)
    await unit.turn_texts.write(head_of(turn, turn.mentor.person_id or 0), "It went well.")
