"""A question as the page of the course shows it: the answer, and what is said to every other."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from bot.screens.html import Html, escape
from bot.screens.view import View
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


def question_part(view: View, question: Question) -> str:
    return (
        f'<div class="question"><p class="said"><b>{view.course(question.prompt)}</b></p>'
        f'{_answers(view, question)}<p class="said">{view.course(question.reason)}</p></div>'
    )


def _answers(view: View, question: Question) -> str:
    match question:
        case SingleChoice() | SeveralChoice():
            return _options(view, question.options)
        case TrueOrFalse():
            return _true_or_false(view, question)
        case PutInOrder():
            items = (f"<li>{view.course(item.text)}</li>" for item in question.items)
            return f"<p>{view.say('The right order:')}</p><ol>{''.join(items)}</ol>"
        case Match():
            pairs = (
                f"<li>{view.course(pair.left)} – {view.course(pair.right)}</li>"
                for pair in question.pairs
            )
            return f"<p>{view.say('The right pairs:')}</p><ul>{''.join(pairs)}</ul>"
        case NumberQuestion():
            return _number(view, question)
        case ShortText():
            return _short_text(view, question)
        case _:
            assert_never(question)


def _options(view: View, options: Sequence[Option]) -> str:
    return _list(
        (_marked(view, view.course(option.text), option.right), view.course(option.feedback))
        for option in options
    )


def _true_or_false(view: View, question: TrueOrFalse) -> str:
    return _list(
        [
            (_marked(view, view.say("True"), question.answer), view.course(question.if_true)),
            (_marked(view, view.say("False"), not question.answer), view.course(question.if_false)),
        ]
    )


def _number(view: View, question: NumberQuestion) -> str:
    answer = view.number(question.answer)
    if question.tolerance:
        answer = f"{answer} ± {view.number(question.tolerance)}"
    return _list(
        [
            (view.say("The right answer is: {answer}", answer=answer), Html()),
            (view.say("To a smaller number:"), view.course(question.if_lower)),
            (view.say("To a larger number:"), view.course(question.if_higher)),
        ]
    )


def _short_text(view: View, question: ShortText) -> str:
    accepted = [part.strip() for part in view.plain(question.accepted).split("|")]
    return _list(
        [
            (view.say("Accepted: {answers}", answers=" | ".join(accepted)), Html()),
            (view.say("To any other answer:"), view.course(question.if_other)),
        ]
    )


def _marked(view: View, text: Html, right: bool) -> Html:
    return Html(f"✓ {text} ({view.say('right')})") if right else text


def _list(rows: Iterable[tuple[Html, Html]]) -> str:
    parts = (f"<dt>{escape(term)}</dt><dd>{escape(said)}</dd>" for term, said in rows)
    return f"<dl>{''.join(parts)}</dl>"
