"""What a coordinator may ask about pairs never touches a pair of their own; and what somebody of
another organisation can look at before both have said yes tells them nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.actions.commands import COMMANDS
from bot.actions.spelling import encode
from learning.account.model import Role
from learning.ask import Ask, Right
from learning.mentoring.evaluating.asks import ShowEvaluations
from learning.mentoring.matching import asks
from learning.mentoring.matching.model import Proposal
from learning.mentoring.matching.states import ProposalState, Says
from learning.mentoring.model import Side
from learning.mentoring.pairs.asks import ShowGenerations, ShowPairs
from learning.table import USE_CASES
from tests.flows.matchmaking import enter, member, open_matching, propose
from tests.flows.pair_stages import approved
from tests.flows.pairing import Circle
from tests.flows.phone import Phone
from tests.flows.staff import town as new_town
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True)
class Own:
    """A proposal about the coordinator who presses, and the ids that a button may carry."""

    proposal: Proposal
    round: int
    mentee: int  # an entry, as is `mentor`
    mentor: int


Made = Callable[[Own], Ask[Any]]
# Every ask of a coordinator about mentoring, made as hostile as it can be.
ABOUT_ONESELF: dict[type, Made] = {
    asks.ShowProposal: lambda own: asks.ShowProposal(own.proposal.id),
    asks.Approve: lambda own: asks.Approve(own.proposal.id, own.proposal.revision),
    asks.Reject: lambda own: asks.Reject(own.proposal.id, own.proposal.revision),
    asks.OfferMentors: lambda own: asks.OfferMentors(own.mentee),
    asks.ChooseMentor: lambda own: asks.ChooseMentor(own.mentee, own.mentor),
    asks.ShowProposals: lambda own: asks.ShowProposals(),
    asks.ShowBoard: lambda own: asks.ShowBoard(),
    asks.BeginRound: lambda own: asks.BeginRound(),
    asks.TurnCheck: lambda own: asks.TurnCheck(own.round, 0, "access"),
    asks.OpenRound: lambda own: asks.OpenRound(own.round, 0),
    asks.Propose: lambda own: asks.Propose(own.round, 1),
    ShowPairs: lambda own: ShowPairs(0),
    ShowGenerations: lambda own: ShowGenerations(),
    ShowEvaluations: lambda own: ShowEvaluations(),
}
# The register, by the names that people gave for it; and the end of a round, which is nobody's.
NOT_ABOUT_PAIRS = {asks.ShowCandidates, asks.CloseRound}


async def test_every_ask_of_a_coordinator_about_mentoring_is_tried() -> None:
    known = {
        ask
        for ask in USE_CASES
        if ask.__module__.startswith("learning.mentoring") and ask.right is Right.COORDINATOR
    }
    assert known == {*ABOUT_ONESELF, *NOT_ABOUT_PAIRS}


@pytest.mark.parametrize("side", list(Side))
async def test_a_coordinator_handles_nothing_of_their_own_pair(here: World, side: Side) -> None:
    place = await new_town(here, f"Own {side}")
    coordinator = await member(here, place, Role.COORDINATOR)
    other = await member(here, place)
    await enter(coordinator, side, "Coordinator")
    await enter(other, side.other, "Ana")
    board = await propose(coordinator)
    own = await known_of(here, coordinator)
    for kind, made in ABOUT_ONESELF.items():
        shown = await coordinator.press_data(encode(made(own)), board.id)
        assert "Ana" not in shown.text, kind
    assert (await known_of(here, coordinator)).proposal == own.proposal, "nothing is decided"
    second = await member(here, place, Role.COORDINATOR)
    mentor, mentee = (coordinator, other) if side is Side.MENTOR else (other, coordinator)
    made_by_another = Circle(here, place, mentor, mentee, second)
    assert "Ana" in (await approved(made_by_another)).text
    for phone in (mentor, mentee):
        asked = [each for each in await phone.from_bot() if each.offers(asks.AnswerProposal)]
        await phone.tap(asks.AnswerProposal, of=asked[-1], says=Says.YES)
    await here.settled()
    for kind in (ShowPairs, ShowGenerations):
        shown = await coordinator.press_data(encode(ABOUT_ONESELF[kind](own)), board.id)
        assert "Ana" not in shown.text, kind
    assert "Ana" in (await second.send("/pairs")).text


async def known_of(world: World, coordinator: Phone) -> Own:
    async with world.app.database.unit() as unit:
        person = (await unit.people.actor(coordinator.id)).person
        assert person is not None
        (proposal,) = await unit.proposals.of_person(person.id)
        (wish,) = await unit.matching_entries.of(proposal.mentee_id or 0)
        (offer,) = await unit.matching_entries.of(proposal.mentor_id or 0)
    assert proposal.state is ProposalState.MADE
    return Own(proposal, proposal.round_id, wish.id, offer.id)


# Whatever they show, pressing them changes what is being looked at.
DECIDING = (asks.AnswerProposal, asks.LeaveMatching)
SECRETS = ("Ana", "Homeville")


async def test_whatever_an_external_mentor_opens_before_acceptance_names_nobody(
    here: World,
) -> None:
    home, away = await new_town(here, "Homeville"), await new_town(here, "Awayton")
    mentee = await member(here, home)
    external = await member(here, away)
    made = Circle(here, home, external, mentee, await member(here, home, Role.COORDINATOR))
    await enter(external, Side.MENTOR, "Eleni", elsewhere=True)
    await enter(mentee, Side.MENTEE, "Ana", elsewhere=True)
    await open_matching(made.coordinator)
    await approved(made)
    first = (await external.last()).id
    for command in sorted(COMMANDS):
        await external.send(f"/{command}")
    for data in await buttons_about_pairs(external):
        await external.press_data(data, first)
    seen = [bubble.text + " ".join(bubble.labels) for bubble in await external.from_bot()]
    assert any("Somebody of another organisation" in text for text in seen)
    assert not [text for text in seen if any(secret in text for secret in SECRETS)]


async def buttons_about_pairs(phone: Phone) -> list[str]:
    """Two presses deep: what the buttons lead to is pressed as well."""
    found: dict[str, None] = {}
    for _ in range(2):
        for bubble in await phone.from_bot():
            for data, ask in zip(filter(None, bubble.data), bubble.asks, strict=True):
                about = type(ask).__module__.startswith("learning.mentoring")
                if about and not isinstance(ask, DECIDING):
                    found[data] = None
        last = await phone.last()
        for data in list(found):
            await phone.press_data(data, last.id)
    return list(found)
