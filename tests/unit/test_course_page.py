"""The page to read the whole course on holds every text, every answer and every branch."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from bot.screens.course_page import course_page
from bot.screens.html import unmarked
from bot.screens.rehearsal import rehearse
from bot.screens.rehearsal_beside import rehearse_beside
from bot.screens.view import View
from learning.course.words import Words
from tests.curricula import small

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LANGUAGES = ("en", "el", "es")


def view(language: str) -> View:
    return View(language, zone="UTC", now=NOW, curriculum=small())


def words_of(part: object) -> list[Words]:
    """All course texts in `part`, however deep they lie."""
    if isinstance(part, Words):
        return [part]
    if isinstance(part, tuple):
        return [words for each in part for words in words_of(each)]
    names = getattr(type(part), "__dataclass_fields__", {})
    return [words for name in names for words in words_of(getattr(part, name))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_course_stands_on_the_page(language: str) -> None:
    page = unescape(re.sub(r"</?[bi]>", "", course_page(view(language)))).replace("• ", "- ")
    course = small()
    parts = (*course.lessons.values(), *course.scenarios.values(), course.course)
    said = [words.for_reader(language) for part in parts for words in words_of(part)]
    assert [text for text in said if unmarked(text) not in page] == []


def test_it_tells_what_is_right_where_a_choice_leads_and_what_may_have_changed() -> None:
    page = course_page(view("en"))
    assert "(right)" in page
    assert re.search(r'Leads to <a href="#[\w.-]+">[\w-]+</a> if \w+ [≥≤] \d', page)
    assert "may have changed" in page


def test_every_link_on_the_page_has_its_place() -> None:
    page = course_page(view("el"))
    places = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= places
    assert len(places) == len(re.findall(r'id="', page))


def test_it_needs_no_other_file() -> None:
    page = course_page(view("es"))
    assert not re.search(r"<(script|img|link|iframe)|@import|url\(", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rehearsal_shows_every_card_question_and_node(language: str) -> None:
    course = small()
    shown = {it.context for it in rehearse(view(language))}
    for lesson in course.lessons.values():
        assert {f"{lesson.id}.{card.id}.text" for card in lesson.cards} <= shown
        assert {f"{lesson.id}.{question.id}.prompt" for question in lesson.questions} <= shown
        assert f"{lesson.id}.try_today" in shown
    for scenario in course.scenarios.values():
        nodes = [node.id for node in scenario.decisions] + [node.id for node in scenario.endings]
        assert {f"{scenario.id}.{node}.text" for node in nodes} <= shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rehearsal_goes_beyond_the_lessons(language: str) -> None:
    """Every question of the needs analysis, every paper, every term."""
    course = small()
    shown = {it.context for it in rehearse_beside(view(language))}
    assert {f"{id}.purpose" for id in course.resources} <= shown
    assert {f"{id}.meaning" for id in course.glossary} <= shown
    questionnaire = course.needs.get(course.needs.today or "")
    assert questionnaire is not None
    for block in questionnaire.blocks:
        for question in block.questions:
            assert f"{questionnaire.id}.{block.id}.{question.id}.prompt" in shown
