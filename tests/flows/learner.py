"""Somebody who reads on, answers, and says how sure they are; finds buttons by what they ask."""

from dataclasses import dataclass, field
from typing import Any

from learning.account.asks import ShowDefaults
from learning.course.questions import (
    Match,
    NumberQuestion,
    PutInOrder,
    Question,
    SeveralChoice,
    ShortText,
    SingleChoice,
    TrueOrFalse,
)
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    GiveUp,
    Pick,
    SettlePicks,
    TurnOn,
)
from learning.lessons.grading import FALSE, TRUE
from learning.lessons.model import Sitting
from learning.reviews.model import Confidence
from learning.scenarios.asks import Choose, GoOn, OpenScenario
from learning.talk.asks import GiveTextTo
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

MOST_STEPS = 60


@dataclass
class Learner:
    """`wrong` names questions ("<lesson>.<question>") that this person gets wrong.

    `asked` lists the questions met, in order, each once per asking.
    """

    world: World
    phone: Phone
    confidence: Confidence = Confidence.SURE
    wrong: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)

    async def enrol(self, payload: str = "") -> Bubble:
        """From /start to the first card."""
        await self.phone.start(payload)
        await self.phone.tap(ShowDefaults)
        return await self.phone.tap(BeginCourse)

    async def finish(self) -> Bubble:
        """Goes on until nothing is left to turn, to answer or to decide."""
        bubble = await self.phone.last()
        for _ in range(MOST_STEPS):
            after = await self.step(bubble)
            if after is None:
                return bubble
            bubble = after
        raise AssertionError("a lesson without an end")

    async def go_on(self) -> Bubble:
        """Asks for the next lesson, and begins it where it is a scenario."""
        bubble = await self.phone.send("/lesson")
        return await self.phone.tap(OpenScenario) if bubble.offers(OpenScenario) else bubble

    async def sitting(self) -> Sitting:
        """The lesson that is open."""
        async with self.world.app.database.unit() as unit:
            person = (await unit.people.actor(self.phone.id)).person
            assert person is not None
            sitting = await unit.sittings.open_lesson(person.id)
        assert sitting is not None
        return sitting

    async def step(self, bubble: Bubble) -> Bubble | None:
        """One tap or one typed answer, and what is shown then; None when the message asks for
        nothing of the kind."""
        if bubble.offers(GiveTextTo):
            return await self.phone.tap(GiveTextTo, of=bubble)
        if bubble.offers(AnswerQuestion):
            return await self.phone.tap(AnswerQuestion, of=bubble, confidence=self.confidence)
        if bubble.offers(Pick) or bubble.offers(GiveUp):
            return await self._answer(bubble)
        for onward in (TurnOn, Choose, GoOn):
            if bubble.offers(onward):
                return await self.phone.tap(onward, of=bubble)
        return None

    async def _answer(self, bubble: Bubble) -> Bubble:
        sitting = await open_sitting(self.world, bubble)
        question = self.world.app.core.curriculum.question(sitting.step.id)
        assert question is not None
        if not sitting.draft.picks:
            self.asked.append(sitting.step.id)
        right = sitting.step.id not in self.wrong
        if isinstance(question, NumberQuestion | ShortText):
            return await self.phone.send(typed(question, self.phone.language, right))
        if (choice := pick(question, sitting.draft.picks, right)) is None:
            return await self.phone.tap(SettlePicks, of=bubble)
        return await self.phone.tap(Pick, of=bubble, choice=choice)


async def open_sitting(world: World, bubble: Bubble) -> Sitting:
    """The sitting that a question's buttons speak of."""
    id = next(ask.sitting for ask in bubble.asks if isinstance(ask, Pick | GiveUp | TurnOn))
    async with world.app.database.unit() as unit:
        sitting = await unit.sittings.get(id)
    assert sitting is not None
    return sitting


def typed(question: NumberQuestion | ShortText, language: str, right: bool) -> str:
    if isinstance(question, NumberQuestion):
        return f"{question.answer if right else question.answer + 10 * question.tolerance + 1:g}"
    return question.accepted.for_reader(language).split("|")[0].strip() if right else "qwerty"


def pick(question: Question, picks: tuple[str, ...], right: bool) -> str | None:
    """The next choice to tap; None when it is time for Done."""
    match question:
        case SingleChoice():
            return next(option.id for option in question.options if option.right is right)
        case TrueOrFalse():
            return TRUE if question.answer is right else FALSE
        case SeveralChoice():
            wanted = [option.id for option in question.options if option.right is right]
            return next((id for id in wanted if id not in picks), None)
        case PutInOrder():
            return _in_turn([item.id for item in question.items], picks, right)
        case Match():
            return _in_turn([pair.id for pair in question.pairs], picks, right)
        case _:
            raise AssertionError(f"{question.kind} is typed")


def _in_turn(ids: list[str], picks: tuple[str, ...], right: bool) -> str:
    return (ids if right else ids[::-1])[len(picks)]


async def history(phone: Phone) -> list[tuple[str, tuple[str, ...], Any]]:
    """The whole chat as a reader sees it: texts, buttons, pictures."""
    return [(b.text, b.labels, b.has_photo) for b in await phone.bubbles()]
