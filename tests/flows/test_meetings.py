"""Two people plan their meetings across two zones and a change of clocks, in three languages."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from learning.account.asks import Leave
from learning.mentoring.asks import (
    EndTurn,
    OfferRest,
    OfferTurnEnd,
    RestTurn,
    ShowMoreOfTurn,
    ShowTalkKit,
    ShowTurn,
)
from learning.mentoring.concern.asks import RaiseConcern
from learning.mentoring.meeting.asks import (
    AddSlot,
    AskPlace,
    CallMeetingOff,
    ChooseDay,
    GiveMeetingFile,
    OfferMeetingOff,
    OfferTopics,
    PickSlot,
    ProposeMeeting,
    ProposeOthers,
    SayMeetingFit,
    SayMet,
    SendProposal,
    ShowMeeting,
    TurnTopic,
)
from learning.mentoring.meeting.model import Met
from learning.needs.answers import Wave
from learning.needs.model import Mode, Sent
from learning.needs.questionnaire import Scale
from tests.flows.pairing import Circle, agreed, begun, circle, person_of
from tests.flows.phone import Bubble, Phone
from tests.flows.staff import member
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

TYPED = {
    "en": ("Thursday 1 April at ten", "half past eleven"),
    "el": ("Πέμπτη 1 Απριλίου στις δέκα", "έντεκα και μισή"),
    "es": ("el jueves 1 de abril a las diez", "las once y media"),
}
BEFORE_THE_CHANGE = datetime(2027, 3, 24, 8, 0, tzinfo=UTC)  # the clocks change on 28 March
WHERE = "https://meet.example.org/room"


async def lives_in(world: World, phone: Phone, zone: str) -> None:
    async with world.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        await unit.people.put(replace(person, zone=zone))


async def file_of(phone: Phone, bubble: Bubble) -> tuple[str, int, datetime, str]:
    """UID, sequence, beginning and status of the meeting in a calendar file."""
    event: Any
    (event,) = Calendar.from_ical(await phone.download(bubble)).walk("VEVENT")
    begins = event["DTSTART"].dt.astimezone(UTC)
    return str(event["UID"]), int(event["SEQUENCE"]), begins, str(event["STATUS"])


async def proposed(phone: Phone, *typed: str) -> Bubble:
    """From the home to a sent proposal."""
    await phone.send("/mentoring")
    shown = await phone.tap(ProposeMeeting)
    for text in typed:
        shown = await phone.send(text)
        if text is not typed[-1]:
            shown = await phone.tap(ProposeMeeting)
    return shown


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_two_people_meet_across_zones_and_a_change_of_clocks(
    town: World, language: str
) -> None:
    made = await circle(town, language)
    mentor, mentee = made.mentor, made.mentee
    await lives_in(town, mentor, "Europe/Madrid")
    await agreed(made)
    await town.jump(BEFORE_THE_CHANGE)

    shown = await proposed(mentee, TYPED[language][0])
    assert "10:00" in shown.text, "what was typed is said again"
    assert "9:00" in shown.text, "the other one's clock is named"
    await mentee.tap(ProposeMeeting)
    await mentee.tap(ChooseDay)
    await mentee.send(TYPED[language][1])
    await mentee.tap(SendProposal)
    await town.settled()
    offered = await mentor.last()
    assert "9:00" in offered.text
    assert "10:00" in offered.text
    assert len([ask for ask in offered.asks if isinstance(ask, PickSlot)]) == 2
    settled = await mentor.tap(PickSlot, number=1)
    await town.settled()
    uid, sequence, begins, status = await file_of(mentor, settled)
    assert begins == datetime(2027, 4, 1, 7, 0, tzinfo=UTC), "ten by the summer clock of Athens"
    assert status == "CONFIRMED"
    told = await mentee.last()
    assert (await file_of(mentee, told))[:3] == (uid, sequence, begins)

    assert "Eleni" in (await mentee.tap(AskPlace)).text
    placed = await mentee.send(WHERE)
    assert WHERE in placed.text
    await town.settled()
    assert (await file_of(mentor, await mentor.last()))[:2] == (uid, sequence + 1)
    assert "10:00" in (await mentee.send("/mentoring")).text
    await _reminded(made, begins)
    await _afterwards(made, begins)


async def _reminded(made: Circle, begins: datetime) -> None:
    said = (await made.mentor.last()).id
    await made.world.jump(begins - timedelta(days=1))
    # A check-in is due on that day as well.
    new = [bubble for bubble in await made.mentor.from_bot() if bubble.id > said]
    day_before = next(bubble for bubble in new if bubble.offers(ShowTalkKit))
    assert "Luis" in day_before.text
    assert WHERE in day_before.text
    assert "Luis" in (await made.mentor.tap(ShowTalkKit, of=day_before)).text
    await made.world.jump(begins - timedelta(minutes=15))
    for phone, other in ((made.mentor, "Luis"), (made.mentee, "Eleni")):
        assert other in (await phone.last()).text


async def _afterwards(made: Circle, begins: datetime) -> None:
    await made.world.jump(begins + timedelta(hours=1))
    await made.mentee.tap(SayMet, met=Met.YES)
    poor = await made.mentee.tap(SayMeetingFit, fit="not")
    assert poor.offers(OfferTurnEnd)
    assert poor.offers(RaiseConcern)
    asked = await made.mentor.last()
    assert asked.offers(SayMet, met=Met.MOVED)
    noted = await made.mentor.tap(SayMet, met=Met.NOT_YET)
    assert noted.offers(ProposeMeeting)
    await made.mentor.send("/mentoring")
    assert not any("not" in text.split() for text in (await made.mentor.last()).data)


async def test_a_meeting_is_moved_and_called_off_without_blame(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    shown = await proposed(made.mentor, "Thursday at ten")
    assert shown.offers(SendProposal)
    await made.mentor.tap(SendProposal)
    await town.settled()
    first = await file_of(made.mentee, await made.mentee.tap(PickSlot))
    await town.settled()
    await made.mentee.tap(ProposeOthers)
    await made.mentee.send("Friday at eleven")
    assert "10:00" in (await made.mentee.tap(SendProposal)).text, "the old time still holds"
    await town.settled()
    moved = await file_of(made.mentor, await made.mentor.tap(PickSlot))
    assert moved[0] == first[0]
    assert moved[1] > first[1]
    assert moved[2] - first[2] == timedelta(days=1, hours=1)
    await town.settled()
    await made.mentee.tap(OfferMeetingOff)
    off = await file_of(made.mentee, await made.mentee.tap(CallMeetingOff))
    await town.settled()
    assert (off[0], off[3]) == (first[0], "CANCELLED")
    told = await made.mentor.last()
    assert await file_of(made.mentor, told) == off
    count = len(await made.mentor.from_bot())
    await town.jump(MONDAY + timedelta(days=4, hours=8))
    assert len(await made.mentor.from_bot()) == count, "nobody is reminded of what is off"


async def test_a_time_outside_the_hours_is_not_proposed(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    for text in ("Saturday at ten", "Thursday at 21:00"):
        refused = await proposed(made.mentee, text)
        assert refused.offers(ChooseDay)
        assert not refused.offers(SendProposal)
    shown = await made.mentee.send("Thursday at ten")
    assert shown.offers(SendProposal)
    await made.mentee.tap(ProposeMeeting)
    await made.mentee.tap(ChooseDay)
    assert (await made.mentee.tap(AddSlot, at=time(12))).offers(SendProposal)


async def test_the_end_of_a_pair_takes_its_meeting_out_of_both_calendars(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    await proposed(made.mentee, "Thursday at ten")
    await made.mentee.tap(SendProposal)
    await town.settled()
    kept = await file_of(made.mentor, await made.mentor.tap(PickSlot))
    await town.settled()
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    await made.mentee.tap(OfferTurnEnd)
    await made.mentee.tap(EndTurn)
    mine = await file_of(made.mentee, await made.mentee.tap(GiveMeetingFile))
    await town.settled()
    theirs = await file_of(made.mentor, await made.mentor.last())
    assert mine == theirs
    assert (mine[0], mine[3]) == (kept[0], "CANCELLED")
    count = len(await made.mentor.from_bot())
    await town.jump(MONDAY + timedelta(days=5))
    assert len(await made.mentor.from_bot()) == count


async def test_a_mentor_of_two_is_reminded_of_both_at_once(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    other = await member(town, made.here)
    await begun(town, made.mentor, other)
    await person_of(town, other, "Rosa")
    second = Circle(town, made.here, made.mentor, other, made.coordinator)
    await agreed(second)
    for pair, said in ((made, "Thursday at ten"), (second, "Thursday at noon")):
        await proposed(pair.mentee, said)
        await pair.mentee.tap(SendProposal)
        await town.settled()
        await made.mentor.tap(PickSlot)
        await town.settled()
    before = len(await made.mentor.from_bot())
    await town.jump(datetime(2027, 3, 3, 11, 0, tzinfo=UTC))
    new = (await made.mentor.from_bot())[before:]
    assert len(new) == 1
    assert "Luis" in new[0].text
    assert "Rosa" in new[0].text


async def test_when_none_is_planned_the_interval_asks_for_one(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    await made.after(15)
    await made.after(18)
    wanted = await made.mentee.last()
    assert wanted.offers(ProposeMeeting)
    assert "Eleni" in wanted.text
    await made.mentee.tap(ProposeMeeting)
    await made.mentee.send("Friday at ten")
    await made.mentee.tap(SendProposal)
    assert (await made.mentor.send("/mentoring")).offers(ShowMeeting)


async def test_a_stranger_touches_no_meeting_of_a_pair(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    draft = await proposed(made.mentee, "Thursday at ten")
    thief = await member(town, made.here)
    mine = await thief.last()
    for data in filter(None, draft.data):
        shown = await thief.press_data(data, mine.id)
        assert "Eleni" not in shown.text
        assert "10:00" not in shown.text
    assert (await made.mentee.send("/mentoring")).offers(ShowMeeting)
    assert (await made.mentor.send("/mentoring")).offers(ShowTurn) is False


async def test_the_mentor_sees_exactly_what_the_mentee_ticked(town: World) -> None:
    made = await circle(town, "en")
    await agreed(made)
    unsure = await _least_sure(made)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    offered = await made.mentee.tap(OfferTopics)
    assert not any(label.startswith("☑") for label in offered.labels)
    assert "Eleni" in offered.text
    await made.mentee.tap(TurnTopic, topic=unsure[0])
    await made.mentee.tap(TurnTopic, topic=unsure[1])
    await made.mentee.tap(TurnTopic, topic=unsure[0])
    await made.mentor.send("/mentoring")
    kit = (await made.mentor.tap(ShowTalkKit)).text
    names = town.app.core.curriculum.course.competences
    assert [id for id in names if names[id].for_reader("en") in kit] == [unsure[1]]
    await made.mentor.send("/mentoring")
    assert not (await made.mentor.last()).offers(OfferTopics)


async def _least_sure(made: Circle) -> tuple[str, ...]:
    """The mentee has said of two competences to be least sure of them."""
    known = made.world.app.core.curriculum.needs
    assert known.today is not None
    scales = [
        question
        for question in known.by_hash[known.today].questions()
        if isinstance(question, Scale) and question.competence is not None
    ]
    answers = {scale.id: ("1" if at < 2 else "5",) for at, scale in enumerate(scales)}
    turn = await made.turn()
    assert turn.mentee.person_id is not None
    async with made.world.app.database.unit() as unit:
        sent = Sent(
            turn.mentee.person_id, Wave.BEFORE, Mode.CONFIDENTIAL, known.today, answers, MONDAY
        )
        await unit.sent_answers.put(sent)
    return tuple(scale.competence or "" for scale in scales[:2])


async def settled_meeting(made: Circle) -> None:
    """On Thursday at ten by the clock of the mentee."""
    await proposed(made.mentee, "Thursday at ten")
    await made.mentee.tap(SendProposal)
    await made.world.settled()
    await made.mentor.tap(PickSlot)
    await made.world.settled()


async def test_who_leaves_is_not_reminded_and_the_other_one_can_clear_the_calendar(
    town: World,
) -> None:
    made = await circle(town, "en")
    await agreed(made)
    await settled_meeting(made)
    await made.mentor.send("/leave")
    await made.mentor.tap(Leave)
    await town.settled()
    assert (await file_of(made.mentee, await made.mentee.last()))[3] == "CANCELLED"
    counts = [len(await phone.from_bot()) for phone in (made.mentor, made.mentee)]
    await town.jump(datetime(2027, 3, 4, 9, 30, tzinfo=UTC))
    assert counts == [len(await phone.from_bot()) for phone in (made.mentor, made.mentee)]


async def test_in_a_pause_of_the_two_their_meeting_stands_and_nothing_else_is_asked(
    town: World,
) -> None:
    made = await circle(town, "en")
    await agreed(made)
    await settled_meeting(made)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(ShowMoreOfTurn)
    assert "stands" in (await made.mentee.tap(OfferRest)).text
    await made.mentee.tap(RestTurn, weeks=4)
    await town.jump(datetime(2027, 3, 3, 8, 0, tzinfo=UTC))
    assert (await made.mentee.last()).offers(ShowMeeting)
    count = len(await made.mentee.from_bot())
    await town.jump(datetime(2027, 3, 4, 10, 0, tzinfo=UTC))
    new = (await made.mentee.from_bot())[count:]
    assert not any(bubble.offers(SayMet) for bubble in new)
