"""Answers of the needs analysis as a list to look over."""

from bot.screens.html import Html, escape
from bot.screens.view import View
from learning.course.words import Words
from learning.needs.answers import CONFIRMED, HARD, OFTEN, Answer, place
from learning.needs.outcomes import Given
from learning.needs.questionnaire import (
    Grid,
    Known,
    Number,
    Question,
    Questionnaire,
    Row,
    Scale,
    Several,
    ShortText,
    Single,
)

LONGEST = 44  # characters of a question: the list of all stays one message


def answer_words(
    answers: tuple[Given, ...], questionnaire: Questionnaire, view: View
) -> tuple[Html, ...]:
    """A line for every question and for every row of a grid, in the order of asking."""
    given = {each.at: each.picks for each in answers}
    found: list[Html] = []
    for question in questionnaire.questions():
        if isinstance(question, Grid):
            found += [
                _row(row, question, given, questionnaire, view)
                for row in question.rows
                if place(question.id, row.id, OFTEN) in given
            ]
        elif question.id in given:
            said = _said(question, given[question.id], questionnaire, view)
            found.append(_line(_about(question, view), said, view))
    return tuple(found)


def _row(
    row: Row, grid: Grid, given: dict[str, Answer], questionnaire: Questionnaire, view: View
) -> Html:
    halves = (
        _step(grid.often, given.get(place(grid.id, row.id, OFTEN), ()), questionnaire, view),
        _step(grid.hard, given.get(place(grid.id, row.id, HARD), ()), questionnaire, view),
    )
    said = " · ".join(half for half in halves if half)
    return _line(row.text, said, view)


def _about(question: Question, view: View) -> Words:
    """An ability by its name: its questions begin alike, and would be cut where they differ."""
    if isinstance(question, Scale) and question.competence:
        return view.curriculum.course.competences.get(question.competence, question.prompt)
    return question.prompt


def _line(about: Words, said: str, view: View) -> Html:
    answer = escape(said) if said else view.say("skipped")
    return Html(f"{escape(shortened(view.plain(about)))} <b>{answer}</b>")


def shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;')}…"


def _said(question: Question, picks: Answer, questionnaire: Questionnaire, view: View) -> str:
    match question:
        case Single() | Several():
            return _listed({it.id: it.text for it in question.options}, picks, view)
        case Number():
            return _listed({it.id: it.text for it in question.bands}, picks, view)
        case ShortText():
            return _listed({it.id: it.text for it in question.categories}, picks, view)
        case Scale():
            return _step(question.scale, picks, questionnaire, view)
        case Known():
            return view.label("right") if picks == CONFIRMED else ""
        case Grid():
            return ""


def _listed(texts: dict[str, Words], picks: Answer, view: View) -> str:
    return ", ".join(view.plain(texts[id]) for id in picks if id in texts)


def _step(scale: str, picks: Answer, questionnaire: Questionnaire, view: View) -> str:
    steps = {step.id: step.text for step in questionnaire.scales[scale]}
    return _listed(steps, picks, view)
