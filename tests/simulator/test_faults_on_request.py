"""Faults: what they do to a real bot, and which calls they touch."""

from typing import Any

import pytest
import pytest_asyncio
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from tests.simulator.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def phone(world: World) -> int:
    world.simulation.faults.clear()
    return await world.started()


async def tried(world: World, phone: int, times: int = 1) -> list[type[TelegramError] | None]:
    """How ``times`` sends ended."""
    ends: list[type[TelegramError] | None] = []
    for _ in range(times):
        try:
            await world.bot.send_message(phone, "hello", read_timeout=0.3)
            ends.append(None)
        except TelegramError as error:
            ends.append(type(error))
    return ends


REFUSALS = [
    ({"do": "retry_after", "retry_after": 7}, RetryAfter),
    ({"do": "retry_after", "retry_after": None}, NetworkError),
    ({"do": "blocked"}, Forbidden),
    ({"do": "deactivated"}, Forbidden),
    ({"do": "error"}, NetworkError),
    ({"do": "error", "status": 500}, NetworkError),
    ({"do": "error", "status": 400, "description": "TEST"}, BadRequest),
    ({"do": "error", "status": 400, "parameters": {"migrate_to_chat_id": -5}}, ChatMigrated),
]


@pytest.mark.parametrize(("rule", "error"), REFUSALS)
async def test_a_refusal_reaches_the_bot_and_nothing_is_sent(
    world: World, phone: int, rule: Any, error: type[TelegramError]
) -> None:
    await world.tell("/faults", [rule])
    assert await tried(world, phone) == [error]
    assert [message["from_bot"] for message in await world.messages(phone)] == [False]


WHICH = [
    ({"times": 2}, [True, True, False, False]),
    ({"every": 2}, [False, True, False, True]),
    ({"every": 3, "times": 1}, [False, False, True, False]),
    ({"method": "SENDMESSAGE"}, [True] * 4),
    ({"method": "sendPhoto"}, [False] * 4),
    ({"method": "webhook"}, [False] * 4),
    ({"chat_id": 1}, [False] * 4),
]


@pytest.mark.parametrize(("rule", "fails"), WHICH)
async def test_a_rule_names_the_calls_it_spoils(
    world: World, phone: int, rule: Any, fails: list[bool]
) -> None:
    await world.tell("/faults", [{"do": "error", **rule}])
    ends = await tried(world, phone, len(fails))
    assert [end is not None for end in ends] == fails


@pytest.mark.parametrize(
    ("deed", "hang", "error", "sent"),
    [
        ("timeout_before", 1, TimedOut, 0),
        ("timeout_before", 0, NetworkError, 0),
        ("timeout_after", 1, TimedOut, 1),
        ("timeout_after", 0, NetworkError, 1),
    ],
)
async def test_a_lost_answer_may_or_may_not_have_had_its_effect(
    world: World, phone: int, deed: str, hang: float, error: type[TelegramError], sent: int
) -> None:
    await world.tell("/faults", [{"do": deed, "hang": hang, "method": "sendMessage"}])
    assert await tried(world, phone) == [error]
    assert sum(message["from_bot"] for message in await world.messages(phone)) == sent


async def test_updates_are_delivered_twice_when_told_so(world: World, phone: int) -> None:
    await world.tell(f"/phones/{phone}/send", {"chat_id": phone, "text": "a"})
    await world.tell("/faults", [{"do": "duplicate_updates", "times": 1}])
    first, second = await world.updates()
    assert first == second
    assert len(await world.updates()) == 1


async def test_a_malformed_update_comes_before_good_ones(world: World, phone: int) -> None:
    body: Any = {"message": {"date": []}}
    rule = {"do": "malformed_update", "method": "getMe", "times": 1, "update": body}
    await world.tell("/faults", [rule])
    await world.bot.get_me()
    await world.tell(f"/phones/{phone}/send", {"chat_id": phone, "text": "a"})
    bad, good = await world.updates()
    assert {**body, "update_id": bad["update_id"]} == bad
    assert good["message"]["text"] == "a"


async def test_rules_are_listed_counted_and_cleared(world: World, phone: int) -> None:
    await world.tell("/faults", [{"do": "error", "times": 5}])
    await tried(world, phone)
    (rule,) = await world.ask("/faults")
    assert (rule["do"], rule["matched"], rule["fired"]) == ("error", 1, 1)
    assert (await world.page.delete("/faults")).json() == []
    assert await tried(world, phone) == [None]


@pytest.mark.parametrize(
    "body", [{"do": "error"}, [{"do": "explode"}], [{"do": "error", "evry": 2}], [7]]
)
async def test_a_rule_with_a_mistake_is_refused(world: World, phone: int, body: Any) -> None:
    await world.tell("/faults", body, status=400)
    assert await world.ask("/faults") == []
