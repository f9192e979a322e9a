"""The chapters of a needs report, in words: each question with how many answered what."""

from collections.abc import Iterable

from bot.screens.needs_bars import average, bar, bars, one_digit
from bot.screens.needs_change import change_items
from bot.screens.needs_labels import Labels
from bot.screens.report_drawing import NeedsBar, NeedsChapter, NeedsItem, ReportRow, ReportTable
from bot.screens.view import View
from learning.needs.report.chapters import FILES, Part, chapter_of
from learning.needs.report.model import NeedsReport, Table
from learning.needs.report.priorities import priorities
from learning.needs.report.variables import PICKED

CHAPTERS = tuple(part for part in Part if part not in FILES)
MOST_UNITS = 8


def chapter(part: Part, report: NeedsReport, labels: Labels) -> NeedsChapter:
    view = labels.view
    title = chapter_name(part, view)
    if part is Part.PRIORITIES:
        note = view.label(
            "Units come first where people are less sure and hard situations are frequent. It "
            "orders units, never people."
        )
        return NeedsChapter(title, note, _priorities(report, labels))
    if part is Part.CHANGE:
        return NeedsChapter(title, "", change_items(report, labels))
    tables = [table for table in report.before if table.by is None]
    inside = [table for table in tables if _chapter_of(table.of, labels) is part]
    return NeedsChapter(title, "", _items(inside, labels))


def chapter_name(part: Part, view: View) -> str:
    match part:
        case Part.PROFILE:
            return view.label("Who answered")
        case Part.ABILITIES:
            return view.label("Abilities")
        case Part.CHANGE:
            return view.label("Before and after")
        case Part.SITUATIONS:
            return view.label("Situations")
        case Part.ORGANISATION:
            return view.label("In the organisation")
        case Part.WISHES:
            return view.label("What would help")
        case Part.PRIORITIES:
            return view.label("Units that matter most")
        case Part.PDF:
            return view.label("The report (PDF)")
        case Part.XLSX:
            return view.label("The tables (XLSX)")
        case Part.CSV:
            return view.label("The tables (CSV)")


def crossed_tables(report: NeedsReport, labels: Labels) -> tuple[ReportTable, ...]:
    """Two questions at a time, each row with its sum first."""
    every = (*report.before, *report.after)
    return tuple(_crossed(table, labels) for table in every if table.by is not None)


def _crossed(table: Table, labels: Labels) -> ReportTable:
    by = table.by or ""
    return ReportTable(
        labels.variable(table.of),
        labels.variable(by),
        (labels.view.label("People"), *(labels.group(table.of, each) for each in table.columns)),
        tuple(
            ReportRow(labels.group(by, group), (sum(counts), *counts))
            for group, counts in zip(table.rows, table.counts, strict=True)
        ),
    )


def _chapter_of(variable: str, labels: Labels) -> Part:
    code = labels.codes.get(variable)
    return chapter_of(code.question) if code else Part.PROFILE


def _items(tables: Iterable[Table], labels: Labels) -> tuple[NeedsItem, ...]:
    """One a table; the options of a question with several answers stand together."""
    found: dict[str, NeedsItem] = {}
    for table in tables:
        code = labels.codes.get(table.of)
        if code and code.picked:
            before = found.get(code.question.id)
            picked = (*(before.bars if before else ()), _picked_bar(table, labels))
            title = labels.view.plain(code.question.prompt)
            several = labels.view.label("Several answers were possible.")
            found[code.question.id] = NeedsItem(title, several, picked, False)
        else:
            found[table.of] = _item(table, labels)
    return tuple(found.values())


def _item(table: Table, labels: Labels) -> NeedsItem:
    title = labels.competence(table.of) or labels.variable(table.of)
    return NeedsItem(title, _mean(table, labels), bars(table, labels), True)


def _mean(table: Table, labels: Labels) -> str:
    if _chapter_of(table.of, labels) not in (Part.ABILITIES, Part.SITUATIONS):
        return ""
    return average(table, labels.view)


def _picked_bar(table: Table, labels: Labels) -> NeedsBar:
    code = labels.codes[table.of]
    picked = sum(
        count
        for group, count in zip(table.columns, table.counts[0], strict=True)
        if PICKED in group
    )
    words = code.picked
    return bar(labels.view.plain(words) if words else "", picked, table.people, labels.view)


def _priorities(report: NeedsReport, labels: Labels) -> tuple[NeedsItem, ...]:
    view = labels.view
    course = view.curriculum.course
    found = priorities(course, labels.questionnaire, report)[:MOST_UNITS]
    if not found:
        return ()
    titles = {unit.id: unit.title for unit in course.subunits()}
    most = found[0].priority or 1.0
    drawn = tuple(
        NeedsBar(
            f"{at}. {view.plain(titles[each.unit])}",
            each.priority / most,
            one_digit(each.priority, view),
        )
        for at, each in enumerate(found, start=1)
    )
    return (NeedsItem(view.label("The first units, with their priority"), "", drawn, False),)
