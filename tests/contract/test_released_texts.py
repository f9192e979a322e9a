"""Whatever kind of text it is: who reads in a turn is shown what was released to them, all of that
and nothing else. Every kind, every choice of who sees it, and both authors stand in one turn."""

from itertools import product

import pytest

from data.engine import Database
from data.evaluating_readings import read_look_back
from data.mentoring_readings import read_pair, read_turn, read_turns
from learning.mentoring.model import Seen, Side, TextHead, TextKind, Turn
from tests.contract.mentoring import add_turn
from tests.contract.people import ATHENS, NOW, add_learner

EVERY = tuple(product(Side, TextKind, Seen))


def words(author: Side, kind: TextKind, seen: Seen) -> str:
    return f"words {author}-{kind}-{seen}."


def released_to(reader: Side) -> set[str]:
    return {
        words(author, kind, seen)
        for author, kind, seen in EVERY
        if author is reader or seen is Seen.PARTNER
    }


async def _all_written(sql: Database) -> tuple[Turn, dict[Side, int], int]:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        people = {side: (await add_learner(unit, at)).id for at, side in enumerate(Side, 1)}
        stranger = (await add_learner(unit, 9)).id
        turn = await add_turn(unit, athens.id, people[Side.MENTOR], people[Side.MENTEE])
        for author, kind, seen in EVERY:
            text = words(author, kind, seen)
            about = text if kind is TextKind.TOPIC else f"{seen}"  # a topic is its own words
            await unit.turn_texts.write(
                TextHead(turn.id, people[author], kind, about, seen, NOW), text
            )
    return turn, people, stranger


def shown(*readings: object) -> set[str]:
    told = repr(readings)
    return {text for text in (words(*each) for each in EVERY) if text in told}


@pytest.mark.parametrize("reader", list(Side))
async def test_one_of_the_two_is_shown_all_that_was_released_to_them_and_no_more(
    reader: Side, sql: Database
) -> None:
    turn, people, _ = await _all_written(sql)
    person = people[reader]
    read = await read_turn(sql.engine, sql.sealer, turn.id, person)
    assert shown(read) == released_to(reader)
    assert shown(await read_turns(sql.engine, sql.sealer, person)) == released_to(reader)
    look_back = await read_look_back(sql.engine, sql.sealer, turn.id, person)
    assert shown(look_back) <= released_to(reader)
    assert words(reader.other, TextKind.LOOKING_BACK, Seen.PARTNER) in shown(look_back)


@pytest.mark.parametrize("reader", list(Side))
async def test_of_an_answer_kept_to_oneself_the_other_learns_at_most_that_it_is_there(
    reader: Side, sql: Database
) -> None:
    turn, people, _ = await _all_written(sql)
    read = await read_turn(sql.engine, sql.sealer, turn.id, people[reader])
    assert read is not None
    assert {(head.author_id, head.seen) for head in read.answered} == {
        (people[reader.other], Seen.ANSWERED)
    }


async def test_nobody_else_is_shown_a_word(sql: Database) -> None:
    turn, _, stranger = await _all_written(sql)
    assert await read_turn(sql.engine, sql.sealer, turn.id, stranger) is None
    assert await read_turns(sql.engine, sql.sealer, stranger) == ()
    assert await read_look_back(sql.engine, sql.sealer, turn.id, stranger) is None
    assert not shown(await read_pair(sql.engine, sql.sealer, turn.id))
