"""Whom the organisation has reached: by channel, by month, and who was met without the bot."""

from datetime import date, datetime, time

from babel.dates import format_skeleton

from bot.screens.drawing import Drawing
from bot.screens.html import Html, bold, italic, lines, paragraphs
from bot.screens.report_drawing import (
    Report,
    ReportRow,
    ReportTable,
)
from bot.screens.report_forms import drawn, form_label
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import full_date
from bot.screens.view import View
from learning.reports.asks import ReportReach, ShowHome
from learning.reports.model import FEWEST, Form
from learning.reports.outcomes import ReachReported
from learning.reports.reach import Reach, Row

MOST = 700  # characters of tables below a picture


def reach_screen(shown: ReachReported, reach: Reach | None, view: View) -> Screen:
    home = Button(view.label("Home"), ShowHome())
    if reach is None:
        return Screen(view.say("There is nothing to report on."), ((home,),))
    tables = _tables(reach, view)
    told = [lines(bold(table.title), *(_in_words(row) for row in table.rows)) for table in tables]
    if sum(map(len, told)) > MOST:
        told = [view.say("The report as a paper (PDF) has all of it in words.")]
    html = paragraphs(bold(_title(reach, view)), _people(reach, view), *told, italic(_notice(view)))
    others = [
        Button(form_label(form, view), ReportReach(form)) for form in Form if form is not shown.form
    ]
    return Screen(html, one_a_row(*others, home), drawing=_drawing(shown.form, reach, view))


def reach_button(view: View) -> Button:
    return Button(view.label("Report on reach"), ReportReach(Form.PICTURE))


def _title(reach: Reach, view: View) -> str:
    return view.label("Reached by {organisation}", organisation=reach.organisation)


def _people(reach: Reach, view: View) -> Html:
    if reach.people is None:
        return view.say_n(
            "Numbers appear here as soon as {n} person has joined.",
            "Numbers appear here as soon as {n} people have joined: fewer could be recognised.",
            FEWEST,
        )
    return view.say_n("At least {n} person.", "At least {n} people.", reach.people)


def _tables(reach: Reach, view: View) -> list[ReportTable]:
    country = view.locale.territories.get(reach.country.upper(), reach.country)
    by_country = ((str(country), reach.people),) if reach.people else ()
    at_events = ((view.label("Were at an event"), reach.at_events),) if reach.at_events else ()
    tables = (
        _table(
            view.label("By channel"),
            view.label("Channel"),
            [(_channels(group, view), people) for group, people in reach.channels],
            view,
        ),
        _table(
            view.label("By month"),
            view.label("Month"),
            [(_months(row, view), row[1]) for row in reach.months],
            view,
        ),
        _table(view.label("By country"), view.label("Country"), list(by_country), view),
        _table(view.label("Of these, at events"), view.label("Events"), list(at_events), view),
        _table(
            view.label("Apart: met without the bot"),
            view.label("Month"),
            [(_months(row, view), row[1]) for row in reach.met],
            view,
        ),
    )
    return [table for table in tables if table.rows]


def _table(title: str, first: str, rows: list[tuple[str, int]], view: View) -> ReportTable:
    counted = tuple(ReportRow(label, (people,)) for label, people in rows)
    return ReportTable(title, first, (view.label("People"),), counted)


def _channels(group: tuple[object, ...], view: View) -> str:
    if len(group) > 1:
        return view.label("Others together")
    return str(group[0]) if group[0] is not None else view.label("No channel")


def _months(row: Row, view: View) -> str:
    """From the first of them to the last; None among them is all time before."""
    months = [each for each in row[0] if isinstance(each, date)]
    if not months:
        return view.label("Earlier")
    last = _month(months[-1], view)
    if None in row[0]:
        return view.label("Until {day}", day=last)
    return last if len(months) == 1 else f"{_month(months[0], view)} – {last}"


def _month(day: date, view: View) -> str:
    return format_skeleton("yMMM", datetime.combine(day, time()), locale=view.locale)


def _in_words(row: ReportRow) -> str:
    return f"• {row.label}: {row.counts[0]}"


def _notice(view: View) -> str:
    return view.label(
        "Everybody counts once, where they first came from. Numbers are told in fives, and never "
        "of fewer people."
    )


def _drawing(form: Form, reach: Reach, view: View) -> Drawing | None:
    report = Report(
        language=view.language,
        title=_title(reach, view),
        made=full_date(view, view.local_now.date()),
        file_name="q-ser-reach",
        alt=view.label("The numbers as bars; the text below says the same."),
        notice=_notice(view),
        tables=tuple(_tables(reach, view)),
    )
    return drawn(form, report) if report.tables else None
