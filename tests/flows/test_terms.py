"""Somebody wonders what a word means: looks through the list, reads, goes on to the lesson."""

import pytest

from learning.glossary.asks import ExplainTerm, ShowTerms
from learning.lessons.asks import NextLesson
from tests.flows.learner import Learner
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def somebody(world: World, language: str = "en") -> Phone:
    phone = await world.phone(language=language)
    await Learner(world, phone).enrol()
    return phone


async def test_the_list_is_turned_page_by_page_and_a_term_leads_back_to_its_page(
    here: World,
) -> None:
    phone = await somebody(here)
    first = await phone.send("/terms")
    assert first.offers(ExplainTerm, term="afm")
    second = await phone.tap(ShowTerms, page=1)
    explained = await phone.tap(ExplainTerm, term=_first_term(second))
    assert "In the course: lesson" in explained.text
    assert explained.offers(ShowTerms, page=1)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "In the course: lesson"),
        ("el", "Στα μαθήματα:"),
        ("es", "En el curso: lección"),
    ],
)
async def test_a_term_is_explained_in_the_persons_language(
    here: World, language: str, told: str
) -> None:
    phone = await somebody(here, language)
    shown = await phone.send("/terms")
    explained = await phone.tap(ExplainTerm, term=_first_term(shown))
    assert told in explained.text


async def test_the_lesson_is_offered_to_whom_it_comes_next(here: World) -> None:
    phone = await somebody(here)
    following = here.app.core.curriculum.order[0]
    terms = here.app.core.curriculum.glossary.values()
    next_one = next(term for term in terms if term.lesson == following)
    other = next(term for term in terms if term.lesson != following)
    assert (await _explained(phone, next_one.id)).offers(NextLesson)
    assert not (await _explained(phone, other.id)).offers(NextLesson)


async def _explained(phone: Phone, term: str) -> Bubble:
    shown = await phone.send("/terms")
    page = 0
    while not shown.offers(ExplainTerm, term=term):
        page += 1
        shown = await phone.tap(ShowTerms, page=page)
    return await phone.tap(ExplainTerm, term=term)


def _first_term(shown: Bubble) -> str:
    return next(ask.term for ask in shown.asks if isinstance(ask, ExplainTerm))
