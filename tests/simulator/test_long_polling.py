"""getUpdates: one poller, offsets, allowed kinds, and how long updates are kept."""

import asyncio

import pytest
from telegram.error import Conflict

from simulator.limits import CALLBACK_SECONDS, UPDATE_KEPT_SECONDS
from tests.simulator.world import World, bot_at

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def say(world: World, phone: int, *texts: str) -> None:
    for text in texts:
        await world.tell(f"/phones/{phone}/send", {"chat_id": phone, "text": text})


async def test_a_waiting_poll_gets_a_message_as_soon_as_it_is_sent(world: World) -> None:
    phone = await world.started()
    polling = asyncio.create_task(world.bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    await say(world, phone, "hello")
    async with asyncio.timeout(2):
        (update,) = await polling
    assert update.effective_message is not None
    assert update.effective_message.text == "hello"


async def test_a_poll_without_updates_ends_after_its_timeout(world: World) -> None:
    async with asyncio.timeout(3):
        assert await world.bot.get_updates(timeout=1) == ()


async def test_the_older_of_two_pollers_gets_a_conflict(world: World) -> None:
    phone = await world.started()
    older = asyncio.create_task(world.bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    async with bot_at(world.served.url) as second:
        newer = asyncio.create_task(second.get_updates(timeout=20))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        await say(world, phone, "hello")
        assert len(await newer) == 1


async def test_an_offset_confirms_and_a_limit_cuts(world: World) -> None:
    phone = await world.started()
    await say(world, phone, "a", "b", "c")
    first = await world.bot.get_updates(limit=2)
    assert len(first) == 2
    again = await world.bot.get_updates()
    assert [update.update_id for update in again][:2] == [update.update_id for update in first]
    (rest,) = await world.bot.get_updates(offset=first[-1].update_id + 1)
    assert rest.update_id > first[-1].update_id
    assert await world.bot.get_updates(offset=rest.update_id + 1) == ()


async def test_a_negative_offset_keeps_the_newest(world: World) -> None:
    phone = await world.started()
    await say(world, phone, "a", "b", "c")
    (newest,) = await world.bot.get_updates(offset=-1)
    assert newest.message is not None
    assert newest.message.text == "c"
    assert len(await world.updates()) == 1


async def test_only_allowed_kinds_are_queued_until_the_choice_changes(world: World) -> None:
    phone = await world.started()
    await world.bot.get_updates(allowed_updates=["callback_query"])
    await say(world, phone, "unheard")
    assert await world.updates() == []
    await world.bot.get_updates(allowed_updates=[])
    await say(world, phone, "heard")
    assert len(await world.updates()) == 1


async def test_a_press_is_kept_150_seconds_and_a_message_a_day(world: World) -> None:
    phone = await world.started()
    message = await world.bot.send_message(phone, "Card")
    body = {"chat_id": phone, "message_id": message.message_id, "data": "x", "wait": 0}
    await world.tell(f"/phones/{phone}/press", body)
    await say(world, phone, "hello")
    assert len(await world.updates()) == 2
    world.time.now += CALLBACK_SECONDS + 1
    assert [set(update) - {"update_id"} for update in await world.updates()] == [{"message"}]
    world.time.now += UPDATE_KEPT_SECONDS
    assert await world.updates() == []
