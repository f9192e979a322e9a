"""Turns of mentoring, as the cases of the contract need them."""

from learning.mentoring.model import Party, Seen, TextHead, TextKind, Turn
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


async def write_in_turn(unit: Unit, turn: Turn) -> None:
    await unit.turn_texts.write(head_of(turn, turn.mentor.person_id or 0), "It went well.")
