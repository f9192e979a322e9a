"""A webinar from its draft to its recording, on phones of three languages."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.certificates import verify
from dialogue.fake import FakeUnderstander
from learning.account.model import EnrolmentCode, Role
from learning.announcements.asks import OfferSending
from learning.announcements.reading_asks import StopAnnouncements
from learning.certificates.asks import ShowAttendance
from learning.events.asks import (
    AnnounceEvent,
    AskAttendance,
    AskField,
    BeginEvent,
    CancelEvent,
    CancelRegistration,
    GiveFeedback,
    ManageEvents,
    OfferEventCancel,
    OpenEvent,
    Register,
    ReportEvent,
    SayLate,
    ShowAttendanceCode,
    ShowEvent,
    ShowEventDraft,
)
from learning.events.model import Field
from learning.reports.asks import ReportReach
from learning.reports.model import Form
from tests.flows.phone import Bubble, Phone
from tests.flows.test_announcements import ended, member, three_tongues, town
from tests.flows.test_certificates import keys
from tests.flows.world import World, world
from tests.reading_pdf import square_on, words_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

LINK, RECORDING = "https://meet.example.org/words", "https://video.example.org/words"
MATERIALS = "https://papers.example.org/words"


async def opened(coordinator: Phone, start: str = "2.3. 10:00", seats: int | None = None) -> Bubble:
    """Tomorrow at ten in Athens, an hour, online."""
    await coordinator.send("/webinars")
    await coordinator.tap(BeginEvent)
    await coordinator.send("Plain words")
    typed = [(Field.START, start), (Field.LINK, LINK), (Field.SPEAKER, "Dr Ana Ruiz")]
    if seats is not None:
        typed.append((Field.SEATS, str(seats)))
    for field, text in typed:
        await coordinator.tap(AskField, field=field)
        await coordinator.send(text)
    return await coordinator.tap(OpenEvent)


async def calendar_of(world: World, phone: Phone) -> str:
    """The text of the last calendar file that this phone got."""
    url = f"/chats/{phone.id}/messages?phone={phone.id}&after=0"
    found = (await world.get(url))["messages"]
    files = [m for m in found if (m.get("document") or {}).get("file_name") == "event.ics"]
    last = max(files, key=lambda m: m["message_id"])
    async with world.http.get(last["document"]["url"]) as response:
        return (await response.text()).replace("\r\n ", "")


async def registered(phone: Phone) -> Bubble:
    await phone.send("/webinars")
    await phone.tap(ShowEvent)
    return await phone.tap(Register)


async def test_a_webinar_from_its_draft_to_its_recording(town: World) -> None:
    coordinator, readers = await three_tongues(town, "Egaleo")
    english, greek, spanish = readers
    event = await opened(coordinator)
    assert "people can register" in event.text
    await coordinator.tap(AskField, field=Field.TITLE, language="el")
    await coordinator.send("Απλές λέξεις")
    draft = await coordinator.tap(AnnounceEvent)
    assert "4 people." in draft.text
    await coordinator.tap(OfferSending)
    await coordinator.send("4")
    await ended(town)
    board = next(b for b in await coordinator.from_bot() if "Sent: 4" in b.text)
    assert (await coordinator.tap(ReportEvent, of=board)).offers(ReportEvent, form=Form.XLSX)
    assert "Απλές λέξεις" in (await greek.last()).text
    assert LINK not in (await spanish.last()).text
    for reader in readers:
        seat = await reader.tap(Register)
        assert seat.document == "event.ics"
    assert "You are registered" in (await english.last()).text
    first = await calendar_of(town, english)
    assert "SEQUENCE:0" in first
    assert "DTSTART;TZID=Europe/Athens:20270302T100000" in first
    assert "BEGIN:VTIMEZONE" in first
    await spanish.tap(StopAnnouncements, of=(await spanish.from_bot())[-2])
    # moved: the registered are told, also who wants no announcements
    await managed(coordinator)
    await coordinator.tap(AskField, field=Field.START)
    await coordinator.send("2.3. 12:00")
    await town.settled()
    assert (await spanish.last()).document == "event.ics"
    moved = await calendar_of(town, english)
    assert "SEQUENCE:1" in moved
    assert _uid(first) == _uid(moved)
    # the day before, then a quarter of an hour before
    await town.jump((await town.now()) + timedelta(hours=4, minutes=1))
    assert "A reminder for tomorrow" in (await english.last()).text
    start = (await town.now()).replace(hour=10, minute=0) + timedelta(days=1)
    await town.jump(start - timedelta(minutes=15))
    soon = await english.last()
    assert "begins in a quarter of an hour" in soon.text
    assert "See you there" in (await english.tap(SayLate)).text
    # attendance: by typing, by the link, once each
    attendance = await _code(town)
    await english.send("/webinars")
    await english.tap(ShowEvent)
    await english.tap(AskAttendance)
    assert "not the code" in (await english.send("WRONG1")).text
    assert "attendance is noted" in (await english.send(attendance.lower())).text
    assert "noted before" in (await english.start(f"at_{attendance}")).text
    await greek.start(f"at_{attendance}")
    # feedback when it is over, and for that a certificate
    await town.jump(start + timedelta(minutes=95))
    asked = await english.last()
    assert "Question 1 of 3" in asked.text
    first_question = await english.press_data(f"1qw.{await _id(town)}", asked.id)
    assert "Question 1 of 3" in first_question.text, "the certificate comes after the feedback"
    for number in range(3):
        await english.tap(GiveFeedback, question=number, answer=3)
    assert "Thank you" in (await english.last()).text
    assert "Which name" in (await english.tap(ShowAttendance)).text
    paper = await english.send("Zoë Quillfeather")
    pdf = await english.download(paper)
    for printed in ("Zoë Quillfeather", "Certificate of attendance", "Plain words", "Webinar"):
        assert printed in words_of(pdf)
    assert verify(square_on(pdf), await keys(town), "Zoë Quillfeather")[0]
    code = (paper.document or "").removeprefix("q-ser-certificate-").removesuffix(".pdf")
    checked = await greek.send(f"/check {code}")
    assert "Απλές λέξεις" in checked.text
    assert "Zoë" not in checked.text
    # the recording to who missed it, the materials to everybody registered
    before = len(await english.from_bot())
    await managed(coordinator)
    await coordinator.tap(AskField, field=Field.RECORDING)
    board = await coordinator.send(RECORDING)
    assert "Were there: 2" in board.text
    await town.settled()
    assert "grabación" in (await spanish.last()).text
    assert len(await english.from_bot()) == before
    await coordinator.tap(AskField, field=Field.MATERIALS)
    await coordinator.send(MATERIALS)
    await town.settled()
    assert "υλικό" in (await greek.last()).text
    assert "materials" in (await english.last()).text
    kept = await english.send("/webinars")
    assert "Recording, Materials" in kept.text
    again = await english.tap(ShowEvent)
    assert "You were there" in again.text
    assert "has the code" in (await english.tap(ShowAttendance)).text
    # who met it without the bot, and the report
    await managed(coordinator)
    await coordinator.tap(AskField, field=Field.HEADCOUNT)
    board = await coordinator.send("40")
    assert "There without the bot: 40" in board.text
    report = await coordinator.tap(ReportEvent)
    assert report.has_photo
    assert "1 Mar: 3" in report.text
    workbook = await coordinator.tap(ReportEvent, form=Form.XLSX)
    assert workbook.document == f"event-{await _id(town)}.xlsx"
    late = await english.start(f"at_{attendance}")
    assert "around its time only" in late.text


async def managed(coordinator: Phone) -> Bubble:
    await coordinator.send("/webinars")
    await coordinator.tap(ManageEvents)
    return await coordinator.tap(ShowEventDraft)


def _uid(calendar: str) -> list[str]:
    return [line for line in calendar.split() if line.startswith("UID:")]


async def _id(world: World) -> int:
    async with world.app.database.unit() as unit:
        event = await unit.events.get(1)
    assert event is not None
    return event.id


async def _code(world: World) -> str:
    async with world.app.database.unit() as unit:
        event = await unit.events.get(1)
    assert event is not None
    return event.code


async def test_the_last_seat_goes_to_one_and_then_to_who_waits(here: World) -> None:
    coordinator, [first, second, third] = await three_tongues(here, "Narrow hall")
    await opened(coordinator, seats=1)
    assert (await registered(first)).document == "event.ics"
    assert "λίστα αναμονής" in (await registered(second)).text
    await registered(third)
    coming = await calendar_of(here, first)
    left = await first.tap(CancelRegistration)
    assert "no longer registered" in left.text
    assert left.document == "event.ics"
    gone = await calendar_of(here, first)
    assert "METHOD:CANCEL" in gone
    assert "STATUS:CANCELLED" in gone
    assert _uid(gone) == _uid(coming)
    await here.settled()
    given = await second.last()
    assert given.document == "event.ics"
    assert LINK not in (await third.last()).text
    await first.tap(Register)
    assert "waiting list" in (await first.last()).text
    no_longer = await third.tap(CancelRegistration)
    assert "lista de espera" in no_longer.text
    assert no_longer.document is None


async def test_called_off_is_told_to_the_registered_with_the_same_uid(here: World) -> None:
    coordinator, [reader, other, _] = await three_tongues(here, "Called off")
    event = await opened(coordinator)
    await registered(reader)
    first = await calendar_of(here, reader)
    data = event.ask(OfferEventCancel)
    assert data
    assert "1 registered person" in (await coordinator.press_data(data, event.id)).text
    await coordinator.tap(CancelEvent)
    await here.settled()
    off = await calendar_of(here, reader)
    assert "METHOD:CANCEL" in off
    assert "STATUS:CANCELLED" in off
    assert _uid(off) == _uid(first)
    assert "event.ics" not in {bubble.document for bubble in await other.from_bot()}


async def test_what_is_called_off_is_announced_to_nobody_any_more(here: World) -> None:
    coordinator, readers = await three_tongues(here, "Too soon")
    event = await opened(coordinator)
    await coordinator.tap(AnnounceEvent)
    await coordinator.tap(OfferSending)
    await coordinator.send("4")  # planned, and called off before it begins
    data = event.ask(OfferEventCancel)
    assert data
    await coordinator.press_data(data, event.id)
    await coordinator.tap(CancelEvent)
    await here.settled()
    for reader in readers:
        assert "Plain words" not in (await reader.last()).text


async def test_an_event_of_another_organisation_is_not_there(here: World) -> None:
    coordinator, [reader, *_] = await three_tongues(here, "Ours")
    event = await opened(coordinator)
    elsewhere = await town(here, "Elsewhere")
    stranger = await member(here, elsewhere, Role.COORDINATOR)
    await reader.send("/webinars")
    shown = await reader.tap(ShowEvent)
    for data in (shown.ask(Register), event.ask(AnnounceEvent), event.ask(ShowAttendanceCode)):
        assert data
        said = await stranger.press_data(data, (await stranger.last()).id)
        assert "not here any more" in said.text
        assert LINK not in said.text


async def test_a_seat_is_found_and_given_back_in_ones_own_words(tmp_path: Path) -> None:
    async with world(tmp_path, FakeUnderstander()) as place:
        coordinator, readers = await three_tongues(place, "Talkative")
        await opened(coordinator)
        said = [
            ("which webinars are there", "sign me up, please", "sorry, I can't come"),
            ("ποια webinar υπάρχουν", "γράψε με κι εμένα", "δυστυχώς δεν μπορώ να έρθω αύριο"),
            ("qué webinars hay", "apúntame a eso", "lo siento, no puedo ir mañana"),
        ]
        for reader, (which, join, leave) in zip(readers, said, strict=True):
            assert (await reader.send(which)).offers(ShowEvent)
            found = await reader.send(join)
            assert LINK not in found.text, "nobody is registered before they saw for what"
            assert (await reader.tap(Register)).document == "event.ics"
            assert (await reader.send(leave)).offers(CancelRegistration)
            await reader.tap(CancelRegistration)
            assert (await reader.send(join)).offers(Register)


@pytest.mark.parametrize(
    ("language", "wish"), [("en", "reach"), ("el", "απήχησης"), ("es", "alcance")]
)
async def test_reach_counts_everybody_once_and_sets_apart_who_was_met_without_the_bot(
    here: World, language: str, wish: str
) -> None:
    place = await town(here, f"Reached in {language}")
    for role in (Role.COORDINATOR, Role.LEARNER):
        code = EnrolmentCode(f"{place.id}-{role}", place, None, role, "Leaflet", None, None, False)
        await here.app.database.organisations.add_code(code)
    coordinator = await here.phone(language=language)
    await coordinator.start(f"{place.id}-coordinator")
    for _ in range(6):
        await (await here.phone()).start(f"{place.id}-learner")
    told = await coordinator.send(f"/report {wish}")
    assert told.has_photo
    assert "Leaflet: 5" in told.text, "seven came, told in fives"
    workbook = await coordinator.tap(ReportReach, form=Form.XLSX)
    assert workbook.document == "q-ser-reach.xlsx"
