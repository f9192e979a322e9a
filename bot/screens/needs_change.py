"""The abilities before and after the course, one below the other, and how to have them counted."""

from bot.screens.html import Html, bold, paragraphs
from bot.screens.needs_bars import average, bars, one_digit
from bot.screens.needs_labels import Labels
from bot.screens.report_drawing import NeedsItem
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.needs import outcomes as o
from learning.needs.asks import CountAgain, ReportNeeds, ShowRounds
from learning.needs.report.change import mean_before_of_the_same
from learning.needs.report.chapters import Part
from learning.needs.report.model import NeedsReport, Table


def change_items(report: NeedsReport, labels: Labels) -> tuple[NeedsItem, ...]:
    """Two bars an ability; who gave no answer is in neither, and each says of how many it is."""
    found: list[NeedsItem] = []
    for question in labels.questionnaire.block_again():
        before, after = report.one_way(question.id), report.one_way_after(question.id)
        if before and after:
            name = labels.competence(question.id) or labels.variable(question.id)
            same = _same_people(report.compared(question.id), labels.view)
            found += [
                _moment(f"{name} – {labels.view.label('before')}", before, "", labels),
                _moment(f"{name} – {labels.view.label('after')}", after, same, labels),
            ]
    return tuple(found)


def _moment(title: str, table: Table, more: str, labels: Labels) -> NeedsItem:
    told = table.of_those_who_answered()
    people = labels.view.label_n("{n} person", "{n} people", told.people)
    note = " · ".join(part for part in (people, average(told, labels.view), more) if part)
    return NeedsItem(title, note, bars(told, labels), True)


def _same_people(compared: Table | None, view: View) -> str:
    mean = mean_before_of_the_same(compared) if compared else None
    if mean is None:
        return ""
    return view.label("the same people before: {mean}", mean=one_digit(mean, view))


def counting_offered(round: int, view: View) -> tuple[Html, Button]:
    """What is counted, and that it is counted once."""
    html = paragraphs(
        view.say(
            "Whoever finishes the course is asked the nine abilities once more. Here both answers "
            "can stand side by side, in groups of 10 and more."
        ),
        view.say(
            "They are counted once, so that nobody can be found by comparing two reports: who "
            "answers later is not in it. A good moment is when most have finished the course."
        ),
    )
    return html, Button(view.label("Count it now"), CountAgain(round))


def no_change(view: View) -> Html:
    return view.say(
        "An unlinked round has no before and after: nothing leads from the answers to anybody who "
        "could be asked again."
    )


def too_few_again_screen(few: o.TooFewAgain, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Not yet: too few have answered again")),
        view.say("Nothing was counted, so you can try again later."),
    )
    abilities = Button(view.label("What people said"), ReportNeeds(few.round, Part.PROFILE))
    every = Button(view.label("All rounds"), ShowRounds())
    return Screen(html, one_a_row(abilities, every))
