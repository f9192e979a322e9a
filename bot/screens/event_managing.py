"""For coordinators: which events there are, and the report on one."""

from collections.abc import Sequence
from datetime import date

from bot.screens import event_words as words
from bot.screens.drawing import Drawing
from bot.screens.event_making import answers_told, turnout_told
from bot.screens.events import answer_name, every, gone_screen, question
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.report_drawing import (
    Report,
    ReportRow,
    ReportTable,
)
from bot.screens.report_forms import drawn, form_label
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import exactly, short_date, short_day
from bot.screens.view import View
from learning.events import asks
from learning.events import outcomes as o
from learning.events.model import Event, EventState
from learning.readings import EventReportRead
from learning.reports.model import Form

SHORT = 36  # characters of a button
MOST_DAYS = 12  # in words below a picture


def managed_screen(shown: o.EventsManaged, found: Sequence[Event], view: View) -> Screen:
    rows: list[Row] = [(_listed(event, view),) for event in found]
    rows.append((Button(view.label("New event"), asks.BeginEvent()), every(view)))
    html = paragraphs(
        bold(view.say("Your organisation's events")),
        view.say("✎ a draft, ▶ to come, ✓ over, ✕ called off") if found else None,
    )
    return Screen(html, tuple(rows))


def _listed(event: Event, view: View) -> Button:
    when = f"{short_date(view, event.starts_at)} · " if event.starts_at else ""
    label = f"{_sign(event, view)} {when}{words.title(event, view) or '…'}"
    cut = label if len(label) <= SHORT else f"{label[: SHORT - 1].rstrip()}…"
    return Button(cut, asks.ShowEventDraft(event.id))


def _sign(event: Event, view: View) -> str:
    if event.state is EventState.DRAFT:
        return "✎"
    if event.state is EventState.CANCELLED:
        return "✕"
    return "✓" if view.now >= event.ends else "▶"


def reported_screen(shown: o.EventReported, found: EventReportRead | None, view: View) -> Screen:
    if found is None:
        return gone_screen(o.EventGone(), view)
    read = found.read
    html = paragraphs(
        bold(view.say("Report: {event}", event=words.title(read.event, view))),
        turnout_told(read, view),
        _days_told(found, view),
        answers_told(read, view),
    )
    others = [
        Button(form_label(form, view), asks.ReportEvent(shown.event, form))
        for form in Form
        if form is not shown.form
    ]
    back = Button(view.label("Back to the event"), asks.ShowEventDraft(shown.event))
    return Screen(html, one_a_row(*others, back), drawing=_drawing(shown.form, found, view))


def _drawing(form: Form, found: EventReportRead, view: View) -> Drawing | None:
    """Before anybody registered there is nothing to draw."""
    nothing = form is Form.PICTURE and not found.days
    return None if nothing else drawn(form, _report(found, view))


def _report(found: EventReportRead, view: View) -> Report:
    event = found.read.event
    return Report(
        language=view.language,
        title=words.title(event, view),
        made=exactly(view, view.now),
        file_name=f"event-{event.id}",
        alt=view.label("The numbers as bars; the text below says the same."),
        notice=view.label("Counts of people; no names are kept."),
        tables=_tables(found, view),
    )


def _tables(found: EventReportRead, view: View) -> tuple[ReportTable, ...]:
    people = (view.label("People"),)
    turnout = found.read.turnout
    numbers = (
        (view.label("Registered"), turnout.registered),
        (view.label("Waiting"), turnout.waiting),
        (view.label("Running late"), turnout.late),
        (view.label("Were there"), turnout.attended),
        (view.label("There without the bot"), found.read.event.headcount or 0),
    )
    came = ReportTable(
        view.label("Who came"),
        view.label("People"),
        people,
        tuple(ReportRow(label, (number,)) for label, number in numbers),
    )
    asked = [
        ReportTable(
            question(number, view),
            view.label("Answer"),
            people,
            tuple(ReportRow(answer_name(answer, view), (n,)) for answer, n in answers),
        )
        for number, answers in words.answers_told(found.read.turnout)
    ]
    by_day = (registered_by_day(found.days, view),) if found.days else ()
    return (*by_day, came, *asked)


def registered_by_day(days: Sequence[tuple[date, int]], view: View) -> ReportTable:
    return ReportTable(
        view.label("Registered, day by day"),
        view.label("From"),
        (view.label("People"),),
        tuple(ReportRow(short_day(view, day), (number,)) for day, number in days),
    )


def _days_told(found: EventReportRead, view: View) -> Html | None:
    """The days on which somebody registered, as far as a caption goes."""
    told = [(day, number) for day, number in found.days if number]
    if not told:
        return None
    if len(told) > MOST_DAYS:
        return view.say("The report as a paper (PDF) has all of it in words.")
    rows = (f"• {short_day(view, day)}: {view.number(number)}" for day, number in told)
    return lines(bold(view.say("Registered, day by day")), *rows)
