"""Asking: a question, what is chosen so far, and how sure the reader is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from bot.screens import buttons
from bot.screens.choices import Choices, from_labels, from_words
from bot.screens.gone import content_gone
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, one_a_row
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
from learning.course.words import Words
from learning.lessons.asks import AnswerQuestion, ChangeAnswer, GiveUp, Pick, SettlePicks, TurnBack
from learning.lessons.grading import FALSE, TRUE
from learning.lessons.outcomes import AnswerNotReadable, ConfidenceAsked, QuestionAsked
from learning.reviews.model import Confidence
from learning.talk.model import Focus, Prompt, Shown


def question_screen(asked: QuestionAsked, view: View) -> Screen:
    question = view.curriculum.question(asked.question)
    if question is None:
        return content_gone(view)
    choices = choices_of(view, question, asked.choices)
    body = _body(view, question, choices, asked.picks)
    html = paragraphs(_heading(view, asked), view.course(question.prompt), body)
    rows = (*_choice_rows(question, choices, asked), *_other_rows(view, asked))
    return Screen(html, rows, prompt=_waits_for_words(asked))


def _waits_for_words(asked: QuestionAsked | ConfidenceAsked) -> Shown:
    return Shown(Focus(Prompt.SITTING, asked.sitting), asked.revision)


def unreadable_screen(unread: AnswerNotReadable, view: View) -> Screen:
    """The question once more, saying what kind of answer it takes."""
    screen = question_screen(unread.asked, view)
    if unread.expects_number:
        hint = view.say("I could not read a number in that. Please type only the number, like 12.")
    elif unread.asked.choices:
        hint = view.say("This question is answered with the buttons below.")
    else:
        hint = view.say("Please type your answer once more, in a few words.")
    return replace(screen, html=paragraphs(hint, screen.html))


def confidence_screen(asked: ConfidenceAsked, view: View) -> Screen:
    question = view.curriculum.question(asked.question)
    if question is None:
        return content_gone(view)
    choices = choices_of(view, question, asked.choices)
    answer = answer_in_words(view, question, choices, asked.picks, asked.given)
    html = paragraphs(
        view.course(question.prompt), answer, bold(view.say("How sure are you of your answer?"))
    )

    def button(label: str, confidence: Confidence) -> Button:
        return Button(label, AnswerQuestion(asked.sitting, asked.revision, confidence))

    rows = one_a_row(
        button(view.label("Sure"), Confidence.SURE),
        button(view.label("Not quite sure"), Confidence.UNSURE),
        button(view.label("A guess"), Confidence.GUESS),
        Button(view.label("Change my answer"), ChangeAnswer(asked.sitting, asked.revision)),
    )
    return Screen(html, rows, prompt=_waits_for_words(asked))


def choices_of(view: View, question: Question, ids: tuple[str, ...]) -> Choices:
    """The options of `question` in the order `ids`; none for typed answers."""
    if isinstance(question, TrueOrFalse):
        return from_labels({TRUE: view.label("True"), FALSE: view.label("False")})
    return from_words(view, ids, _texts(question))


def answer_in_words(
    view: View,
    question: Question,
    choices: Choices,
    picks: tuple[str, ...],
    given: float | None,
) -> Html:
    """ "Your answer: …". A typed text is not kept, so it is not repeated."""
    match question:
        case SingleChoice() | TrueOrFalse() | SeveralChoice():
            if len(picks) == 1:
                return view.say("Your answer: {answer}", answer=choices.name(picks[0]))
            return lines(view.say("Your answer:"), *(choices.name(pick) for pick in picks))
        case PutInOrder():
            return lines(view.say("Your order:"), *numbered(choices.texts, picks))
        case Match():
            return lines(view.say("Your pairs:"), *_pairs(view, question, choices, picks))
        case NumberQuestion():
            number = view.number(given) if given is not None else ""
            return view.say("Your answer: {answer}", answer=number)
        case ShortText():
            return view.say("I have read your answer.")
        case _:
            assert_never(question)


def numbered(texts: Mapping[str, Html], ids: tuple[str, ...]) -> list[Html]:
    """ "1. text" for each id that still exists."""
    found = (texts[id] for id in ids if id in texts)
    return [Html(f"{at}. {text}") for at, text in enumerate(found, start=1)]


def _texts(question: Question) -> dict[str, Words]:
    match question:
        case SingleChoice() | SeveralChoice():
            return {option.id: option.text for option in question.options}
        case PutInOrder():
            return {item.id: item.text for item in question.items}
        case Match():
            return {pair.id: pair.right for pair in question.pairs}
        case TrueOrFalse() | NumberQuestion() | ShortText():
            return {}
        case _:
            assert_never(question)


def _heading(view: View, asked: QuestionAsked) -> Html:
    count = view.say(
        "Question {number} of {of}", number=view.number(asked.number), of=view.number(asked.of)
    )
    if asked.recall:
        return lines(bold(count), view.say("From an earlier lesson: what do you still know?"))
    return bold(count)


def _body(view: View, question: Question, choices: Choices, picks: tuple[str, ...]) -> Html:
    match question:
        case SingleChoice() | TrueOrFalse():
            return paragraphs(choices.listing())
        case SeveralChoice():
            hint = view.say("Tap each that fits; a second tap takes it back. Then press Done.")
            return paragraphs(choices.listing(picks), hint)
        case PutInOrder():
            hint = view.say("Tap them one after the other, in the right order.")
            so_far = lines(view.say("Your order so far:"), *numbered(choices.texts, picks))
            left = choices.without(picks).listing()
            return paragraphs(left, so_far if picks else None, hint)
        case Match():
            return _match_body(view, question, choices, picks)
        case NumberQuestion():
            return view.say("Type your answer as a number.")
        case ShortText():
            return view.say("Type your answer in a word or two.")
        case _:
            assert_never(question)


def _match_body(view: View, question: Match, choices: Choices, picks: tuple[str, ...]) -> Html:
    left = question.pairs[min(len(picks), len(question.pairs) - 1)].left
    which = view.say("Which one goes with {this}?", this=bold(view.course(left)))
    so_far = lines(*_pairs(view, question, choices, picks))
    return paragraphs(so_far, which, choices.without(picks).listing())


def _pairs(view: View, question: Match, choices: Choices, picks: tuple[str, ...]) -> list[Html]:
    """ "left – right" for each left-hand side that has been answered."""
    return [
        Html(f"{view.course(pair.left)} – {choices.texts.get(pick, escape('?'))}")
        for pair, pick in zip(question.pairs, picks, strict=False)
    ]


def _choice_rows(question: Question, choices: Choices, asked: QuestionAsked) -> tuple[Row, ...]:
    def pick(id: str) -> Pick:
        return Pick(asked.sitting, asked.revision, id)

    if isinstance(question, SeveralChoice):
        return choices.rows(pick, ticked=asked.picks)
    if isinstance(question, PutInOrder | Match):
        return choices.without(asked.picks).rows(pick)
    rows = choices.rows(pick)
    return (tuple(button for row in rows for button in row),) if len(rows) == 2 else rows


def _other_rows(view: View, asked: QuestionAsked) -> tuple[Row, ...]:
    question = view.curriculum.question(asked.question)
    at = asked.sitting, asked.revision
    done = Button(view.label("Done"), SettlePicks(*at))
    anew = Button(view.label("Start again"), ChangeAnswer(*at))
    give_up = Button(view.label("I don't know"), GiveUp(*at))
    back = Button(view.label("Back"), TurnBack(*at))
    several = isinstance(question, SeveralChoice)
    stepwise = isinstance(question, PutInOrder | Match)
    rows = one_a_row(
        done if several and asked.picks else None,
        anew if stepwise and asked.picks else None,
    )
    last = (back, give_up) if asked.back else (give_up,)
    return (*rows, last, (buttons.report_mistake(view, asked.question),))
