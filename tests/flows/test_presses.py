"""Buttons pressed late, twice, on old messages, by the wrong person, or made up."""

import asyncio

import pytest

from bot.actions.spelling import encode
from learning.account.asks import Resume, ShowSettings
from learning.account.outcomes import ButtonOutdated
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    GiveUp,
    NextLesson,
    Pick,
    TurnBack,
    TurnOn,
)
from learning.lessons.outcomes import SittingGone
from learning.progress.asks import ShowProgress
from learning.reviews.model import Confidence
from learning.scenarios.asks import Choose, GoOn, OpenScenario, PlayAgain
from learning.scenarios.outcomes import RunGone
from tests.flows.learner import Learner
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def learner_in(world: World, language: str = "en") -> Learner:
    learner = Learner(world, await world.phone(language=language))
    await learner.enrol()
    return learner


async def press_twice_at_once(learner: Learner, data: str, message_id: int) -> None:
    body = {"chat_id": learner.phone.id, "message_id": message_id, "data": data}
    await asyncio.gather(*(learner.phone.post("press", body) for _ in range(2)))
    await learner.world.settled()


async def test_two_presses_at_once_turn_one_card(here: World) -> None:
    learner = await learner_in(here)
    card = await learner.phone.last()
    data = card.ask(TurnOn)
    assert data
    await press_twice_at_once(learner, data, card.id)
    assert (await learner.sitting()).at == 1
    assert len(await learner.phone.from_bot()) == 1


async def test_a_doubled_answer_is_graded_once(here: World) -> None:
    learner = await learner_in(here)
    while not (bubble := await learner.phone.last()).offers(AnswerQuestion):
        await learner.step(bubble)
    data = bubble.ask(AnswerQuestion, confidence=Confidence.SURE)
    assert data
    await press_twice_at_once(learner, data, bubble.id)
    assert (await learner.sitting()).answered == 1
    async with here.app.database.unit() as unit:
        person = (await unit.people.actor(learner.phone.id)).person
        assert person is not None
        (review,) = await unit.reviews.of(person.id)
    assert review.revision == 0


async def test_a_late_press_shows_what_is_the_case_now(here: World) -> None:
    learner = await learner_in(here)
    stale = (await learner.phone.last()).ask(TurnOn)
    assert stale
    now = await learner.phone.tap(TurnOn)
    again = await learner.phone.press_data(stale, now.id)
    assert learner.phone.toast
    assert (again.text, again.data) == (now.text, now.data)


async def test_a_press_on_an_old_message_answers_with_a_new_one(here: World) -> None:
    learner = await learner_in(here)
    old = await learner.phone.last()
    await learner.phone.send("/lesson")
    answer = await learner.phone.tap(TurnOn, of=old)
    assert answer.id > old.id
    assert old in await learner.phone.from_bot(), "the old one stays"
    assert answer.offers(TurnBack)


async def test_a_press_on_the_picture_of_progress_starts_a_text_below_it(here: World) -> None:
    learner = await learner_in(here, "el")
    picture = await learner.phone.send("/progress")
    assert picture.has_photo
    assert picture.text, "the same facts as text"
    answer = await learner.phone.tap(NextLesson)
    assert answer.id > picture.id
    assert not answer.has_photo
    onward = await learner.phone.tap(TurnOn)
    assert onward.id == answer.id, "from there on presses edit again"
    drawn = await learner.phone.press_data(encode(ShowProgress()), onward.id)
    assert drawn.has_photo, "a text never becomes a picture: it comes below"
    assert drawn.id > onward.id


FORGED = [
    "",
    "1",
    "1xx",
    "9nl",
    "1tn",
    "1tn.1",
    "1tn.1.0.0",
    "1tn.-1.0",
    "1tn.99999999999999999999.0",
    "1pk.1.0.'; DROP TABLE inbox; --",
    "1cs.language.tlh.x",
    "next",
    "{}",
    "1an.1.0.very",
    "\u0661tn.1.0",
    "x" * 64,
]


@pytest.mark.parametrize("data", FORGED)
async def test_made_up_data_is_an_outdated_button(here: World, data: str) -> None:
    phone = await here.phone()
    shown = await phone.start()
    answer = await phone.press_data(data, shown.id)
    assert answer.text == await told(here, phone, ButtonOutdated())
    assert phone.toast


async def test_another_persons_lesson_can_not_be_touched(here: World) -> None:
    owner, thief = await learner_in(here), await learner_in(here)
    before = await owner.sitting()
    mine = (await owner.phone.last()).ask(TurnOn)
    assert mine
    answer = await thief.phone.press_data(mine, (await thief.phone.last()).id)
    assert answer.text == await told(here, thief.phone, SittingGone())
    assert await owner.sitting() == before


@pytest.mark.parametrize(
    "ask",
    [
        TurnOn(10**6, 0),
        Pick(10**6, 0, "a"),
        GiveUp(2**63 - 1, 0),
        AnswerQuestion(10**6, 0, Confidence.SURE),
    ],
)
async def test_a_lesson_that_is_no_more_leads_back_to_the_course(
    here: World, ask: TurnOn | Pick | GiveUp | AnswerQuestion
) -> None:
    learner = await learner_in(here)
    answer = await learner.phone.press_data(encode(ask), (await learner.phone.last()).id)
    assert answer.text == await told(here, learner.phone, SittingGone())
    assert (await learner.phone.tap(NextLesson)).offers(TurnOn)


@pytest.mark.parametrize("ask", [GoOn(10**6, 0), Choose(10**6, 0, "a"), OpenScenario("no-such")])
async def test_a_scenario_that_is_no_more_leads_back_to_the_course(
    here: World, ask: GoOn | Choose | OpenScenario
) -> None:
    learner = await learner_in(here)
    answer = await learner.phone.press_data(encode(ask), (await learner.phone.last()).id)
    assert answer.text == await told(here, learner.phone, RunGone())


async def test_a_choice_that_the_question_does_not_have_changes_nothing(here: World) -> None:
    learner = await learner_in(here)
    while not (bubble := await learner.phone.last()).offers(Pick):
        await learner.step(bubble)
    before = await learner.sitting()
    await learner.phone.press_data(encode(Pick(before.id, before.revision, "zz")), bubble.id)
    assert await learner.sitting() == before


async def test_a_press_that_skips_the_question_leaves_it_open(here: World) -> None:
    learner = await learner_in(here)
    while not (bubble := await learner.phone.last()).offers(GiveUp):
        await learner.step(bubble)
    before = await learner.sitting()
    answer = await learner.phone.press_data(encode(TurnOn(before.id, before.revision)), bubble.id)
    assert answer.text == bubble.text
    assert await learner.sitting() == before


async def test_somebody_unknown_may_press_nothing(here: World) -> None:
    known, stranger = await learner_in(here), await here.phone()
    group = await here.post("/groups", {"title": "Desk", "phones": [known.phone.id, stranger.id]})
    await known.phone.post("send", {"chat_id": group["id"], "text": "/lesson"})
    await here.settled()
    (said,) = [b for b in await stranger.bubbles(group["id"]) if b.from_bot]
    for ask in (NextLesson(), ShowSettings(), Resume(), BeginCourse()):
        body = {"chat_id": group["id"], "message_id": said.id, "data": encode(ask)}
        await stranger.post("press", body)
    await here.settled()
    async with here.app.database.unit() as unit:
        assert (await unit.people.actor(stranger.id)).person is None


async def test_a_scenario_shows_consequence_then_coaching_and_can_be_played_again(
    here: World,
) -> None:
    learner = await learner_in(here)
    while not (bubble := await learner.phone.last()).offers(Choose):
        if not await learner.step(bubble):
            await learner.go_on()
    first = bubble.text
    chosen = next(ask for ask in bubble.asks if isinstance(ask, Choose))
    curriculum = here.app.core.curriculum
    scenario = next(s for s in curriculum.scenarios.values() if s.title.for_reader("en") in first)
    decision = next(
        d for d in scenario.decisions if d.text.for_reader("en").split("\n")[0] in first
    )
    choice = next(c for c in decision.choices if c.id == chosen.choice)
    consequence = await learner.phone.tap(Choose, choice=chosen.choice)
    assert plain(choice.consequence.for_reader("en")) in consequence.text
    coaching = await learner.phone.tap(GoOn)
    assert plain(choice.coaching.for_reader("en")) in coaching.text
    ending = await learner.finish()
    assert ending.offers(PlayAgain)
    again = await learner.phone.tap(PlayAgain)
    assert scenario.decisions[0].text.for_reader("en").split("\n")[0] in again.text
    stale = await learner.phone.tap(PlayAgain, of=ending)
    assert stale.offers(Choose)


def plain(text: str) -> str:
    return text.strip().replace("*", "")
