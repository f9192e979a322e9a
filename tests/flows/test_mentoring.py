"""Two people go through the circle of mentoring, with a coordinator beside them, in three
languages: a turn from its beginning to its end, by their phones and the clock alone."""

from datetime import timedelta

import pytest

from learning.account.asks import Leave
from learning.account.model import Role
from learning.mentoring.asks import (
    ChooseSeen,
    DestroyTexts,
    EndTurn,
    GiveTexts,
    MovePhase,
    OfferDestroying,
    OfferTurnEnd,
    OpenAgreement,
    OpenCheckIn,
    PrintAgreement,
    RateMentoring,
    SayFit,
    SayResult,
    ShowMoreOfTurn,
    ShowTalkKit,
    ShowTexts,
    ShowTurn,
    SkipCheckInText,
)
from learning.mentoring.check_in import Result
from learning.mentoring.model import Seen
from tests.flows.pairing import Circle, agreed, begun, circle, person_of
from tests.flows.phone import Phone
from tests.flows.staff import member
from tests.flows.world import World
from tests.reading_pdf import words_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

SHARED, OWN = "The letter was understood at once", "I doubt myself sometimes"


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_turn_is_lived_from_its_beginning_to_its_end(town: World, language: str) -> None:
    made = await circle(town, language)
    assert (await made.mentor.last()).offers(OpenAgreement)
    assert (await agreed(made)).offers(PrintAgreement)
    paper = await made.mentor.tap(PrintAgreement)
    assert paper.document == "agreement.pdf"
    assert "Two letters a week" in words_of(await made.mentor.download(paper))
    home = await made.mentee.send("/mentoring")
    assert home.has_photo
    assert "Eleni" in home.text

    await made.after(15)
    await answered(made.mentee, Result.DONE, 5)
    told = await made.mentee.last()
    assert told.offers(ShowTurn)
    await made.mentor.tap(SayResult, result=Result.HELP)
    await made.mentor.tap(RateMentoring, rating=1)
    await made.world.settled()
    assert (await made.mentor.last()).offers(ChooseSeen), "nothing comes between"
    await made.world.jump(await made.world.now() + timedelta(minutes=16))
    for phone, other in ((made.mentor, "Luis"), (made.mentee, "Eleni")):
        invited = (await phone.last()).text
        assert other in invited
        assert SHARED not in invited
    await released_only(made)

    await made.mentor.send("/mentoring")
    assert "Luis" in (await made.mentor.tap(ShowTalkKit)).text
    await made.mentee.send("/mentoring")
    await made.mentee.tap(MovePhase)
    await made.world.settled()
    assert (await made.mentor.last()).offers(MovePhase, back=True)

    await made.after(28)
    for days, says in ((35, False), (42, True)):
        await made.after(days)
        heard = [bubble.text for bubble in await made.coordinator.from_bot()]
        assert any("Luis" in text for text in heard) is says
        assert not any(SHARED in text or OWN in text for text in heard)

    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    await made.mentee.tap(OfferTurnEnd)
    await made.mentee.tap(EndTurn)
    await made.world.settled()
    over = await made.mentor.last()
    assert "Luis" in over.text
    assert over.offers(ShowTexts)
    assert not (await made.turn()).running
    count = len(await made.mentor.from_bot())
    await made.after(200)
    assert len(await made.mentor.from_bot()) == count, "somebody whose turn is over is written to"
    ended = await made.turn()
    async with made.world.app.database.unit() as unit:
        assert not await unit.turn_texts.heads(ended.id)


async def answered(phone: Phone, result: Result, rating: int) -> None:
    """A whole check-in: one text for the other one, one for oneself."""
    await phone.tap(SayResult, result=result)
    await phone.tap(RateMentoring, rating=rating)
    await phone.tap(ChooseSeen, seen=Seen.PARTNER)
    await phone.send(SHARED)
    await phone.tap(ChooseSeen, seen=Seen.ME)
    await phone.send(OWN)
    await phone.tap(SayFit, fit="good")


async def released_only(made: Circle) -> None:
    """Each reads what was released to them, and can destroy what is theirs."""
    await made.mentor.send("/mentoring")
    await made.mentor.tap(ShowMoreOfTurn)
    theirs = await made.mentor.tap(ShowTexts)
    assert SHARED in theirs.text
    assert OWN not in theirs.text
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    own = await made.mentee.tap(ShowTexts)
    assert SHARED in own.text
    assert OWN in own.text
    file = await made.mentee.tap(GiveTexts)
    assert OWN in (await made.mentee.download(file)).decode()


async def test_texts_are_destroyed_at_once(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    await made.after(15)
    await answered(made.mentee, Result.NOT_YET, 4)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    await made.mentee.tap(ShowTexts)
    await made.mentee.tap(OfferDestroying)
    await made.mentee.tap(DestroyTexts)
    await made.mentor.send("/mentoring")
    await made.mentor.tap(ShowMoreOfTurn)
    assert SHARED not in (await made.mentor.tap(ShowTexts)).text
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    assert OWN not in (await made.mentee.tap(ShowTexts)).text


NAMES = ("Luis", "Rosa", "Nora")


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_mentor_of_three_gets_one_message_about_all(town: World, language: str) -> None:
    made = await circle(town, language)
    await agreed(made)
    for name in NAMES[1:]:
        other = await member(town, made.here)
        await begun(town, made.mentor, other)
        await person_of(town, other, name)
        await agreed(Circle(town, made.here, made.mentor, other, made.coordinator))
    before = len(await made.mentor.from_bot())
    await made.after(15)
    (digest,) = (await made.mentor.from_bot())[before:]
    assert all(name in digest.text for name in NAMES)
    shown = await made.mentor.tap(OpenCheckIn, turn=(await made.turn()).id)
    for kind in (SayResult, RateMentoring, SkipCheckInText, SkipCheckInText, SayFit):
        assert "Luis" in shown.text, "each prompt says whom it is about"
        shown = await made.mentor.tap(kind)
    before = len(await made.mentor.from_bot())
    for days in range(16, 23):  # none of the three has a meeting; two check-ins stay open
        await made.after(days)
    new = (await made.mentor.from_bot())[before:]
    assert len(new) == 2
    for bubble in new:
        assert all(name in bubble.text for name in NAMES[1:])


async def test_who_leaves_ends_the_turn_and_hears_no_more(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    await made.mentee.send("/leave")
    await made.mentee.tap(Leave)
    await made.world.settled()
    assert "ended" in (await made.mentor.last()).text
    count = len(await made.mentee.from_bot())
    await made.after(30)
    assert len(await made.mentee.from_bot()) == count


async def test_a_stranger_opens_nothing_of_a_pair(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    home = await made.mentee.send("/mentoring")
    thief = await member(town, made.here, Role.COORDINATOR)
    mine = await thief.last()
    for data in filter(None, home.data):
        shown = await thief.press_data(data, mine.id)
        assert "Write letters" not in shown.text
        assert "Eleni" not in shown.text
