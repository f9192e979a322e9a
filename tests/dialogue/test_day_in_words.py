"""A first day of the course lived by typing alone, against the trained server."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from dialogue.client import RasaClient
from learning.account.asks import ChangeTime, PauseUntil, Resume, ShowDefaults
from learning.course.questions import NumberQuestion, ShortText
from learning.lessons.asks import AnswerQuestion, BeginCourse, GiveUp, NextLesson, Pick, TurnOn
from learning.tickets.asks import OpenTicket
from tests.dialogue.conftest import PATIENCE, RunningRasa
from tests.flows.learner import Learner, open_sitting, pick, typed
from tests.flows.phone import Bubble, Phone
from tests.flows.test_settings import stored
from tests.flows.world import World, world


@dataclass(frozen=True)
class Words:
    """What one person types on that day."""

    onward: str
    sure: str
    progress: str
    later: str
    other_hour: str
    half_past_eight: str
    yes: str
    away: str
    back_again: str
    who_sees: str
    meaning: str
    other_language: str
    hello: str


WORDS = {
    "en": Words(
        onward="go on",
        sure="I'm sure",
        progress="how far have I got",
        later="not now, remind me in two hours",
        other_hour="change my lesson time",
        half_past_eight="half past eight, but not on Fridays",
        yes="yes please",
        away="I'm away for two weeks",
        back_again="start sending lessons again",
        who_sees="who can see my answers?",
        meaning="what does refugee mean?",
        other_language="can we speak Spanish",
        hello="good morning",
    ),
    "el": Words(
        onward="συνέχεια",
        sure="σίγουρα",
        progress="που έχω φτάσει;",
        later="όχι τώρα, σε δύο ώρες",
        other_hour="θέλω να αλλάξω την ώρα των μαθημάτων",
        half_past_eight="οκτώμισι, αλλά όχι την Παρασκευή",
        yes="nai",
        away="θα λείψω δύο εβδομάδες",
        back_again="ξεκίνα πάλι τα μαθήματα",
        who_sees="ποιος βλέπει τις απαντήσεις μου",
        meaning="ti simainei prosfygas",
        other_language="μίλα μου ισπανικά",
        hello="kalimera",
    ),
    "es": Words(
        onward="seguir",
        sure="segura",
        progress="cuanto llevo hecho",
        later="ahora no, en dos horas",
        other_hour="quiero cambiar la hora de las lecciones",
        half_past_eight="a las ocho y media, pero no los viernes",
        yes="sí",
        away="estaré fuera dos semanas",
        back_again="vuelve a mandarme lecciones",
        who_sees="quién ve mis respuestas",
        meaning="qué significa refugiado",
        other_language="habla en griego",
        hello="buenos días",
    ),
}


@pytest_asyncio.fixture
async def town(tmp_path: Path, rasa: RunningRasa) -> AsyncIterator[World]:
    async with (
        RasaClient(rasa.url, patience=PATIENCE) as client,
        world(tmp_path, client) as made,
    ):
        yield made


async def lesson_by_typing(town: World, phone: Phone, words: Words) -> Bubble:
    """From the first card to the end of the lesson; nothing is pressed."""
    bubble = await phone.last()
    for _ in range(60):
        if bubble.offers(AnswerQuestion):
            bubble = await phone.send(words.sure)
        elif bubble.offers(GiveUp):
            bubble = await phone.send(await answer(town, phone, bubble))
        elif bubble.offers(TurnOn):
            bubble = await phone.send(words.onward)
        else:
            return bubble
    raise AssertionError("a lesson without an end")


async def answer(town: World, phone: Phone, bubble: Bubble) -> str:
    """The number of the right option, or the answer itself."""
    sitting = await open_sitting(town, bubble)
    question = town.app.core.curriculum.question(sitting.step.id)
    assert question is not None
    if isinstance(question, NumberQuestion | ShortText):
        return typed(question, phone.language, right=True)
    choice = pick(question, sitting.draft.picks, right=True)
    shown = [ask.choice for ask in bubble.asks if isinstance(ask, Pick)]
    return "Done" if choice is None else str(shown.index(choice) + 1)


@pytest.mark.parametrize("language", WORDS)
async def test_a_first_day_is_lived_by_typing_alone(town: World, language: str) -> None:
    words = WORDS[language]
    phone = await town.phone(language=language)
    assert (await phone.start()).offers(ShowDefaults)
    assert (await phone.send(words.onward)).offers(BeginCourse)
    assert (await phone.send(words.onward)).offers(TurnOn)
    closed = await lesson_by_typing(town, phone, words)
    assert closed.offers(NextLesson)
    assert (await phone.send(words.progress)).has_photo
    assert (await phone.send(words.hello)).offers(NextLesson)
    assert (await phone.send(words.later)).offers(NextLesson)

    await phone.send(words.other_hour)
    aside = await phone.send(words.who_sees)
    assert aside.text
    assert (await phone.send(words.half_past_eight)).offers(ChangeTime)
    await phone.send(words.yes)
    _, enrolment = await stored(town, phone)
    assert (enrolment.lesson_time.hour, enrolment.lesson_time.minute) == (8, 30)
    assert enrolment.weekdays == frozenset(range(4))

    assert (await phone.send(words.away)).offers(PauseUntil)
    assert (await phone.send(words.yes)).offers(Resume)
    assert (await phone.send(words.back_again)).offers(NextLesson)

    explained = await phone.send(words.meaning)
    assert not explained.offers(OpenTicket)
    await phone.send(words.other_language)
    person, _ = await stored(town, phone)
    assert person.language != language


async def test_a_talk_goes_on_though_rasa_is_killed_in_its_middle(
    town: World, rasa: RunningRasa
) -> None:
    learner = Learner(town, await town.phone())
    await learner.enrol()
    phone = learner.phone
    await phone.send(WORDS["en"].other_hour)
    rasa.stop()
    try:
        assert (await phone.send("at 8:30")).offers(ChangeTime)
    finally:
        rasa.start()
    await phone.send("yes")
    _, enrolment = await stored(town, phone)
    assert (enrolment.lesson_time.hour, enrolment.lesson_time.minute) == (8, 30)
