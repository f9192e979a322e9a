"""The first day, from /start to the end of the first lesson, in three languages."""

import pytest

from learning.account.asks import ChooseSetting, ShowChoices, ShowDefaults
from learning.course.questions import SingleChoice
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    ChangeAnswer,
    GiveUp,
    NextLesson,
    Pick,
    TurnBack,
    TurnOn,
)
from learning.progress.asks import ShowProgress
from learning.reviews.model import Confidence
from learning.tickets.asks import ReportMistake
from tests.flows.learner import Learner, open_sitting
from tests.flows.phone import Bubble
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

LANGUAGES = ("en", "el", "es")


def first_lesson(world: World) -> str:
    return world.app.core.curriculum.order[0]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_lesson_is_a_few_taps_away_from_start(here: World, language: str) -> None:
    phone = await here.phone(language=language)
    welcome = await phone.start()
    assert welcome.offers(ShowDefaults)
    assert {ask.value for ask in welcome.asks if isinstance(ask, ChooseSetting)} == (
        set(LANGUAGES) - {language}
    )

    defaults = await phone.tap(ShowDefaults)
    assert defaults.id == welcome.id, "a press edits the message"
    assert [type(ask) for ask in defaults.asks] == [BeginCourse, ShowChoices]

    card = await phone.tap(BeginCourse)
    lesson = here.app.core.curriculum.lessons[first_lesson(here)]
    assert lesson.title.for_reader(language) in card.text
    assert [type(ask) for ask in card.asks] == [TurnOn, ReportMistake]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lesson_is_walked_from_its_first_card_to_its_end(
    here: World, language: str
) -> None:
    learner = Learner(here, await here.phone(language=language))
    first = await learner.enrol()
    closed = await learner.finish()
    lesson = here.app.core.curriculum.lessons[first_lesson(here)]
    assert learner.asked == [f"{lesson.id}.{question.id}" for question in lesson.questions]
    assert lesson.title.for_reader(language) in closed.text
    assert closed.id == first.id, "the whole lesson took place in one message"
    assert closed.offers(NextLesson)
    assert closed.offers(ShowProgress)


async def test_one_can_go_back_a_card_and_change_an_answer_before_it_is_given(
    here: World,
) -> None:
    learner = Learner(here, await here.phone())
    phone = learner.phone
    first = await learner.enrol()
    await phone.tap(TurnOn)
    again = await phone.tap(TurnBack)
    assert again.text == first.text
    question = await on_to_question(learner)
    asked = question.text
    confident = await phone.tap(Pick)
    assert confident.offers(AnswerQuestion, confidence=Confidence.GUESS)
    changed = await phone.tap(ChangeAnswer)
    assert changed.text == asked


async def test_feedback_speaks_of_the_option_chosen_and_gives_the_reason(here: World) -> None:
    learner = Learner(here, await here.phone(language="es"))
    await learner.enrol()
    bubble = await on_to_question(learner)
    sitting = await open_sitting(here, bubble)
    question = here.app.core.curriculum.question(sitting.step.id)
    assert isinstance(question, SingleChoice)
    wrong = next(option for option in question.options if not option.right)
    await learner.phone.tap(Pick, choice=wrong.id)
    graded = await learner.phone.tap(AnswerQuestion, confidence=Confidence.UNSURE)
    assert wrong.feedback.for_reader("es") in graded.text
    assert question.reason.for_reader("es") in graded.text


async def test_one_who_does_not_know_is_shown_the_answer(here: World) -> None:
    learner = Learner(here, await here.phone())
    await learner.enrol()
    bubble = await on_to_question(learner)
    sitting = await open_sitting(here, bubble)
    question = here.app.core.curriculum.question(sitting.step.id)
    assert question is not None
    graded = await learner.phone.tap(GiveUp)
    assert question.reason.for_reader("en") in graded.text
    assert graded.offers(TurnOn)


async def on_to_question(learner: Learner) -> Bubble:
    """Past the cards, to the first question."""
    while not (bubble := await learner.phone.last()).offers(GiveUp):
        await learner.phone.tap(TurnOn)
    return bubble
