"""Pausing, resuming, putting off, repeating, practising."""

from datetime import time

import pytest

from learning.account.asks import OfferPauseEnd, OfferSnooze, Pause, Resume, Snooze
from learning.account.model import PauseScope
from learning.account.outcomes import Resumed
from learning.lessons.asks import GiveUp, NextLesson, TurnOn
from learning.lessons.outcomes import NothingToRepeat, NothingToReview
from tests.flows.learner import Learner
from tests.flows.test_settings import athens, begun, stored
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("scope", list(PauseScope))
async def test_a_pause_of_a_week_is_quiet_and_ends_by_itself(
    town: World, scope: PauseScope
) -> None:
    learner = await begun(town)
    await learner.phone.send("/pause")
    await learner.phone.tap(OfferPauseEnd, scope=scope)
    paused = await learner.phone.tap(Pause, scope=scope, days=7)
    await town.jump(athens(6, time(20)))
    assert (await learner.phone.last()).id == paused.id
    await town.jump(athens(7, time(10)))
    assert (await learner.phone.last()).offers(NextLesson)


async def test_an_open_pause_lasts_until_one_resumes(town: World) -> None:
    learner = await begun(town)
    await learner.phone.send("/pause")
    await learner.phone.tap(OfferPauseEnd)
    paused = await learner.phone.tap(Pause, days=None)
    await town.jump(athens(60, time(10)))
    assert (await learner.phone.last()).id == paused.id
    welcome = await learner.phone.start()
    assert welcome.offers(Resume), "who comes back is told that lessons are paused"
    resumed = await learner.phone.tap(Resume)
    await town.jump(athens(63, time(10)))
    assert (await learner.phone.last()).id != resumed.id


async def test_one_can_learn_during_a_pause(here: World) -> None:
    learner = await begun(here)
    await learner.phone.send("/pause")
    await learner.phone.tap(OfferPauseEnd)
    await learner.phone.tap(Pause)
    assert (await learner.phone.send("/lesson")).offers(TurnOn)


async def test_resuming_without_a_pause_says_so(here: World) -> None:
    learner = await begun(here)
    resumed = await learner.phone.send("/resume")
    _, enrolment = await stored(here, learner.phone)
    assert resumed.text == await told(here, learner.phone, Resumed(False, enrolment.next_due_at))


async def test_a_lesson_put_off_comes_again_that_much_later(town: World) -> None:
    learner = await begun(town)
    await town.jump(athens(1, time(9, 45)))
    await learner.phone.tap(OfferSnooze)
    snoozed = await learner.phone.tap(Snooze, minutes=60)
    await town.jump(athens(1, time(10, 44)))
    assert (await learner.phone.last()).id == snoozed.id
    await town.jump(athens(1, time(10, 46)))
    again = await learner.phone.last()
    assert again.id != snoozed.id
    assert (await learner.phone.tap(NextLesson)).offers(TurnOn)


async def test_what_is_put_off_into_the_night_comes_the_next_morning(town: World) -> None:
    learner = await begun(town)
    await town.jump(athens(1, time(20)))
    await learner.phone.send("/snooze")
    minutes = max(
        ask.minutes for ask in (await learner.phone.last()).asks if isinstance(ask, Snooze)
    )
    snoozed = await learner.phone.tap(Snooze, minutes=minutes)
    await town.jump(athens(1, time(23, 59)))
    assert (await learner.phone.last()).id == snoozed.id
    await town.jump(athens(2, time(9, 30)))
    assert (await learner.phone.last()).id != snoozed.id


async def test_the_last_lesson_can_be_repeated_and_changes_no_progress(here: World) -> None:
    learner = Learner(here, await here.phone())
    await learner.enrol()
    nothing = await learner.phone.send("/again")
    assert nothing.text == await told(here, learner.phone, NothingToRepeat())
    await learner.phone.send("/lesson")
    await learner.finish()
    first = here.app.core.curriculum.lessons[here.app.core.curriculum.order[0]]
    again = await learner.phone.send("/again")
    assert first.title.for_reader("en") in again.text
    learner.asked.clear()
    await learner.finish()
    assert len(learner.asked) == len(first.questions)
    await learner.phone.send("/lesson")
    second = here.app.core.curriculum.lessons[here.app.core.curriculum.order[1]]
    assert second.title.for_reader("en") in (await learner.phone.last()).text


async def test_practice_takes_what_is_due_and_says_when_nothing_is(town: World) -> None:
    order = town.app.core.curriculum.order
    learner = Learner(town, await town.phone(), wrong=frozenset({f"{order[0]}.q1"}))
    await learner.enrol()
    nothing = await learner.phone.send("/review")
    assert nothing.text == await told(town, learner.phone, NothingToReview(None))
    await learner.phone.send("/lesson")
    await learner.finish()
    await town.jump(athens(1, time(7)))
    assert (await learner.phone.send("/review")).offers(GiveUp)
    learner.wrong, learner.asked = frozenset(), []
    closed = await learner.finish()
    assert learner.asked == [f"{order[0]}.q1"]
    assert closed.offers(NextLesson)
    later = await learner.phone.send("/review")
    assert later.offers(NextLesson)
    assert later.text != nothing.text, "it says on which day a question comes back"
