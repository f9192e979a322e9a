"""How a sending stands, and what came of it."""

from datetime import timedelta
from typing import assert_never

from bot.screens import announcement_words as words
from bot.screens.announcing import Read, gone_screen
from bot.screens.event_managing import registered_by_day
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.report_drawing import Report, ReportRow, ReportTable, ReportWorkbook
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import at_moment, exactly
from bot.screens.view import View
from learning.announcements import asks, sending_asks
from learning.announcements import outcomes as o
from learning.announcements.counting import is_guarded
from learning.announcements.model import CHANGES, Announcement, State
from learning.announcements.results import Missed, Results, results, votes_told
from learning.events.asks import ReportEvent
from learning.readings import AnnouncementRead
from learning.reports.model import FEWEST, Form


def board_screen(shown: o.BoardShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found = read.announcement
    stand = results(read.tally, is_guarded(found.audience))
    begun = found.state not in (State.DRAFT, State.AWAITING, State.PLANNED)
    html = paragraphs(
        bold(words.title(found, view)),
        words.excerpt(found, view),
        _state(found, view),
        _numbers(stand, view) if begun else None,
        _finish(found, stand, view),
        _votes(read, view),
    )
    return Screen(html, _board_rows(found, stand, view))


def _state(found: Announcement, view: View) -> Html:
    match found.state:
        case State.DRAFT:
            return view.say("A draft again: its writer works on it.")
        case State.AWAITING:
            return view.say("It waits for another coordinator's approval.")
        case State.PLANNED:
            return view.say("It begins {when}.", when=at_moment(view, found.begins_at or view.now))
        case State.RUNNING:
            return view.say("▶ It is being sent.")
        case State.PAUSED:
            return view.say("⏸ Paused: nothing goes out.")
        case State.CANCELLED:
            return view.say("✕ Cancelled.")
        case State.DONE:
            return view.say("✓ Done.")
        case _:
            assert_never(found.state)


def _numbers(stand: Results, view: View) -> Html:
    if stand.at_least:
        least = view.say("at least {number}", number=view.number(stand.sent))
        few = view.say("fewer than {number}", number=view.number(FEWEST))
        return view.say("Sent: {number}", number=least if stand.sent else few)
    missed = [f"{missed_name(why, view)}: {view.number(n)}" for why, n in stand.missed.items()]
    unsure = view.number(stand.uncertain)
    return lines(
        view.say("Sent: {number}", number=view.number(stand.sent)),
        view.say("To go: {number}", number=view.number(stand.to_go)) if stand.to_go else None,
        view.say("Perhaps arrived: {number}", number=unsure) if stand.uncertain else None,
        view.say("Not reached: {reasons}", reasons="; ".join(missed)) if missed else None,
    )


def missed_name(why: Missed, view: View) -> str:
    match why:
        case Missed.BLOCKED:
            return view.label("blocked the bot")
        case Missed.DELETED:
            return view.label("no Telegram account any more")
        case Missed.OPTED_OUT:
            return view.label("want no announcements")
        case Missed.TOO_LATE:
            return view.label("it would have come too late")
        case Missed.CANCELLED:
            return view.label("cancelled before")
        case Missed.TOO_OLD:
            return view.label("too old to be deleted")
        case Missed.FAILED:
            return view.label("refused by Telegram")
        case _:
            assert_never(why)


def _finish(found: Announcement, stand: Results, view: View) -> Html | None:
    """At the pace that Telegram allows; those who wait for their hour come then."""
    if found.state is not State.RUNNING or not stand.to_go:
        return None
    end = view.now + timedelta(seconds=stand.to_go / view.send_rate)
    return view.say(
        "Expected for those who may get it now: {when}. The others get it at their hour.",
        when=at_moment(view, end),
    )


def _votes(read: AnnouncementRead, view: View) -> Html | None:
    version = words.version_for(read.announcement, view)
    if version is None or not version.options or read.announcement.form in CHANGES:
        return None
    told = votes_told(read.votes, len(version.options))
    if not told:
        return view.say_n(
            "Answers are shown when {n} person has answered.",
            "Answers are shown when {n} people have answered.",
            FEWEST,
        )
    rows = (f"• {_options(group, version.options)}: {view.number(n)}" for group, n in told)
    return lines(bold(view.say("Answers")), *rows)


def _options(group: tuple[int, ...], options: tuple[str, ...]) -> str:
    return " / ".join(options[at] for at in group)


def _board_rows(found: Announcement, stand: Results, view: View) -> tuple[Row, ...]:
    id = found.id
    every = Button(view.label("All announcements"), asks.ShowAnnouncements())
    cancel = Button(view.label("Cancel it"), sending_asks.OfferCancel(id))
    again = Button(view.label("How it stands now"), sending_asks.ShowBoard(id))
    match found.state:
        case State.AWAITING | State.PLANNED:
            back = Button(view.label("Work on it again"), asks.SendBack(id, found.revision))
            return one_a_row(back, cancel, every)
        case State.RUNNING:
            return ((Button(view.label("Pause"), sending_asks.PauseSending(id)), cancel), (again,))
        case State.PAUSED:
            return ((Button(view.label("Go on"), sending_asks.ResumeSending(id)), cancel), (again,))
        case State.DONE | State.CANCELLED:
            return one_a_row(*_afterwards(found, stand, view), every)
        case State.DRAFT:
            return ((every,),)
        case _:
            assert_never(found.state)


def _afterwards(found: Announcement, stand: Results, view: View) -> list[Button]:
    report = Button(
        view.label("Report as a workbook (XLSX)"), sending_asks.ReportAnnouncement(found.id)
    )
    nobody_has_it = not (stand.sent or stand.uncertain or stand.at_least)
    if found.form in CHANGES or nobody_has_it:
        return [report]
    event = found.event and ReportEvent(found.event, Form.PICTURE)
    return [
        report,
        *([Button(view.label("Registered, day by day"), event)] if event else []),
        Button(view.label("Send a correction"), sending_asks.CorrectAnnouncement(found.id)),
        Button(view.label("New wording"), sending_asks.EditSent(found.id)),
        Button(view.label("Delete it"), sending_asks.OfferDeletion(found.id)),
    ]


def reported_screen(shown: o.AnnouncementReported, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    title = str(words.title(read.announcement, view))
    report = Report(
        language=view.language,
        title=title,
        made=exactly(view, view.now),
        file_name=f"announcement-{read.announcement.id}",
        alt="",
        notice=view.label("Counts of people; no names are kept."),
        tables=_tables(read, view),
    )
    board = Button(view.label("How it stands"), sending_asks.ShowBoard(shown.announcement))
    html = paragraphs(bold(title), view.say("The report as a workbook."))
    return Screen(html, ((board,),), drawing=ReportWorkbook(report))


def _tables(read: AnnouncementRead, view: View) -> tuple[ReportTable, ...]:
    stand = results(read.tally, is_guarded(read.announcement.audience))
    least = stand.at_least
    sent = view.label("Sent, at least") if least else view.label("Sent")
    rows = [ReportRow(sent, (stand.sent,))]
    if not least:
        rows += [
            ReportRow(view.label("To go"), (stand.to_go,)),
            ReportRow(view.label("Perhaps arrived"), (stand.uncertain,)),
            *(ReportRow(missed_name(why, view), (n,)) for why, n in stand.missed.items()),
        ]
    people, became = view.label("People"), view.label("What became of it")
    tables = [ReportTable(became, became, (people,), tuple(rows))]
    version = words.version_for(read.announcement, view)
    told = votes_told(read.votes, len(version.options)) if version else ()
    if version and told:
        answers = view.label("Answers")
        chosen = tuple(ReportRow(_options(g, version.options), (n,)) for g, n in told)
        tables.append(ReportTable(answers, answers, (people,), chosen))
    if read.registered:
        tables.append(registered_by_day(read.registered, view))
    return tuple(tables)
