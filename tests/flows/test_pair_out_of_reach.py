"""One of two blocks the bot, or goes on under a new Telegram account, at every stage of a pair."""

from datetime import timedelta

import pytest

from learning.account.asks import MovePhone
from learning.mentoring.asks import OpenCheckIn, SayResult
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.evaluating.asks import OpenEvaluation
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import ShowProposed
from learning.mentoring.model import Side
from learning.mentoring.shadowing.asks import ChooseNoteReader
from tests.flows.pair_stages import BEFORE, STAGES, reached, says_yes, with_new, words_of
from tests.flows.pairing import Circle
from tests.flows.phone import Phone
from tests.flows.shadowing import DAY, at
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

WEEK = timedelta(days=7, hours=2)
LANGUAGES = ("en", "el", "es")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_a_block_nobody_is_told_it_is_a_silence(town: World, language: str) -> None:
    proposed, running = [await reached(town, stage, language) for stage in ("proposed", "running")]
    start = await town.now()
    for made in (proposed, running):
        await made.mentor.block()
    await says_yes(proposed.mentee)
    counts = {phone.id: len(await phone.from_bot()) for phone in everybody(proposed, running)}
    await town.jump(start + WEEK)
    assert (await proposed.mentee.last()).text == await told(
        town, proposed.mentee, o.ProposalOver()
    )
    assert len(await running.mentee.from_bot()) == counts[running.mentee.id], "nobody is told"
    await town.jump(start + timedelta(days=15))
    assert (await running.mentee.last()).offers(SayResult)
    for days in (22, 29, 30):
        await town.jump(start + timedelta(days=days))
    heard = [bubble.text for bubble in await running.coordinator.from_bot()]
    assert any("Luis" in text for text in heard), "only that the pair is silent"
    for phone in (proposed.mentor, running.mentor):
        assert len(await phone.from_bot()) == counts[phone.id]
    await running.mentor.unblock()
    assert (await running.mentor.send("/mentoring")).offers(OpenCheckIn)


def everybody(*pairs: Circle) -> list[Phone]:
    return [phone for made in pairs for phone in (made.mentor, made.mentee)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_under_a_new_account_the_pair_goes_on_and_the_other_one_reads_nothing_of_it(
    town: World, language: str
) -> None:
    found = {stage: await reached(town, stage, language) for stage in STAGES}
    renewed = {}
    for stage, made in found.items():
        before = len(await made.mentor.from_bot())
        renewed[stage] = with_new(made, Side.MENTEE, await under_a_new_account(town, made.mentee))
        assert len(await made.mentor.from_bot()) == before
    for stage, made in renewed.items():
        if stage in BEFORE:
            await made.mentee.send("/mentor")
            assert "Eleni" in (await made.mentee.tap(ShowProposed)).text
            continue
        assert "Eleni" in (await made.mentee.send("/mentoring")).text
        await the_old_account_opens_nothing(found[stage].mentee)
    await a_message_reaches(renewed["running"])
    assert (await renewed["closing"].mentee.send("/mentoring")).offers(OpenEvaluation)
    await town.jump(at(DAY, 11, 1))
    assert (await renewed["shadowing"].mentee.last()).offers(ChooseNoteReader)


async def under_a_new_account(world: World, old: Phone) -> Phone:
    begun = await old.send("/move")
    code = begun.text.split("/start ")[1].split()[0]
    new = await world.phone(language=old.language)
    await new.start(code)
    await new.tap(MovePhone)
    return new


async def the_old_account_opens_nothing(old: Phone) -> None:
    """Neither by command nor by a button of before."""
    seen = (await old.from_bot())[-2:]
    data = {each for bubble in seen for each in bubble.data if each}
    shown = [await old.send("/mentoring")]
    shown += [await old.press_data(each, seen[-1].id) for each in sorted(data)]
    assert not any("Eleni" in bubble.text for bubble in shown)


async def a_message_reaches(made: Circle) -> None:
    await made.mentor.send("/mentoring")
    await made.mentor.tap(OpenMessage)
    await made.mentor.send(words_of(made.mentor) + " again")
    await made.world.settled()
    assert words_of(made.mentor) + " again" in (await made.mentee.last()).text
