"""Two look back at the end of their turn, and what they learned reaches colleagues if they wish."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from data.tables.evaluating import mentoring_practices
from data.tables.mentoring import mentoring_texts
from data.tables.talk import inbox
from learning.account.model import EnrolmentCode, Organisation, Role
from learning.mentoring.cycle import Step
from learning.mentoring.evaluating.asks import (
    ChooseReader,
    DecidePractice,
    OpenCard,
    OpenEvaluation,
    RateStatement,
    ReleaseCard,
    ReviewPractices,
    RewritePart,
    SendEvaluation,
    ShowPractice,
    TakeCardBack,
)
from learning.mentoring.evaluating.model import PracticeState
from learning.mentoring.model import Ending, Party, Seen, Turn
from tests.flows.phone import Bubble, Phone
from tests.flows.staff import NUMBERS, town
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")
SITUATION = "People came twice with the same paper"


async def member(
    world: World, place: Organisation, role: Role = Role.LEARNER, language: str = "en"
) -> Phone:
    code = f"{place.id}-{role}-{next(NUMBERS)}"
    made = EnrolmentCode(code, place, "Desk", role, None, 1, None, False)
    await world.app.database.organisations.add_code(made)
    phone = await world.phone(language=language)
    await phone.start(code)
    return phone


async def id_of(world: World, phone: Phone) -> int:
    async with world.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        return person.id


async def turn_of(world: World, place: Organisation, mentor: Phone, mentee: Phone) -> Turn:
    """One that has come to its evaluation."""
    now, today = await world.now(), (await world.now()).date()
    one, other = await id_of(world, mentor), await id_of(world, mentee)
    definition = world.app.core.curriculum.mentoring.today
    assert definition is not None
    async with world.app.database.unit() as unit:
        return await unit.turns.add(
            Turn(
                id=0,
                mentor=Party(one, place.id, waits_since=today),
                mentee=Party(other, place.id, waits_since=today),
                language="en",
                definition=definition,
                begun_at=now,
                step=Step.EVALUATION,
            )
        )


async def rate_all(phone: Phone) -> Bubble:
    await phone.send("/practices")
    shown = await phone.tap(OpenEvaluation)
    while shown.offers(RateStatement, rating=4):
        shown = await phone.tap(RateStatement, rating=4)
    return shown


async def write_card(phone: Phone, first: str = SITUATION) -> Bubble:
    """Looking back comes first."""
    if (await phone.send("/practices")).offers(OpenEvaluation):
        await rate_all(phone)
        await phone.tap(SendEvaluation)
    await phone.tap(OpenCard)
    for text in (first, "We drew the way", "Nobody comes twice"):
        await phone.send(text)
    return await phone.send("Every desk")


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_whole_way_from_looking_back_to_a_colleague_who_reads(
    here: World, language: str
) -> None:
    place = await town(here, f"Whole {language}")
    mentor, mentee, colleague = [await member(here, place, language=language) for _ in range(3)]
    coordinator = await member(here, place, Role.COORDINATOR, language)
    turn = await turn_of(here, place, mentor, mentee)
    asked = await rate_all(mentee)
    assert asked.offers(SendEvaluation)
    await mentee.tap(ChooseReader, seen=Seen.PARTNER)
    assert (await mentee.send("You listened to me")).offers(OpenCard)
    await rate_all(mentor)
    await mentor.tap(SendEvaluation)
    assert "You listened to me" in (await mentor.last()).text
    async with here.app.database.unit() as unit:
        closed = await unit.turns.get(turn.id)
        assert closed
        assert (closed.ending, closed.step) == (Ending.CIRCLE, Step.CLOSING)
    whole = await write_card(mentee)
    assert SITUATION in whole.text
    assert (await mentee.tap(ReleaseCard)).offers(TakeCardBack)
    await here.settled()
    assert SITUATION in (await coordinator.last()).text
    await coordinator.tap(DecidePractice, state=PracticeState.PUBLISHED)
    await here.settled()
    assert (await mentee.last()).offers(OpenCard)
    await colleague.send("/practices")
    read = await colleague.tap(ShowPractice)
    assert SITUATION in read.text
    await mentee.tap(OpenCard)
    await mentee.tap(TakeCardBack)
    assert not (await colleague.send("/practices")).offers(ShowPractice)


async def test_who_will_see_it_is_said_before_a_word_is_written(here: World) -> None:
    place = await town(here, "Said")
    mentor, mentee = await member(here, place), await member(here, place)
    await turn_of(here, place, mentor, mentee)
    asked = await rate_all(mentor)
    assert asked.offers(ChooseReader, seen=Seen.ME)
    assert "First choose who will see your answer" in asked.text
    mine = await mentor.tap(ChooseReader, seen=Seen.ME)
    assert "Only you will see it." in mine.text
    assert "no client names, no case facts" in mine.text
    await mentor.send("It was hard for me")
    await rate_all(mentee)
    assert "hard for me" not in (await mentee.tap(SendEvaluation)).text
    await mentor.send("/practices")
    card = await mentor.tap(OpenCard)
    assert "Only you see it" in card.text
    assert "no client names, no case facts" in card.text


async def test_a_kept_card_stays_with_its_author_and_can_be_changed(here: World) -> None:
    place = await town(here, "Kept")
    mentor, mentee = await member(here, place), await member(here, place)
    trainer = await member(here, place, Role.TRAINER)
    await turn_of(here, place, mentor, mentee)
    await write_card(mentee)
    again = await mentee.tap(RewritePart, part="did")
    assert "What did you do?" in again.text
    assert "We asked first" in (await mentee.send("We asked first")).text
    assert not (await trainer.send("/practices")).offers(ReviewPractices)
    await mentee.tap(ReleaseCard)
    await here.settled()
    await trainer.tap(DecidePractice, state=PracticeState.KEPT)
    await here.settled()
    assert "not published this time" in (await mentee.last()).text
    assert (await mentee.tap(OpenCard)).offers(ReleaseCard)
    other = await member(here, place)
    assert SITUATION not in (await other.send("/practices")).text


async def test_nobody_decides_on_a_card_of_their_own_pair_or_of_another_organisation(
    here: World,
) -> None:
    place, elsewhere = await town(here, "Own"), await town(here, "Elsewhere")
    mentor = await member(here, place, Role.COORDINATOR)
    mentee = await member(here, place)
    stranger = await member(here, elsewhere, Role.COORDINATOR)
    reviewer = await member(here, place, Role.COORDINATOR)
    await turn_of(here, place, mentor, mentee)
    await write_card(mentee)
    await mentee.tap(ReleaseCard)
    await here.settled()
    waiting = await reviewer.last()
    decide = waiting.ask(DecidePractice, state=PracticeState.PUBLISHED)
    assert decide is not None
    for phone in (mentor, stranger, mentee):
        assert SITUATION not in (await phone.press_data(decide, (await phone.last()).id)).text
    assert not (await stranger.send("/practices")).offers(ShowPractice)
    assert not (await mentor.send("/practices")).offers(ReviewPractices)


async def test_words_are_sealed_and_a_released_card_goes_with_its_author(here: World) -> None:
    place = await town(here, "Sealed")
    mentor, mentee = await member(here, place), await member(here, place)
    await turn_of(here, place, mentor, mentee)
    await write_card(mentee, "A secret of mine")
    await mentee.tap(ReleaseCard)
    async with here.app.database.engine.reading() as session:
        tables = (mentoring_practices, mentoring_texts, inbox)
        kept = repr([list(await session.rows(select(table))) for table in tables])
    assert "secret" not in kept


async def test_before_its_time_there_is_nothing_to_look_back_on(here: World) -> None:
    place = await town(here, "Early")
    mentor, mentee = await member(here, place), await member(here, place)
    turn = await turn_of(here, place, mentor, mentee)
    await mentor.send("/practices")
    offered = await mentor.last()
    data = offered.ask(OpenEvaluation)
    assert data is not None
    async with here.app.database.unit() as unit:
        await unit.turns.put(replace(turn, step=Step.MENTORING).changed())
    assert "at the end of a mentoring" in (await mentor.press_data(data, offered.id)).text
    outsider = await member(here, place)
    gone = await outsider.press_data(data, (await outsider.last()).id)
    assert "not there any more" in gone.text
