"""What a sitting shows now, as an outcome."""

from learning.account.model import Enrolment
from learning.course.curriculum import Curriculum
from learning.course.model import Lesson
from learning.course.questions import Question
from learning.lessons.grading import choices
from learning.lessons.model import Phase, Sitting, SittingKind, StepKind
from learning.lessons.outcomes import (
    AnswerGraded,
    CardShown,
    ConfidenceAsked,
    LessonClosed,
    QuestionAsked,
    ReviewClosed,
    SittingView,
)
from learning.lessons.plan import preceding_card


def view(
    sitting: Sitting, curriculum: Curriculum, enrolment: Enrolment, waiting: int | None = None
) -> SittingView:
    """`waiting` counts the questions still due today; only a closed review tells it.

    The sitting that finished the course is the one that ended at the same instant.
    """
    if sitting.step.kind is StepKind.CLOSE:
        return _closed(sitting, curriculum, enrolment, waiting)
    if sitting.step.kind is StepKind.CARD:
        return _card(sitting, curriculum)
    question = curriculum.question(sitting.step.id)
    if question is None:
        raise AssertionError("a step that the course no longer has is never shown")
    return _question(sitting, question, curriculum)


def _card(sitting: Sitting, curriculum: Curriculum) -> CardShown:
    lesson, _, _ = sitting.step.id.partition(".")
    cards = [at for at, step in enumerate(sitting.steps) if step.kind is StepKind.CARD]
    return CardShown(
        sitting=sitting.id,
        revision=sitting.revision,
        lesson=lesson,
        card=sitting.step.id,
        number=cards.index(sitting.at) + 1,
        of=len(cards),
        back=preceding_card(sitting, curriculum) is not None,
    )


def _question(
    sitting: Sitting, question: Question, curriculum: Curriculum
) -> QuestionAsked | ConfidenceAsked | AnswerGraded:
    shown = choices(question, sitting.attempt)
    draft = sitting.draft
    if sitting.phase is Phase.CONFIDENCE:
        return ConfidenceAsked(
            sitting.id, sitting.revision, sitting.step.id, shown, draft.picks, draft.number
        )
    if sitting.phase is Phase.ANSWERED:
        return AnswerGraded(
            sitting=sitting.id,
            revision=sitting.revision,
            question=sitting.step.id,
            choices=shown,
            picks=draft.picks,
            given=draft.number,
            right=bool(draft.right),
            confidence=draft.confidence,
            due_on=None,
        )
    asking = [at for at, step in enumerate(sitting.steps) if step.asks]
    return QuestionAsked(
        sitting=sitting.id,
        revision=sitting.revision,
        question=sitting.step.id,
        choices=shown,
        picks=draft.picks,
        recall=sitting.step.kind is StepKind.RECALL,
        number=asking.index(sitting.at) + 1,
        of=len(asking),
        back=preceding_card(sitting, curriculum) is not None,
    )


def _closed(
    sitting: Sitting, curriculum: Curriculum, enrolment: Enrolment, waiting: int | None
) -> LessonClosed | ReviewClosed:
    lesson: Lesson | None = curriculum.lessons.get(sitting.step.id)
    if lesson is None:
        ahead_of = sitting.step.id if sitting.step.id in curriculum.scenarios else None
        return ReviewClosed(
            sitting.id, sitting.revision, sitting.rights, sitting.answered, waiting, ahead_of
        )
    first_time = sitting.kind is SittingKind.LESSON
    return LessonClosed(
        sitting=sitting.id,
        revision=sitting.revision,
        lesson=lesson.id,
        rights=sitting.rights,
        answered=sitting.answered,
        scenario=curriculum.closing_scenario(lesson.id, enrolment.way) if first_time else None,
        course_finished=first_time and sitting.finished_at == enrolment.finished_at,
        next_at=enrolment.next_due_at,
    )
