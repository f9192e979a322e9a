"""Who was mentored all the way is asked once to be a mentor, and may say no."""

import pytest

from learning.mentoring.evaluating.asks import OpenEvaluation, RateStatement, SendEvaluation
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import DeclineInvitation, ShowEntry
from learning.mentoring.model import Ending, Side
from tests.flows.pair_stages import reached
from tests.flows.phone import Bubble, Phone
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_no_is_just_as_fine_and_nobody_asks_again(town: World, language: str) -> None:
    made = await reached(town, "closing", language)
    for phone in (made.mentee, made.mentor):
        await looked_back(phone)
    await town.settled()
    assert (await made.turn()).ending is Ending.CIRCLE
    (invited,) = await invitations(made.mentee)
    assert not await invitations(made.mentor)
    declined = await made.mentee.tap(DeclineInvitation, of=invited)
    assert declined.text == await told(town, made.mentee, o.InvitationDeclined())
    for days in (8, 29, 60):
        await made.after(days)
    offered = [each for each in await made.mentee.from_bot() if each.id > invited.id]
    assert not any(each.offers(DeclineInvitation) for each in offered)
    await made.mentee.send("/mentor")
    assert (await made.mentee.last()).offers(ShowEntry, side=Side.MENTOR), "the door stays open"


async def invitations(phone: Phone) -> list[Bubble]:
    return [each for each in await phone.from_bot() if each.offers(DeclineInvitation)]


async def looked_back(phone: Phone) -> None:
    await phone.send("/mentoring")
    shown = await phone.tap(OpenEvaluation)
    while shown.offers(RateStatement, rating=4):
        shown = await phone.tap(RateStatement, rating=4)
    await phone.tap(SendEvaluation)
