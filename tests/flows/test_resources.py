"""Somebody needs a paper: looks through the list, or writes what it is about."""

import pytest
from sqlalchemy import update

from bot.documents import resources
from data.tables.files import sent_files
from learning.resources.asks import GiveResource, ShowResources, ShowSummaries
from tests.flows.learner import Learner
from tests.flows.phone import Phone
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def somebody(world: World, language: str = "en") -> Phone:
    phone = await world.phone(language=language)
    await Learner(world, phone).enrol()
    return phone


async def test_papers_are_found_by_kind_and_by_module_and_come_as_pdf(here: World) -> None:
    phone = await somebody(here)
    shown = await phone.send("/resources")
    assert shown.offers(GiveResource, resource="mentoring-agreement")
    paper = await phone.tap(GiveResource, resource="mentoring-agreement")
    assert paper.document == "q-ser-mentoring-agreement-en.pdf"
    await phone.tap(ShowResources)
    shown = await phone.tap(ShowSummaries, module="m3")
    assert len([ask for ask in shown.asks if isinstance(ask, GiveResource)]) == 6
    assert (await phone.tap(GiveResource, resource="interpreters")).document


@pytest.mark.parametrize(
    ("language", "words", "document"),
    [
        ("en", "the agreemnt for mentoring", "q-ser-mentoring-agreement-en.pdf"),
        ("el", "συμφωνητικό", "q-ser-mentoring-agreement-el.pdf"),
        ("es", "reflexion", "q-ser-reflection-log-es.pdf"),
    ],
)
async def test_words_that_fit_one_paper_bring_it_at_once(
    here: World, language: str, words: str, document: str
) -> None:
    phone = await somebody(here, language)
    assert (await phone.send(f"/resources {words}")).document == document


async def test_words_that_fit_several_offer_them_the_likeliest_first(here: World) -> None:
    phone = await somebody(here)
    found = await phone.send("/resources checklist para intérpretes")
    given = [ask.resource for ask in found.asks if isinstance(ask, GiveResource)]
    assert given[0] == "interpreter-checklist"


async def test_a_paper_sent_twice_is_drawn_and_uploaded_once(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = await somebody(here), await somebody(here)
    await first.send("/resources")
    sent = await first.tap(GiveResource, resource="good-practice-card")
    monkeypatch.setattr(resources, "_drawn", never)
    await second.send("/resources")
    again = await second.tap(GiveResource, resource="good-practice-card")
    assert again.document_url == sent.document_url


async def test_a_paper_that_telegram_lost_is_drawn_anew(here: World) -> None:
    phone = await somebody(here)
    await phone.send("/resources")
    before = await phone.tap(GiveResource, resource="action-plan")
    async with here.app.database.engine.writing() as session:
        await session.run(update(sent_files).values(file_id="gone"))
    await phone.send("/resources")
    after = await phone.tap(GiveResource, resource="action-plan")
    assert (after.document, after.document_url != before.document_url) == (before.document, True)


def never(data: str) -> bytes:
    raise AssertionError("drawn a second time")


async def test_words_that_fit_none_lead_to_the_list(here: World) -> None:
    phone = await somebody(here)
    assert (await phone.send("/resources xyzzy")).offers(ShowResources)
