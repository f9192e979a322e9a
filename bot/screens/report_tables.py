"""The tables of a report, in words."""

from collections.abc import Callable

from bot.screens.report_drawing import ReportRow, ReportTable
from bot.screens.report_labels import (
    Group,
    days_label,
    department_label,
    stage_label,
    step_label,
    week_label,
)
from bot.screens.view import View
from learning.reports.ladder import ladder_of
from learning.reports.model import CourseReport, Table


def joined_tables(report: CourseReport, view: View) -> list[ReportTable]:
    """Who joined, by department and by week, each with how far they are where it can be told."""
    return _there(
        _table(
            view,
            view.label("Joined, by department"),
            view.label("Department"),
            report.departments,
            lambda group: department_label(view, group),
        ),
        _table(
            view,
            view.label("Joined, by week"),
            view.label("Week"),
            report.weeks,
            lambda group: week_label(view, group),
        ),
    )


def stage_tables(report: CourseReport, view: View) -> list[ReportTable]:
    ladder = ladder_of(view.curriculum)
    title, first = view.label("Progress in the course"), view.label("Stage")
    return _there(
        _table(view, title, first, report.stages, lambda group: stage_label(view, ladder, group))
    )


def step_tables(report: CourseReport, view: View) -> list[ReportTable]:
    ladder = ladder_of(view.curriculum)
    title, first = view.label("Lessons and scenarios done"), view.label("As far as")
    return _there(
        _table(view, title, first, report.steps, lambda group: step_label(view, ladder, group))
    )


def day_tables(report: CourseReport, view: View) -> list[ReportTable]:
    of_begun = view.label("Days learned by those who have begun")
    title = of_begun if report.days_of_begun else view.label("Days learned")
    label = view.label("Days")
    return _there(_table(view, title, label, report.days, lambda group: days_label(view, group)))


def only_people(table: ReportTable) -> ReportTable:
    """Without the columns for how far they are."""
    rows = tuple(ReportRow(row.label, row.counts[:1]) for row in table.rows)
    return ReportTable(table.title, table.first, table.columns[:1], rows)


def _there(*tables: ReportTable | None) -> list[ReportTable]:
    return [table for table in tables if table]


def _table(
    view: View, title: str, first: str, table: Table | None, label: Callable[[Group], str]
) -> ReportTable | None:
    """People first, then its columns if there are several."""
    if table is None:
        return None
    ladder = ladder_of(view.curriculum)
    several = len(table.columns) > 1
    names = [stage_label(view, ladder, group) for group in table.columns] if several else []
    rows = tuple(
        ReportRow(label(group), (whole, *counts) if several else (whole,))
        for group, whole, counts in zip(table.rows, table.sums, table.counts, strict=True)
    )
    return ReportTable(title, first, (view.label("People"), *names), rows)
