"""Our questions as quiz files can say them."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from content.exchange.quiz import (
    Answer,
    Body,
    Choice,
    Entry,
    Matching,
    Numeric,
    Short,
    Span,
    TrueFalse,
)
from learning.course.curriculum import Curriculum
from learning.course.questions import (
    Match,
    NumberQuestion,
    Option,
    PutInOrder,
    Question,
    SeveralChoice,
    ShortText,
    SingleChoice,
    TrueOrFalse,
)
from learning.course.words import Words

FAR = 1_000_000_000.0  # beyond every number that a question asks for
BESIDE = 0.0001


def entries(curriculum: Curriculum, language: str) -> Iterator[Entry]:
    """All questions of the course, in its order and in `language`."""
    for id in curriculum.order:
        if lesson := curriculum.lessons.get(id):
            for question in lesson.questions:
                yield _Wording(language).entry(f"{lesson.id}.{question.id}", question)


class _Wording:
    def __init__(self, language: str) -> None:
        self._language = language

    def entry(self, name: str, question: Question) -> Entry:
        return Entry(
            name, self.say(question.prompt), self.say(question.reason), self.body(question)
        )

    def say(self, words: Words) -> str:
        return words.for_reader(self._language)

    def body(self, question: Question) -> Body:
        match question:
            case SingleChoice():
                return Choice(True, self._options(question.options, wrong=0))
            case SeveralChoice():
                wrongs = sum(not option.right for option in question.options)
                return Choice(False, self._options(question.options, wrong=-100 / (wrongs or 1)))
            case TrueOrFalse():
                said = self.say(question.if_true), self.say(question.if_false)
                return TrueFalse(question.answer, *said)
            case PutInOrder():
                items = enumerate(question.items, start=1)
                return Matching(tuple((str(at), self.say(it.text)) for at, it in items), True)
            case Match():
                return Matching(
                    tuple((self.say(it.left), self.say(it.right)) for it in question.pairs)
                )
            case NumberQuestion():
                return self._numeric(question)
            case ShortText():
                return self._short(question)
            case _:
                assert_never(question)

    def _options(self, options: Sequence[Option], wrong: float) -> tuple[Answer, ...]:
        right = 100 / (sum(option.right for option in options) or 1)
        return tuple(
            Answer(self.say(it.text), right if it.right else wrong, self.say(it.feedback))
            for it in options
        )

    def _numeric(self, question: NumberQuestion) -> Numeric:
        least, most = question.answer - question.tolerance, question.answer + question.tolerance
        return Numeric(
            (
                Span(least, most, 100),
                Span(-FAR, least - BESIDE, 0, self.say(question.if_lower)),
                Span(most + BESIDE, FAR, 0, self.say(question.if_higher)),
            )
        )

    def _short(self, question: ShortText) -> Short:
        accepted = (part.strip() for part in self.say(question.accepted).split("|"))
        right = tuple(Answer(text, 100) for text in accepted if text)
        return Short((*right, Answer("*", 0, self.say(question.if_other))))
