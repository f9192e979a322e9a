"""Every outcome is worded in every language, within what Telegram takes."""

import re
from html.parser import HTMLParser
from types import ModuleType

import pytest
from telegram.constants import (
    CallbackQueryLimit,
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    MessageLimit,
)

from bot.actions.spelling import encode
from bot.locales.catalogues import languages
from bot.screens.screen import Screen
from bot.screens.table import READ, SCREENS, SCREENS_OF_READ, word
from bot.screens.view import View
from learning.account import outcomes as account
from learning.announcements import outcomes as announcements
from learning.ask import Refused
from learning.certificates import outcomes as certificates
from learning.counts import outcomes as counts
from learning.events import outcomes as events
from learning.facts import outcomes as facts
from learning.glossary import outcomes as glossary
from learning.inbox import SetAside
from learning.lessons import outcomes as lessons
from learning.mentoring import outcomes as mentoring
from learning.mentoring.between import outcomes as between
from learning.mentoring.concern import outcomes as concern
from learning.mentoring.evaluating import outcomes as evaluating
from learning.mentoring.matching import outcomes as matching
from learning.mentoring.meeting import outcomes as meeting
from learning.mentoring.pairs import outcomes as pairs
from learning.mentoring.shadowing import outcomes as shadowing
from learning.needs import outcomes as needs
from learning.organisations import outcomes as organisations
from learning.progress import outcomes as progress
from learning.pushes import outcomes as pushes
from learning.records import outcomes as records
from learning.reports import outcomes as reports
from learning.resources import outcomes as resources
from learning.scenarios import outcomes as scenarios
from learning.talk import outcomes as talk
from learning.tickets import outcomes as tickets
from tests import outcomes
from tests.curricula import small
from tests.readings import read_for

ROOMS = (
    account,
    announcements,
    glossary,
    certificates,
    events,
    facts,
    counts,
    lessons,
    mentoring,
    between,
    concern,
    evaluating,
    shadowing,
    matching,
    meeting,
    pairs,
    needs,
    organisations,
    progress,
    pushes,
    records,
    reports,
    resources,
    scenarios,
    talk,
    tickets,
)
TOLD_TO_NOBODY = {
    announcements.AttachmentNotWanted,
    announcements.AttachmentWanted,
    announcements.Spread,
    facts.FactsTold,
    mentoring.TurnsWoken,
    matching.ProposalsSettled,
    needs.RoundsTurned,
    organisations.FileWanted,
    organisations.FileNotWanted,
    pushes.NotWanted,
    pushes.PutOff,
    pushes.Removed,
    pushes.Woken,
}
PARTS = {
    announcements.ValueChoice,
    announcements.Told,
    organisations.DepartmentChoice,
    organisations.SheetFacts,
    organisations.Used,
    organisations.RosterLine,
    organisations.DepartmentCount,
    organisations.AuditEntry,
    account.Settings,
    concern.Receiver,
    matching.CandidateFacts,
    matching.EntryFacts,
    matching.Fit,
    matching.MentorOption,
    matching.ProposalLine,
    pairs.PairFacts,
    pairs.Place,
    pairs.Seen,
    pairs.Handed,
    needs.Facts,
    needs.Given,
    needs.Ability,
    needs.Reason,
    needs.PathStep,
    needs.RoundFacts,
    needs.DepartmentOption,
    needs.GroupTurnout,
    progress.SubunitProgress,
    progress.ModuleProgress,
    talk.Candidate,
    tickets.TicketFacts,
}
LONGEST_LABEL = 40
TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}


class Shown(HTMLParser):
    """The text a reader sees, and the tags that were closed properly."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in TAGS
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def view(language: str) -> View:
    return View(language, "Europe/Athens", outcomes.NOW, small(), "gr")


def classes(room: ModuleType) -> set[type]:
    here = {each for each in vars(room).values() if isinstance(each, type)}
    return {each for each in here if each.__module__ == room.__name__ and not _is_enum(each)}


def _is_enum(each: type) -> bool:
    return issubclass(each, str)


def test_every_outcome_has_a_screen() -> None:
    told = {Refused, SetAside} | {each for room in ROOMS for each in classes(room)}
    assert set(SCREENS) | set(SCREENS_OF_READ) == told - TOLD_TO_NOBODY - PARTS
    assert set(SCREENS_OF_READ) == set(READ)
    assert not set(SCREENS) & set(READ)


def test_every_outcome_is_among_the_examples() -> None:
    examples = {type(each) for each in outcomes.every()}
    assert examples == set(SCREENS) | set(SCREENS_OF_READ)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check_text(screen: Screen) -> None:
    text = Shown(screen.html).text
    captioned = screen.has_media or screen.drawing
    limit = MessageLimit.CAPTION_LENGTH if captioned else MessageLimit.MAX_TEXT_LENGTH
    assert 0 < utf16(text) <= limit
    assert not re.search(r"\{\w*\}", text), "a placeholder was left"
    assert "**" not in text
    if screen.toast is not None:
        assert 0 < len(screen.toast) <= CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH


def check_buttons(screen: Screen) -> None:
    assert sum(map(len, screen.rows)) <= InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
    for row in screen.rows:
        assert 0 < len(row) <= InlineKeyboardMarkupLimit.BUTTONS_PER_ROW
        for button in row:
            assert 0 < len(button.label) <= LONGEST_LABEL
            assert (button.ask is None) != (button.url is None)
            if button.ask is not None:
                data = encode(button.ask).encode()
                assert len(data) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("outcome", outcomes.every(), ids=lambda it: type(it).__name__)
def test_an_outcome_is_worded_within_the_limits(outcome: object, language: str) -> None:
    screen = word(outcome, view(language), read_for(outcome))
    check_text(screen)
    check_buttons(screen)


@pytest.mark.parametrize("outcome", outcomes.every(), ids=lambda it: type(it).__name__)
def test_no_outcome_is_left_in_english(outcome: object) -> None:
    if isinstance(outcome, announcements.Previewed):
        return  # it shows what the readers of one language see, whoever looks
    read = read_for(outcome)
    english = word(outcome, view("en"), read)
    for language in languages()[1:]:
        assert word(outcome, view(language), read).html != english.html
