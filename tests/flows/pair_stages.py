"""A pair at every stage of its way, from the proposal to the looking back, on their phones."""

from dataclasses import replace

from learning.account.model import Role
from learning.mentoring.asks import MovePhase
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.matching.asks import (
    AnswerProposal,
    Approve,
    Propose,
    ShowProposal,
    ShowProposals,
)
from learning.mentoring.matching.states import Says
from learning.mentoring.model import Side
from tests.flows import matchmaking
from tests.flows.pairing import Circle, agreed, circle
from tests.flows.phone import Bubble, Phone
from tests.flows.shadowing import settled_day
from tests.flows.staff import town
from tests.flows.world import World

BEFORE = ("proposed", "accepted")  # there is no pair yet
STAGES = (*BEFORE, "agreeing", "running", "shadowing", "winding down", "closing")
_MOVES = {"shadowing": 1, "winding down": 3, "closing": 4}  # from phase to phase


def words_of(phone: Phone) -> str:
    """What this phone wrote to the other one of its pair."""
    return f"Shared by {phone.id}"


async def reached(world: World, stage: str, language: str, place: str = "") -> Circle:
    """In an organisation of its own, whose name is `place` or that of the stage."""
    place = place or stage
    if stage in BEFORE or stage == "running":
        made = await proposed(world, language, place)
        if stage == "running":
            await both_accept(made)
    else:
        made = await circle(world, language, place)
    if stage in (*BEFORE, "agreeing"):
        return made
    await agreed(made)
    for phone in (made.mentee, made.mentor):
        await phone.send("/mentoring")
        await phone.tap(OpenMessage)
        await phone.send(words_of(phone))
        await world.settled()
    for _ in range(_MOVES.get(stage, 0)):
        await made.mentee.send("/mentoring")
        await made.mentee.tap(MovePhase)
    await world.settled()
    if stage == "shadowing":
        await settled_day(made)
    return made


async def proposed(world: World, language: str, place: str) -> Circle:
    """Both read of each other in the proposal."""
    here = await town(world, place)
    mentor, mentee = [await matchmaking.member(world, here, language=language) for _ in range(2)]
    coordinator = await matchmaking.member(world, here, Role.COORDINATOR, language)
    await matchmaking.enter(mentor, Side.MENTOR, "Eleni")
    await matchmaking.enter(mentee, Side.MENTEE, "Luis")
    await matchmaking.open_matching(coordinator)
    made = Circle(world, here, mentor, mentee, coordinator)
    await approved(made)
    return made


async def approved(made: Circle) -> Bubble:
    """The one proposal that the matching found, or finds now; the list in which it stands."""
    if (await made.coordinator.send("/matching")).offers(Propose):
        await made.coordinator.tap(Propose)
    listed = await made.coordinator.tap(ShowProposals)
    for ask in [each for each in listed.asks if isinstance(each, ShowProposal)]:
        shown = await made.coordinator.tap(ShowProposal, of=listed, proposal=ask.proposal)
        if shown.offers(Approve):
            await made.coordinator.tap(Approve)
            break
    await made.world.settled()
    return listed


async def both_accept(made: Circle) -> None:
    for phone in (made.mentee, made.mentor):
        await says_yes(phone)
    await made.world.settled()


async def says_yes(phone: Phone) -> Bubble:
    asked = [each for each in await phone.from_bot() if each.offers(AnswerProposal, says=Says.YES)]
    return await phone.tap(AnswerProposal, of=asked[-1], says=Says.YES)


def with_new(made: Circle, side: Side, phone: Phone) -> Circle:
    """The same place, somebody else on this side."""
    return replace(made, mentor=phone) if side is Side.MENTOR else replace(made, mentee=phone)
