"""Typed answers, and everything a chat can bring that no lesson expects."""

import pytest
from sqlalchemy import select

from bot.actions.commands import COMMANDS
from data.tables.talk import inbox
from learning.account.asks import ShowDefaults
from learning.account.outcomes import (
    EditSeen,
    HelpShown,
    OnlyText,
    PrivateOnly,
    Welcomed,
)
from learning.ask import Refused, Right
from learning.course.questions import NumberQuestion, Question, ShortText, SingleChoice, TrueOrFalse
from learning.lessons.asks import AnswerQuestion, GiveUp, NextLesson, Pick, TurnOn
from learning.progress.asks import ShowProgress
from learning.reviews.model import Confidence
from learning.talk.outcomes import OnlyButtons
from tests.flows.learner import Learner, open_sitting
from tests.flows.phone import Bubble
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def at_a_question(learner: Learner, kind: type[Question]) -> Bubble:
    """Learns on until a question of this kind is asked."""
    await learner.enrol()
    curriculum = learner.world.app.core.curriculum
    while True:
        bubble = await learner.phone.last()
        if bubble.offers(GiveUp):
            sitting = await open_sitting(learner.world, bubble)
            if isinstance(curriculum.question(sitting.step.id), kind):
                return bubble
        if not await learner.step(bubble):
            await learner.go_on()


@pytest.mark.parametrize("typed", ["B", "b", "2", " b) ", "Β"])
async def test_a_choice_can_be_named_by_letter_or_number(here: World, typed: str) -> None:
    """The last one is a Greek capital beta."""
    learner = Learner(here, await here.phone())
    asked = await at_a_question(learner, SingleChoice)
    shown = [ask.choice for ask in asked.asks if isinstance(ask, Pick)]
    answer = await learner.phone.send(typed)
    assert answer.id != asked.id, "typed text starts a new message"
    assert answer.offers(AnswerQuestion)
    sitting = await learner.sitting()
    assert sitting.draft.picks == (shown[1],)


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_choice_can_be_written_out(here: World, language: str) -> None:
    learner = Learner(here, await here.phone(language=language))
    asked = await at_a_question(learner, SingleChoice)
    sitting = await open_sitting(here, asked)
    question = here.app.core.curriculum.question(sitting.step.id)
    assert isinstance(question, SingleChoice)
    option = question.options[0]
    await learner.phone.send(option.text.for_reader(language).upper())
    assert (await learner.sitting()).draft.picks == (option.id,)


async def test_a_number_is_read_and_words_are_asked_again(here: World) -> None:
    learner = Learner(here, await here.phone(language="es"))
    await at_a_question(learner, NumberQuestion)
    again = await learner.phone.send("muchos")
    assert again.offers(GiveUp)
    assert (await learner.phone.send("12,5")).offers(AnswerQuestion)
    assert (await learner.sitting()).draft.number == 12.5


async def test_a_word_is_taken_in_any_of_its_variants_without_accents(here: World) -> None:
    learner = Learner(here, await here.phone(language="el"))
    asked = await at_a_question(learner, ShortText)
    sitting = await open_sitting(here, asked)
    question = here.app.core.curriculum.question(sitting.step.id)
    assert isinstance(question, ShortText)
    variant = question.accepted.for_reader("el").split("|")[-1].strip()
    assert (await learner.phone.send(variant.upper() + "!")).offers(AnswerQuestion)
    graded = await learner.phone.tap(AnswerQuestion, confidence=Confidence.SURE)
    assert "✓" in graded.text
    assert graded.offers(TurnOn)


async def test_a_typed_word_leaves_no_trace(here: World) -> None:
    learner = Learner(here, await here.phone())
    await at_a_question(learner, ShortText)
    await learner.phone.send("Xylophone-typed-by-me")
    async with here.app.database.engine.reading() as session:
        rows = await session.rows(select(inbox.c.body, inbox.c.outcome))
    assert rows
    assert not any("Xylophone" in str(row) for row in rows)


async def test_a_text_for_no_question_shows_what_one_can_do(here: World) -> None:
    learner = Learner(here, await here.phone())
    await learner.enrol()
    answer = await learner.phone.send("When is lunch?")
    assert answer.text == await told(here, learner.phone, OnlyButtons(1))
    assert answer.offers(NextLesson)


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "document"])
@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_what_is_no_text_gets_a_short_helpful_answer(
    here: World, kind: str, language: str
) -> None:
    phone = await here.phone(language=language)
    await phone.start()
    answer = await phone.upload(kind)
    assert answer.text == await told(here, phone, OnlyText())
    assert answer.offers(ShowProgress)


async def test_an_edited_message_changes_no_answer(here: World) -> None:
    learner = Learner(here, await here.phone())
    await at_a_question(learner, TrueOrFalse)
    await learner.phone.send("A")
    mine = [bubble for bubble in await learner.phone.bubbles() if not bubble.from_bot][-1]
    before = await learner.sitting()
    answer = await learner.phone.edit(mine.id, "B")
    assert answer.text == await told(here, learner.phone, EditSeen())
    assert await learner.sitting() == before


async def test_in_a_group_the_bot_says_once_where_lessons_are(here: World) -> None:
    phone = await here.phone()
    await phone.start()
    group = await here.post("/groups", {"title": "Desk", "phones": [phone.id]})
    for text in ("/lesson", "hello all", "@simulated_bot hello"):
        await phone.post("send", {"chat_id": group["id"], "text": text})
    await here.settled()
    said = [b.text for b in await phone.bubbles(group["id"]) if b.from_bot]
    assert said == [await told(here, phone, PrivateOnly())] * 2
    assert len(await phone.from_bot()) == 1, "nothing of it reaches the private chat"


@pytest.mark.parametrize("command", ["/nonsense", "/start_", "/lesson@another_bot"])
async def test_an_unknown_command_is_answered_with_help(here: World, command: str) -> None:
    phone = await here.phone()
    await phone.start()
    assert (await phone.send(command)).text == await told(here, phone, HelpShown(frozenset()))


@pytest.mark.parametrize("text", [*(f"/{name}" for name in COMMANDS), "hello", "/nonsense"])
async def test_somebody_who_never_pressed_start_is_answered_too(here: World, text: str) -> None:
    phone = await here.phone(language="el")
    answer = await phone.send(text)
    assert any("α" <= letter <= "ω" for letter in answer.text.lower())


async def test_a_stranger_is_shown_the_way_to_start(here: World) -> None:
    phone = await here.phone()
    answer = await phone.send("/lesson")
    known = await here.phone()
    await known.start()
    assert answer.text == await told(here, known, Refused(Right.PERSON))


async def test_start_again_greets_and_begins_nothing_anew(here: World) -> None:
    learner = Learner(here, await here.phone())
    first = await learner.phone.start()
    assert first.text == await told(here, learner.phone, Welcomed(None, None))
    await learner.phone.tap(ShowDefaults)
    await learner.enrol()
    card = await learner.phone.tap(TurnOn)
    assert (await learner.phone.start()).offers(NextLesson)
    assert (await learner.phone.tap(NextLesson)).text == card.text


async def test_a_text_of_the_greatest_length_is_answered(here: World) -> None:
    learner = Learner(here, await here.phone())
    await at_a_question(learner, SingleChoice)
    assert (await learner.phone.send("😀" * 2048)).offers(GiveUp)
