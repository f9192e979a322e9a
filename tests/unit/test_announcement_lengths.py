"""What passes the check at the preview fits Telegram at the send, in every language and zone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import available_timezones

import pytest
from telegram.constants import MessageLimit

from bot.locales.catalogues import languages
from bot.screens.news import reader_screen
from bot.screens.table import word
from bot.screens.times import place
from learning.announcements.model import (
    MOST_SPANS,
    Announcement,
    File,
    FileKind,
    Problem,
    Version,
    longest,
    problems_of,
)
from learning.events import outcomes as events
from learning.events.model import (
    LONGEST,
    LONGEST_FACT,
    MOST_MINUTES,
    MOST_SEATS,
    Event,
    EventKind,
    Field,
    Turnout,
    with_field,
)
from learning.readings import AnnouncementRead, EventRead
from learning.written import Mark, Span, units
from tests.outcomes_of_announcements import NAME, NOW
from tests.unit.test_screens_every_outcome import Shown, view

MOST_ENTITIES = 100
DAY = datetime(2027, 9, 29, 8, 40, tzinfo=UTC)  # a Wednesday: the longest names of all
PHOTO = File(FileKind.PHOTO, "x")
CARRYING = (
    events.Registered(1),
    events.RegistrationCancelled(1, waited=False),
    events.EventMoved(1),
    events.EventCalledOff(1),
    events.SeatGiven(1),
)
SIGNS = ("a", "<", "&", "λ", "👋", "👩\u200d👧")


def event(kind: EventKind, sign: str) -> Event:
    titles = {"en": filled(sign, LONGEST)}
    made = Event(1, 7, 1, NOW, kind=kind, titles=titles, starts_at=DAY, link="https://q-ser.org")
    made = replace(made, minutes=MOST_MINUTES, seats=MOST_SEATS, closes_at=DAY + timedelta(hours=3))
    for field in (Field.SPEAKER, Field.PLACE):
        typed = with_field(made, field, "en", filled(sign, LONGEST_FACT), "Europe/Athens", NOW)
        assert typed, "as long as an event takes it"
        made = typed
    return made


def filled(sign: str, most: int) -> str:
    """As many units as fit."""
    return sign * (most // units(sign))


def spanned(text: str) -> Version:
    """With as much formatting as is taken, one piece inside the other where it can be."""
    marks = (Mark.BOLD, Mark.ITALIC, Mark.UNDERLINE, Mark.LINK)
    spans = tuple(
        Span(marks[at % 4], at // 4, at // 4 + 4 - at % 4, "https://q-ser.org/?a=1&b=2")
        for at in range(MOST_SPANS)
    )
    return Version(text, spans)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", EventKind)
def test_the_longest_text_with_all_facts_of_an_event_fits(language: str, kind: EventKind) -> None:
    reader = view(language)
    reader = replace(reader, zone=longest_place(language))
    for sign, file, brings in product(SIGNS, (None, PHOTO), (False, True)):
        bare = Announcement(1, 7, 1, NOW, file=file, event=1 if brings else None)
        text = filled(sign, longest(bare, captioned=file is not None))
        found = replace(bare, versions={language: spanned(text)})
        assert not problems_of(found)
        about = event(kind, sign) if brings else None
        read = AnnouncementRead(found, NAME, "el", "Europe/Athens", {}, {}, about)
        shown = Shown(reader_screen(read, reader).html)
        most = MessageLimit.CAPTION_LENGTH if file else MessageLimit.MAX_TEXT_LENGTH
        assert units(shown.text) <= most, (sign, file, brings)
        assert text in shown.text


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", EventKind)
def test_what_carries_a_calendar_fits_below_it(language: str, kind: EventKind) -> None:
    reader = replace(view(language), zone=longest_place(language))
    for sign in SIGNS:
        read = EventRead(event(kind, sign), NAME, "el", "Europe/Athens", Turnout(1, 1, 1, 1, {}))
        for outcome in CARRYING:
            screen = word(outcome, reader, read)
            assert screen.drawing is not None
            assert units(Shown(screen.html).text) <= MessageLimit.CAPTION_LENGTH, (sign, outcome)


def longest_place(language: str) -> str:
    speech = view(language)
    return max(sorted(available_timezones()), key=lambda zone: len(place(speech, zone)))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("captioned", [False, True])
@pytest.mark.parametrize("brings", [None, 1])
def test_one_unit_more_is_found_before(sign: str, captioned: bool, brings: int | None) -> None:
    bare = Announcement(1, 7, 1, NOW, file=PHOTO if captioned else None, event=brings)
    most = longest(bare, captioned=captioned)
    texts = {"en": "short", "es": filled(sign, most) + "x" * units(sign)}
    found = replace(bare, versions={at: Version(text) for at, text in texts.items()})
    assert problems_of(found) == ((Problem.TOO_LONG, "es"),)


def test_too_much_formatting_is_found_before() -> None:
    spans = tuple(Span(Mark.BOLD, at, at + 1) for at in range(MOST_SPANS + 1))
    found = Announcement(1, 7, 1, NOW, versions={"el": Version("x" * 200, spans)})
    assert problems_of(found) == ((Problem.TOO_MANY_MARKS, "el"),)
    assert MOST_SPANS + 1 < MOST_ENTITIES


@pytest.mark.parametrize("field", [Field.SPEAKER, Field.PLACE])
def test_a_fact_is_no_longer_than_an_announcement_has_room_for(field: Field) -> None:
    draft = Event(1, 7, 1, NOW)
    assert with_field(draft, field, "en", "👋" * (LONGEST_FACT // 2 + 1), "UTC", NOW) is None
