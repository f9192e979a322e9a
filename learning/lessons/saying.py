"""A typed text as an answer: it is read at once and not kept."""

import re
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
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
from learning.lessons import outcomes as o
from learning.lessons.asks import AnswerInWords
from learning.lessons.drafting import with_pick
from learning.lessons.grading import FALSE, TRUE, accepts, choices, fold
from learning.lessons.model import Draft, Phase, Sitting
from learning.lessons.numbers import read_number
from learning.lessons.plan import is_current
from learning.lessons.pointing import placed, without_around, worded
from learning.lessons.ports import Sittings
from learning.lessons.views import view
from learning.talk.model import Readiness

TRUTHS = {
    TRUE: ("true", "right", "yes", "σωστό", "αληθές", "ναι", "verdadero", "cierto", "sí"),
    FALSE: ("false", "wrong", "no", "λάθος", "ψευδές", "όχι", "falso"),
}
_CORRECTED = (SingleChoice, NumberQuestion)  # elsewhere a word may mean more than an answer
_BETWEEN = re.compile(r"[\s,;.+&/]+|\b(?:and|και|y)\b")  # "A, C", "a and c"


async def readiness(
    id: int, text: str, actor: Actor, *, curriculum: Curriculum, sittings: Sittings
) -> Readiness | None:
    """Of the question that the sitting has come to; None when it asks nothing now."""
    sitting = await _asking(id, actor, curriculum, sittings)
    question = curriculum.question(sitting.step.id) if sitting else None
    if sitting is None or question is None:
        return None
    fits = _drafted(sitting, question, text) is not None
    surely = not isinstance(question, ShortText) or accepts(question, text)
    return Readiness(sitting.revision, fits, sitting.step.id, exact=surely, ask_first=not surely)


async def answer_in_words(
    ask: AnswerInWords,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sittings: Sittings,
) -> o.SittingView | o.AnswerNotReadable | o.SittingGone:
    _, enrolment = learner(actor)
    sitting = await _asking(ask.sitting, actor, curriculum, sittings)
    question = curriculum.question(sitting.step.id) if sitting else None
    if sitting is None or question is None:
        return o.SittingGone()
    drafted = _drafted(sitting, question, ask.text)
    if drafted is not None:
        await sittings.put(drafted)
        return view(drafted, curriculum, enrolment)
    shown = view(sitting, curriculum, enrolment)
    if isinstance(shown, o.QuestionAsked):
        return o.AnswerNotReadable(shown, isinstance(question, NumberQuestion))
    return shown


async def _asking(
    id: int, actor: Actor, curriculum: Curriculum, sittings: Sittings
) -> Sitting | None:
    """The actor's sitting, if it stands at a question that is not answered yet."""
    person, _ = learner(actor)
    sitting = await sittings.get(id)
    if sitting is None or sitting.person_id != person.id or sitting.finished_at is not None:
        return None
    asks = sitting.step.asks and sitting.phase in (Phase.ASKING, Phase.CONFIDENCE)
    return sitting if asks and is_current(sitting.step, curriculum) else None


def _drafted(sitting: Sitting, question: Question, text: str) -> Sitting | None:
    """Where one is asked how sure one is, another choice or number takes the place of the first."""
    corrects = sitting.phase is Phase.CONFIDENCE and isinstance(question, _CORRECTED)
    return (
        with_words(sitting, question, text) if sitting.phase is Phase.ASKING or corrects else None
    )


def with_words(sitting: Sitting, question: Question, text: str) -> Sitting | None:
    """The sitting after `text` as an answer; None when this question cannot read it."""
    match question:
        case NumberQuestion():
            number = read_number(text) or read_number(without_around(text))
            draft = None if number is None else Draft(number=number)
        case ShortText():
            draft = Draft(right=accepts(question, text)) if fold(text) else None
        case SeveralChoice() if len(named := _choices_named(question, sitting, text)) > 1:
            draft = Draft(picks=named)
        case _:
            choice = _choice_named(question, sitting, text)
            return with_pick(sitting, question, choice) if choice else None
    return sitting.drafted(draft, Phase.CONFIDENCE) if draft else None


def _choices_named(question: SeveralChoice, sitting: Sitting, text: str) -> tuple[str, ...]:
    """All that "A, C" names, in the order shown; empty when any part of it names nothing."""
    if _choice_named(question, sitting, text):
        return ()
    parts = [part for part in _BETWEEN.split(text.casefold()) if part]
    named = {_choice_named(question, sitting, part) for part in parts}
    if None in named:
        return ()
    return tuple(id for id in choices(question, sitting.attempt) if id in named)


def _choice_named(
    question: SingleChoice | SeveralChoice | TrueOrFalse | PutInOrder | Match,
    sitting: Sitting,
    text: str,
) -> str | None:
    """The choice whose text, letter, number or place was typed; its text says it best."""
    shown, said, bare = choices(question, sitting.attempt), fold(text), without_around(text)
    texts = {fold(words): id for id, words in _texts(question)}
    if (whole := texts.get(said) or texts.get(bare)) is not None:
        return whole
    return placed(text, shown) or worded(said, texts)


def _texts(question: Question) -> list[tuple[str, str]]:
    match question:
        case SingleChoice() | SeveralChoice():
            return [(o.id, text) for o in question.options for text in o.text.every()]
        case PutInOrder():
            return [(item.id, text) for item in question.items for text in item.text.every()]
        case Match():
            return [(pair.id, text) for pair in question.pairs for text in pair.right.every()]
        case TrueOrFalse():
            return [(id, word) for id, words in TRUTHS.items() for word in words]
        case _:
            return []
