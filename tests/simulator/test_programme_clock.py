"""Programme time: its own clock, forward only, jumped or played, and kept over a restart."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from tests.simulator.world import START, MachineTime, World, open_world, options

pytestmark = pytest.mark.asyncio(loop_scope="module")
HOUR = 3600.0


def iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")


async def now(world: World) -> float:
    text = (await world.ask("/clock"))["now"]
    assert text.endswith("Z")
    return datetime.fromisoformat(text).timestamp()


class Follower:
    """A bot's side: instants due, and what it does at each."""

    def __init__(self, world: World, due: list[float]) -> None:
        self.world = world
        self.due = due
        self.done: list[float] = []
        self.buttons_at: float | None = None
        self.phone = 0

    async def next_due(self, request: web.Request) -> web.Response:
        programme = await now(self.world)
        if self.due and self.due[0] <= programme:
            await self.work(self.due.pop(0), programme)
        body = {"next_due": iso(self.due[0]) if self.due else None, "idle": True}
        return web.json_response(body)

    async def work(self, due: float, programme: float) -> None:
        assert programme == due
        self.done.append(due)
        markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
        more: dict[str, Any] = {"reply_markup": markup} if due == self.buttons_at else {}
        await self.world.call("sendMessage", chat_id=self.phone, text="due", **more)


@asynccontextmanager
async def following(follower: Follower) -> AsyncIterator[Follower]:
    app = web.Application()
    app.router.add_get("/next-due", follower.next_due)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/next-due"
    await follower.world.tell("/clock/follower", {"next_due_url": url})
    yield follower
    await runner.cleanup()


async def stopped(world: World) -> Any:
    """The clock's state once a play has ended."""
    events = world.simulation.events.open()
    async with asyncio.timeout(5):
        while world.simulation.clock.playing:
            await events.get()
    world.simulation.events.leave(events)
    return await world.ask("/clock")


async def test_programme_time_runs_with_the_machine_and_dates_messages(world: World) -> None:
    phone = await world.started()
    begun = await now(world)
    world.time.now += 10
    assert await now(world) == begun + 10
    await world.tell("/clock/jump", {"to": iso(begun + 3 * HOUR)})
    message = await world.bot.send_message(phone, "later")
    assert message.date.timestamp() == begun + 3 * HOUR
    world.time.now += 10
    assert await now(world) == begun + 3 * HOUR + 10


async def test_a_jump_is_labelled_downtime_and_never_goes_back(world: World) -> None:
    begun = await now(world)
    state = await world.tell("/clock/jump", {"to": iso(begun + HOUR)})
    assert state["jumped"] == {"label": "downtime", "from": iso(begun), "to": iso(begun + HOUR)}
    await world.tell("/clock/jump", {"to": iso(begun)}, status=409)
    await world.tell("/clock/play", {"until": iso(begun)}, status=409)
    await world.tell("/clock/jump", {"to": "tomorrow"}, status=400)


async def test_a_jump_does_not_age_a_press(world: World) -> None:
    query_id = str(world.simulation.callbacks.ask())
    await world.tell("/clock/jump", {"to": iso(await now(world) + 24 * HOUR)})
    assert await world.call("answerCallbackQuery", callback_query_id=query_id) == (200, True)


async def test_play_without_a_follower_is_refused(tmp_path: Path) -> None:
    async with open_world(options(tmp_path)) as lonely:
        until = {"until": iso(START + HOUR)}
        assert "follow" in (await lonely.tell("/clock/play", until, status=409))["error"]
        elsewhere = {"next_due_url": "http://example.org/"}
        await lonely.tell("/clock/follower", elsewhere, status=400)


async def test_play_walks_every_due_instant_up_to_its_end(world: World) -> None:
    begun = await now(world)
    due = [begun + HOUR, begun + 2 * HOUR, begun + 5 * HOUR]
    async with following(Follower(world, list(due))) as bot:
        bot.phone = await world.started()
        state = await world.tell("/clock/play", {"until": iso(begun + 3 * HOUR)})
        assert (state["mode"], state["until"]) == ("play", iso(begun + 3 * HOUR))
        state = await stopped(world)
    assert bot.done == due[:2]
    assert state["now"] == iso(begun + 3 * HOUR)
    assert (state["mode"], state["stopped"]) == ("real", "the end was reached")


async def test_play_stops_when_a_message_with_buttons_arrives(world: World) -> None:
    begun = await now(world)
    due = [begun + HOUR, begun + 2 * HOUR, begun + 3 * HOUR]
    async with following(Follower(world, list(due))) as bot:
        bot.phone = await world.started()
        bot.buttons_at = due[1]
        await world.tell("/clock/play", {"until": iso(begun + 9 * HOUR)})
        state = await stopped(world)
    assert bot.done == due[:2]
    assert state["now"] == iso(due[1])
    assert state["stopped"] == "a message with buttons arrived"


async def test_play_can_be_stopped_by_hand_and_ends_when_the_bot_is_gone(world: World) -> None:
    begun = await now(world)
    async with following(Follower(world, [])) as bot:
        bot.due = [begun]
        bot.work = asyncio.Event().wait  # type: ignore[assignment]
        await world.tell("/clock/play", {"until": iso(begun + HOUR)})
        await world.tell("/clock/jump", {"to": iso(begun + HOUR)}, status=409)
        state = await world.tell("/clock/stop")
        assert (state["mode"], state["stopped"]) == ("real", "stopped by hand")
    await world.tell("/clock/play", {"until": iso(begun + HOUR)})
    assert "could not be asked" in (await stopped(world))["stopped"]


async def test_the_clock_goes_on_over_a_restart(tmp_path: Path) -> None:
    async with open_world(options(tmp_path)) as before:
        await before.tell("/clock/jump", {"to": iso(START + 50 * HOUR)})
    async with open_world(options(tmp_path), MachineTime(START + 60)) as after:
        assert await now(after) == START + 50 * HOUR + 60


async def test_a_clock_can_stand_or_run_faster(tmp_path: Path) -> None:
    for speed, mode in ((0.0, "stopped"), (60.0, "real")):
        folder = tmp_path / mode
        async with open_world(options(folder, speed=speed)) as opened:
            opened.time.now += 2
            assert await now(opened) == START + 2 * speed
            assert (await opened.ask("/clock"))["mode"] == mode
