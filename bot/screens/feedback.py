"""After an answer: the feedback that belongs to it, the reason, and when it comes back."""

from typing import assert_never

from bot.screens.choices import Choices
from bot.screens.gone import content_gone
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.questions import choices_of, numbered
from bot.screens.screen import Button, Screen
from bot.screens.times import on_day
from bot.screens.view import View
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
from learning.lessons.asks import TurnOn
from learning.lessons.grading import TRUE
from learning.lessons.outcomes import AnswerGraded


def graded_screen(graded: AnswerGraded, view: View) -> Screen:
    question = view.curriculum.question(graded.question)
    if question is None:
        return content_gone(view)
    choices = choices_of(view, question, graded.choices)
    html = paragraphs(
        view.course(question.prompt),
        bold(_verdict(view, graded)),
        _own_feedback(view, question, choices, graded),
        None if graded.right else right_answer(view, question, choices),
        view.course(question.reason),
        _comes_back(view, graded),
    )
    return Screen(html, ((Button(view.label("Next"), TurnOn(graded.sitting, graded.revision)),),))


def _gave_up(graded: AnswerGraded) -> bool:
    return graded.confidence is None


def _verdict(view: View, graded: AnswerGraded) -> Html:
    if graded.right:
        return view.say("✓ That's right.")
    if _gave_up(graded):
        return view.say("No problem. Here is the answer.")
    return view.say("Not quite yet.")


def _own_feedback(
    view: View, question: Question, choices: Choices, graded: AnswerGraded
) -> Html | None:
    """What the author wrote for this very answer."""
    if _gave_up(graded):
        return None
    match question:
        case SingleChoice() | SeveralChoice():
            return _of_options(view, question, choices, graded.picks)
        case TrueOrFalse():
            said_true = graded.picks == (TRUE,)
            return view.course(question.if_true if said_true else question.if_false)
        case NumberQuestion():
            if graded.right or graded.given is None:
                return None
            lower = graded.given < question.answer
            return view.course(question.if_lower if lower else question.if_higher)
        case ShortText():
            return None if graded.right else view.course(question.if_other)
        case PutInOrder() | Match():
            return None
        case _:
            assert_never(question)


def _of_options(
    view: View,
    question: SingleChoice | SeveralChoice,
    choices: Choices,
    picks: tuple[str, ...],
) -> Html:
    chosen = [option for option in question.options if option.id in picks]
    rows = [lines(choices.name(option.id), view.course(option.feedback)) for option in chosen]
    return paragraphs(*rows)


def right_answer(view: View, question: Question, choices: Choices) -> Html:
    match question:
        case SingleChoice() | SeveralChoice():
            right = [choices.name(option.id) for option in question.options if option.right]
            return lines(view.say_n("The right answer:", "The right answers:", len(right)), *right)
        case TrueOrFalse():
            answer = view.label("True") if question.answer else view.label("False")
            return view.say("The right answer is: {answer}", answer=answer)
        case PutInOrder():
            items = tuple(item.id for item in question.items)
            return lines(view.say("The right order:"), *numbered(choices.texts, items))
        case Match():
            pairs = (
                Html(f"{view.course(pair.left)} – {view.course(pair.right)}")
                for pair in question.pairs
            )
            return lines(view.say("The right pairs:"), *pairs)
        case NumberQuestion():
            return view.say("The right answer is: {answer}", answer=view.number(question.answer))
        case ShortText():
            first = view.plain(question.accepted).split("|")[0].strip()
            return view.say("The right answer is: {answer}", answer=escape(first))
        case _:
            assert_never(question)


def _comes_back(view: View, graded: AnswerGraded) -> Html | None:
    if graded.due_on is None:
        return None
    return view.say("I will ask you this again {day}.", day=on_day(view, graded.due_on))
