"""A person put at any place of the course: a card, a question, how sure one is, the feedback."""

from dataclasses import dataclass

from bot.actions.spelling import encode
from learning.account.model import Person
from learning.course.curriculum import Curriculum
from learning.course.questions import NumberQuestion, Question, ShortText
from learning.lessons.asks import AnswerQuestion
from learning.lessons.grading import choices
from learning.lessons.model import Draft, Phase, Sitting, SittingKind, StepKind
from learning.lessons.plan import lesson_steps
from learning.reviews.model import Confidence
from learning.talk.model import Focus, Prompt
from tests.properties import raws
from tests.properties.stage import Stage


@dataclass(frozen=True)
class Seat:
    lesson: str
    at: int
    phase: Phase


def every_seat(curriculum: Curriculum) -> list[Seat]:
    """Every step of every lesson but its close, in every phase that the step knows."""
    seats = []
    for lesson in curriculum.lessons.values():
        for at, step in enumerate(lesson_steps(lesson, None)):
            if step.kind is StepKind.CARD:
                seats.append(Seat(lesson.id, at, Phase.READING))
            if step.asks:
                phases = (Phase.ASKING, Phase.CONFIDENCE, Phase.ANSWERED)
                seats += [Seat(lesson.id, at, phase) for phase in phases]
    return seats


def take(stage: Stage, person: Person, seat: Seat) -> Sitting:
    """The sitting as it is stored; an answer is given by a real press."""
    sitting = stage.do(_seated(stage, person, seat))
    if seat.phase is Phase.ANSWERED:
        press = encode(AnswerQuestion(sitting.id, sitting.revision, Confidence.UNSURE))
        assert not stage.feed(raws.press(person.telegram_id, press))
    return sitting


async def _seated(stage: Stage, person: Person, seat: Seat) -> Sitting:
    curriculum = stage.app.core.curriculum
    steps = lesson_steps(curriculum.lessons[seat.lesson], None)
    now = await stage.world.now()
    async with stage.database.unit() as unit:
        sitting = await unit.sittings.add(person.id, SittingKind.LESSON, seat.lesson, steps, now)
        if seat.at:
            sitting = sitting.moved_to(seat.at)
            await unit.sittings.put(sitting)
        question = curriculum.question(sitting.step.id) if sitting.step.asks else None
        if question is not None and seat.phase is not Phase.ASKING:
            draft = _some_answer(question, sitting.attempt)
            sitting = sitting.drafted(draft, Phase.CONFIDENCE)
            await unit.sittings.put(sitting)
        await unit.focuses.put(person.id, Focus(Prompt.SITTING, sitting.id))
    return sitting


def _some_answer(question: Question, attempt: str) -> Draft:
    match question:
        case NumberQuestion():
            return Draft(number=7.0)
        case ShortText():
            return Draft(right=False)
        case _:
            return Draft(picks=choices(question, attempt))
