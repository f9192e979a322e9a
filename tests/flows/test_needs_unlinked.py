"""An unlinked round: every table and every file is looked through for a way back to a person."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from data.erasure import person_keys, personal_tables
from data.tables.complete import metadata
from data.tables.needs import needs_unlinked
from learning.account.model import Organisation, Role
from learning.needs.answers import Answers
from learning.needs.asks import BeginNeeds, CloseRound, OfferClosing, SendAnswers, ShowRound
from learning.needs.model import Draft, Mode
from learning.needs.scoring import path
from learning.needs.sending import tickets_of
from tests.flows.phone import Bubble, Phone
from tests.flows.test_needs import (
    an_organisation,
    code_for,
    database_files,
    enrolment_of,
    launch,
    learner_of,
    rounds_of,
)
from tests.flows.world import World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

ABILITIES = ("cultures", "self", "interacting", "adapting", "talking", "trust", "commitment")
PEOPLE = 6


def answers_of(number: int) -> Answers:
    """Other ones for each."""
    levels = {ability: (str((number + at) % 5 + 1),) for at, ability in enumerate(ABILITIES)}
    return {
        "known": ("confirmed",),
        "years": (("y0", "y2", "y6", "y11", "y21", "y0")[number],),
        "contacts": ("c6",),
        **levels,
        "desk.language.often": (str(number % 5 + 1),),
        "wish": (("language", "rights", "customs", "conflict", "fairness", "care")[number],),
    }


async def answer(town: World, phone: Phone, answers: Answers) -> Bubble:
    """From the notice to the message after Send; the questions between are not of this story."""
    await phone.send("/needs")
    await phone.tap(BeginNeeds)
    async with town.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        draft = await unit.drafts.of(person.id)
        assert draft is not None
        assert draft.mode is Mode.UNLINKED
        await unit.drafts.put(_reviewing(draft, answers))
    await phone.send("/needs")
    return await phone.tap(SendAnswers)


def _reviewing(draft: Draft, answers: Answers) -> Draft:
    return replace(draft, answers=answers, at=None, revision=draft.revision + 1)


async def rows(town: World, table: Any) -> list[dict[str, Any]]:
    async with town.app.database.engine.reading() as session:
        return [dict(row._mapping) for row in await session.rows(select(table))]


async def a_round(town: World) -> tuple[Organisation, Phone, list[Phone], list[Bubble]]:
    place = await an_organisation(town)
    boss = await town.phone("Boss")
    await boss.start(await code_for(town, place, "boss", Role.COORDINATOR))
    code = await code_for(town, place, "team")
    people = [await learner_of(town, code) for _ in range(PEOPLE)]
    await launch(town, boss, Mode.UNLINKED)
    sent = [await answer(town, phone, answers_of(at)) for at, phone in enumerate(people)]
    await town.answered()
    await town.app.database.engine.empty_log()  # as every minute
    return place, boss, people, sent


async def test_nothing_leads_from_an_answer_to_a_person(tmp_path: Path) -> None:
    async with world(tmp_path) as town:
        place, boss, people, sent = await a_round(town)
        stored = await rows(town, needs_unlinked)
        await _no_table_knows_both(town, people, stored)
        _no_file_knows_more(town, stored)
        await _three_units_stay_that_fit_any_answers(town, people, sent)
        await boss.send("/rounds")
        await boss.tap(ShowRound)
        await boss.tap(OfferClosing)
        await boss.tap(CloseRound)
        await town.app.database.engine.empty_log()
        closed = await rows(town, needs_unlinked)
        assert not {row["key"] for row in stored} & {row["key"] for row in closed}
        assert _sorted(closed) == _sorted(stored)
        _no_file_knows_more(town, closed)
        [round] = await rounds_of(town, place)
        async with town.app.database.unit() as unit:
            found = await unit.sent_answers.responses(round)
        assert (found.answered, len(found.people)) == (PEOPLE, PEOPLE)
        assert {(it.language, it.department, it.sector) for it in found.people} == {
            (None, None, None)
        }


async def _no_table_knows_both(
    town: World, people: list[Phone], stored: list[dict[str, Any]]
) -> None:
    """The answers have no person, time or number; whatever has a person has no answer."""
    assert set(stored[0]) == {"round_id", "key", "answers"}
    assert _sorted(stored) == sorted(
        json.dumps({at: list(picks) for at, picks in answers_of(n).items()}, sort_keys=True)
        for n in range(PEOPLE)
    )
    async with town.app.database.engine.reading() as session:
        made = await session.row(
            text("SELECT sql FROM sqlite_master WHERE name = 'needs_unlinked'")
        )
        assert made is not None
        assert "WITHOUT ROWID" in made.sql
    keys = [row["key"] for row in stored]
    for table in metadata.sorted_tables:
        if table is needs_unlinked:
            continue
        for row in await rows(town, table):
            values = [str(value) for value in row.values()]
            assert not any(key in value for key in keys for value in values)
            if table.name == "inbox":
                assert row["body"] is None
                assert row["outcome"] is None
            if table.name in ("needs_drafts", "needs_answers"):
                raise AssertionError("a draft or an answer stayed with its person")
    async with town.app.database.unit() as unit:
        for phone in people:
            person = (await unit.people.actor(phone.id)).person
            assert person is not None
            assert not await unit.sent_answers.of(person.id)
            for table in personal_tables():
                for column, _ in person_keys(table, person):
                    assert column.name not in needs_unlinked.columns


def _no_file_knows_more(town: World, stored: list[dict[str, Any]]) -> None:
    """Once in the database, and nowhere in its log or its free pages."""
    for row in stored:
        wish = f'"wish": ["{row["answers"]["wish"][0]}"]'.encode()
        found = [(file.name, file.read_bytes().count(wish)) for file in database_files(town)]
        assert [count for _, count in found if count] == [1], found


async def _three_units_stay_that_fit_any_answers(
    town: World, people: list[Phone], sent: list[Bubble]
) -> None:
    """In the order of the course. Whoever holds the units of a person against every row of
    answers finds none that they could not come of, and none that they must."""
    curriculum = town.app.core.curriculum
    questionnaire = curriculum.needs.get(curriculum.needs.today or "")
    assert questionnaire is not None
    course = [unit.id for unit in curriculum.course.subunits()]
    ways = [
        tickets_of([step.unit for step in path(curriculum.course, questionnaire, answers_of(n))])
        for n in range(PEOPLE)
    ]
    # The whole order would have told: hardly two of them have the same.
    assert len({tuple(dict.fromkeys(tickets)) for tickets in ways}) >= PEOPLE - 1
    for number, phone in enumerate(people):
        first = (await enrolment_of(town, phone)).path
        assert len(first) == 3
        assert list(first) == sorted(first, key=course.index)
        assert all(set(first) <= set(tickets) for tickets in ways)
        assert "because" in sent[number].text


def _sorted(stored: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(row["answers"], sort_keys=True) for row in stored)
