"""State is in the database: stop or kill the bot between any two messages, the talk goes on."""

import asyncio
from pathlib import Path

import pytest

from bot.intake.cleaning import clean
from data.engine import open_database
from learning.account.asks import ShowDefaults
from learning.lessons.asks import BeginCourse, TurnOn
from learning.talk.outcomes import OnlyButtons
from tests.flows.learner import Learner, history
from tests.flows.phone import Bubble, Phone, patiently
from tests.flows.told import told
from tests.flows.world import World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Interrupted(Learner):
    """Before each step the bot is stopped, or the power goes, and it is started again."""

    gentle = False

    async def step(self, bubble: Bubble) -> Bubble | None:
        self.gentle = not self.gentle
        await (self.world.stop() if self.gentle else self.world.kill())
        await self.world.start()
        return await super().step(bubble)


async def lesson(folder: Path, kind: type[Learner]) -> list[object]:
    async with world(folder) as town:
        learner = kind(town, await town.phone(language="el"))
        await learner.enrol()
        await learner.finish()
        await town.restart()
        await learner.phone.send("/progress")
        return [*await history(learner.phone), learner.asked]


async def test_restarts_between_every_two_turns_change_nothing(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    undisturbed = await lesson(tmp_path / "a", Learner)
    assert await lesson(tmp_path / "b", Interrupted) == undisturbed


async def test_what_comes_while_the_bot_is_away_is_answered_in_order(town: World) -> None:
    learner = Learner(town, await town.phone())
    card = await learner.enrol()
    await town.stop()
    data = card.ask(TurnOn)
    assert data
    body = {"chat_id": learner.phone.id, "message_id": card.id, "data": data, "wait": 0}
    await learner.phone.post("press", body)
    await learner.phone.post("send", {"chat_id": learner.phone.id, "text": "/lesson"})
    await learner.phone.post("send", {"chat_id": learner.phone.id, "text": "hello"})
    await town.start()
    await town.settled()
    first, second, third = await learner.phone.from_bot()
    assert first.text == second.text, "the press turned the card that /lesson then showed again"
    assert (await learner.sitting()).at == 1
    assert third.text == await told(town, learner.phone, OnlyButtons(1))


async def test_a_kill_after_storing_loses_nothing(town: World) -> None:
    """Stored and confirmed, and dead before it was performed."""
    phone = await town.phone()
    await phone.start()
    await stored_and_killed(town, phone, "/help")
    await town.start()
    await town.settled()
    assert len(await phone.from_bot()) == 2


async def stored_and_killed(town: World, phone: Phone, text: str) -> None:
    keys = [(town.settings.var / "secret_key").read_text()]
    path = town.settings.var / f"{town.app.bot.id}.sqlite3"
    await town.kill()
    await phone.post("send", {"chat_id": phone.id, "text": text})
    updates = town.served.simulation.updates
    (update,) = updates.pending(2)
    database = await open_database(f"sqlite:///{path}", keys)
    await database.inbox.take([clean(update.shape())])
    await database.close()
    updates.confirm(update.update_id)


async def test_a_kill_before_the_answer_leaves_nobody_unanswered(town: World) -> None:
    """Applied, and dead while the answer was on its way: it is spoken after the start."""
    phone = await town.phone()
    await phone.start()
    await phone.tap(ShowDefaults)
    await town.faults({"do": "timeout_before", "method": "editMessageText", "hang": 20})
    data = (await phone.last()).ask(BeginCourse)
    assert data
    body = {"chat_id": phone.id, "message_id": (await phone.last()).id, "data": data, "wait": 0}
    await phone.post("press", body)
    await patiently(lambda: is_applied(town))
    await town.kill()
    await town.http.delete("/faults")
    await town.start()
    await town.settled()
    card = await phone.last()
    assert card.offers(TurnOn)
    async with town.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        sitting = await unit.sittings.open_lesson(person.id)
    assert sitting is not None
    assert (sitting.id, sitting.at) == (1, 0), "begun once"


async def is_applied(town: World) -> bool:
    return bool(await town.app.database.inbox.unanswered())


async def test_an_answer_that_arrived_and_was_not_noted_may_come_twice_never_wrong(
    town: World,
) -> None:
    """Told to Telegram, and dead before it was marked."""
    learner = Learner(town, await town.phone())
    await learner.enrol()
    await town.faults({"do": "timeout_after", "method": "sendMessage", "hang": 20})
    await learner.phone.post("send", {"chat_id": learner.phone.id, "text": "/help"})
    await patiently(lambda: is_applied(town))
    await patiently(lambda: has_said(learner.phone, 2))
    await town.kill()
    await town.http.delete("/faults")
    await town.start()
    await town.settled()
    first, second = (await learner.phone.from_bot())[-2:]
    assert first.text == second.text
    assert not await town.app.database.inbox.unanswered()


async def has_said(phone: Phone, messages: int) -> bool:
    return len(await phone.from_bot()) == messages


async def test_people_at_once_hear_their_own_answers(town: World) -> None:
    languages = ("en", "el", "es")
    people = [Learner(town, await town.phone(language=each)) for each in languages]
    await asyncio.gather(*(person.enrol() for person in people))
    closed = await asyncio.gather(*(person.finish() for person in people))
    title = town.app.core.curriculum.lessons[town.app.core.curriculum.order[0]].title
    for language, bubble in zip(languages, closed, strict=True):
        assert title.for_reader(language) in bubble.text


async def test_what_fell_out_of_hand_is_taken_up_again_without_a_restart(town: World) -> None:
    """As after a reply that failed for longer than anybody waits."""
    phone = await town.phone()
    await phone.start()
    update = {
        "update_id": 10**9,
        "message": {
            "message_id": 7,
            "date": 0,
            "chat": {"id": phone.id, "type": "private"},
            "from": {"id": phone.id, "is_bot": False, "first_name": "Maria"},
            "text": "/help",
            "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
        },
    }
    await town.app.database.inbox.take([clean(update)])
    await town.app.intake.look_again()
    assert town.app.intake.idle, "what was taken a moment ago is in somebody's hands"
    await town.app.intake.look_again()
    await town.settled()
    assert len(await phone.from_bot()) == 2
