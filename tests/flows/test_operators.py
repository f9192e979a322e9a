"""What an operator sees: health, metrics, menus; and time played from message to message."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from bot.screens.menu import bot_description, bot_short_description, commands
from bot.screens.speech import Speech
from learning.account.languages import LANGUAGES
from learning.lessons.asks import NextLesson
from tests.flows.learner import Learner
from tests.flows.phone import patiently
from tests.flows.test_settings import athens, begun, stored
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def operators_url(town: World) -> str:
    follower = town.served.simulation.player.follower
    assert follower
    return follower.removesuffix("/next-due")


async def test_health_metrics_and_what_is_due_next_are_told(town: World) -> None:
    learner = await begun(town)
    url = await operators_url(town)
    health = await town.get(f"{url}/health")
    assert health["ok"] is True
    assert health["understanding"] == "off"
    assert await town.get("/understanding") == {"stage": "off"}
    due = await town.get(f"{url}/next-due")
    _, enrolment = await stored(town, learner.phone)
    assert enrolment.next_due_at
    assert datetime.fromisoformat(due["next_due"]) == enrolment.next_due_at
    assert due["idle"] is True
    await town.jump(athens(1, time(12)))
    async with town.http.get(f"{url}/metrics") as response:
        page = await response.text()
    metrics = dict(line.rsplit(" ", 1) for line in page.splitlines() if line[0] != "#")
    assert float(metrics["qser_woken_total"]) == 1
    assert float(metrics["qser_pushes_due"]) == 0
    assert not any(str(learner.phone.id) in line for line in metrics), "numbers, no people"


@pytest.mark.parametrize("path", ["/", "/health/", "/nothing"])
async def test_nothing_else_is_served(town: World, path: str) -> None:
    async with town.http.get(f"{await operators_url(town)}{path}", allow_redirects=False) as answer:
        assert answer.status in (307, 404)


async def test_menus_and_descriptions_are_told_in_every_language(town: World) -> None:
    async def are_told() -> bool:
        calls = await town.get("/calls")
        return sum("setMy" in call["method"] for call in calls) >= 3 * len(LANGUAGES)

    await patiently(are_told)
    for language in (*LANGUAGES, "de"):
        phone = await town.phone(language=language)
        shown = await town.get(f"/commands?phone={phone.id}")
        speech = Speech(language if language in LANGUAGES else "en")
        assert [(c["command"], c["description"]) for c in shown] == list(commands(speech))
        profile = await town.get(f"/bot?phone={phone.id}")
        assert profile["description"] == bot_description(speech)
        assert profile["short_description"] == bot_short_description(speech)


async def test_play_stops_where_a_message_waits_for_its_reader(town: World) -> None:
    """Three days are played; each day's message stops the walk at its hour."""
    learner = Learner(town, await town.phone())
    await learner.enrol()
    await learner.finish()
    until = MONDAY + timedelta(days=3)
    _, enrolment = await stored(town, learner.phone)
    for day in (1, 2):
        state = await play(town, until)
        assert "buttons" in state["stopped"]
        at = datetime.combine((MONDAY + timedelta(days=day)).date(), enrolment.lesson_time)
        assert datetime.fromisoformat(state["now"]) == athens(day, at.time()).astimezone(UTC)
        assert (await learner.phone.tap(NextLesson)).asks
        await learner.finish()
    state = await play(town, until)
    assert "buttons" not in state["stopped"]
    assert datetime.fromisoformat(state["now"]) == until


async def play(town: World, until: datetime) -> dict[str, Any]:
    """Walks programme time and gives the clock as it stands when the walk ended."""
    await town.post("/clock/play", {"until": until.isoformat()})

    async def has_stopped() -> bool:
        return bool((await town.get("/clock"))["stopped"])

    await patiently(has_stopped)
    await town.settled()
    state: dict[str, Any] = await town.get("/clock")
    return state
