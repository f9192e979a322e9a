"""The coordinator's home and report: numbers about groups, in tables and the same in words."""

from collections.abc import Sequence

from bot.screens import buttons
from bot.screens.html import Html, bold, italic, lines, paragraphs
from bot.screens.reach import reach_button
from bot.screens.report_drawing import (
    Report,
    ReportPicture,
    ReportRow,
    ReportTable,
)
from bot.screens.report_forms import drawn, form_label
from bot.screens.report_tables import (
    day_tables,
    joined_tables,
    only_people,
    stage_tables,
    step_tables,
)
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.speech import Speech
from bot.screens.times import full_date
from bot.screens.view import View
from learning.mentoring.matching.asks import ShowBoard
from learning.needs.asks import ShowRounds
from learning.organisations.asks import Invite, ShowSheets
from learning.reports.asks import ReportCourse, ShowHome
from learning.reports.model import FEWEST, CourseLook, CourseReport, Form
from learning.reports.outcomes import CourseReported, HomeShown

CAPTION = 900  # characters; Telegram allows 1024 below a picture


def home_screen(shown: HomeShown, look: CourseLook | None, view: View) -> Screen:
    rows = one_a_row(
        Button(view.label("New invitation"), Invite()),
        Button(view.label("Codes"), ShowSheets()),
        buttons.tickets(view),
        Button(view.label("Needs analysis"), ShowRounds()),
        Button(view.label("Mentoring: matching"), ShowBoard()),
        Button(view.label("Report on the course"), ReportCourse(Form.PICTURE)) if look else None,
        reach_button(view),
    )
    if look is None or look.report is None:
        return Screen(paragraphs(_too_few(look, view), _waiting(look, view)), rows)
    report = look.report
    tables = [only_people(table) for table in joined_tables(report, view)]
    progress = [*stage_tables(report, view), *day_tables(report, view)]
    title = report.organisation
    picture = ReportPicture(_report(title, tables, look, view)) if tables else None
    head = (bold(title), _people(report, view), _waiting(look, view))
    return Screen(_within(head, [*tables, *progress], look, view), rows, drawing=picture)


def course_report_screen(shown: CourseReported, look: CourseLook | None, view: View) -> Screen:
    home = Button(view.label("Home"), ShowHome())
    if look is None or look.report is None:
        return Screen(_too_few(look, view), ((home,),))
    report = look.report
    tables = [
        *joined_tables(report, view),
        *stage_tables(report, view),
        *step_tables(report, view),
        *day_tables(report, view),
    ]
    title = view.label("The course at {organisation}", organisation=report.organisation)
    head = (bold(title), _people(report, view))
    # Where no table may be shown yet there is no paper either, and no button that brings none.
    others = [
        Button(form_label(form, view), ReportCourse(form))
        for form in Form
        if form is not shown.form and tables
    ]
    drawing = drawn(shown.form, _report(title, tables, look, view)) if tables else None
    return Screen(_within(head, tables, look, view), one_a_row(*others, home), drawing=drawing)


def _too_few(look: CourseLook | None, view: View) -> Html:
    return paragraphs(
        bold(look.organisation) if look else None,
        view.say_n(
            "Numbers appear here as soon as {n} person has joined.",
            "Numbers appear here as soon as {n} people have joined: fewer could be recognised.",
            FEWEST,
        ),
    )


def _people(report: CourseReport, view: View) -> Html:
    people = report.people or 0
    joined = view.say_n("{n} person has joined.", "{n} people have joined.", people)
    if report.unreachable is None:
        return joined
    unreachable = view.say_n(
        "{n} of them can't be reached: they have blocked the bot.",
        "{n} of them can't be reached: they have blocked the bot.",
        report.unreachable,
    )
    return Html(f"{joined} {unreachable}")


def _waiting(look: CourseLook | None, view: View) -> Html:
    if not look or not look.waiting:
        return Html()
    return view.say_n(
        "{n} message to you waits for an answer.",
        "{n} messages to you wait for an answer.",
        look.waiting,
    )


def _within(
    head: tuple[Html, ...], tables: Sequence[ReportTable], look: CourseLook, view: View
) -> Html:
    """All in words as far as a caption goes."""
    notice = italic(lines(_as_of(look, view), _notice(view)))
    blocks = [*head]
    for table in tables:
        words = lines(bold(table.title), *(_row_in_words(row, table) for row in table.rows))
        if len(paragraphs(*blocks, words, notice)) > CAPTION:
            more = view.say("The report as a paper (PDF) has all of it in words.")
            return paragraphs(*blocks, more, notice)
        blocks.append(words)
    return paragraphs(*blocks, notice)


def _row_in_words(row: ReportRow, table: ReportTable) -> str:
    whole, *parts = row.counts
    if not parts:
        return f"• {row.label}: {whole}"
    named = (f"{name} {count}" for name, count in zip(table.columns[1:], parts, strict=True))
    return f"• {row.label}: {whole} ({', '.join(named)})"


def _as_of(look: CourseLook, view: View) -> str:
    day = look.day or view.local_now.date()
    return view.label(
        "As of {day}. New numbers come once a day at most, and only where several people moved on.",
        day=full_date(view, day),
    )


def _notice(view: Speech) -> str:
    return view.label_n(
        "No number is about fewer than {n} person.",
        "No number is about fewer than {n} people: small groups stand together.",
        FEWEST,
    )


def _report(title: str, tables: Sequence[ReportTable], look: CourseLook, view: View) -> Report:
    return Report(
        language=view.language,
        title=title,
        made=_as_of(look, view),
        file_name="q-ser-course",
        alt=view.label("The numbers as bars; the text below says the same."),
        notice=_notice(view),
        tables=tuple(tables),
    )
