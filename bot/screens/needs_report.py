"""The report of a closed round of the needs analysis: a chapter at a time, and as files."""

from bot.screens.drawing import Drawing
from bot.screens.html import Html, bold, escape, italic, lines, paragraphs
from bot.screens.needs_change import counting_offered, no_change
from bot.screens.needs_chapters import CHAPTERS, chapter, chapter_name, crossed_tables
from bot.screens.needs_labels import Labels
from bot.screens.needs_sheets import sheets
from bot.screens.report_drawing import (
    NeedsChapter,
    NeedsDrawing,
    NeedsFiles,
    NeedsItem,
    NeedsPaper,
    NeedsPicture,
    NeedsWorkbook,
)
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.times import short_date
from bot.screens.view import View
from learning.needs import outcomes as o
from learning.needs.asks import ReportNeeds, ShowRounds
from learning.needs.model import Mode
from learning.needs.report.chapters import FILES, Part
from learning.needs.report.model import NeedsLook
from learning.reports.model import FEWEST, FEWEST_OF_ATTITUDES

CAPTION = 900  # characters; Telegram allows 1024 below a picture
CHAPTERS_A_ROW = 2


def no_report_screen(outcome: o.NoNeedsReport, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("No round is closed yet")),
        view.say("The report is made once, when a round closes. /rounds shows your rounds."),
    )
    return Screen(html, ((Button(view.label("All rounds"), ShowRounds()),),))


def needs_reported_screen(shown: o.NeedsReported, look: NeedsLook | None, view: View) -> Screen:
    questionnaire = view.curriculum.needs.get(look.definition) if look else None
    if look is None or questionnaire is None:
        return no_report_screen(o.NoNeedsReport(), view)
    if look.report.answered is None:
        return _too_few(look, view)
    if shown.part is Part.CHANGE and not look.report.after:
        return _not_counted(shown, look, view)
    labels = Labels(questionnaire, view)
    html, drawing = _told(shown.part, look, labels)
    return Screen(html, _rows(shown, look, view), drawing=drawing)


def _not_counted(shown: o.NeedsReported, look: NeedsLook, view: View) -> Screen:
    title = bold(chapter_name(Part.CHANGE, view))
    rows = _rows(shown, look, view)
    if look.mode is not Mode.CONFIDENTIAL:
        return Screen(paragraphs(title, no_change(view)), rows)
    about, count = counting_offered(shown.round, view)
    return Screen(paragraphs(title, about), ((count,), *rows))


def _told(part: Part, look: NeedsLook, labels: Labels) -> tuple[Html, Drawing | None]:
    view = labels.view
    notice = italic(_notice(view))
    if part in FILES:
        about = (bold(_title(look, view)), _answered(look, view), _about_file(part, view))
        return paragraphs(*about, notice), _file(part, look, labels)
    told = chapter(part, look.report, labels)
    head = (bold(_title(look, view)), _answered(look, view), bold(told.title))
    if not told.items:
        nothing = view.say("Here too few people answered alike for anything to be shown.")
        return paragraphs(*head, nothing, notice), None
    return _within(head, told, view), NeedsPicture(_drawing(look, (told,), view))


def _file(part: Part, look: NeedsLook, labels: Labels) -> Drawing:
    name = f"q-ser-needs-{look.round}"
    match part:
        case Part.XLSX:
            return NeedsWorkbook(name, sheets(look, labels))
        case Part.CSV:
            return NeedsFiles(name, sheets(look, labels))
        case _:
            every = tuple(chapter(each, look.report, labels) for each in CHAPTERS)
            crossed = NeedsChapter(
                labels.view.label("Two questions at a time"),
                "",
                (),
                crossed_tables(look.report, labels),
            )
            filled = tuple(each for each in (*every, crossed) if each.items or each.tables)
            return NeedsPaper(_drawing(look, filled, labels.view))


def _about_file(part: Part, view: View) -> Html:
    match part:
        case Part.XLSX:
            return view.say("Every table, and a codebook that says what each name stands for.")
        case Part.CSV:
            return view.say("An archive with two files: every table, and the codebook.")
        case _:
            return view.say("All chapters with their pictures, and every table in numbers.")


def _too_few(look: NeedsLook, view: View) -> Screen:
    html = paragraphs(
        bold(_title(look, view)),
        view.say_n(
            "Fewer than {n} person answered this round, so nothing of it can be shown: "
            "people could be recognised.",
            "Fewer than {n} people answered this round, so nothing of it can be shown: "
            "people could be recognised.",
            FEWEST,
        ),
    )
    return Screen(html, ((Button(view.label("All rounds"), ShowRounds()),),))


def _title(look: NeedsLook, view: View) -> str:
    return view.label("What people need at {organisation}", organisation=look.organisation)


def _answered(look: NeedsLook, view: View) -> Html:
    people = look.report.answered or 0
    if look.report.invited:
        rate = view.percent(people / look.report.invited)
        invited = view.number(look.report.invited)
        return view.say_n(
            "{n} person of {invited} answered ({rate}).",
            "{n} people of {invited} answered ({rate}).",
            people,
            invited=invited,
            rate=rate,
        )
    return view.say_n("{n} person answered.", "{n} people answered.", people)


def _notice(view: View) -> str:
    return view.label(
        "No number is about fewer than {few} people, or {more} where it is about attitudes: small "
        "groups stand together, or the table is left out.",
        few=view.number(FEWEST),
        more=view.number(FEWEST_OF_ATTITUDES),
    )


def _within(head: tuple[Html, ...], told: NeedsChapter, view: View) -> Html:
    """In words as far as a caption goes."""
    notice = italic(_notice(view))
    more = view.say("The report (PDF) has all of it in words.")
    blocks = [*head]
    for item in told.items:
        words = _in_words(item)
        if len(paragraphs(*blocks, words, more, notice)) > CAPTION:
            return paragraphs(*blocks, more, notice)
        blocks.append(words)
    return paragraphs(*blocks, notice)


def _in_words(item: NeedsItem) -> Html:
    said = (Html(f"• {escape(bar.label)}: {escape(bar.value)}") for bar in item.bars)
    return lines(bold(item.title), Html(escape(item.note)) if item.note else None, *said)


def _drawing(look: NeedsLook, chapters: tuple[NeedsChapter, ...], view: View) -> NeedsDrawing:
    closed = view.label("closed on {date}", date=short_date(view, look.closed_at))
    return NeedsDrawing(
        language=view.language,
        title=_title(look, view),
        made=f"{_plain(_answered(look, view))} {view.label('Round {number}', number=look.round)}, "
        f"{closed}",
        file_name=f"q-ser-needs-{look.round}",
        alt=view.label("The answers as bars; the text below says the same."),
        notice=_notice(view),
        chapters=chapters,
    )


def _plain(html: Html) -> str:
    """The sentence has no markup of its own, and only numbers are put in."""
    return str(html)


def _rows(shown: o.NeedsReported, look: NeedsLook, view: View) -> tuple[Row, ...]:
    def button(part: Part) -> Button:
        return Button(chapter_name(part, view), ReportNeeds(shown.round, part))

    left_out = {shown.part} if look.mode is Mode.CONFIDENTIAL else {shown.part, Part.CHANGE}
    chapters = [button(part) for part in CHAPTERS if part not in left_out]
    files = [button(part) for part in FILES if part is not shown.part]
    back = Button(view.label("All rounds"), ShowRounds())
    return (*in_rows(chapters, CHAPTERS_A_ROW), *one_a_row(*files, back))
