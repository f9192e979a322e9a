"""Two people go through the circle of mentoring, with a coordinator beside them, in three
languages: a turn from its beginning to its end, by their phones and the clock alone."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from learning.account.asks import Leave
from learning.account.model import Organisation, Role
from learning.mentoring.agreement import Term
from learning.mentoring.asks import (
    AskGoal,
    ChooseSeen,
    ChooseTerm,
    ConfirmAgreement,
    DestroyTexts,
    EndTurn,
    GiveTexts,
    MovePhase,
    OfferDestroying,
    OfferTerm,
    OfferTurnEnd,
    OpenAgreement,
    OpenCheckIn,
    PrintAgreement,
    ProposeAgreement,
    RateMentoring,
    SayFit,
    SayResult,
    ShowTalkKit,
    ShowTexts,
    ShowTurn,
    SkipCheckInText,
)
from learning.mentoring.beginning import begin_turn
from learning.mentoring.check_in import Result
from learning.mentoring.model import Seen, Turn
from tests.flows.phone import Bubble, Phone
from tests.flows.staff import member, town
from tests.flows.world import MONDAY, World
from tests.reading_pdf import words_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

SHARED, OWN = "The letter was understood at once", "I doubt myself sometimes"


@dataclass
class Circle:
    world: World
    here: Organisation
    mentor: Phone
    mentee: Phone
    coordinator: Phone

    async def after(self, days: int) -> None:
        """At half past nine in Athens, so many days after the beginning."""
        await self.world.jump(MONDAY + timedelta(days=days, minutes=90))

    async def turn(self) -> Turn:
        async with self.world.app.database.unit() as unit:
            person = (await unit.people.actor(self.mentee.id)).person
            assert person is not None
            return (await unit.turns.of_person(person.id))[0]


async def person_of(world: World, phone: Phone, name: str) -> int:
    async with world.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        await unit.names.settle(person.id, name)
        return person.id


async def begun(world: World, mentor: Phone, mentee: Phone) -> None:
    """Both have accepted: as the matching does it."""
    await person_of(world, mentor, "Eleni")
    await person_of(world, mentee, "Luis")
    async with world.app.database.unit() as unit:
        await begin_turn(
            await unit.people.actor(mentor.id),
            await unit.people.actor(mentee.id),
            "en",
            MONDAY,
            turns=unit.turns,
            pushes=unit.pushes,
            curriculum=world.app.core.curriculum,
        )
    await world.settled()


async def circle(world: World, language: str) -> Circle:
    here = await town(world, "Egaleo")
    people = [await member(world, here, role) for role in (Role.MENTOR, Role.LEARNER)]
    coordinator = await member(world, here, Role.COORDINATOR)
    for phone in (*people, coordinator):
        async with world.app.database.unit() as unit:
            actor = await unit.people.actor(phone.id)
            assert actor.person is not None
            await unit.people.put(replace(actor.person, language=language))
    await begun(world, people[0], people[1])
    return Circle(world, here, people[0], people[1], coordinator)


async def agreed(made: Circle) -> Bubble:
    """The mentee writes, the mentor confirms; a check-in every two weeks."""
    await made.mentee.tap(OpenAgreement)
    await made.mentee.tap(AskGoal)
    await made.mentee.send("Write letters that people understand")
    await made.mentee.send("Two letters a week, tried with a colleague, by June")
    await made.mentee.tap(OfferTerm, term=Term.WEEKS)
    await made.mentee.tap(ChooseTerm, value="2")
    await made.mentee.tap(ProposeAgreement)
    await made.world.settled()
    shown = await made.mentor.last()
    assert "Write letters" in shown.text
    confirmed = await made.mentor.tap(ConfirmAgreement)
    await made.world.settled()
    return confirmed


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
    theirs = await made.mentor.tap(ShowTexts)
    assert SHARED in theirs.text
    assert OWN not in theirs.text
    await made.mentee.send("/mentoring")
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
    await made.mentee.tap(ShowTexts)
    await made.mentee.tap(OfferDestroying)
    await made.mentee.tap(DestroyTexts)
    await made.mentor.send("/mentoring")
    assert SHARED not in (await made.mentor.tap(ShowTexts)).text
    await made.mentee.send("/mentoring")
    assert OWN not in (await made.mentee.tap(ShowTexts)).text


async def test_a_mentor_of_two_gets_one_message_about_both(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    other = await member(town, made.here)
    await begun(town, made.mentor, other)
    await person_of(town, other, "Rosa")
    await agreed(Circle(town, made.here, made.mentor, other, made.coordinator))
    before = len(await made.mentor.from_bot())
    await made.after(15)
    new = (await made.mentor.from_bot())[before:]
    assert len(new) == 1
    assert "Luis" in new[0].text
    assert "Rosa" in new[0].text
    turn = await made.turn()
    shown = await made.mentor.tap(OpenCheckIn, turn=turn.id)
    assert "Luis" in shown.text
    await made.mentor.tap(SayResult, result=Result.DONE)
    await made.mentor.tap(RateMentoring, rating=0)
    await made.mentor.tap(SkipCheckInText)
    await made.mentor.tap(SkipCheckInText)
    await made.mentor.tap(SayFit, fit="not")


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
