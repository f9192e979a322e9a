"""A coordinator speaks to many: written, looked at, sent, followed, stopped."""

from datetime import timedelta

import pytest

from learning.account.model import EnrolmentCode, Organisation, Role
from learning.announcements.asks import (
    Approve,
    AskApproval,
    AskFile,
    AskOptions,
    AskText,
    BeginAnnouncement,
    ChooseTiming,
    DropPoll,
    DropVersion,
    OfferSending,
    Preview,
    SendToMe,
    ShowAnnouncement,
    ShowAudience,
    ShowTiming,
    ShowValues,
    TurnUrgent,
    TurnValue,
    WantSecondLook,
)
from learning.announcements.model import Dimension, Timing
from learning.announcements.reading_asks import StopAnnouncements, TakeAnnouncements, Vote
from learning.announcements.sending_asks import (
    CancelSending,
    CorrectAnnouncement,
    DeleteSent,
    EditSent,
    OfferCancel,
    OfferDeletion,
    PauseSending,
    ReportAnnouncement,
    ResumeSending,
    ShowBoard,
)
from learning.events.asks import BeginEvent
from learning.talk.asks import GiveTextTo
from learning.talk.model import Prompt
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def town(world: World, name: str) -> Organisation:
    known = world.app.database.organisations
    return await known.add(Organisation(0, name, "gr", "Europe/Athens", "el"))


async def member(
    world: World, here: Organisation, role: Role = Role.LEARNER, language: str = "en"
) -> Phone:
    code = f"{here.id}-{role}-{language}"
    await world.app.database.organisations.add_code(
        EnrolmentCode(code, here, "Desk", role, None, None, None, False)
    )
    phone = await world.phone(language=language)
    await phone.start(code)
    return phone


async def three_tongues(world: World, name: str) -> tuple[Phone, list[Phone]]:
    """A coordinator who reads English, and staff who read English, Greek and Spanish."""
    here = await town(world, name)
    coordinator = await member(world, here, Role.COORDINATOR)
    return coordinator, [await member(world, here, language=each) for each in ("en", "el", "es")]


async def drafted(coordinator: Phone, text: str) -> Bubble:
    await coordinator.send("/broadcast")
    await coordinator.tap(BeginAnnouncement)
    return await coordinator.send(text)


async def confirmed(world: World, coordinator: Phone, number: str) -> Bubble:
    await coordinator.tap(OfferSending)
    said = await coordinator.send(number)
    await world.settled()
    return said


async def ended(world: World) -> None:
    """The clock ends what is over, and the message that follows it says so."""
    await world.settled()
    await world.settled()
    await world.app.boards.run()


async def test_everybody_reads_it_in_their_language_and_it_is_followed(here: World) -> None:
    coordinator, readers = await three_tongues(here, "Egaleo")
    draft = await drafted(coordinator, "A **webinar** on Monday")
    assert "These readers get the one in" in draft.text
    assert "4 people." in draft.text
    await coordinator.tap(AskText, language="es")
    await coordinator.send("Un webinario el lunes")
    seen = await coordinator.tap(Preview)
    assert seen.text == "Egaleo\n\nA webinar on Monday"
    spanish = await coordinator.tap(Preview, language="es")
    assert "Un webinario" in spanish.text
    draft = await coordinator.tap(ShowAnnouncement)
    trial = await coordinator.tap(SendToMe)
    assert trial.text == seen.text
    assert trial.id != draft.id, "the draft stays above it"
    offered = await coordinator.tap(OfferSending, of=draft)
    assert "type the number of people: 4" in offered.text
    assert "another number" in (await coordinator.send("5")).text
    assert "on its way" in (await coordinator.send("4")).text
    await here.settled()
    texts = [(await phone.last()).text for phone in readers]
    assert texts == [seen.text, seen.text, "Egaleo\n\nUn webinario el lunes"]
    await ended(here)
    board = next(b for b in await coordinator.from_bot() if "Sent: 4" in b.text)
    assert "Done." in board.text
    report = await coordinator.tap(ReportAnnouncement, of=board)
    assert report.document
    assert report.document.endswith(".xlsx")


async def test_formatting_arrives_as_it_was_typed(here: World) -> None:
    coordinator, [reader, *_] = await three_tongues(here, "Formatted")
    await drafted(coordinator, "Read **this** & `<that>` 👋 __now__")
    await confirmed(here, coordinator, "4")
    messages = await here.get(f"/chats/{reader.id}/messages?phone={reader.id}&after=0")
    last = max(messages["messages"], key=lambda each: each["message_id"])
    assert last["text"].endswith("Read this & <that> 👋 now")
    kinds = {entity["type"] for entity in last["entities"]}
    assert {"bold", "code", "italic"} <= kinds


async def test_formatting_stays_when_i_had_to_ask_what_the_text_is_for(here: World) -> None:
    coordinator, [reader, *_] = await three_tongues(here, "In doubt")
    await coordinator.send("/webinars")
    await coordinator.tap(BeginEvent)
    await coordinator.send("/broadcast")
    await coordinator.tap(BeginAnnouncement)
    asked = await coordinator.send("The **new** hours")
    assert asked.offers(GiveTextTo, prompt=Prompt.EVENT)
    await coordinator.tap(GiveTextTo, prompt=Prompt.ANNOUNCEMENT)
    await confirmed(here, coordinator, "4")
    await coordinator.tap(GiveTextTo, prompt=Prompt.ANNOUNCEMENT)
    await here.settled()
    messages = await here.get(f"/chats/{reader.id}/messages?phone={reader.id}&after=0")
    last = max(messages["messages"], key=lambda each: each["message_id"])
    assert last["text"].endswith("The new hours")
    assert [entity["type"] for entity in last["entities"]] == ["bold", "bold"]


async def test_a_picture_with_its_text_goes_to_everybody(here: World) -> None:
    coordinator, readers = await three_tongues(here, "Pictured")
    await coordinator.send("/broadcast")
    await coordinator.tap(BeginAnnouncement)
    draft = await coordinator.upload("photo", PNG, "poster.png", "Look at this")
    assert "With a picture" in draft.text
    await confirmed(here, coordinator, "4")
    for reader in readers:
        got = await reader.last()
        assert got.has_photo
        assert got.text == "Pictured\n\nLook at this"


async def test_a_file_can_be_added_later(here: World) -> None:
    coordinator, [reader, *_] = await three_tongues(here, "Filed")
    await drafted(coordinator, "The programme")
    await coordinator.tap(AskFile)
    await coordinator.send("Where is it?")
    assert "With a file" in (await coordinator.upload("document", b"%PDF", "day.pdf")).text
    await confirmed(here, coordinator, "4")
    got = await reader.last()
    assert got.document == "day.pdf"
    assert "The programme" in got.text, "what was typed meanwhile took no one's place"


async def test_too_long_is_found_before_anything_is_sent(here: World) -> None:
    coordinator, _ = await three_tongues(here, "Long")
    draft = await drafted(coordinator, "x" * 3900)
    assert "too long" in draft.text
    assert "can't be sent like this" in (await coordinator.tap(OfferSending)).text


async def test_a_poll_is_answered_once_each_and_small_numbers_stay_hidden(here: World) -> None:
    coordinator, [reader, *_] = await three_tongues(here, "Polled")
    await drafted(coordinator, "When does it suit you?")
    await coordinator.tap(AskOptions)
    assert "could not read" in (await coordinator.send("Only one")).text
    assert "Poll: Morning, Evening" in (await coordinator.send("- Morning\n- Evening")).text
    await coordinator.tap(Preview)
    assert "your own preview" in (await coordinator.tap(Vote, option=0)).text
    await coordinator.send("/broadcast")
    await coordinator.tap(ShowAnnouncement)
    await confirmed(here, coordinator, "4")
    await reader.tap(Vote, option=0)
    assert "✓ Morning" in (await reader.last()).labels
    await reader.tap(Vote, option=1)
    assert "✓ Evening" in (await reader.last()).labels
    await ended(here)
    board = await coordinator.send("/broadcast")
    board = await coordinator.tap(ShowAnnouncement, of=board)
    assert "when 5 people have answered" in board.text


async def test_a_poll_is_answered_in_each_language_by_the_same_answers(here: World) -> None:
    coordinator, [english, greek, spanish] = await three_tongues(here, "Polyglot")
    draft = await drafted(coordinator, "When does it suit you?")
    for language, text in (("el", "Πότε σας βολεύει;"), ("es", "¿Cuándo le viene bien?")):
        await coordinator.tap(AskText, of=draft, language=language)
        draft = await coordinator.send(text)
    await coordinator.tap(AskOptions)
    asked = await coordinator.send("Morning\nEvening")
    assert "Ελληνικά" in asked.text, "one language after the other"
    assert "could not read" in (await coordinator.send("Πρωί\nΜεσημέρι\nΒράδυ")).text
    assert "Español" in (await coordinator.send("Πρωί\nΒράδυ")).text
    assert "Poll: Morning, Evening" in (await coordinator.send("Mañana\nTarde")).text
    await coordinator.tap(AskOptions)
    bare = await coordinator.tap(DropPoll)
    assert "Poll:" not in bare.text
    await coordinator.tap(AskOptions)
    for answers in ("Now\nLater", "Τώρα\nΑργότερα", "Ahora\nLuego"):
        draft = await coordinator.send(answers)
    await coordinator.tap(AskText, language="el")
    draft = await coordinator.tap(DropVersion, language="el")
    assert "Ελληνικά: no text yet" in draft.text
    await confirmed(here, coordinator, "4")
    voted = [await phone.last() for phone in (english, greek, spanish)]
    assert [each.labels[0] for each in voted] == ["Now", "Now", "Ahora"]


async def test_one_tap_stops_announcements_also_those_on_their_way(here: World) -> None:
    coordinator, [reader, other, _] = await three_tongues(here, "Quiet")
    await drafted(coordinator, "First")
    await confirmed(here, coordinator, "4")
    await drafted(coordinator, "Second")
    await coordinator.tap(OfferSending)
    await coordinator.send("4")  # due, and stopped before it could be sent
    stopped = await reader.tap(StopAnnouncements)
    assert "not even those already on their way" in stopped.text
    await here.settled()
    assert "Second" not in (await reader.last()).text
    assert "Second" in (await other.last()).text
    third = await drafted(coordinator, "Third")
    assert "1 wants no announcements." in third.text
    await reader.tap(TakeAnnouncements)
    assert "come to you again" in (await reader.last()).text


async def test_pause_holds_resume_goes_on_and_cancel_drops_the_rest(here: World) -> None:
    coordinator, readers = await three_tongues(here, "Paused")
    await drafted(coordinator, "Wait for it")
    await coordinator.tap(ShowTiming)
    await coordinator.tap(ChooseTiming, timing=Timing.AT)
    assert "could not read" in (await coordinator.send("soon")).text
    await coordinator.send("14:00")
    await coordinator.tap(ShowAnnouncement)
    await coordinator.tap(OfferSending)
    planned = await coordinator.send("4")
    assert "It begins today at 14:00" in planned.text
    board = await coordinator.tap(ShowBoard)
    await coordinator.tap(OfferCancel, of=board)
    await coordinator.tap(CancelSending)
    await here.jump((await here.now()) + timedelta(hours=9))
    for reader in readers:
        assert "Wait for it" not in (await reader.last()).text
    await coordinator.send("/broadcast")
    cancelled = await coordinator.tap(ShowAnnouncement)
    assert "Cancelled" in cancelled.text
    assert not cancelled.offers(CorrectAnnouncement), "nobody has it"


async def test_the_urgent_comes_at_night_and_the_rest_in_the_morning(town: World) -> None:
    coordinator, [reader, *_] = await three_tongues(town, "Nightly")
    await town.jump((await town.now()) + timedelta(hours=14))  # ten in the evening
    await drafted(coordinator, "Not now")
    await confirmed(town, coordinator, "4")
    assert "Not now" not in (await reader.last()).text
    await drafted(coordinator, "The hall is closed")
    await coordinator.tap(ShowTiming)
    await coordinator.tap(TurnUrgent)
    await coordinator.tap(ShowAnnouncement)
    await confirmed(town, coordinator, "4")
    assert "The hall is closed" in (await reader.last()).text
    await town.jump((await town.now()) + timedelta(hours=10))
    assert "Not now" in (await reader.last()).text


async def test_a_pause_under_way_takes_effect_at_once(town: World) -> None:
    coordinator, readers = await three_tongues(town, "Halted")
    await drafted(coordinator, "In your own hour")
    await coordinator.tap(ShowTiming)
    await coordinator.tap(ChooseTiming, timing=Timing.LESSON_HOUR)
    await coordinator.tap(ShowAnnouncement)
    await confirmed(town, coordinator, "4")
    await town.settled()
    board = next(b for b in await coordinator.from_bot() if b.offers(PauseSending))
    assert "Paused" in (await coordinator.tap(PauseSending, of=board)).text
    await town.jump((await town.now()) + timedelta(hours=5))
    for reader in readers:
        assert "own hour" not in (await reader.last()).text
    await coordinator.tap(ResumeSending)
    await town.settled()
    for reader in readers:
        assert "In your own hour" in (await reader.last()).text


async def test_only_one_language_can_be_addressed(here: World) -> None:
    coordinator, [english, greek, spanish] = await three_tongues(here, "Narrow")
    await drafted(coordinator, "Solo para ustedes")
    await coordinator.tap(ShowAudience)
    await coordinator.tap(ShowValues, dimension=Dimension.LANGUAGE)
    chosen = await coordinator.tap(TurnValue, value="es")
    assert "1 person." in chosen.text
    audience = await coordinator.tap(ShowAudience)
    for nothing in (Dimension.PROGRESS, Dimension.EVENT, Dimension.MENTORING):
        assert not audience.offers(ShowValues, dimension=nothing)
    await coordinator.tap(ShowAnnouncement)
    await confirmed(here, coordinator, "1")
    assert "Solo" in (await spanish.last()).text
    for other in (english, greek):
        assert "Solo" not in (await other.last()).text


async def test_who_changed_department_meanwhile_gets_none_of_its_announcements(
    town: World,
) -> None:
    coordinator, [stays, leaves, _] = await three_tongues(town, "Moving")
    await drafted(coordinator, "For the desk alone")
    await coordinator.tap(ShowAudience)
    await coordinator.tap(ShowValues, dimension=Dimension.DEPARTMENT)
    await coordinator.tap(TurnValue)
    assert "only Departments: Desk" in (await coordinator.tap(ShowAudience)).text
    await coordinator.tap(ShowAnnouncement)
    await coordinator.tap(ShowTiming)
    await coordinator.tap(ChooseTiming, timing=Timing.LESSON_HOUR)
    await coordinator.tap(ShowAnnouncement)
    await confirmed(town, coordinator, "4")
    await town.app.wake.run()
    async with town.app.database.unit() as unit:
        actor = await unit.people.actor(leaves.id)
        assert actor.membership
        here = actor.membership.organisation.id
        await unit.memberships.end(actor.membership.id, await town.now())
        await unit.memberships.begin(
            actor.membership.person_id, here, "Another", Role.LEARNER, None, await town.now()
        )
    await town.jump(await town.now() + timedelta(days=1))
    assert any("For the desk alone" in bubble.text for bubble in await stays.from_bot())
    assert not any("For the desk alone" in bubble.text for bubble in await leaves.from_bot())


async def test_a_second_coordinator_approves(here: World) -> None:
    place = await town(here, "Careful")
    owner = await member(here, place, Role.OWNER)
    await owner.send("/broadcast")
    assert "only one" in (await owner.tap(WantSecondLook, wanted=1)).text
    second = await member(here, place, Role.COORDINATOR)
    await owner.send("/broadcast")
    await owner.tap(WantSecondLook, wanted=1)
    await drafted(owner, "Approve of me")
    await owner.tap(OfferSending)
    assert "are asked" in (await owner.tap(AskApproval)).text
    await here.settled()
    asked = await second.last()
    assert "waits for your approval" in asked.text
    data = asked.ask(Approve)
    assert data
    assert "may not do that" in (await owner.press_data(data, (await owner.last()).id)).text
    await second.tap(Preview, of=asked)
    await second.tap(ShowAnnouncement)
    await second.tap(Approve)
    await here.settled()
    assert "Approve of me" in (await second.last()).text


async def test_corrected_reworded_and_deleted(here: World) -> None:
    coordinator, [reader, *_] = await three_tongues(here, "Mended")
    await drafted(coordinator, "On Tuesday")
    await confirmed(here, coordinator, "4")
    await ended(here)
    board = next(b for b in await coordinator.from_bot() if b.offers(CorrectAnnouncement))
    await coordinator.tap(CorrectAnnouncement, of=board)
    await coordinator.send("Sorry: on Wednesday")
    await confirmed(here, coordinator, "4")
    assert "on Wednesday" in (await reader.last()).text
    await coordinator.tap(EditSent, of=board)
    await coordinator.tap(AskText, language="en")
    await coordinator.send("On Wednesday, not Tuesday")
    await confirmed(here, coordinator, "4")
    texts = [bubble.text for bubble in await reader.from_bot()]
    assert "Mended\n\nOn Wednesday, not Tuesday" in texts
    assert "Mended\n\nOn Tuesday" not in texts
    offered = await coordinator.tap(OfferDeletion, of=board)
    assert "4 messages can be deleted" in offered.text
    await coordinator.tap(DeleteSent)
    await ended(here)
    texts = [bubble.text for bubble in await reader.from_bot()]
    assert "Mended\n\nOn Wednesday, not Tuesday" not in texts


async def test_another_organisation_can_neither_see_nor_stop_it(here: World) -> None:
    coordinator, [reader, *_] = await three_tongues(here, "Mine")
    stranger, _ = await three_tongues(here, "Theirs")
    await drafted(coordinator, "Ours alone")
    draft = await coordinator.last()
    for ask in (ShowAudience, Preview, OfferSending):
        data = draft.ask(ask)
        assert data
        said = await stranger.press_data(data, (await stranger.last()).id)
        assert "not here any more" in said.text
        assert "Ours" not in said.text
        refused = await reader.press_data(data, (await reader.last()).id)
        assert "may not do that" in refused.text


# One white pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8ffffff7f0009fb03fd05434541"
    "0000000049454e44ae426082"
)
