"""A week lived through day by day: every message at its hour, nothing at the weekend."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from learning.lessons.asks import GiveUp, NextLesson, Pick, Recalls, ReturnAfterAbsence, ReviewNow
from learning.lessons.plan import RECALLS_A_DAY
from learning.reviews.model import Confidence
from learning.scenarios.asks import Choose, OpenScenario, PlayAgain
from tests.flows.learner import Learner
from tests.flows.phone import Bubble, Phone
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

ZONES = {"en": "Europe/Athens", "el": "Europe/Athens", "es": "Europe/Madrid"}


@pytest.mark.parametrize("language", ZONES)
async def test_a_week_brings_a_lesson_a_day_and_a_quiet_weekend(town: World, language: str) -> None:
    learner = Learner(town, await town.phone(language=language), Confidence.UNSURE)
    await learner.enrol()
    await learner.finish()
    for day, content in enumerate(town.app.core.curriculum.order[1:5], start=1):
        pushed = await arrives_at_its_hour(town, learner.phone, day)
        assert title(town, content, language) in pushed.text
        due = await due_today(town, learner)
        opened = await learner.phone.tap(NextLesson)
        assert opened.id == pushed.id
        learner.asked.clear()
        end = await learner.finish()
        assert learner.asked[: len(due)] == due, "what is due comes before all else"
        if content in town.app.core.curriculum.scenarios:
            assert (await learner.phone.tap(OpenScenario)).offers(Choose)
            end = await learner.finish()
    assert end.offers(PlayAgain), "a scenario closes the subunit on Friday"
    before = await learner.phone.from_bot()
    await town.jump(at(town, learner, 6, time(20)))
    assert await learner.phone.from_bot() == before, "the weekend is quiet"
    assert (await arrives_at_its_hour(town, learner.phone, 7)).offers(NextLesson)


async def test_a_question_comes_back_on_the_day_that_was_told(town: World) -> None:
    order = town.app.core.curriculum.order
    missed = f"{order[0]}.q1"
    learner = Learner(town, await town.phone(), wrong=frozenset({missed}))
    await learner.enrol()
    await learner.finish()
    assert await due_today(town, learner) == []
    await arrives_at_its_hour(town, learner.phone, 1)
    assert await due_today(town, learner) == [missed], "wrong today, asked again tomorrow"
    recalled = await learner.phone.tap(NextLesson)
    assert recalled.offers(GiveUp)
    assert recalled.offers(Pick)
    learner.wrong, learner.asked = frozenset(), []
    await learner.finish()
    assert learner.asked[0] == missed
    assert await due_today(town, learner) == []


async def test_a_lesson_left_open_is_remembered_the_next_day_then_weekly_then_not_at_all(
    town: World,
) -> None:
    learner = Learner(town, await town.phone())
    card = await learner.enrol()
    reminded = []
    for day in (1, 2, 3, 6, 7, 8, 13, 14, 15, 20, 21, 22, 28, 35, 70):
        before = await learner.phone.last()
        await town.jump(at(town, learner, day, time(12)))
        if (await learner.phone.last()).id != before.id:
            reminded.append(day)
    assert reminded == [1, 7, 14, 21]
    again = await learner.phone.tap(NextLesson)
    assert again.text == card.text, "it goes on where it was left"


async def test_after_an_absence_one_chooses_how_much_to_practise_first(town: World) -> None:
    order = town.app.core.curriculum.order
    wrong = frozenset(f"{lesson}.q{number}" for lesson in order[:3] for number in (1, 2, 3))
    learner = Learner(town, await town.phone(), wrong=wrong)
    await learner.enrol()
    await learner.finish()
    for _ in order[1:3]:
        await learner.phone.tap(NextLesson)
        await learner.finish()
    assert len(wrong & set(learner.asked)) > RECALLS_A_DAY
    await town.jump(MONDAY + timedelta(days=10))
    choice = await learner.phone.send("/lesson")
    assert {ask.recalls for ask in choice.asks if isinstance(ask, ReturnAfterAbsence)} == set(
        Recalls
    )
    learner.wrong, learner.asked = frozenset(), []
    await learner.phone.tap(ReturnAfterAbsence, recalls=Recalls.ONE)
    await learner.finish()
    assert learner.asked[0] in wrong
    assert learner.asked[1].startswith(order[3])


async def test_downtime_of_days_brings_one_lesson_and_not_a_pile(town: World) -> None:
    learner = Learner(town, await town.phone())
    await learner.enrol()
    await learner.finish()
    before = len(await learner.phone.from_bot())
    await town.stop()
    await town.post("/clock/jump", {"to": (MONDAY + timedelta(days=3, hours=4)).isoformat()})
    await town.start()
    await town.settled()
    assert len(await learner.phone.from_bot()) == before + 1
    assert title(town, town.app.core.curriculum.order[1], "en") in (await learner.phone.last()).text


async def test_what_is_late_at_night_waits_for_the_morning(town: World) -> None:
    learner = Learner(town, await town.phone())
    await learner.enrol()
    await learner.finish()
    before = await learner.phone.from_bot()
    await town.jump(at(town, learner, 1, time(23)))
    assert await learner.phone.from_bot() == before
    await arrives_at_its_hour(town, learner.phone, 2)


async def test_summer_time_moves_the_instant_and_never_the_hour(town: World) -> None:
    await town.jump(datetime(2027, 3, 26, 7, tzinfo=UTC))  # the Friday before
    learner = Learner(town, await town.phone())
    await learner.enrol()
    await learner.finish()
    await arrives_at_its_hour(town, learner.phone, 28)  # the Monday after


async def test_the_whole_course_is_learned_and_refreshed_a_month_later(town: World) -> None:
    """Every kind of question and every scenario, whatever the course holds."""
    curriculum = town.app.core.curriculum
    learner = Learner(town, await town.phone(language="el"), Confidence.GUESS)
    await learner.enrol()
    for content in curriculum.order:
        assert title(town, content, "el") in (await learner.phone.last()).text
        await learner.finish()
        await learner.go_on()
    kinds = {question.kind for name in learner.asked if (question := curriculum.question(name))}
    assert kinds == {"single", "several", "true_false", "order", "match", "number", "text"}
    done = await learner.phone.last()
    assert not done.offers(NextLesson)
    await town.jump(MONDAY + timedelta(days=29, hours=5))
    assert await learner.phone.last() == done
    await town.jump(MONDAY + timedelta(days=31, hours=5))
    refresher = await learner.phone.last()
    assert refresher.offers(ReviewNow)
    assert (await learner.phone.tap(ReviewNow)).offers(GiveUp)


def title(world: World, content: str, language: str) -> str:
    curriculum = world.app.core.curriculum
    it = curriculum.lessons.get(content) or curriculum.scenarios[content]
    return it.title.for_reader(language)


def day_of(days: int) -> date:
    """The local day that many days after the first Monday."""
    return MONDAY.date() + timedelta(days=days)


def at(world: World, learner: Learner, days: int, hour: time) -> datetime:
    zone = ZoneInfo(ZONES[learner.phone.language])
    return datetime.combine(day_of(days), hour, zone).astimezone(UTC)


async def arrives_at_its_hour(world: World, phone: Phone, days: int) -> Bubble:
    """A minute early nothing is there, on the minute the day's message is."""
    async with world.app.database.unit() as unit:
        actor = await unit.people.actor(phone.id)
    assert actor.person is not None
    assert actor.enrolment is not None
    hour = actor.enrolment.lesson_time
    assert time(9) <= hour < time(9, 30), "default hours are spread over half an hour"
    due = datetime.combine(day_of(days), hour, ZoneInfo(actor.person.zone)).astimezone(UTC)
    before = await phone.last()
    await world.jump(due - timedelta(minutes=1))
    assert (await phone.last()).id == before.id
    await world.jump(due)
    pushed = await phone.last()
    assert pushed.id != before.id
    return pushed


async def due_today(world: World, learner: Learner) -> list[str]:
    """The questions due by this person's next midnight, the longest due first."""
    now = (await world.now()).astimezone(ZoneInfo(ZONES[learner.phone.language]))
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    async with world.app.database.unit() as unit:
        actor = await unit.people.actor(learner.phone.id)
        assert actor.person is not None
        return [r.question for r in await unit.reviews.due(actor.person.id, midnight, 3)]
