"""A person at the other end: asked in the chat, answered through the bot."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from data.tables.pushes import pushes
from data.tables.talk import inbox
from data.tables.tickets import display_names, ticket_texts
from learning.account.model import Role
from learning.lessons.asks import NextLesson
from learning.tickets.asks import (
    AnswerTicket,
    CloseTicket,
    DropTicket,
    ReportMistake,
    SendTicket,
    StayNameless,
)
from tests.flows.learner import Learner
from tests.flows.staff import SECRET, asked, member, town
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def kept(world: World) -> str:
    """Everything that is remembered in plain sight."""
    async with world.app.database.engine.reading() as session:
        tables = (inbox, pushes, ticket_texts, display_names)
        return repr([list(await session.rows(select(table))) for table in tables])


async def test_a_question_is_answered_in_chat_and_its_words_are_wiped(here: World) -> None:
    egaleo = await town(here, "Egaleo")
    coordinator = await member(here, egaleo, Role.COORDINATOR)
    asker = await member(here, egaleo)
    prompt = await asker.send("/human")
    assert "The coordinators of Egaleo will read it." in prompt.text
    assert "no case belongs here" in prompt.text
    naming = await asker.send(SECRET)
    assert "Under which name" in naming.text
    assert "The coordinators of Egaleo" in naming.text
    sent = await asker.send("Ana of the desk")
    assert "Sent." in sent.text
    await here.settled()
    arrived = await coordinator.last()
    assert SECRET in arrived.text
    assert "Ana of the desk" in arrived.text
    assert SECRET not in await kept(here)
    assert "Ana of the desk" not in await kept(here)
    await coordinator.tap(AnswerTicket)
    assert "Passed on" in (await coordinator.send("Take the other key")).text
    await here.settled()
    answer = await asker.last()
    assert "Take the other key" in answer.text
    closed = await asker.tap(CloseTicket)
    assert "wiped" in closed.text
    await here.settled()
    assert "closed by the other side" in (await coordinator.last()).text
    async with here.app.database.engine.reading() as session:
        assert not await session.rows(select(ticket_texts))
    assert "no longer open" in (await coordinator.tap(AnswerTicket, of=arrived)).text


async def test_a_name_is_asked_for_once(here: World) -> None:
    here_town = await town(here, "Once")
    coordinator = await member(here, here_town, Role.COORDINATOR)
    asker = await member(here, here_town)
    assert "Sent." in (await asked(here, asker)).text
    assert "From somebody without a name" in (await coordinator.last()).text
    await asker.send("/problem")
    assert "Sent." in (await asker.send("Again something")).text


@pytest.mark.parametrize("contact", [None, "help@example.org"])
async def test_without_a_coordinator_the_operators_contact_is_shown(
    here: World, contact: str | None
) -> None:
    here.app.pushing._wording._contact = contact
    lonely = await here.phone()
    await lonely.start()
    alone = await member(here, await town(here, f"Nobody {contact}"))
    for phone in (lonely, alone):
        said = await phone.send("/human")
        assert (contact or "turn to the person who told you") in said.text


async def test_what_is_not_sent_is_not_kept(here: World) -> None:
    quiet = await town(here, "Quiet")
    coordinator = await member(here, quiet, Role.COORDINATOR)
    asker = await member(here, quiet)
    await asker.send("/human")
    await asker.send("Better not")
    assert "nothing is kept" in (await asker.tap(DropTicket)).text
    before = len(await coordinator.from_bot())
    await here.settled()
    assert len(await coordinator.from_bot()) == before


async def test_a_mistake_on_a_card_goes_to_the_trainer_without_a_word(here: World) -> None:
    school = await town(here, "School")
    trainer = await member(here, school, Role.TRAINER)
    coordinator = await member(here, school, Role.COORDINATOR)
    asker = await member(here, school)
    learner = Learner(here, asker)
    await learner.enrol()
    prompt = await asker.tap(ReportMistake)
    assert "The trainers of School will read it." in prompt.text
    await asker.tap(SendTicket)
    assert "Sent." in (await asker.tap(StayNameless)).text
    await here.settled()
    arrived = await trainer.last()
    assert "A mistake in the course" in arrived.text
    assert "In: " in arrived.text
    assert "mistake" not in (await coordinator.last()).text


async def test_where_nobody_reads_reports_the_way_back_to_the_card_stays_open(here: World) -> None:
    alone = await here.phone()
    await Learner(here, alone).enrol()
    card = await alone.last()
    assert "Nobody of an organisation" in (await alone.tap(ReportMistake)).text
    assert (await alone.tap(NextLesson)).text == card.text


async def test_who_is_elsewhere_has_no_part_in_it(here: World) -> None:
    mine, theirs = await town(here, "Mine"), await town(here, "Theirs")
    coordinator = await member(here, mine, Role.COORDINATOR)
    stranger = await member(here, theirs, Role.COORDINATOR)
    await asked(here, await member(here, mine))
    arrived = await coordinator.last()
    for ask in (AnswerTicket, CloseTicket):
        data = arrived.ask(ask)
        assert data is not None
        said = await stranger.press_data(data, (await stranger.last()).id)
        assert "no longer open" in said.text
        assert SECRET not in said.text


async def test_nobody_answers_and_the_coordinator_is_reminded_once(here: World) -> None:
    slow = await town(here, "Slow")
    coordinator = await member(here, slow, Role.COORDINATOR)
    now = await here.now()
    await asked(here, await member(here, slow), "Is anybody there?")
    before = len(await coordinator.from_bot())
    for day in range(1, 6):
        await here.jump(now + timedelta(days=day, minutes=1))
    reminded = [b for b in await coordinator.from_bot() if "two working days" in b.text]
    assert len(reminded) == 1
    assert len(await coordinator.from_bot()) == before + 1
    assert now >= MONDAY


async def test_what_was_answered_on_a_sunday_is_not_told_on_monday(here: World) -> None:
    closed = await town(here, "Closed on Sundays")
    coordinator = await member(here, closed, Role.COORDINATOR)
    now = await here.now()
    sunday = (now + timedelta(days=6 - now.weekday())).replace(hour=12)
    await here.jump(sunday)
    asker = await member(here, closed)
    await asked(here, asker, SECRET)
    waiting = await coordinator.send("/messages")
    assert SECRET in (await coordinator.tap(AnswerTicket, of=waiting)).text
    await coordinator.send("Take the other key")
    before = len(await coordinator.from_bot())
    await here.jump(sunday + timedelta(hours=22))
    assert "Take the other key" in (await asker.last()).text
    assert len(await coordinator.from_bot()) == before
