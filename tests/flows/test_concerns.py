"""Somebody of a pair tells one person of their choice, or nobody, what weighs on them."""

import pytest

from learning.account.asks import Leave
from learning.account.model import Organisation, Role
from learning.mentoring.asks import ShowMoreOfTurn, ShowTexts
from learning.mentoring.concern.asks import (
    AskConcernText,
    ChooseReceiver,
    LeaveTextOut,
    NamePartner,
    NoteConcern,
    RaiseConcern,
)
from learning.tickets.asks import AnswerTicket, SendTicket
from learning.tickets.model import TicketKind
from tests.flows.pairing import Circle, circle, person_of
from tests.flows.phone import Phone
from tests.flows.staff import member
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "I am afraid of our meetings"


async def told(world: World, language: str = "en") -> tuple[Circle, Phone]:
    """Two coordinators are there; the mentee chooses the first, Cleo."""
    made = await circle(world, language)
    await made.after(0)
    other = await member(world, made.here, Role.COORDINATOR)
    cleo = await person_of(world, made.coordinator, "Cleo")
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    offered = await made.mentee.tap(RaiseConcern)
    assert "Cleo" in " ".join(offered.labels)
    await made.mentee.tap(ChooseReceiver, receiver=cleo)
    return made, other


async def read_by(*phones: Phone) -> str:
    return "\n".join([bubble.text for phone in phones for bubble in await phone.from_bot()])


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_exactly_what_was_seen_reaches_the_one_who_was_chosen(
    town: World, language: str
) -> None:
    made, other = await told(town, language)
    shown = await made.mentee.last()
    assert "Cleo" in shown.text
    assert "Luis" in shown.text
    assert "Eleni" not in shown.text
    await made.mentee.tap(AskConcernText)
    assert TEXT in (await made.mentee.send(TEXT)).text
    assert "Eleni" in (await made.mentee.tap(NamePartner, yes=True)).text
    assert TEXT not in await read_by(made.coordinator), "not before it was passed on"
    await made.mentee.tap(SendTicket)
    await town.settled()
    arrived = (await made.coordinator.last()).text
    assert all(word in arrived for word in (TEXT, "Luis", "Eleni"))
    for phone in (other, made.mentor):
        await phone.send("/tickets")
        assert TEXT not in await read_by(phone)
        assert not (await phone.last()).offers(AnswerTicket)
    await made.coordinator.tap(AnswerTicket)
    await made.coordinator.send("Let us talk on Friday")
    await town.settled()
    assert "on Friday" in (await made.mentee.last()).text
    assert "on Friday" not in await read_by(other, made.mentor)


async def test_only_the_wish_to_talk_can_be_passed_on(town: World) -> None:
    made, _ = await told(town)
    await made.mentee.tap(AskConcernText)
    await made.mentee.send(TEXT)
    await made.mentee.tap(LeaveTextOut)
    await made.mentee.tap(SendTicket)
    await town.settled()
    arrived = (await made.coordinator.last()).text
    assert "would like to talk" in arrived
    assert TEXT not in arrived
    assert "Eleni" not in arrived


async def test_a_note_is_for_its_author_alone(town: World) -> None:
    made = await circle(town, "en")
    await made.after(0)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    await made.mentee.tap(RaiseConcern)
    await made.mentee.tap(NoteConcern)
    await made.mentee.send(TEXT)
    await town.settled()
    assert TEXT in (await made.mentee.tap(ShowTexts)).text
    await made.mentor.send("/mentoring")
    await made.mentor.tap(ShowMoreOfTurn)
    await made.mentor.tap(ShowTexts)
    assert TEXT not in await read_by(made.mentor, made.coordinator)


async def test_nobody_of_the_pair_is_offered_and_without_others_the_operator_is(
    town: World,
) -> None:
    """The mentor is the only coordinator there."""
    made = await circle(town, "en")
    await made.after(0)
    await give_role(town, made.here, made.mentor)
    await made.coordinator.send("/leave")
    await made.coordinator.tap(Leave)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    offered = await made.mentee.tap(RaiseConcern)
    assert not offered.offers(ChooseReceiver)
    assert "Nobody else of your organisation" in offered.text
    forged = offered.ask(NoteConcern)
    assert forged is not None
    mentor = await person_of(town, made.mentor, "Eleni")
    turn = forged.split(".")[-1]
    refused = await made.mentee.press_data(f"1btr.{turn}.{mentor}", offered.id)
    assert not refused.offers(SendTicket)


async def give_role(world: World, here: Organisation, phone: Phone) -> None:
    async with world.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        now = await world.now()
        await unit.memberships.begin(person.id, here.id, "Desk", Role.COORDINATOR, None, now)


async def test_when_the_chosen_one_leaves_it_goes_to_nobody_else(town: World) -> None:
    made, other = await told(town)
    await made.mentee.tap(AskConcernText)
    await made.mentee.send(TEXT)
    await made.mentee.tap(SendTicket)
    await town.settled()
    await made.coordinator.send("/leave")
    await made.coordinator.tap(Leave)
    await town.settled()
    assert "nobody there can answer" in (await made.mentee.last()).text
    await other.send("/tickets")
    assert TEXT not in await read_by(other)


async def test_a_concern_is_not_begun_as_a_message_to_all(town: World) -> None:
    made, other = await told(town)
    home = await made.mentee.send("/mentoring")
    forged = await made.mentee.press_data(f"1to.{TicketKind.CONCERN}", home.id)
    assert "Nobody of an organisation" in forged.text
    await made.mentee.send(TEXT)
    await town.settled()
    assert TEXT not in await read_by(other, made.coordinator)
