"""A fact of the course expires: its learner reads so, and the trainer hears of it once."""

from datetime import date, timedelta

import pytest

from learning.account.asks import ShowDefaults
from learning.account.model import EnrolmentCode, Role
from learning.counts.asks import ShowQuestions
from learning.facts.asks import ShowFacts
from learning.facts.outcomes import FactsExpired, FactsShown
from scheduler.jobs import TellExpiredFacts
from tests.flows import staff
from tests.flows.learner import Learner
from tests.flows.phone import Bubble, Phone
from tests.flows.told import told
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

LESSON, LAST_DAY = "temporary-protection", date(2027, 3, 4)  # the Thursday after MONDAY
MAY_HAVE_CHANGED = {
    "en": "may have changed",
    "el": "ίσως έχει αλλάξει",
    "es": "puede haber cambiado",
}


async def trainer_of(world: World, language: str) -> Phone:
    place = await staff.town(world, "Here")
    await world.app.database.organisations.add_code(
        EnrolmentCode("trainer", place, "Desk", Role.TRAINER, None, 1, None, False)
    )
    phone = await world.phone(language=language)
    await phone.start("trainer")
    await phone.tap(ShowDefaults)
    return phone


async def said(phone: Phone) -> list[str]:
    return [bubble.text for bubble in await phone.from_bot()]


async def clock_looks(world: World) -> None:
    await TellExpiredFacts(world.app.core, world.app.clock.now).run()
    await world.settled()


async def texts_of(learner: Learner, lesson: str) -> list[str]:
    """What that lesson shows, walked to by somebody who has just enrolled."""
    while (await learner.sitting()).lesson_id != lesson:
        await learner.finish()
        await learner.go_on()
    bubble: Bubble | None = await learner.phone.last()
    seen: list[str] = []
    while bubble is not None:
        seen.append(bubble.text)
        bubble = await learner.step(bubble)
    return seen


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_an_expired_fact_says_so_to_its_learner_and_is_told_to_its_trainer(
    town: World, language: str
) -> None:
    trainer = await trainer_of(town, language)
    await clock_looks(town)
    nothing = await trainer.send("/questions")
    assert not nothing.offers(ShowFacts)
    friday = MONDAY + timedelta(days=4, hours=3)
    await town.jump(friday)
    before = await said(trainer)
    await clock_looks(town)
    expired = await told(town, trainer, FactsExpired(LAST_DAY))
    assert (await trainer.last()).text == expired
    for _ in range(2):
        await clock_looks(town)
        await town.jump((await town.now()) + timedelta(days=1))
    assert (await said(trainer)).count(expired) == before.count(expired) + 1, "once"
    assert (await trainer.send("/questions")).offers(ShowFacts)
    listed = await trainer.tap(ShowFacts)
    assert listed.text == await told(town, trainer, FactsShown())
    assert "2025/1460" in listed.text
    assert listed.offers(ShowQuestions)
    learner = Learner(town, await town.phone(language=language))
    await learner.enrol()
    assert MAY_HAVE_CHANGED[language] in "".join(await texts_of(learner, LESSON))
    assert not [text for text in await said(learner.phone) if expired in text]
