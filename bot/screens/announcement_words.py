"""The words that several screens about announcements share."""

from typing import assert_never
from zoneinfo import ZoneInfo

from bot.locales.catalogues import languages
from bot.screens import event_words
from bot.screens.html import Html, lines
from bot.screens.roles import role_name
from bot.screens.times import at_moment, short_day
from bot.screens.view import View
from bot.screens.written import formatted
from learning.account.model import Role
from learning.announcements.model import (
    MOST_SPANS,
    Announcement,
    Dimension,
    Form,
    Problem,
    Standing,
    Timing,
    Version,
    event_of,
    longest,
)
from learning.announcements.outcomes import CountProblem, Told
from learning.mentoring.cycle import Step
from learning.readings import AnnouncementRead
from learning.reports.model import FEWEST, FEWEST_OF_ATTITUDES, Stage

EXCERPT = 400  # characters of a text where it is one thing among others


def title(announcement: Announcement, view: View) -> Html:
    number = view.number(announcement.id)
    match announcement.form:
        case Form.MESSAGE:
            return view.say("Announcement {number}", number=number)
        case Form.CORRECTION:
            about = view.number(announcement.about or 0)
            return view.say("Announcement {number}, correcting {other}", number=number, other=about)
        case Form.EDIT:
            about = view.number(announcement.about or 0)
            return view.say("A new wording of announcement {number}", number=about)
        case Form.DELETION:
            about = view.number(announcement.about or 0)
            return view.say("Deletion of announcement {number}", number=about)
        case _:
            assert_never(announcement.form)


def version_for(announcement: Announcement, view: View) -> Version | None:
    return announcement.version_for(view.language, *view.fallbacks, "en")


def excerpt(announcement: Announcement, view: View) -> Html | None:
    version = version_for(announcement, view)
    if version is None:
        return None
    text = version.text
    if len(text) > EXCERPT:
        text = f"{text[:EXCERPT].rstrip()}…"
    inner = tuple(span for span in version.spans if span.stop <= EXCERPT)
    quotes = [span for span in inner if "quote" not in span.mark]  # a quote holds no quote
    return Html(f"<blockquote>{formatted(text, quotes)}</blockquote>")


def gaps(announcement: Announcement, view: View, fallback: str) -> Html:
    """Which languages have no text of their own, and what their readers get instead."""
    rows = []
    for language in languages():
        if not announcement.versions or language in announcement.versions:
            continue
        chain = (fallback, "en", *announcement.versions)
        other = next(each for each in chain if each in announcement.versions)
        rows.append(
            view.say(
                "{language}: no text yet. These readers get the one in {other}.",
                language=view.own_name(language),
                other=view.own_name(other),
            )
        )
    return lines(*rows)


def people(told: Told, view: View) -> Html:
    """How many it would reach, and how many not."""
    match told.problem:
        case CountProblem.NOBODY:
            return view.say("Nobody is in it.")
        case CountProblem.TOO_FEW:
            return view.say(
                "Too few people to say or to send: with a filter by progress or by events, every "
                "group that can be compared must have at least {least} people, and {more} when it "
                "is combined with another filter. So no number tells on anybody.",
                least=view.number(FEWEST),
                more=view.number(FEWEST_OF_ATTITUDES),
            )
        case None:
            return _number(told, view)
        case _:
            assert_never(told.problem)


def _number(told: Told, view: View) -> Html:
    if told.at_least:
        return view.say_n("At least {n} person.", "At least {n} people.", told.people)
    every = view.say_n("{n} person.", "{n} people.", told.people)
    blocked = told.blocked and view.say_n(
        "{n} can't be reached: has blocked the bot.",
        "{n} can't be reached: they have blocked the bot.",
        told.blocked,
    )
    out = told.opted_out and view.say_n(
        "{n} wants no announcements.", "{n} want no announcements.", told.opted_out
    )
    return Html(" ".join(part for part in (every, blocked, out) if part))


def when(announcement: Announcement, view: View) -> Html:
    match announcement.timing:
        case Timing.NOW:
            base = view.say("at once")
        case Timing.AT if announcement.at is not None:
            base = at_moment(view, announcement.at)
        case Timing.AT:
            base = view.say("at a moment that you name")
        case Timing.LESSON_HOUR:
            base = view.say("in each person's own lesson hour")
        case _:
            assert_never(announcement.timing)
    if announcement.urgent:
        return view.say("{when}, urgent", when=base)
    return base


def problem(found: Problem, language: str, announcement: Announcement, view: View) -> Html:
    name = view.own_name(language) if language else ""
    match found:
        case Problem.NO_TEXT:
            return view.say("There is no text yet.")
        case Problem.TOO_LONG:
            most = longest(announcement, captioned=announcement.file is not None)
            return view.say(
                "{language}: the text is too long. It may have {most} characters.",
                language=name,
                most=view.number(most),
            )
        case Problem.TOO_MANY_MARKS:
            return view.say(
                "{language}: too much formatting. Telegram shows {most} pieces of it.",
                language=name,
                most=view.number(MOST_SPANS),
            )
        case Problem.OPTIONS_DIFFER:
            return view.say(
                "{language}: the poll needs as many answers as in the other languages.",
                language=name,
            )
        case _:
            assert_never(found)


def dimension_name(dimension: Dimension, view: View) -> str:
    match dimension:
        case Dimension.ROLE:
            return view.label("Roles")
        case Dimension.DEPARTMENT:
            return view.label("Departments")
        case Dimension.SECTOR:
            return view.label("Fields of work")
        case Dimension.LANGUAGE:
            return view.label("Languages")
        case Dimension.PROGRESS:
            return view.label("Progress")
        case Dimension.EVENT:
            return view.label("Events")
        case Dimension.MENTORING:
            return view.label("Mentoring")
        case _:
            assert_never(dimension)


def value_name(dimension: Dimension, value: str, read: AnnouncementRead, view: View) -> str:
    match dimension:
        case Dimension.ROLE:
            return role_name(view, Role(value))
        case Dimension.LANGUAGE:
            return view.own_name(value)
        case Dimension.SECTOR:
            words = view.curriculum.course.sectors.get(value)
            return view.plain(words) if words else value
        case Dimension.PROGRESS:
            return stage_name(Stage(int(value)), view)
        case Dimension.EVENT:
            return standing_name(value, read, view)
        case Dimension.MENTORING:
            cycle = view.curriculum.mentoring.current
            return view.plain(cycle.step(Step(value)).title) if cycle else value
        case Dimension.DEPARTMENT:
            unknown = view.label("department {number}", number=value)
            return read.departments.get(int(value), unknown)
        case _:
            assert_never(dimension)


def standing_name(value: str, read: AnnouncementRead, view: View) -> str:
    how, id = event_of(value)
    event = read.events.get(id)
    named = view.label("event {number}", number=id)
    if event is not None and event.starts_at is not None:
        day = event.starts_at.astimezone(ZoneInfo(read.zone)).date()
        named = f"{short_day(view, day)} · {event_words.title(event, view)}"
    if how is Standing.ATTENDED:
        return view.label("were there: {event}", event=named)
    return view.label("registered: {event}", event=named)


def stage_name(stage: Stage, view: View) -> str:
    match stage:
        case Stage.NOT_BEGUN:
            return view.label("not begun")
        case Stage.BEGUN:
            return view.label("begun")
        case Stage.HALF:
            return view.label("half-way or more")
        case Stage.FINISHED:
            return view.label("finished")
        case _:
            assert_never(stage)


def audience(read: AnnouncementRead, view: View) -> Html:
    """Whom it addresses."""
    chosen = read.announcement.audience
    if chosen.got is not None:
        return view.say("Everybody who got announcement {number}", number=view.number(chosen.got))
    rows = []
    for dimension, names in chosen.wanted.items():
        rows.append(view.say("only {values}", values=_named(dimension, names, read, view)))
    for dimension, names in chosen.unwanted.items():
        rows.append(view.say("without {values}", values=_named(dimension, names, read, view)))
    return lines(*rows) if rows else view.say("Everybody in the organisation")


def _named(
    dimension: Dimension, values: tuple[str, ...], read: AnnouncementRead, view: View
) -> str:
    told = (value_name(dimension, value, read, view) for value in values)
    return f"{dimension_name(dimension, view)}: {', '.join(told)}"
