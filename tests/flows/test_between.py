"""The two of a pair write to each other through the bot, and share usernames if both wish."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from data.tables.mentoring import mentoring_texts, mentoring_turns
from data.tables.talk import inbox
from dialogue.intents import ASKS
from learning.account.asks import MovePhone
from learning.ask import Caller
from learning.mentoring.asks import EndTurn, OfferTurnEnd, ShowMoreOfTurn, ShowTexts
from learning.mentoring.between.asks import (
    LeaveMessage,
    OpenMessage,
    ShareUsername,
    ShowUsernames,
)
from learning.mentoring.outcomes import TurnShown
from tests.flows.pairing import Circle, agreed, begun, circle, person_of
from tests.flows.phone import Bubble, Phone
from tests.flows.staff import member
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "Could we look at the letter of Thursday together?"
SENT_ON = "Never passed on"


async def paired(world: World, language: str = "en") -> Circle:
    """Both are in working hours; the agreement is made."""
    made = await circle(world, language)
    await made.after(0)
    await agreed(made)
    return made


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_one_writes_and_the_other_answers(town: World, language: str) -> None:
    made = await paired(town, language)
    await made.mentee.send("/mentoring")
    asked = await made.mentee.tap(OpenMessage)
    assert "Eleni" in asked.text
    assert asked.offers(LeaveMessage)
    assert "Eleni" in (await made.mentee.send(SECRET)).text
    await town.settled()
    arrived = await made.mentor.last()
    assert "Luis" in arrived.text
    assert SECRET in arrived.text
    await made.mentor.tap(OpenMessage)
    await made.mentor.send("Gladly, at ten.")
    await town.settled()
    back = await made.mentee.last()
    assert "Gladly, at ten." in back.text
    assert SECRET not in back.text
    for phone in (made.coordinator, await member(town, made.here)):
        assert not any(SECRET in bubble.text for bubble in await phone.from_bot())


async def test_only_what_was_meant_for_the_other_one_is_passed_on(town: World) -> None:
    made = await paired(town)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(OpenMessage)
    await made.mentee.send(SECRET)
    await made.mentee.send(SENT_ON)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(OpenMessage)
    await made.mentee.tap(LeaveMessage)
    await made.mentee.send(SENT_ON)
    await town.settled()
    assert not any(SENT_ON in bubble.text for bubble in await made.mentor.from_bot())


async def test_what_is_written_at_night_arrives_in_the_morning_once(town: World) -> None:
    made = await paired(town)
    await town.jump(MONDAY + timedelta(hours=16))
    before = len(await made.mentor.from_bot())
    for number in range(3):
        await made.mentee.send("/mentoring")
        await made.mentee.tap(OpenMessage)
        await made.mentee.send(f"Thought {number}")
    await town.settled()
    assert len(await made.mentor.from_bot()) == before
    await made.mentor.send("/mentoring")
    assert "Thought 2" in (await made.mentor.tap(OpenMessage)).text, "who looks need not wait"
    await made.after(1)
    new = (await made.mentor.from_bot())[before:]
    told = [bubble.text for bubble in new if "writes to you" in bubble.text]
    assert len(told) == 1
    assert all(f"Thought {number}" in told[0] for number in range(3))


async def test_nothing_is_passed_on_after_the_end(town: World) -> None:
    made = await paired(town)
    await made.mentee.send("/mentoring")
    asked = await made.mentee.tap(OpenMessage)
    await made.mentor.send("/mentoring")
    await made.mentor.tap(ShowMoreOfTurn)
    await made.mentor.tap(OfferTurnEnd)
    await made.mentor.tap(EndTurn)
    await town.settled()
    await made.mentee.send(SENT_ON)
    old = asked.ask(ShowUsernames)
    assert old is not None
    assert not (await made.mentee.press_data(old, asked.id)).offers(ShareUsername)
    await town.settled()
    assert not any(SENT_ON in bubble.text for bubble in await made.mentor.from_bot())


async def test_nobody_else_can_write_into_a_pair(town: World) -> None:
    made = await paired(town)
    await made.mentee.send("/mentoring")
    home = await made.mentee.last()
    data = home.ask(OpenMessage)
    assert data is not None
    for phone in (made.coordinator, await member(town, made.here)):
        gone = await phone.press_data(data, (await phone.last()).id)
        assert "not there any more" in gone.text
        await phone.send(SENT_ON)
    await town.settled()
    assert not any(SENT_ON in bubble.text for bubble in await made.mentor.from_bot())


async def test_messages_are_sealed_and_gone_with_the_rest(town: World) -> None:
    made = await paired(town)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(OpenMessage)
    await made.mentee.send(SECRET)
    async with town.app.database.engine.reading() as session:
        tables = (mentoring_turns, mentoring_texts, inbox)
        kept = repr([list(await session.rows(select(table))) for table in tables])
    assert "Thursday" not in kept
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    assert "1 message between you two" in (await made.mentee.tap(ShowTexts)).text


async def test_usernames_are_shown_only_when_both_wish_it(town: World) -> None:
    made = await paired(town)
    assert (await usernames(made.mentee)).offers(ShareUsername, yes=True)
    mine = await made.mentee.tap(ShareUsername, yes=True)
    assert "@luis_desk" in mine.text
    assert "@eleni_desk" not in mine.text
    await town.settled()
    other = await usernames(made.mentor)
    assert "@luis_desk" not in other.text, "one yes is not heard of"
    both = await made.mentor.tap(ShareUsername, yes=True)
    assert "Luis is @luis_desk" in both.text
    await town.settled()
    assert "Eleni is @eleni_desk" in (await made.mentee.last()).text
    await made.mentee.tap(ShareUsername, yes=False)
    assert "@luis_desk" not in (await usernames(made.mentor)).text


async def test_a_yes_is_to_one_account_and_asked_anew_under_another(town: World) -> None:
    made = await paired(town)
    for phone in (made.mentee, made.mentor):
        await usernames(phone)
        await phone.tap(ShareUsername, yes=True)
    await town.settled()
    begun_move = await made.mentee.send("/move")
    new = await town.phone(username="luis_anew")
    await new.start(begun_move.text.split("/start ")[1].split()[0])
    await new.tap(MovePhone)
    assert "luis" not in (await usernames(made.mentor)).text
    assert (await usernames(new)).offers(ShareUsername, yes=True)


async def test_asking_for_the_mentor_in_words_leads_to_the_pair(town: World) -> None:
    made = await paired(town)
    wish = ASKS["ask_mentor"]
    assert wish is not None
    shown = await town.app.core.perform(wish, Caller(made.mentee.id), await town.now())
    assert isinstance(shown, TurnShown)
    assert shown.turn == (await made.turn()).id


async def test_who_has_no_username_shares_none_and_hears_how_to_choose_one(town: World) -> None:
    made = await paired(town)
    other = await member(town, made.here)
    await begun(town, made.mentor, other)
    shown = await usernames(other)
    assert not shown.offers(ShareUsername)
    assert "Settings" in shown.text


async def test_a_reply_to_a_message_goes_to_who_wrote_it(town: World) -> None:
    """Also where a mentor has two mentees, and meant the first."""
    made = await paired(town)
    other = await member(town, made.here)
    await begun(town, made.mentor, other)
    await person_of(town, other, "Rosa")
    for phone, text in ((made.mentee, "From Luis"), (other, "From Rosa")):
        await phone.send("/mentoring")
        await phone.tap(OpenMessage)
        await phone.send(text)
        await town.settled()
    first = next(each for each in await made.mentor.from_bot() if "From Luis" in each.text)
    await reply(made.mentor, first, "For Luis alone")
    await town.settled()
    assert "For Luis alone" in (await made.mentee.last()).text
    assert not any("For Luis alone" in bubble.text for bubble in await other.from_bot())


async def usernames(phone: Phone) -> Bubble:
    await phone.send("/mentoring")
    await phone.tap(OpenMessage)
    return await phone.tap(ShowUsernames)


async def reply(phone: Phone, to: Bubble, text: str) -> None:
    await phone._act("send", {"chat_id": phone.id, "text": text, "reply_to": to.id})
