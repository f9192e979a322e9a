"""Who answers changes, and who asked goes: no message is left without an end."""

import pytest

from learning.account.asks import Leave
from learning.account.model import Role
from learning.organisations.asks import GiveRole, OfferRemoval, RemoveMember, WithdrawRole
from learning.records.asks import EraseMe
from learning.tickets.asks import (
    AnswerTicket,
    ReportMistake,
    ShowReported,
    ShowTickets,
    StayNameless,
)
from tests.flows.learner import Learner
from tests.flows.staff import asked, member, member_with, town
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_what_waits_is_listed_and_answered_from_there(here: World) -> None:
    busy = await town(here, "Busy")
    coordinator = await member(here, busy, Role.COORDINATOR)
    askers = [await member(here, busy) for _ in range(9)]
    for number, asker in enumerate(askers):
        await asked(here, asker, f"Question {number}")
    home = await coordinator.send("/home")
    assert "9 messages to you wait for an answer." in home.text
    listed = await coordinator.tap(ShowTickets)
    waiting = [line for line in listed.text.splitlines() if line.startswith("• Message")]
    assert len(waiting) == 8
    later = await coordinator.tap(ShowTickets)
    assert "Waits for an answer." in later.text
    opened = await coordinator.tap(AnswerTicket)
    assert "Question 8" in opened.text
    await coordinator.send("Here is the answer")
    await here.settled()
    assert "Here is the answer" in (await askers[8].last()).text
    await coordinator.send("/messages")
    assert "Answered" in (await coordinator.tap(ShowTickets)).text
    assert "for those who answer them" in (await askers[0].send("/messages")).text


async def test_who_leaves_takes_their_messages_along(here: World) -> None:
    left = await town(here, "Left")
    coordinator = await member(here, left, Role.COORDINATOR)
    asker = await member(here, left)
    await asked(here, asker, "Before I go")
    await asker.send("/problem")
    await asker.send("/leave")
    await asker.tap(Leave)
    await here.settled()
    assert "closed by the other side" in (await coordinator.last()).text
    assert "Nothing waits" in (await coordinator.send("/messages")).text
    assert "Before I go" not in "".join(b.text for b in (await coordinator.from_bot())[-2:])


async def test_who_erases_themselves_closes_their_messages(here: World) -> None:
    erased = await town(here, "Erased")
    coordinator = await member(here, erased, Role.COORDINATOR)
    asker = await member(here, erased)
    await asked(here, asker, "Forget me")
    arrived = await coordinator.last()
    await asker.send("/delete")
    await asker.tap(EraseMe)
    await here.settled()
    assert "closed by the other side" in (await coordinator.last()).text
    assert "no longer open" in (await coordinator.tap(AnswerTicket, of=arrived)).text


async def test_the_next_coordinator_hears_of_what_waits(here: World) -> None:
    relay = await town(here, "Relay")
    first = await member(here, relay, Role.COORDINATOR)
    asker = await member(here, relay)
    await asked(here, asker, "Who answers?")
    second = await member_with(here, relay, "second", Role.COORDINATOR)
    await here.settled()
    assert "Who answers?" in (await second.last()).text
    await first.send("/leave")
    await first.tap(Leave)
    await here.settled()
    assert "Who answers?" in (await second.last()).text, "still there"
    await second.send("/leave")
    await second.tap(Leave)
    await here.settled()
    assert "nobody there can answer" in (await asker.last()).text


async def test_without_a_trainer_reports_go_to_the_coordinators(here: World) -> None:
    workshop = await town(here, "Workshop")
    trainer = await member(here, workshop, Role.TRAINER)
    coordinator = await member(here, workshop, Role.COORDINATOR)
    asker = await member(here, workshop)
    await Learner(here, asker).enrol()
    await asker.tap(ReportMistake)
    await asker.send("This is wrong")
    await asker.tap(StayNameless)
    await here.settled()
    shown = await trainer.tap(ShowReported)
    assert "This is wrong" not in shown.text
    assert shown.offers(AnswerTicket)
    await trainer.send("/leave")
    await trainer.tap(Leave)
    await here.settled()
    assert "This is wrong" in (await coordinator.last()).text
    (await coordinator.tap(ShowReported)).offers(AnswerTicket)


async def test_who_is_removed_or_loses_a_role_is_told_kindly(here: World) -> None:
    kind = await town(here, "Kind")
    coordinator = await member(here, kind, Role.COORDINATOR)
    person = await member_with(here, kind, "person", Role.LEARNER)
    await coordinator.send(f"/code {kind.id}-person")
    await coordinator.tap(GiveRole, role=Role.MENTOR)
    await here.settled()
    assert "You have a role at Kind now: mentor." in (await person.last()).text
    await coordinator.tap(WithdrawRole, role=Role.MENTOR)
    await here.settled()
    assert "Your role at Kind has ended: mentor." in (await person.last()).text
    await coordinator.tap(OfferRemoval)
    await coordinator.tap(RemoveMember)
    await here.settled()
    told = (await person.last()).text
    assert "You no longer belong to Kind here." in told
    assert "everything you have learned" in told
