"""The strict rate profile, our assumption: what it lets through and what it refuses."""

import pytest
from telegram.error import RetryAfter

from simulator.errors import ApiError
from simulator.rates import Rates
from tests.simulator.world import MachineTime, World

pytestmark = pytest.mark.asyncio(loop_scope="module")


def admitted(rates: Rates, time: MachineTime, sends: list[tuple[float, int]]) -> list[int]:
    """For each (second, chat): 0 when it was let through, else retry_after."""
    waits = []
    for second, chat in sends:
        time.now = second
        try:
            rates.admit(chat)
            waits.append(0)
        except ApiError as error:
            waits.append(error.parameters["retry_after"])
    return waits


CASES = {
    "30 in a second over all chats": (
        [(0.0, chat) for chat in range(1, 32)] + [(1.0, 40)],
        [0] * 30 + [1, 0],
    ),
    "the second slides": (
        [(0.5, chat) for chat in range(1, 31)] + [(1.4, 40), (1.5, 41)],
        [0] * 30 + [1, 0],
    ),
    "3 in 3 seconds in one chat": (
        [(0, 1), (1, 1), (2, 1), (2.5, 1), (2.5, 2), (3, 1)],
        [0, 0, 0, 1, 0, 0],
    ),
    "20 in a minute in a group": (
        [(3.0 * n, -1) for n in range(19)] + [(57, -1), (58, -1), (60, -1)],
        [0] * 20 + [2, 0],
    ),
}


@pytest.mark.parametrize(("sends", "waits"), CASES.values(), ids=CASES)
async def test_windows(sends: list[tuple[float, int]], waits: list[int]) -> None:
    time = MachineTime(0)
    assert admitted(Rates("strict", time), time, sends) == waits


async def test_a_bot_that_writes_too_fast_is_told_how_long_to_wait(world: World) -> None:
    phone = await world.started()
    shown = await world.tell("/rate", {"profile": "strict"})
    assert "assumption" in shown["note"]
    assert len(shown["rules"]) == 3
    for number in range(3):
        await world.bot.send_message(phone, str(number))
    with pytest.raises(RetryAfter):
        await world.bot.send_message(phone, "too fast")
    assert await world.bot.send_chat_action(phone, "typing")
    await world.tell("/rate", {"profile": "unlimited"})
    await world.bot.send_message(phone, "again")
    await world.tell("/rate", {"profile": "slow"}, status=400)
