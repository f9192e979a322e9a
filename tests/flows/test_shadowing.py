"""Two of a pair plan a day of job shadowing, live it, and look back, by their phones and the clock
alone, in three languages."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from data.tables.mentoring import mentoring_texts
from data.tables.shadowing import mentoring_shadowing_days, mentoring_shadowing_notes
from data.tables.talk import inbox
from dialogue.intents import ASKS
from learning.account.asks import Leave
from learning.account.model import Role
from learning.ask import Caller
from learning.mentoring.asks import (
    EndTurn,
    MovePhase,
    OfferTurnEnd,
    RestTurn,
    ShowMoreOfTurn,
    ShowTurn,
)
from learning.mentoring.model import Seen, Side
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DEBRIEF
from learning.resources.asks import GiveResource
from learning.talk.outcomes import NotThereYet
from tests.flows.pairing import Circle
from tests.flows.phone import Phone
from tests.flows.shadowing import (
    DAY,
    GOAL,
    MOVED,
    at,
    in_direction,
    moved_by,
    opened,
    settled_day,
    ticked,
    written,
    wrote,
)
from tests.flows.staff import member
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEEN = "She waited longer than I do"
MINE, TRIED = "I felt small next to her", "Ask one question less"
NO_CLIENTS = {
    "en": "no client names, no case facts",
    "el": "χωρίς ονόματα εξυπηρετούμενων",
    "es": "sin nombres de personas usuarias",
}


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_day_is_planned_lived_and_looked_back_on(town: World, language: str) -> None:
    made = await in_direction(town, language)
    asked = await written(made.mentee)
    assert GOAL in asked.text
    assert not asked.offers(asks.AcceptPlan)
    await made.mentee.tap(asks.ProposePlan)
    await town.settled()
    proposed = await made.mentor.last()
    assert GOAL in proposed.text
    assert not proposed.offers(asks.AcceptPlan), "the rules come first"
    await ticked(made.mentor)
    await made.mentor.tap(asks.AcceptPlan)
    await town.settled()
    assert (await made.mentee.last()).offers(asks.OfferCallOff)
    for phone in (made.mentor, made.mentee):
        assert "9:00–13:00" in (await phone.send("/mentoring")).text

    await town.jump(at(date(2027, 3, 3), 17, 5))
    for phone in (made.mentor, made.mentee):
        before = await phone.last()
        assert "9:00–13:00" in before.text
        assert before.offers(GiveResource)
    await town.jump(at(DAY, 11, 1))
    slot = await made.mentee.last()
    assert slot.offers(asks.ChooseNoteReader, seen=Seen.ME)
    assert not (await made.mentor.last()).offers(asks.ChooseNoteReader), "the host works"
    shown = await made.mentee.tap(asks.ChooseNoteReader, seen=Seen.PARTNER)
    for text in (SEEN, "Silence", TRIED):
        assert NO_CLIENTS[language] in shown.text
        shown = await made.mentee.send(text)
    assert shown.offers(ShowTurn)
    await town.jump(at(DAY, 13, 1))
    assert (await made.mentee.last()).offers(asks.SkipNoteText)
    for _ in range(3):
        await made.mentee.tap(asks.SkipNoteText)

    await town.jump(at(DAY, 13, 31))
    assert (await made.mentor.last()).offers(asks.ChooseNoteReader)
    await made.mentee.tap(asks.ChooseNoteReader, seen=Seen.ME)
    await wrote(made.mentee, MINE)
    await made.mentee.tap(asks.ChooseNoteReader, seen=Seen.ANSWERED)
    await wrote(made.mentee, "What do you do when it is loud?", TRIED)
    await made.mentee.tap(asks.SayByWhen, weeks=2)
    assert (await made.turn()).phase == "progress", "the circle goes on"
    await town.settled()
    assert (await made.mentor.last()).offers(MovePhase, back=True)
    await only_what_was_released(made)


async def only_what_was_released(made: Circle) -> None:
    theirs = await opened(made.mentor)
    assert SEEN in theirs.text
    assert MINE not in theirs.text
    own = await opened(made.mentee)
    assert MINE in own.text
    assert own.offers(asks.PlanShadowing)
    async with made.world.app.database.engine.reading() as session:
        tables = (mentoring_texts, mentoring_shadowing_days, mentoring_shadowing_notes, inbox)
        kept = repr([list(await session.rows(select(table))) for table in tables])
    assert not any(text in kept for text in (GOAL, SEEN, MINE, TRIED)), "words are sealed"


async def test_a_day_is_moved_and_the_old_one_holds_until_both_agree(town: World) -> None:
    made = await in_direction(town)
    await settled_day(made)
    await moved_by(made.mentor)
    await town.settled()
    change = await made.mentee.last()
    assert "5 March" in change.text
    assert "the old plan holds" in change.text
    assert "4 March" in change.text
    await made.mentee.tap(asks.AcceptPlan)
    await town.settled()
    count = len(await made.mentee.from_bot())
    await town.jump(at(DAY, 11, 1))
    news = (await made.mentee.from_bot())[count:]
    assert not any(bubble.offers(asks.SkipNoteText) for bubble in news), "that day was moved"
    await town.jump(at(MOVED, 11, 1))
    assert (await made.mentee.last()).offers(asks.SkipNoteText)


async def test_a_change_that_does_not_suit_leaves_the_day_as_it_was(town: World) -> None:
    made = await in_direction(town)
    await settled_day(made)
    await opened(made.mentor)
    await made.mentor.tap(asks.PlanShadowing)
    await made.mentor.tap(asks.ChooseHost, host=Side.MENTEE)
    await made.mentor.tap(asks.OfferSlots)
    await made.mentor.tap(asks.ToggleSlot, starts=time(15))
    await made.mentor.tap(asks.ShowShadowing)
    await made.mentor.tap(asks.ProposePlan)
    await town.settled()
    await made.mentee.tap(asks.DropPlan)
    await town.settled()
    stays = await made.mentor.last()
    assert "settled" in stays.text
    assert "9:00–13:00" in stays.text


async def test_a_day_is_called_off_without_a_reason_and_brings_nothing_more(town: World) -> None:
    made = await in_direction(town)
    await settled_day(made)
    await opened(made.mentor)
    offered = await made.mentor.tap(asks.OfferCallOff)
    assert "nobody is to blame" in offered.text
    await made.mentor.tap(asks.CallOff)
    await town.settled()
    assert "nobody is to blame" in (await made.mentee.last()).text
    counts = [len(await phone.from_bot()) for phone in (made.mentor, made.mentee)]
    await town.jump(at(MOVED, 16))
    assert counts == [len(await phone.from_bot()) for phone in (made.mentor, made.mentee)]
    assert (await opened(made.mentee)).offers(asks.PlanShadowing)


async def test_a_plan_of_only_one_side_can_be_changed_taken_back_and_declined(town: World) -> None:
    made = await in_direction(town)
    await opened(made.mentor)
    await made.mentor.tap(asks.PlanShadowing)
    assert "is writing a plan" in (await opened(made.mentee)).text
    await written(made.mentee)
    await made.mentee.tap(asks.ProposePlan)
    assert (await made.mentee.tap(asks.DropPlan)).offers(asks.PlanShadowing)
    await town.settled()
    await written(made.mentee)
    await made.mentee.tap(asks.ProposePlan)
    await town.settled()
    await made.mentor.tap(asks.OfferCallOff)
    await made.mentor.tap(asks.CallOff)
    await town.settled()
    assert "is off" in (await made.mentee.last()).text


@pytest.mark.parametrize("way", ["leaves", "ends", "pauses"])
async def test_a_day_ends_with_the_turn_and_rests_with_it(town: World, way: str) -> None:
    made = await in_direction(town)
    await settled_day(made)
    if way == "leaves":
        await made.mentor.send("/leave")
        await made.mentor.tap(Leave)
    elif way == "ends":
        await made.mentor.send("/mentoring")
        await made.mentor.tap(ShowMoreOfTurn)
        await made.mentor.tap(OfferTurnEnd)
        await made.mentor.tap(EndTurn)
    else:
        await core(town, made.mentor, RestTurn((await made.turn()).id, 4))
    await town.settled()
    if way != "pauses":
        assert "does not take place" in (await made.mentee.last()).text
    counts = [len(await phone.from_bot()) for phone in (made.mentor, made.mentee)]
    await town.jump(at(DAY, 16))
    assert counts == [len(await phone.from_bot()) for phone in (made.mentor, made.mentee)]


async def test_an_observation_is_not_asked_for_on_another_day_the_debrief_is(town: World) -> None:
    made = await in_direction(town)
    await settled_day(made)
    count = len(await made.mentee.from_bot())
    await town.jump(at(MOVED, 10))
    new = (await made.mentee.from_bot())[count:]
    assert [bubble.offers(asks.ChooseNoteReader) for bubble in new] == [True]
    assert "Looking back" in new[0].text


async def core(world: World, phone: Phone, ask: Any) -> Any:
    return await world.app.core.perform(ask, Caller(phone.id), await world.now())


async def test_asking_in_words_leads_to_the_day_of_the_pair(town: World) -> None:
    made = await in_direction(town)
    wish = ASKS["job_shadowing"]
    assert wish is not None
    assert isinstance(await core(town, made.mentee, wish), o.ShadowingShown)
    outsider = await member(town, made.here)
    assert isinstance(await core(town, outsider, wish), NotThereYet)


async def test_a_stranger_reaches_nothing_of_a_day(town: World) -> None:
    made = await in_direction(town)
    thief = await member(town, made.here, Role.COORDINATOR)
    mine = await thief.last()
    await written(made.mentee)
    seen = [await opened(made.mentee), await made.mentee.tap(asks.OfferDays)]
    await settled_day_of(made)
    await town.jump(at(DAY, 13, 31))
    seen += await made.mentee.from_bot()
    for bubble in seen:
        for ask in bubble.asks:
            if type(ask).__module__ == asks.__name__:
                data = bubble.ask(type(ask)) or ""
                shown = await thief.press_data(data, mine.id)
                assert "not there any more" in shown.text
    await made.mentee.tap(asks.ChooseNoteReader, seen=Seen.ME)
    for forged in ("x", "9", "-1", DEBRIEF):
        shown = await core(town, thief, asks.OpenNote(1, forged))
        assert not isinstance(shown, o.NoteShown)


async def settled_day_of(made: Circle) -> None:
    await opened(made.mentee)
    await made.mentee.tap(asks.ProposePlan)
    await made.world.settled()
    await ticked(made.mentor)
    await made.mentor.tap(asks.AcceptPlan)
    await made.world.settled()


async def test_days_that_nobody_offered_and_old_buttons_change_nothing(town: World) -> None:
    made = await in_direction(town)
    await written(made.mentee)
    day = (await made.mentee.last()).asks[0]
    assert isinstance(day, asks.OfferDays)
    async with town.app.database.unit() as unit:
        before = await unit.shadowing_days.get(day.day)
    assert before is not None
    now = before.revision
    for forged in (
        asks.ChooseDay(day.day, now, date(2027, 3, 6)),
        asks.ChooseDay(day.day, now, date(2027, 3, 1)),
        asks.ChooseDay(day.day, now, date(2029, 3, 1)),
        asks.ChooseDay(day.day, now - 1, MOVED),
        asks.ToggleSlot(day.day, now, time(9, 7)),
        asks.AcceptPlan(day.day, now),
        asks.TickRule(day.day, now - 1, "client"),
    ):
        await core(town, made.mentee, forged)
    for other in (asks.ProposePlan(day.day, now), asks.ChooseHost(day.day, now, Side.MENTEE)):
        await core(town, made.mentor, other)
    async with town.app.database.unit() as unit:
        assert await unit.shadowing_days.get(day.day) == before
