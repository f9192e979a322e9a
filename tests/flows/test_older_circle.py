"""The circle in content/mentoring changes while pairs are on their way: each finishes on the
version that it began with."""

import json
from hashlib import sha256

import pytest
from sqlalchemy import update

from bot.actions.spelling import encode
from data.definitions import StoredDefinition
from data.tables.mentoring import mentoring_turns
from learning.mentoring.asks import MovePhase, ShowTurn
from learning.mentoring.cycle import Step
from learning.mentoring.evaluating.asks import OpenEvaluation, RateStatement, SendEvaluation
from learning.mentoring.model import Ending
from learning.mentoring.shadowing.asks import ShowShadowing
from tests.flows.pairing import Circle, agreed, circle
from tests.flows.phone import Phone
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

PHASES = ("rapport", "direction", "winding-down")  # of the older version


async def on_an_older_version(made: Circle) -> None:
    """As if the turn had begun before there was job shadowing, and one phase less."""
    world, definition = made.world, (await made.turn()).definition
    known = await world.app.database.definitions.bodies([definition])
    body = json.loads(known[definition])
    body.pop("shadowing")
    for step in body["steps"]:
        step["phases"] = [phase for phase in step["phases"] if phase["id"] in PHASES]
    text = json.dumps(body)
    older = sha256(text.encode()).hexdigest()
    stored = StoredDefinition(older, "cycle", body["id"], text)
    await world.app.database.definitions.store([stored])
    mine = mentoring_turns.c.id == (await made.turn()).id
    async with world.app.database.engine.writing() as session:
        await session.run(update(mentoring_turns).where(mine).values(definition=older))
    await world.restart()


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_turn_finishes_on_the_version_it_began_with(town: World, language: str) -> None:
    before, since = await circle(town, language, "Before"), await circle(town, language, "Since")
    await on_an_older_version(before)
    for made in (before, since):
        await agreed(made)
    passed = []
    while (await before.turn()).step is Step.MENTORING:
        passed.append((await before.turn()).phase)
        shown = await before.mentee.send("/mentoring")
        assert not shown.offers(ShowShadowing)
        await before.mentee.tap(MovePhase)
    assert tuple(passed) == PHASES
    await nothing_of_job_shadowing(before)
    for phone in (before.mentee, before.mentor):
        await looked_back(phone)
    assert (await before.turn()).ending is Ending.CIRCLE

    await since.mentee.send("/mentoring")
    await since.mentee.tap(MovePhase)
    assert (await since.mentee.send("/mentoring")).offers(ShowShadowing)
    await since.mentee.tap(MovePhase)
    assert (await since.turn()).phase == "progress"


async def nothing_of_job_shadowing(made: Circle) -> None:
    """Not by a button either that somebody made up."""
    home = await made.mentee.send("/mentoring")
    forged = encode(ShowShadowing((await made.turn()).id))
    assert not (await made.mentee.press_data(forged, home.id)).offers(ShowTurn)


async def looked_back(phone: Phone) -> None:
    await phone.send("/mentoring")
    shown = await phone.tap(OpenEvaluation)
    while shown.offers(RateStatement, rating=4):
        shown = await phone.tap(RateStatement, rating=4)
    await phone.tap(SendEvaluation)
