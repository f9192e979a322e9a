"""Webhooks: the secret, the order, and retries until a 2xx."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from telegram.error import BadRequest, Conflict

from tests.simulator.world import World, open_world, options

SECRET = "s_3-cret"


class Receiver:
    """Takes deliveries; ``answers`` are statuses to give first, then always 200."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.secrets: set[str] = set()
        self.answers: list[int] = []
        self.pause: Callable[[Any], Awaitable[None]] | None = None
        self.url = ""
        self.changed = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        if self.pause:
            await self.pause(update)
        status = self.answers.pop(0) if self.answers else 200
        self.taken.append((status, update))
        self.changed.set()
        return web.Response(status=status)

    def texts(self, status: int = 200) -> list[str]:
        return [
            update["message"]["text"]
            for given, update in self.taken
            if given == status and "message" in update
        ]


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(options(tmp_path, webhook_retry_seconds=0.02)) as opened:
        yield opened


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    found = Receiver()
    app = web.Application()
    app.router.add_post("/hook", found.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield found
    await runner.cleanup()


async def say(world: World, phone: int, *texts: str) -> None:
    for text in texts:
        await world.tell(f"/phones/{phone}/send", {"chat_id": phone, "text": text})


async def until(receiver: Receiver, condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            receiver.changed.clear()
            await receiver.changed.wait()


async def test_updates_arrive_in_order_with_the_secret(world: World, receiver: Receiver) -> None:
    phone = await world.started()
    await world.bot.set_webhook(receiver.url, secret_token=SECRET)
    await say(world, phone, "a", "b", "c")
    await until(receiver, lambda: len(receiver.taken) == 3)
    assert receiver.texts() == ["a", "b", "c"]
    assert receiver.secrets == {SECRET}
    assert (await world.bot.get_webhook_info()).pending_update_count == 0


async def test_anything_but_a_2xx_is_tried_again_and_holds_its_chat(
    world: World, receiver: Receiver
) -> None:
    ana, leo = await world.started("Ana"), await world.started("Leo")
    receiver.answers = [500, 302]
    await world.bot.set_webhook(receiver.url)
    await say(world, ana, "a", "b")
    await until(receiver, lambda: receiver.texts() == ["a", "b"])
    assert [status for status, _ in receiver.taken] == [500, 302, 200, 200]
    info = await world.bot.get_webhook_info()
    assert info.last_error_message is not None
    assert "302" in info.last_error_message
    receiver.answers = [500] * 3
    await say(world, ana, "slow")
    await until(receiver, lambda: bool(receiver.texts(500)))
    receiver.answers = []
    await say(world, leo, "quick")
    await until(receiver, lambda: "quick" in receiver.texts())


async def test_a_press_may_overtake_a_message_of_the_same_person(
    world: World, receiver: Receiver
) -> None:
    phone = await world.started()
    message = await world.bot.send_message(phone, "Card")
    press_came = asyncio.Event()

    async def hold_messages(update: Any) -> None:
        if "callback_query" in update:
            press_came.set()
        await press_came.wait()

    receiver.pause = hold_messages
    await world.bot.set_webhook(receiver.url)
    await say(world, phone, "typed first")
    body = {"chat_id": phone, "message_id": message.message_id, "data": "x", "wait": 0}
    await world.tell(f"/phones/{phone}/press", body)
    await until(receiver, lambda: len(receiver.taken) == 2)


async def test_a_delivery_is_repeated_when_told_so(world: World, receiver: Receiver) -> None:
    phone = await world.started()
    rule = {"do": "duplicate_updates", "method": "webhook", "times": 1}
    await world.tell("/faults", [rule])
    await world.bot.set_webhook(receiver.url)
    await say(world, phone, "a", "b")
    await until(receiver, lambda: len(receiver.taken) == 3)
    assert receiver.texts() == ["a", "a", "b"]


async def test_polling_and_a_webhook_exclude_each_other(world: World, receiver: Receiver) -> None:
    polling = asyncio.create_task(world.bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    await world.bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await polling
    with pytest.raises(Conflict, match="while webhook is active"):
        await world.bot.get_updates()
    await world.bot.delete_webhook()
    assert await world.bot.get_updates() == ()


async def test_a_webhook_is_kept_over_a_restart_with_what_it_has_not_taken(
    tmp_path: Path, receiver: Receiver
) -> None:
    receiver.answers = [503] * 1000
    async with open_world(options(tmp_path)) as before:
        phone = await before.started()
        await before.bot.set_webhook(receiver.url)
        await say(before, phone, "kept")
        await until(receiver, lambda: bool(receiver.taken))
    receiver.answers = []
    async with open_world(options(tmp_path)):
        await until(receiver, lambda: receiver.texts() == ["kept"])


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "https://example.org/hook"}, "bad webhook: this simulator delivers to 127.0.0.1"),
        ({"url": "nowhere"}, "bad webhook: an HTTPS URL must be provided"),
        ({"secret_token": "no spaces"}, "secret token contains unallowed characters"),
        ({"max_connections": 101}, "max_connections must be 1-100"),
    ],
)
async def test_a_bad_webhook_is_refused(
    world: World, receiver: Receiver, params: Any, reason: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await world.bot.set_webhook(**{"url": receiver.url, **params})
