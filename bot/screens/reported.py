"""The card or question that a report of a mistake is about, as its author needs to see it."""

from bot.screens import buttons
from bot.screens.choices import Choices
from bot.screens.feedback import right_answer
from bot.screens.gone import content_gone
from bot.screens.html import Html, bold, italic, lines, paragraphs
from bot.screens.questions import choices_of
from bot.screens.screen import Button, Screen
from bot.screens.sources import sources
from bot.screens.view import View
from learning.course.questions import Match, PutInOrder, Question, SeveralChoice, SingleChoice
from learning.lessons.grading import FALSE, TRUE
from learning.tickets.asks import AnswerTicket
from learning.tickets.outcomes import ReportedShown


def reported_screen(shown: ReportedShown, view: View) -> Screen:
    lesson = view.curriculum.lessons.get(shown.content.partition(".")[0])
    card, question = view.curriculum.card(shown.content), view.curriculum.question(shown.content)
    if lesson is None or (card is None and question is None):
        return content_gone(view)
    head = lines(bold(view.name(lesson.title)), italic(Html(f"<code>{shown.content}</code>")))
    if card is not None:
        body = paragraphs(view.course(card.text), sources(view, card.sources, lesson.sources))
    elif question is not None:
        body = _asked(question, view)
    answer = Button(view.label("Answer"), AnswerTicket(shown.ticket))
    return Screen(paragraphs(head, body), ((answer,), (buttons.tickets(view),)))


def _asked(question: Question, view: View) -> Html:
    """With its right answer and the reason."""
    choices = choices_of(view, question, _ids(question))
    return paragraphs(
        view.course(question.prompt),
        _options(question, choices),
        right_answer(view, question, choices),
        view.course(question.reason),
    )


def _ids(question: Question) -> tuple[str, ...]:
    match question:
        case SingleChoice() | SeveralChoice():
            return tuple(option.id for option in question.options)
        case PutInOrder():
            return tuple(item.id for item in question.items)
        case Match():
            return tuple(pair.id for pair in question.pairs)
        case _:
            return (TRUE, FALSE)


def _options(question: Question, choices: Choices) -> Html | None:
    if not isinstance(question, SingleChoice | SeveralChoice):
        return None
    return lines(*(Html(f"• {choices.name(option.id)}") for option in question.options))
