"""Counts of people as the parts of a bar, and their mean in words."""

from dataclasses import replace

from babel.numbers import format_decimal

from bot.screens.needs_labels import Labels
from bot.screens.report_drawing import NeedsBar
from bot.screens.view import View
from learning.needs.report.model import SILENT, Table
from learning.needs.report.priorities import mean_of


def bars(table: Table, labels: Labels) -> tuple[NeedsBar, ...]:
    """Of a table by nothing; what nobody said is left out."""
    return tuple(
        replace(
            bar(labels.group(table.of, group), count, table.people, labels.view),
            silent=group == SILENT,
        )
        for group, count in zip(table.columns, table.counts[0], strict=True)
        if count
    )


def bar(label: str, count: int, people: int, view: View) -> NeedsBar:
    share = count / people
    return NeedsBar(label, share, f"{view.number(count)} ({view.percent(share)})")


def average(table: Table, view: View) -> str:
    """Empty where nobody gave a step."""
    mean = mean_of(table)
    return "" if mean is None else view.label("on average {mean} of 5", mean=one_digit(mean, view))


def one_digit(value: float, view: View) -> str:
    return format_decimal(value, format="0.0", locale=view.locale)
