"""How often each option is taken, and how useful the parts of the course were: groups alone."""

from collections.abc import Iterator, Mapping

from bot.screens.facts import expired_now, facts_button
from bot.screens.html import Html, bold, escape, italic, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row, shortened
from bot.screens.view import View
from learning.counts import outcomes as o
from learning.counts.asks import ShowAnswers, ShowQuestions
from learning.counts.model import (
    Answer,
    Shown,
    Usefulness,
    Verdict,
    options_of,
    people_in,
    verdict,
)
from learning.course.model import Lesson, Subunit
from learning.course.questions import Question, SeveralChoice, SingleChoice, TrueOrFalse
from learning.course.words import Words
from learning.reports.model import FEWEST, FEWEST_OF_ATTITUDES

MOST_NAMED = 12  # questions on one screen
LONGEST_STEM, LONGEST_OPTION = 90, 60
TWENTIETHS = 20
LONGEST_TEXT = 3800  # Telegram allows 4096

AllShown = Mapping[str, Shown]


def questions_screen(shown: o.QuestionsShown, counts: AllShown, view: View) -> Screen:
    """First what deserves a look, then the way to every part."""
    telling_nothing = list(_telling_nothing(counts, view))
    more = len(telling_nothing) - MOST_NAMED
    none = view.say("So far every question that enough people answered tells something.")
    html = paragraphs(
        bold(view.say("How the questions are answered")),
        lines(bold(view.say("Worth a look")), *telling_nothing[:MOST_NAMED])
        if telling_nothing
        else none,
        view.say_n("… and {n} more question", "… and {n} more questions", more)
        if more > 0
        else None,
        italic(_notice(view, FEWEST)),
        view.say("Choose a part to see its questions:"),
    )
    parts = view.curriculum.course.subunits()
    expired = facts_button(view) if expired_now(view) else None
    return Screen(html, one_a_row(expired, *(_part_button(part, view) for part in parts)))


def answers_screen(shown: o.AnswersShown, counts: AllShown, view: View) -> Screen:
    part = next(s for s in view.curriculum.course.subunits() if s.id == shown.subunit)
    blocks = [bold(view.name(part.title))]
    notice = italic(_notice(view, FEWEST))
    for name, question in _questions(part, view):
        block = _question(question, counts.get(name, {}), view)
        if len(paragraphs(*blocks, block, notice)) > LONGEST_TEXT:
            break
        blocks.append(block)
    back = Button(view.label("All parts"), ShowQuestions())
    return Screen(paragraphs(*blocks, notice), one_a_row(back))


def usefulness_screen(shown: o.UsefulnessShown, counts: AllShown, view: View) -> Screen:
    rated = [
        (part, counts[part.id]) for part in view.curriculum.course.subunits() if part.id in counts
    ]
    html = paragraphs(
        bold(view.say("How useful the parts of the course were")),
        *(lines(bold(view.name(part.title)), *_ratings(taps, view)) for part, taps in rated),
        None if rated else view.say("Nothing can be told yet."),
        italic(_notice(view, FEWEST_OF_ATTITUDES)),
    )
    return Screen(html)


def usefulness_name(usefulness: Usefulness, view: View) -> str:
    match usefulness:
        case Usefulness.USEFUL:
            return view.label("Useful")
        case Usefulness.PARTLY:
            return view.label("Partly")
        case Usefulness.NOT_USEFUL:
            return view.label("Not useful")


def _ratings(taps: Shown, view: View) -> Iterator[str]:
    whole = sum(taps.values())
    for usefulness in Usefulness:
        share = _share(taps.get(usefulness, 0), whole, view)
        yield f"• {usefulness_name(usefulness, view)}: {share}"


def _telling_nothing(counts: AllShown, view: View) -> Iterator[Html]:
    for part in view.curriculum.course.subunits():
        for name, question in _questions(part, view):
            if (found := verdict(question, counts.get(name, {}))) is not None:
                stem = _cut(view.plain(question.prompt), LONGEST_STEM)
                yield Html(f"• {escape(stem)} – {_verdict(found, view)}")


def _verdict(found: Verdict, view: View) -> Html:
    match found:
        case Verdict.ALL_RIGHT:
            return view.say("(almost) everybody is right")
        case Verdict.UNCHOSEN:
            return view.say("an option is (almost) never chosen")


def _question(question: Question, shown: Shown, view: View) -> Html:
    head = escape(_cut(view.plain(question.prompt), LONGEST_STEM))
    whole = people_in(shown)
    if not whole:
        return lines(bold(head), view.say("Too few answers so far."))
    answers = [(_answer(answer, view), answer) for answer in Answer]
    options = [
        (_cut(view.plain(words), LONGEST_OPTION), id) for id, words in _options(question, view)
    ]
    rows = [
        f"{sign} {label}: {_share(shown.get(choice, 0), whole, view)}"
        for sign, listed in (("•", answers), ("–", options))
        for label, choice in listed
    ]
    found = verdict(question, shown)
    return lines(bold(head), *rows, _verdict(found, view) if found else None)


def _options(question: Question, view: View) -> Iterator[tuple[str, Words]]:
    match question:
        case SingleChoice() | SeveralChoice():
            yield from ((option.id, option.text) for option in question.options)
        case TrueOrFalse():
            true, false = options_of(question)
            yield true, Words({view.language: view.label("True")})
            yield false, Words({view.language: view.label("False")})
        case _:
            return


def _answer(answer: Answer, view: View) -> str:
    match answer:
        case Answer.RIGHT:
            return view.label("Right")
        case Answer.WRONG:
            return view.label("Wrong")
        case Answer.GAVE_UP:
            return view.label("I don't know")


def _share(people: int, whole: int, view: View) -> str:
    """To the nearest twentieth, so that no single person follows from it."""
    if not people:
        return view.label("hardly anybody")
    share = min(TWENTIETHS, round(TWENTIETHS * people / whole)) / TWENTIETHS
    return view.label("about {share}", share=view.percent(share))


def _notice(view: View, fewest: int) -> Html:
    return view.say_n(
        "Only first answers are counted, without names. A number appears, and grows, only when at "
        "least {n} person more is behind it.",
        "Only first answers are counted, without names. A number appears, and grows, only when at "
        "least {n} people more are behind it.",
        fewest,
    )


def _questions(part: Subunit, view: View) -> Iterator[tuple[str, Question]]:
    lessons = view.curriculum.lessons
    for lesson in (lessons[id] for id in part.lessons if id in lessons):
        yield from _of_lesson(lesson)


def _of_lesson(lesson: Lesson) -> Iterator[tuple[str, Question]]:
    return ((f"{lesson.id}.{question.id}", question) for question in lesson.questions)


def _part_button(part: Subunit, view: View) -> Button:
    return Button(shortened(view.plain(part.title)), ShowAnswers(part.id))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
