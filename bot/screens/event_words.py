"""The words that several screens about events share."""

from datetime import timedelta
from typing import assert_never

from bot.screens.drawing import CalendarFile
from bot.screens.html import Html, bold, lines, link, paragraphs
from bot.screens.times import at_moment, place
from bot.screens.view import View
from learning.events.model import ANSWERS, QUESTIONS, Event, EventKind, EventState, Turnout
from learning.readings import EventRead
from learning.reports.model import FEWEST


def kind_name(kind: EventKind, view: View) -> str:
    match kind:
        case EventKind.WEBINAR:
            return view.label("Webinar")
        case EventKind.SEMINAR:
            return view.label("Seminar")
        case EventKind.WORKSHOP:
            return view.label("Workshop")
        case EventKind.ACTIVITY:
            return view.label("Learning activity")
        case _:
            assert_never(kind)


def title(event: Event, view: View) -> str:
    return event.title_for(view.language, *view.fallbacks, "en")


def facts(event: Event, view: View) -> Html:
    """When, who and where; and until when one may register, for as many as there are seats."""
    closes = event.closes_at
    return lines(
        _meeting(event, view),
        view.say_n("{n} seat", "{n} seats", event.seats) if event.seats else None,
        view.say("Registration closes {moment}", moment=at_moment(view, closes))
        if closes and view.now <= closes
        else None,
    )


def _meeting(event: Event, view: View) -> Html:
    """When in the reader's own zone, how long, who, where; never the link to join."""
    starts = event.starts_at
    return lines(
        view.say("{kind}, {when}", kind=kind_name(event.kind, view), when=at_moment(view, starts))
        if starts
        else Html(kind_name(event.kind, view)),
        view.say_n("{n} minute", "{n} minutes", event.minutes),
        view.say("By the clocks of {place}", place=place(view, view.zone)) if starts else None,
        view.say("With {speaker}", speaker=event.speaker) if event.speaker else None,
        view.say("Place: {place}", place=event.place) if event.place else None,
        view.say("Online") if event.link and not event.place else None,
    )


def described(event: Event, view: View) -> Html:
    return paragraphs(bold(title(event, view)), facts(event, view))


def described_to_comers(event: Event, view: View) -> Html:
    """Whoever has a seat needs to know no more of seats."""
    return paragraphs(bold(title(event, view)), _meeting(event, view))


def joining(event: Event, view: View) -> Html | None:
    """Only for the registered."""
    return link(view.say("Join here"), event.link) if event.link else None


def recording(event: Event, view: View) -> Html | None:
    return link(view.say("Recording"), event.recording) if event.recording else None


def materials(event: Event, view: View) -> Html | None:
    return link(view.say("Materials"), event.materials) if event.materials else None


def answers_told(turnout: Turnout) -> list[tuple[int, list[tuple[int, int]]]]:
    """(question, [(answer, how many)]) of those with five answers or more, the best first."""
    told = []
    for number in range(QUESTIONS):
        sums = [
            (answer, turnout.answers.get((number, answer), 0)) for answer in range(ANSWERS, 0, -1)
        ]
        if sum(people for _, people in sums) >= FEWEST:
            told.append((number, sums))
    return told


def calendar(read: EventRead, view: View, *, withdrawn: bool = False) -> CalendarFile:
    """`withdrawn`: the reader no longer comes; it takes place all the same."""
    event = read.event
    off = withdrawn or event.state is EventState.CANCELLED
    return CalendarFile(
        uid=f"event-{event.id}@{view.bot_username or 'q-ser'}",
        sequence=event.sequence,
        zone=read.zone,
        starts_at=event.begins,
        ends_at=event.begins + timedelta(minutes=event.minutes),
        made_at=view.now,
        title=title(event, view),
        place=event.place or event.link or "",
        link=event.link,
        organiser=read.organisation,
        cancelled=off,
    )
