"""Telegram fails: nothing is lost, nothing is done twice, nobody is left unanswered."""

import asyncio
from datetime import time
from typing import Any, cast

import pytest
from sqlalchemy import select

from bot.intake.taking import Intake
from bot.screens.failures import apology_screen
from bot.screens.speech import Speech
from data.tables.pushes import pushes
from data.tables.talk import inbox
from learning.account.asks import ShowDefaults
from learning.account.outcomes import HelpShown
from learning.ask import CLOCK, Ask, Conflict
from learning.inbox import Inbox, SetAside
from learning.lessons.asks import BeginCourse, NextLesson, TurnOn
from learning.pushes.asks import WakeLearners
from learning.pushes.model import PushState
from tests.flows.learner import Learner, history
from tests.flows.phone import patiently
from tests.flows.test_settings import athens, begun
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

ONCE = {"times": 1}


async def states_of_pushes(town: World) -> list[str]:
    async with town.app.database.engine.reading() as session:
        rows = await session.rows(select(pushes.c.state).order_by(pushes.c.id))
    return [row.state for row in rows]


async def states_of_updates(town: World) -> set[str]:
    async with town.app.database.engine.reading() as session:
        return {row.state for row in await session.rows(select(inbox.c.state))}


FAULTS: list[dict[str, Any]] = [
    {"do": "retry_after", "retry_after": 1},
    {"do": "retry_after", "retry_after": None},
    {"do": "error", "status": 502},
    {"do": "error", "status": 500},
    {"do": "timeout_before", "hang": 0.05},
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
async def test_an_answer_is_tried_until_telegram_takes_it(
    town: World, fault: dict[str, Any]
) -> None:
    learner = await begun(town)
    await town.faults({**fault, "method": "editMessageText", **ONCE})
    card = await learner.phone.tap(TurnOn)
    assert (await learner.sitting()).at == 1
    assert await told_card(town, learner) in card.text
    assert len(await learner.phone.from_bot()) == 1
    assert await states_of_updates(town) == {"answered"}


async def told_card(town: World, learner: Learner) -> str:
    sitting = await learner.sitting()
    card = town.app.core.curriculum.card(sitting.step.id)
    assert card is not None
    return card.text.for_reader("en").split("*")[0].split("\n")[0]


async def test_an_answer_whose_arrival_is_unknown_may_come_twice(town: World) -> None:
    learner = await begun(town)
    await town.faults({"do": "timeout_after", "hang": 0.05, "method": "sendMessage", **ONCE})
    await learner.phone.send("/help")
    *_, first, second = await learner.phone.from_bot()
    assert first.text == second.text == await told(town, learner.phone, HelpShown(frozenset()))


@pytest.mark.parametrize("fault", FAULTS[:3:2], ids=str)
async def test_a_push_that_was_surely_not_sent_is_sent_later_and_once(
    town: World, fault: dict[str, Any]
) -> None:
    learner = await begun(town)
    before = len(await learner.phone.from_bot())
    await town.faults({**fault, "method": "sendMessage", **ONCE})
    await town.jump(athens(1, time(12)))
    assert len(await learner.phone.from_bot()) == before + 1
    assert await states_of_pushes(town) == [PushState.SENT]


@pytest.mark.parametrize(("deed", "arrived"), [("timeout_before", 0), ("timeout_after", 1)])
async def test_a_push_whose_arrival_is_unknown_is_uncertain_and_not_repeated(
    town: World, deed: str, arrived: int
) -> None:
    learner = await begun(town)
    before = len(await learner.phone.from_bot())
    await town.faults({"do": deed, "hang": 0.05, "method": "sendMessage", **ONCE})
    await town.jump(athens(1, time(12)))
    assert await states_of_pushes(town) == [PushState.UNCERTAIN]
    await town.restart()
    await town.jump(athens(1, time(18)))
    assert len(await learner.phone.from_bot()) == before + arrived
    assert (await learner.phone.send("/lesson")).offers(TurnOn), "the lesson itself is never lost"


async def test_a_pause_after_a_429_holds_everybody(town: World) -> None:
    learners = [await begun(town) for _ in range(3)]
    await town.faults({"do": "retry_after", "retry_after": 1, "method": "sendMessage", **ONCE})
    await town.jump(athens(1, time(12)))
    assert await states_of_pushes(town) == [PushState.SENT] * 3
    calls = [call for call in await town.get("/calls") if call["method"] == "sendMessage"]
    assert sum(call["status"] == 429 for call in calls[-4:]) <= 3
    for learner in learners:
        assert (await learner.phone.last()).offers(NextLesson)


async def test_a_push_that_another_worker_let_go_is_sent_once(town: World) -> None:
    learner = await begun(town)
    before = len(await learner.phone.from_bot())
    await town.post("/clock/jump", {"to": athens(1, time(12)).isoformat()})
    # Not by the app itself: it would go and send at once.
    await town.app.core.perform(WakeLearners(), CLOCK, await town.now())
    outbox = town.app.database.outbox
    (held,) = await outbox.claim("another", await town.now(), 10, lease_seconds=0.3)
    await town.settled()
    assert len(await learner.phone.from_bot()) == before + 1
    assert await states_of_pushes(town) == [PushState.SENT]
    with pytest.raises(Conflict):
        await outbox.begin_send(held.id)


async def test_updates_that_come_twice_do_nothing_twice(town: World) -> None:
    await town.faults({"do": "duplicate_updates"})
    learner = Learner(town, await town.phone())
    await learner.enrol()
    await learner.finish()
    said = await history(learner.phone)
    assert len(said) == 2, "the one /start, and one message for the whole lesson"


async def test_an_update_nobody_can_read_holds_nobody_up(town: World) -> None:
    phone = await town.phone()
    for body in ({}, {"message": 7}, {"poll": {"id": "1"}}, {"callback_query": {"id": "1"}}):
        await town.faults(
            {"do": "malformed_update", "update": body, "method": "getUpdates", **ONCE}
        )
        assert (await phone.start()).offers(ShowDefaults)
    assert await states_of_updates(town) == {"answered", "set_aside"}
    assert len(await error_ids(town)) == 4


async def test_somebody_whose_message_cannot_be_read_is_told(town: World) -> None:
    phone = await town.phone()
    await phone.start()
    odd = {"message": {"message_id": 5, "chat": {"id": phone.id, "type": "private"}, "date": "?"}}
    await town.faults({"do": "malformed_update", "update": odd, "method": "getUpdates", **ONCE})
    await phone.send("/help")
    (error_id,) = await error_ids(town)
    said = [bubble.text for bubble in await phone.from_bot()]
    assert any(error_id in text for text in said), said


async def test_an_apology_that_was_not_said_before_a_kill_is_said_after_it(town: World) -> None:
    phone = await town.phone()
    await phone.start()
    break_use_case(town, NextLesson)
    await town.faults({"do": "timeout_before", "hang": 60, "method": "sendMessage", **ONCE})
    await phone.post("send", {"chat_id": phone.id, "text": "/lesson"})
    await patiently(lambda: _is_owed(town))
    await town.kill()
    await town.start()
    await town.settled()
    (error_id,) = await error_ids(town)
    assert error_id in (await phone.last()).text


async def _is_owed(town: World) -> bool:
    return "applied" in await states_of_updates(town)


async def test_an_inbox_that_fails_for_a_while_holds_nobody_up_for_long(town: World) -> None:
    phone = await town.phone()
    await phone.start()
    break_use_case(town, NextLesson)
    failed = break_for_a_while(town.app.intake, "failed", times=2)
    aside = break_for_a_while(town.app.intake, "set_aside", times=1)
    apology = await phone.send("/lesson")
    (error_id,) = await error_ids(town)
    assert error_id in apology.text
    assert (len(failed), len(aside)) == (2 + 3, 1 + 1)


def break_for_a_while(intake: Intake, name: str, times: int) -> list[object]:
    """From here on the inbox fails so often at this; the list grows with each attempt."""
    tried: list[object] = []
    whole = intake._inbox
    works = getattr(whole, name)

    async def failing(*values: object) -> Any:
        tried.append(values)
        if len(tried) <= times:
            raise Broken
        return await works(*values)

    class Failing:
        def __getattr__(self, other: str) -> Any:
            return failing if other == name else getattr(whole, other)

    intake._inbox = cast(Inbox, Failing())
    return tried


class Broken(Exception):
    """What no use case is meant to raise."""


async def test_an_update_that_fails_three_times_is_set_aside_with_an_apology(
    town: World,
) -> None:
    phone = await town.phone(language="el")
    await phone.start()
    tried = break_use_case(town, NextLesson)
    apology = await phone.send("/lesson")
    assert len(tried) == 3
    (error_id,) = await error_ids(town)
    screen = apology_screen(SetAside(error_id), Speech("el"))
    assert apology.text.split("\n")[0] == screen.html.split("\n")[0]
    assert error_id in apology.text
    assert (await phone.send("/help")).text == await told(town, phone, HelpShown(frozenset()))
    assert await states_of_updates(town) == {"answered", "set_aside"}


async def test_a_failing_press_is_acknowledged_and_others_go_on(town: World) -> None:
    unlucky, lucky = await town.phone("Ana"), await town.phone("Eleni")
    for phone in (unlucky, lucky):
        await phone.start()
        await phone.tap(ShowDefaults)
    break_use_case(town, BeginCourse)
    await asyncio.gather(unlucky.tap(BeginCourse), lucky.send("/help"))
    (error_id,) = await error_ids(town)
    assert unlucky.acknowledged
    assert error_id in (await unlucky.last()).text
    assert (await lucky.last()).text == await told(town, lucky, HelpShown(frozenset()))


async def test_after_a_restart_what_was_set_aside_stays_aside(town: World) -> None:
    phone = await town.phone()
    await phone.start()
    break_use_case(town, NextLesson)
    await phone.send("/lesson")
    said = await history(phone)
    await town.restart()
    await town.settled()
    assert await history(phone) == said


def break_use_case(town: World, ask: type[Ask[Any]]) -> list[object]:
    """From here on `ask` fails in the core; the list grows with each attempt."""
    tried: list[object] = []

    async def broken(asked: object, actor: object, now: object) -> object:
        tried.append(asked)
        raise Broken

    town.app.core._use_cases[ask] = (broken, ())
    return tried


async def error_ids(town: World) -> list[str]:
    async with town.app.database.engine.reading() as session:
        rows = await session.rows(select(inbox.c.error_id).where(inbox.c.state == "set_aside"))
    return [row.error_id for row in rows]
