"""One of two moves, leaves, is erased, blocks the bot or changes the Telegram account, at every
stage of a pair: what the other one reads, what stays, what goes, and who is matched anew."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select

from data.tables.mentoring import mentoring_keys
from learning.account.asks import ConfirmMove, Leave
from learning.mentoring import asks
from learning.mentoring.evaluating.asks import OpenEvaluation
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import Enter, ShowEntry
from learning.mentoring.meeting.asks import ProposeMeeting
from learning.mentoring.model import Ending, Side, Turn
from learning.mentoring.shadowing.asks import ChooseNoteReader, GiveDayFile
from learning.records.asks import EraseMe
from tests.flows import matchmaking
from tests.flows.pair_stages import (
    BEFORE,
    STAGES,
    approved,
    both_accept,
    reached,
    says_yes,
    with_new,
    words_of,
)
from tests.flows.pairing import Circle
from tests.flows.phone import Bubble, Phone
from tests.flows.staff import town as new_town
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

WEEK = timedelta(days=7, hours=2)
# What a turn that is over still offers; everything else would ask somebody for something.
PROMPTS = (
    asks.SayResult,
    asks.OpenCheckIn,
    asks.MovePhase,
    asks.ConfirmAgreement,
    OpenEvaluation,
    ProposeMeeting,
    ChooseNoteReader,
)


@dataclass
class Parting:
    """A pair at a stage, and which of the two goes."""

    made: Circle
    side: Side
    turn: Turn | None

    @property
    def goer(self) -> Phone:
        return self.made.mentor if self.side is Side.MENTOR else self.made.mentee

    @property
    def stayer(self) -> Phone:
        return self.made.mentee if self.side is Side.MENTOR else self.made.mentor


async def partings(world: World, language: str, first: Side) -> dict[str, Parting]:
    """One at every stage; whose turn it is to go changes from one to the next."""
    found = {}
    for number, stage in enumerate(STAGES):
        made = await reached(world, stage, language)
        turn = None if stage in BEFORE else await made.turn()
        found[stage] = Parting(made, first if number % 2 == 0 else first.other, turn)
    await says_yes(found["accepted"].goer)
    return found


async def leaves(parting: Parting) -> None:
    await parting.goer.send("/leave")
    await parting.goer.tap(Leave)


async def moves_elsewhere(parting: Parting) -> None:
    world = parting.made.world
    code = await matchmaking.code_of(world, await new_town(world, f"Not {parting.made.here.name}"))
    await parting.goer.start(code)
    await parting.goer.tap(ConfirmMove)


async def is_erased(parting: Parting) -> None:
    await parting.goer.send("/delete")
    await parting.goer.tap(EraseMe)


WAYS = (leaves, moves_elsewhere, is_erased)


@pytest.mark.parametrize(
    ("goes", "language", "first"),
    [
        (leaves, "en", Side.MENTEE),
        (moves_elsewhere, "el", Side.MENTOR),
        (is_erased, "es", Side.MENTEE),
    ],
)
async def test_whoever_goes_the_other_one_reads_the_same_neutral_words(
    town: World, goes: Callable[[Parting], Awaitable[None]], language: str, first: Side
) -> None:
    found = await partings(town, language, first)
    wish = await over_by_wish(town, language)
    start, counts = await town.now(), {}
    for stage, parting in found.items():
        counts[stage] = len(await parting.stayer.from_bot())
        await goes(parting)
    await town.settled()
    for stage, parting in found.items():
        new = (await parting.stayer.from_bot())[counts[stage] :]
        if stage in BEFORE:
            assert not new, "nobody learns before the deadline"
        else:
            assert [without_name(each, stage) for each in new] == [wish], stage
            await nothing_is_lost_that_stays(parting, erased=goes is is_erased)
    for stage, parting in found.items():
        if stage not in BEFORE and goes is not is_erased:
            told_too = [each.offers(asks.ShowTexts) for each in await parting.goer.from_bot()]
            assert any(told_too), "who goes may take along what they wrote"
    gone = {stage: len(await parting.goer.from_bot()) for stage, parting in found.items()}
    await says_yes(found["accepted"].stayer)
    await town.jump(start + WEEK)
    for stage in BEFORE:
        stayer = found[stage].stayer
        assert (await stayer.last()).text == await told(town, stayer, o.ProposalOver())
    for stage in ("accepted", "running"):
        await matched_anew(found[stage])
    await town.jump(start + timedelta(days=40))
    for stage, parting in found.items():
        later = (await parting.goer.from_bot())[gone[stage] :]
        assert not any(each.offers(kind) for each in later for kind in PROMPTS), stage
        await all_is_destroyed(parting, erased=goes is is_erased)


async def over_by_wish(world: World, language: str) -> str:
    """What one reads whose partner wished to end the turn."""
    made = await reached(world, "agreeing", language, "By wish")
    await made.mentee.send("/mentoring")
    await made.mentee.tap(asks.ShowMoreOfTurn)
    await made.mentee.tap(asks.OfferTurnEnd)
    await made.mentee.tap(asks.EndTurn)
    await world.settled()
    return without_name(await made.mentor.last(), "agreeing")


def without_name(bubble: Bubble, stage: str) -> str:
    """Without the heading, and without what was said of a day that they had planned."""
    blocks = bubble.text.split("\n\n")[1:]
    if stage == "shadowing":
        assert bubble.offers(GiveDayFile)
        del blocks[1]
    return "\n\n".join(blocks)


async def nothing_is_lost_that_stays(parting: Parting, erased: bool) -> None:
    """An erased author's words are gone at once; else each has a month to take theirs along."""
    turn = parting.turn
    assert turn is not None
    async with parting.made.world.app.database.unit() as unit:
        now = await unit.turns.get(turn.id)
        heads = await unit.turn_texts.heads(turn.id)
    assert now is not None
    assert now.ending is Ending.LEFT
    gone = turn.party(parting.side).person_id
    assert (gone in {head.author_id for head in heads}) is (bool(heads) and not erased)
    if heads:
        await parting.stayer.tap(asks.ShowTexts)
        kept = await parting.stayer.download(await parting.stayer.tap(asks.GiveTexts))
        assert words_of(parting.stayer).encode() in kept
        assert (words_of(parting.goer).encode() in kept) is not erased


async def all_is_destroyed(parting: Parting, erased: bool) -> None:
    """After a month only what both had agreed is left, while neither is erased."""
    turn = parting.turn
    if turn is None:
        return
    async with parting.made.world.app.database.unit() as unit:
        assert not await unit.turn_texts.heads(turn.id)
        agreement = await unit.agreements.in_force(turn.id)
    async with parting.made.world.app.database.engine.reading() as session:
        keys = select(mentoring_keys).where(mentoring_keys.c.turn_id == turn.id)
        assert not await session.rows(keys)
    if turn.weeks is not None and not erased:
        assert agreement is not None


async def matched_anew(parting: Parting) -> None:
    """Who stayed finds somebody else."""
    made, other, world = parting.made, parting.side, parting.made.world
    if other is Side.MENTOR:
        await parting.stayer.send("/mentor")
        shown = await parting.stayer.tap(ShowEntry, side=Side.MENTEE)
        if shown.offers(Enter):
            await parting.stayer.tap(Enter)
    new = await matchmaking.member(world, made.here, language=parting.stayer.language)
    await matchmaking.enter(new, other, "Rosa")
    again = with_new(made, other, new)
    assert "Rosa" in (await approved(again)).text
    await both_accept(again)
    assert "Rosa" in (await parting.stayer.send("/mentoring")).text
