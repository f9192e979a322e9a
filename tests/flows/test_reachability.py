"""People who block the bot, and come back."""

from datetime import time

import pytest

from learning.lessons.asks import TurnOn
from tests.flows.learner import Learner
from tests.flows.phone import Phone
from tests.flows.test_settings import athens, begun, stored
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

PUSHED = {"method": "sendMessage", "times": 1}


async def is_reachable(town: World, phone: Phone) -> bool:
    person, enrolment = await stored(town, phone)
    assert person.reachable is (enrolment.next_due_at is not None)
    return person.reachable


async def test_who_blocks_the_bot_is_left_in_peace_and_comes_back_by_writing(town: World) -> None:
    learner = await begun(town)
    await learner.phone.block()
    assert not await is_reachable(town, learner.phone)
    before = await learner.phone.from_bot()
    await town.jump(athens(8, time(12)))
    assert await learner.phone.from_bot() == before
    await learner.phone.unblock()
    assert await is_reachable(town, learner.phone), "Telegram says that the bot is let in again"
    assert (await learner.phone.send("/lesson")).offers(TurnOn)
    await town.jump(athens(9, time(12)))
    assert (await learner.phone.from_bot())[len(before) :]


async def test_start_after_a_block_goes_on_where_one_was(town: World) -> None:
    learner = await begun(town)
    card = await learner.phone.tap(TurnOn)
    await learner.phone.block()
    await learner.phone.start()
    assert await is_reachable(town, learner.phone)
    assert (await learner.phone.send("/lesson")).text == card.text


@pytest.mark.parametrize("refusal", ["blocked", "deactivated"])
async def test_a_push_that_is_refused_stops_the_pushes_until_the_person_writes(
    town: World, refusal: str
) -> None:
    """The bot was down when Telegram said that it had been blocked."""
    learner = await begun(town)
    await town.faults({"do": refusal, **PUSHED})
    await town.jump(athens(1, time(12)))
    assert not await is_reachable(town, learner.phone)
    before = len(await learner.phone.from_bot())
    await town.jump(athens(8, time(12)))
    assert len(await learner.phone.from_bot()) == before
    await learner.phone.send("/help")
    assert await is_reachable(town, learner.phone)
    await town.jump(athens(15, time(12)))
    assert len(await learner.phone.from_bot()) > before + 1


async def test_one_who_is_gone_holds_nobody_else_up(town: World) -> None:
    gone, there = await begun(town), await begun(town)
    await town.faults({"do": "blocked", "chat_id": gone.phone.id, "method": "sendMessage"})
    before = await there.phone.last()
    await town.jump(athens(1, time(12)))
    assert (await there.phone.last()).id != before.id
    assert not await is_reachable(town, gone.phone)
    assert await is_reachable(town, there.phone)


async def test_an_answer_to_one_who_just_left_is_not_tried_for_ever(town: World) -> None:
    learner = Learner(town, await town.phone())
    await learner.enrol()
    await town.faults({"do": "blocked", "method": "sendMessage"})
    await learner.phone.send("/help")
    assert not await town.app.database.inbox.unanswered()
