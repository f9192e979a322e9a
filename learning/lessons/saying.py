"""A typed text: it belongs to the question in focus, is read at once and not kept."""

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
from learning.lessons.asks import SayInWords
from learning.lessons.drafting import with_pick
from learning.lessons.grading import accepts, choices, fold, read_number
from learning.lessons.model import Draft, Phase, Sitting
from learning.lessons.plan import is_current
from learning.lessons.ports import Focuses, Sittings
from learning.lessons.views import view

ALPHABETS = ("abcdefghijkl", "αβγδεζηθικλμ")  # what the languages of the bot call A, B, C


async def say_in_words(
    ask: SayInWords,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sittings: Sittings,
    focuses: Focuses,
) -> o.SittingView | o.AnswerNotReadable | o.NothingOpen:
    person, enrolment = learner(actor)
    focus = await focuses.get(person.id)
    sitting = await sittings.get(focus.id) if focus else None
    if sitting is None or sitting.finished_at or not is_current(sitting.step, curriculum):
        return o.NothingOpen()
    question = curriculum.question(sitting.step.id) if sitting.step.asks else None
    if question is None or sitting.phase not in (Phase.ASKING, Phase.CONFIDENCE):
        return o.NothingOpen()
    drafted = with_words(sitting, question, ask.text) if sitting.phase is Phase.ASKING else None
    if drafted is not None:
        await sittings.put(drafted)
        return view(drafted, curriculum, enrolment)
    shown = view(sitting, curriculum, enrolment)
    if isinstance(shown, o.QuestionAsked):
        return o.AnswerNotReadable(shown, isinstance(question, NumberQuestion))
    return shown


def with_words(sitting: Sitting, question: Question, text: str) -> Sitting | None:
    """The sitting after `text` as an answer; None when this question cannot read it."""
    match question:
        case NumberQuestion():
            number = read_number(text)
            draft = None if number is None else Draft(number=number)
        case ShortText():
            draft = Draft(right=accepts(question, text)) if fold(text) else None
        case _:
            choice = _choice_named(question, sitting, text)
            return with_pick(sitting, question, choice) if choice else None
    return sitting.drafted(draft, Phase.CONFIDENCE) if draft else None


def _choice_named(
    question: SingleChoice | SeveralChoice | TrueOrFalse | PutInOrder | Match,
    sitting: Sitting,
    text: str,
) -> str | None:
    """The choice whose whole text, letter or number was typed; its text says it best."""
    shown, said = choices(question, sitting.attempt), fold(text)
    texts = {fold(words): id for id, words in _texts(question)}
    if said in texts:
        return texts[said]
    letters = {name: id for names in ALPHABETS for name, id in zip(names, shown, strict=False)}
    numbers = {str(number): id for number, id in enumerate(shown, start=1)}
    return letters.get(said) or numbers.get(said)


def _texts(question: Question) -> list[tuple[str, str]]:
    match question:
        case SingleChoice() | SeveralChoice():
            return [(o.id, text) for o in question.options for text in o.text.every()]
        case PutInOrder():
            return [(item.id, text) for item in question.items for text in item.text.every()]
        case Match():
            return [(pair.id, text) for pair in question.pairs for text in pair.right.every()]
        case _:
            return []
