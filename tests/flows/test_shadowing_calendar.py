"""What follows a day of job shadowing that is agreed: calendar files, and a reminder of what one
wanted to try."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from learning.mentoring.asks import (
    DestroyTexts,
    EndTurn,
    OfferDestroying,
    OfferTurnEnd,
    ShowMoreOfTurn,
    ShowTexts,
)
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.model import Seen
from learning.mentoring.shadowing import asks
from tests.flows.phone import Bubble, Phone
from tests.flows.shadowing import DAY, MOVED, at, in_direction, moved_by, opened, settled_day, wrote
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

TRIED = "Ask one question less"


async def file_of(phone: Phone, bubble: Bubble) -> tuple[str, int, datetime, str]:
    """UID, sequence, beginning and status of the day in a calendar file."""
    event: Any
    (event,) = Calendar.from_ical(await phone.download(bubble)).walk("VEVENT")
    begins = event["DTSTART"].dt.astimezone(UTC)
    return str(event["UID"]), int(event["SEQUENCE"]), begins, str(event["STATUS"])


async def test_the_calendars_of_both_follow_the_day(town: World) -> None:
    made = await in_direction(town)
    first = await file_of(made.mentor, await settled_day(made))
    assert first[1:] == (1, at(DAY, 9), "CONFIRMED")
    assert await file_of(made.mentee, await made.mentee.last()) == first
    await moved_by(made.mentor)
    await made.world.settled()
    assert (await made.mentee.last()).document is None, "nothing is agreed yet"
    moved = await file_of(made.mentee, await made.mentee.tap(asks.AcceptPlan))
    await made.world.settled()
    assert moved == (first[0], 2, at(MOVED, 9), "CONFIRMED")
    assert await file_of(made.mentor, await made.mentor.last()) == moved
    await opened(made.mentor)
    assert await file_of(made.mentor, await made.mentor.tap(asks.GiveDayFile)) == moved
    await made.mentor.tap(asks.OfferCallOff)
    off = await file_of(made.mentor, await made.mentor.tap(asks.CallOff))
    await made.world.settled()
    assert off == (first[0], 3, at(MOVED, 9), "CANCELLED")
    assert await file_of(made.mentee, await made.mentee.last()) == off


async def test_the_day_of_an_ended_turn_leaves_both_calendars(town: World) -> None:
    made = await in_direction(town)
    first = await file_of(made.mentor, await settled_day(made))
    await made.mentor.send("/mentoring")
    await made.mentor.tap(ShowMoreOfTurn)
    await made.mentor.tap(OfferTurnEnd)
    await made.mentor.tap(EndTurn)
    await town.settled()
    for phone in (made.mentor, made.mentee):
        off = await file_of(phone, await phone.tap(asks.GiveDayFile))
        assert off == (first[0], 2, at(DAY, 9), "CANCELLED")
    await town.jump(at(MOVED, 10))
    assert not (await made.mentee.send("/mentoring")).offers(asks.GiveDayFile)


async def looked_back(phone: Phone, weeks: int) -> None:
    """For oneself alone, with a day by when."""
    await phone.tap(asks.ChooseNoteReader, seen=Seen.ME)
    await wrote(phone, "Nothing special", "Nor here", TRIED)
    await phone.tap(asks.SayByWhen, weeks=weeks)


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_what_one_wanted_to_try_is_remembered_kindly(town: World, language: str) -> None:
    made = await in_direction(town, language)
    await settled_day(made)
    await town.jump(at(DAY, 13, 31))
    await looked_back(made.mentee, 1)
    await looked_back(made.mentor, 2)
    await town.settled()  # the mentor hears that the circle goes on
    reminded = at(DAY + timedelta(weeks=1), 9)
    counts = [len(await phone.from_bot()) for phone in (made.mentor, made.mentee)]
    await town.jump(reminded)
    new = [
        (await phone.from_bot())[count:]
        for phone, count in zip((made.mentor, made.mentee), counts, strict=True)
    ]
    assert [len(each) for each in new] == [0, 1]
    assert TRIED in new[1][0].text
    assert new[1][0].offers(OpenMessage)
    await made.mentor.send("/mentoring")
    await made.mentor.tap(ShowMoreOfTurn)
    await made.mentor.tap(ShowTexts)
    await made.mentor.tap(OfferDestroying)
    await made.mentor.tap(DestroyTexts)
    count = len(await made.mentor.from_bot())
    await town.jump(at(DAY + timedelta(weeks=2), 12))
    said = [bubble.text for bubble in (await made.mentor.from_bot())[count:]]
    assert not any(TRIED in text or "11 March" in text for text in said), "nothing is left of it"
