"""Updates pushed to the bot's own port: refused without the secret, stored before the 2xx."""

import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from pydantic import SecretStr
from sqlalchemy import select

from data.tables.talk import inbox
from learning.account.outcomes import HelpShown
from learning.lessons.asks import NextLesson
from tests.flows.learner import Learner
from tests.flows.told import told
from tests.flows.world import World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "s3cret_-"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def webhook_settings() -> dict[str, Any]:
    port = free_port()
    return {
        "webhook_url": f"http://127.0.0.1:{port}/hook",
        "webhook_port": port,
        "webhook_secret": SecretStr(SECRET),
    }


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def there(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("webhook"), **webhook_settings()) as made:
        yield made


async def knock(at: World, body: bytes, secret: str | None = SECRET) -> int:
    """The status of one delivery."""
    headers = {HEADER: secret} if secret is not None else {}
    url = at.settings.webhook_url
    assert url
    async with (
        aiohttp.ClientSession() as http,
        http.post(url, data=body, headers=headers) as answer,
    ):
        return answer.status


async def test_a_whole_lesson_goes_through_a_webhook(there: World) -> None:
    learner = Learner(there, await there.phone(language="es"))
    await learner.enrol()
    assert (await learner.finish()).offers(NextLesson)


async def test_deliveries_that_come_twice_do_nothing_twice(there: World) -> None:
    await there.faults({"do": "duplicate_updates", "method": "webhook", "times": 3})
    learner = Learner(there, await there.phone())
    await learner.enrol()
    assert len(await learner.phone.from_bot()) == 1
    assert (await learner.sitting()).at == 0


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "\u03c3"])
async def test_a_delivery_without_the_secret_is_refused(there: World, secret: str | None) -> None:
    assert await knock(there, json.dumps({"update_id": 10**8}).encode(), secret) == 403
    async with there.app.database.engine.reading() as session:
        assert await session.row(select(inbox).where(inbox.c.update_id == 10**8)) is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b"[1]", 400),
        (b'"update"', 400),
        (b" " * (1024 * 1024 + 1), 413),
        (b"{}", 200),
        (b'{"update_id": "x"}', 200),
        (b'{"update_id": 99, "message": {"chat": 7}}', 200),
    ],
    ids=lambda value: repr(value)[:30],
)
async def test_what_is_no_update_is_refused_and_what_is_unreadable_never_comes_again(
    there: World, body: bytes, status: int
) -> None:
    """Only a 2xx ends Telegram's retries, so an odd update is taken note of and let go."""
    assert await knock(there, body) == status
    phone = await there.phone()
    await phone.start()
    assert (await phone.send("/help")).text == await told(there, phone, HelpShown(frozenset()))


async def test_one_may_go_from_polling_to_a_webhook_and_back(tmp_path: Path) -> None:
    async with world(tmp_path) as town:
        polling = town.settings
        phone = await town.phone()
        await phone.start()
        await town.stop()
        await phone.post("send", {"chat_id": phone.id, "text": "/help"})
        town.settings = polling.model_copy(update=webhook_settings())
        await town.start()
        await town.settled()
        assert len(await phone.from_bot()) == 2
        await town.stop()
        await phone.post("send", {"chat_id": phone.id, "text": "/help"})
        town.settings = polling
        await town.start()
        await town.settled()
        assert len(await phone.from_bot()) == 3
