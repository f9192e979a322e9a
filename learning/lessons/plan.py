"""What a sitting consists of: steps by id, so that a changed course changes it gently."""

from collections.abc import Iterable

from learning.course.curriculum import Curriculum
from learning.course.model import Lesson
from learning.lessons.model import Sitting, Step, StepKind

RECALLS_A_DAY = 3


def recall_steps(questions: Iterable[str]) -> tuple[Step, ...]:
    return tuple(Step(StepKind.RECALL, question) for question in questions)


def lesson_steps(lesson: Lesson, country: str | None) -> tuple[Step, ...]:
    cards = (Step(StepKind.CARD, f"{lesson.id}.{card.id}") for card in lesson.cards_for(country))
    asks = (Step(StepKind.QUESTION, f"{lesson.id}.{q.id}") for q in lesson.questions)
    return (*cards, *asks, Step(StepKind.CLOSE, lesson.id))


def is_current(step: Step, curriculum: Curriculum) -> bool:
    """Whether the course still has what the step names."""
    match step.kind:
        case StepKind.RECALL | StepKind.QUESTION:
            return curriculum.question(step.id) is not None
        case StepKind.CARD:
            return curriculum.card(step.id) is not None
        case StepKind.CLOSE:
            return True


def following(sitting: Sitting, curriculum: Curriculum) -> int:
    """The index of the next step that the course still has; the close is always there."""
    steps = range(sitting.at + 1, len(sitting.steps))
    return next(
        (at for at in steps if is_current(sitting.steps[at], curriculum)), len(sitting.steps) - 1
    )


def is_exhausted(sitting: Sitting, curriculum: Curriculum) -> bool:
    """Whether the course has neither the present step nor a later one any more."""
    if is_current(sitting.step, curriculum):
        return False
    return sitting.steps[following(sitting, curriculum)].kind is StepKind.CLOSE


def preceding_card(sitting: Sitting, curriculum: Curriculum) -> int | None:
    """The card one may turn back to from here, or None."""
    for at in range(sitting.at - 1, -1, -1):
        step = sitting.steps[at]
        if step.kind is not StepKind.CARD:
            return None
        if is_current(step, curriculum):
            return at
    return None
