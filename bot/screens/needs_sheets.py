"""The tables of a needs report for a spreadsheet, and the codebook that explains them."""

from collections.abc import Iterator

from bot.screens.needs_labels import Labels
from bot.screens.report_drawing import NeedsSheet
from learning.needs.report.chapters import chapter_of
from learning.needs.report.model import NO_ANSWER, NeedsLook, NeedsReport, Table
from learning.needs.report.variables import NOT_PICKED, PICKED

TABLE_COLUMNS = (
    *("wave", "variable", "answer", "by", "by_answer", "people", "fewest"),
    *("question_text", "answer_text", "by_text", "by_answer_text"),
)
CODE_COLUMNS = ("variable", "chapter", "question_text", "value", "value_text", "fewest")


def sheets(look: NeedsLook, labels: Labels) -> tuple[NeedsSheet, ...]:
    view = labels.view
    return (
        NeedsSheet(view.label("Tables"), "tables", _tables(look.report, labels)),
        NeedsSheet(view.label("Codebook"), "codebook", _codebook(look.report, labels)),
    )


def _tables(report: NeedsReport, labels: Labels) -> tuple[tuple[str | int, ...], ...]:
    """One row a count. Answers that are counted together stand with "+" between them."""
    waves = (("before", report.before), ("after", report.after))
    rows = (
        row for wave, tables in waves for table in tables for row in _of_table(wave, table, labels)
    )
    return (TABLE_COLUMNS, *rows)


def _of_table(wave: str, table: Table, labels: Labels) -> Iterator[tuple[str | int, ...]]:
    by = table.by or ""
    for row, counts in zip(table.rows, table.counts, strict=True):
        for column, people in zip(table.columns, counts, strict=True):
            yield (
                *(wave, table.of, "+".join(column), by, "+".join(row), people, table.fewest),
                *(labels.variable(table.of), labels.group(table.of, column)),
                *(labels.variable(by) if by else "", labels.group(by, row) if by else ""),
            )


def _codebook(report: NeedsReport, labels: Labels) -> tuple[tuple[str | int, ...], ...]:
    """Every variable that has a table, with every value it can have."""
    alone = [table for table in (*report.before, *report.after) if table.by is None]
    return (CODE_COLUMNS, *(row for table in alone for row in _coded(table, labels)))


def _coded(table: Table, labels: Labels) -> Iterator[tuple[str | int, ...]]:
    code = labels.codes.get(table.of)
    chapter = chapter_of(code.question).value if code else "profile"
    values = [value for group in table.columns for value in group]
    if code:
        values = [PICKED, NOT_PICKED] if code.picked else [*code.values, NO_ANSWER]
    for value in values:
        named = labels.value(table.of, value)
        yield (table.of, chapter, labels.variable(table.of), value, named, table.fewest)
