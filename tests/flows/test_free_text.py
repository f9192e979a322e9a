"""What people type: wishes, talks of several turns, and texts that nobody understands."""

import asyncio
from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest
import pytest_asyncio

from dialogue.fake import FakeUnderstander
from learning.account.asks import ChangeTime, ChooseSetting, PauseUntil, Resume, ShowDefaults
from learning.account.outcomes import Field
from learning.course.questions import ShortText
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    ChangeAnswer,
    GiveUp,
    NextLesson,
    TurnBack,
    TurnOn,
)
from learning.talk.asks import ForgetText, GiveTextTo, LeaveTalk
from learning.talk.outcomes import ClientCase, OnlyButtons, TalkLeft
from learning.tickets.asks import OpenTicket
from tests.flows.learner import Learner, open_sitting
from tests.flows.phone import Bubble, Phone
from tests.flows.test_settings import stored
from tests.flows.told import told
from tests.flows.world import World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

LANGUAGES = ("en", "el", "es")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def typing(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("typing"), FakeUnderstander()) as made:
        yield made


async def begun(world: World, language: str = "en") -> Phone:
    learner = Learner(world, await world.phone(language=language))
    await learner.enrol()
    return learner.phone


async def at_question(world: World) -> Phone:
    phone = await begun(world)
    while not (await phone.last()).offers(GiveUp):
        await phone.tap(TurnOn)
    return phone


@pytest.mark.parametrize(
    ("language", "go_on", "begin"),
    [("en", "go on", "start"), ("el", "synexeia", "ξεκίνα"), ("es", "continuar", "empezar")],
)
async def test_the_first_card_is_reached_by_typing_alone(
    typing: World, language: str, go_on: str, begin: str
) -> None:
    phone = await typing.phone(language=language)
    assert (await phone.start()).offers(ShowDefaults)
    assert (await phone.send(go_on)).offers(BeginCourse)
    first = await phone.send(begin)
    assert first.offers(TurnOn)
    second = await phone.send(go_on)
    assert second.text != first.text
    back = {"en": "back", "el": "piso", "es": "atras"}[language]
    if second.offers(TurnBack):
        assert (await phone.send(back)).text == first.text


async def test_a_question_is_answered_changed_and_settled_by_typing(typing: World) -> None:
    phone = await at_question(typing)
    assert (await phone.send("A")).offers(ChangeAnswer)
    assert (await phone.send("change my answer")).offers(GiveUp)
    assert (await phone.send("2")).offers(AnswerQuestion)
    assert "B." in (await phone.send("no, B please")).text
    corrected = await phone.send("I think it's the first one")
    assert "A." in corrected.text
    assert corrected.offers(AnswerQuestion)
    assert (await phone.send("not quite sure")).offers(TurnOn)


async def test_in_the_middle_of_a_question_a_wish_is_obeyed_and_the_question_stays(
    typing: World,
) -> None:
    phone = await at_question(typing)
    question = await phone.last()
    assert "/progress" in (await phone.send("help")).text
    assert (await phone.send("show me my progress")).has_photo
    assert (await phone.send("B")).offers(AnswerQuestion)
    assert question.offers(GiveUp)


@pytest.mark.parametrize(
    ("language", "opening", "answer", "yes"),
    [
        ("en", "change my lesson time", "half past eight, but not on Fridays", "yes"),
        ("el", "άλλαξε την ώρα", "στις 8:30, αλλά όχι Παρασκευή", "ναι"),
        ("es", "cambiar la hora", "a las 8:30, pero no los viernes", "sí"),
    ],
)
async def test_hour_and_days_are_changed_in_a_talk(
    typing: World, language: str, opening: str, answer: str, yes: str
) -> None:
    phone = await begun(typing, language)
    assert (await phone.send(opening)).offers(ChooseSetting, field=Field.HOUR)
    echoed = await phone.send(answer)
    assert echoed.offers(ChangeTime, at=time(8, 30), weekdays=frozenset(range(4)))
    assert "8:30" in echoed.text
    await phone.send(yes)
    _, enrolment = await stored(typing, phone)
    assert enrolment.lesson_time == time(8, 30)
    assert enrolment.weekdays == frozenset(range(4))


async def test_what_was_understood_wrongly_is_corrected_in_words(typing: World) -> None:
    phone = await begun(typing)
    await phone.send("lessons at 9 please")
    again = await phone.send("no, at 10:15")
    assert again.offers(ChangeTime, at=time(10, 15))
    await phone.send("yes")
    assert (await stored(typing, phone))[1].lesson_time == time(10, 15)


@pytest.mark.parametrize(
    ("language", "opening", "answer", "correction", "aside", "yes"),
    [
        (
            "en",
            "change my lesson time",
            "8:30, not on Fridays",
            "no, at 10",
            "are you a robot?",
            "👍",
        ),
        (
            "el",
            "άλλαξε την ώρα",
            "στις 8:30, όχι Παρασκευή",
            "όχι στις δέκα",
            "είσαι ρομπότ;",
            "👍",
        ),
        (
            "es",
            "cambiar la hora",
            "a las 8:30, no los viernes",
            "no, a las 10",
            "¿eres un robot?",
            "👍",
        ),
    ],
)
async def test_a_correction_keeps_the_days_and_an_aside_keeps_the_talk(
    typing: World, language: str, opening: str, answer: str, correction: str, aside: str, yes: str
) -> None:
    phone = await begun(typing, language)
    await phone.send(opening)
    await phone.send(answer)
    assert (await phone.send(correction)).offers(ChangeTime, weekdays=frozenset(range(4)))
    answered = await phone.send(aside)
    assert answered.offers(LeaveTalk)
    assert answered.offers(ChangeTime, at=time(10), weekdays=frozenset(range(4)))
    await phone.send(yes)
    _, enrolment = await stored(typing, phone)
    assert (enrolment.lesson_time, enrolment.weekdays) == (time(10), frozenset(range(4)))


async def test_an_hour_outside_the_hours_is_answered_with_what_is_possible(
    typing: World,
) -> None:
    phone = await begun(typing)
    await phone.send("change my lesson time")
    refused = await phone.send("at 23:45")
    assert "7:00" in refused.text
    assert (await phone.send("at 8:30")).offers(ChangeTime, at=time(8, 30))


async def test_a_question_in_the_middle_is_answered_and_the_talk_goes_on(typing: World) -> None:
    phone = await begun(typing)
    await phone.send("change my lesson time")
    aside = await phone.send("who sees my answers?")
    assert aside.offers(LeaveTalk)
    assert (await phone.send("at 8:30")).offers(ChangeTime)


@pytest.mark.parametrize("stop", ["stop", "forget it"])
async def test_stop_leaves_a_talk(typing: World, stop: str) -> None:
    phone = await begun(typing)
    await phone.send("change my lesson time")
    assert (await phone.send(stop)).text == await told(typing, phone, TalkLeft())


async def test_a_button_pressed_elsewhere_ends_the_talk(typing: World) -> None:
    phone = await begun(typing)
    before = await stored(typing, phone)
    card = await phone.last()
    await phone.send("change my lesson time")
    await phone.tap(TurnOn, of=card)
    await phone.send("yes")
    assert (await stored(typing, phone))[1].lesson_time == before[1].lesson_time


async def test_a_typed_hour_answers_the_hours_to_choose_from(typing: World) -> None:
    phone = await begun(typing)
    await phone.send("/settings")
    await phone.tap(type((await phone.last()).asks[0]), field=Field.HOUR)
    assert (await phone.send("half past ten")).offers(ChangeTime, at=time(10, 30))
    changed = await phone.send("yes")
    assert "10:30" in changed.text


async def test_a_pause_until_a_day_is_echoed_and_ends_then(typing: World) -> None:
    phone = await begun(typing)
    echoed = await phone.send("I'm away until the 15th")
    assert echoed.offers(PauseUntil)
    assert (await phone.send("yes")).offers(Resume)
    assert (await phone.send("start again")).offers(NextLesson)


async def test_a_language_named_is_spoken_at_once(typing: World) -> None:
    phone = await begun(typing)
    await phone.send("speak Greek please")
    person, _ = await stored(typing, phone)
    assert person.language == "el"


async def test_the_same_blank_answer_never_comes_twice_and_the_third_offers_a_person(
    typing: World,
) -> None:
    phone = await begun(typing)
    answers = [await phone.send("qwerty uiop") for _ in range(3)]
    assert answers[0].text != answers[1].text != answers[2].text
    assert answers[2].offers(OpenTicket)
    assert not answers[0].offers(GiveTextTo)


async def test_a_talk_asks_again_with_an_example_for_what_it_cannot_read(typing: World) -> None:
    phone = await begun(typing)
    await phone.send("change my lesson time")
    assert (await phone.send("sometime nice")).offers(LeaveTalk)
    assert (await phone.send("at 8:30")).offers(ChangeTime)


async def test_a_clients_case_is_turned_away(typing: World) -> None:
    phone = await begun(typing)
    said = "my client Amina Yusuf from Syria lost her passport, what do I do"
    assert (await phone.send(said)).text == await told(typing, phone, ClientCase())


async def test_an_unsure_answer_is_graded_only_after_a_button(typing: World) -> None:
    learner = Learner(typing, await typing.phone())
    await learner.enrol()
    bubble = await at_short_text(learner)
    doubt = await learner.phone.send("some words or other")
    assert doubt.offers(GiveTextTo)
    assert doubt.offers(ForgetText)
    assert (await learner.phone.tap(GiveTextTo)).offers(AnswerQuestion)
    assert bubble.offers(GiveUp)


async def at_short_text(learner: Learner) -> Bubble:
    """Through the course, to the first question that is answered in a word or two."""
    curriculum = learner.world.app.core.curriculum
    bubble = await learner.phone.last()
    while True:
        if bubble.offers(GiveUp):
            sitting = await open_sitting(learner.world, bubble)
            if isinstance(curriculum.question(sitting.step.id), ShortText):
                return bubble
        after = await learner.step(bubble)
        bubble = after or await learner.go_on()


async def test_without_an_understander_the_menu_comes_and_buttons_can_be_typed(
    here: World,
) -> None:
    phone = await begun(here)
    assert (await phone.send("how is the weather")).text == await told(here, phone, OnlyButtons(1))
    assert (await phone.send("My progress")).has_photo
    assert (await phone.send("πρόοδος")).text != ""
    assert (await phone.send("siguiente lección")).offers(TurnOn)


async def test_understanding_comes_back_by_itself(tmp_path: Path) -> None:
    fake = FakeUnderstander()
    async with world(tmp_path, fake) as made:
        phone = await begun(made)
        fake.down = True
        assert (await phone.send("γεια hello there")).text == await told(
            made, phone, OnlyButtons(1)
        )
        fake.down = False
        assert (await phone.send("show me my progress")).has_photo


async def test_a_talk_survives_a_restart_of_the_bot(tmp_path: Path) -> None:
    async with world(tmp_path, FakeUnderstander()) as made:
        phone = await begun(made)
        await phone.send("lessons at 9 please")
        await made.restart()
        await phone.send("yes")
        assert (await stored(made, phone))[1].lesson_time == time(9)


async def test_what_was_typed_is_in_no_row(tmp_path: Path) -> None:
    async with world(tmp_path, FakeUnderstander()) as made:
        phone = await begun(made)
        await phone.send("change my lesson time")
        await phone.send("zanzibarkazoo at 8:30")
        await phone.send("xylophonic nonsense")
    for said in (b"zanzibarkazoo", b"xylophonic"):
        assert await asyncio.to_thread(holding, tmp_path, said) == []


def holding(folder: Path, said: bytes) -> list[str]:
    """Files of the bot that hold the words; the simulator is the phone, which remembers."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [
        path.name for path in files if "simulator" not in path.name and said in path.read_bytes()
    ]


async def test_not_understood_counts_anew_after_a_press(typing: World) -> None:
    phone = await begun(typing)
    card = await phone.last()
    first = await phone.send("qwerty uiop")
    await phone.tap(TurnOn, of=card)
    assert (await phone.send("qwerty uiop")).text == first.text
