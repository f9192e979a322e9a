"""One story in three languages, by four phones and the clock alone: two people find each other, go
all the way round, and the one who was mentored is a mentor in the next round."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from learning.account.model import Organisation, Role
from learning.mentoring.asks import (
    ChooseSeen,
    GiveTexts,
    MovePhase,
    OpenCheckIn,
    RateMentoring,
    SayFit,
    SayResult,
    ShowMoreOfTurn,
    ShowTexts,
    ShowTurn,
)
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.check_in import Result
from learning.mentoring.evaluating.asks import (
    ChooseReader,
    DecidePractice,
    OpenCard,
    OpenEvaluation,
    RateStatement,
    ReleaseCard,
    SendEvaluation,
    ShowPractice,
)
from learning.mentoring.evaluating.model import PracticeState
from learning.mentoring.matching.asks import (
    AnswerProposal,
    Approve,
    AskField,
    BeginEntry,
    DeclineInvitation,
    Enter,
    LeaveMatching,
    Propose,
    ShowEntry,
    ShowProposal,
    ShowProposals,
)
from learning.mentoring.matching.states import Says
from learning.mentoring.meeting.asks import PickSlot, ProposeMeeting, SayMet, SendProposal
from learning.mentoring.meeting.model import Met
from learning.mentoring.model import Ending, Seen, Side, Turn
from learning.mentoring.pairs.asks import ShowGenerations
from learning.mentoring.shadowing.asks import ChooseNoteReader, SayByWhen
from learning.records.asks import GiveMyData
from learning.records.model import Copy
from tests.flows import matchmaking
from tests.flows.leaks import on_disk, with_the_key
from tests.flows.pairing import Circle, agreed
from tests.flows.phone import Bubble, Phone
from tests.flows.shadowing import GOAL, at, settled_day, wrote
from tests.flows.staff import town as new_town
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

MEETING = {
    "en": "Thursday 1 April at ten",
    "el": "Πέμπτη 1 Απριλίου στις δέκα",
    "es": "el jueves 1 de abril a las diez",
}
MET_AT = datetime.fromisoformat("2027-04-01T07:00+00:00")  # ten in Athens
SHARED, KEPT, ANSWERED = "The letter was understood", "I doubt myself", "A hard week for me"
PASSED_ON, TAKEN_AWAY = "Could you read a letter of mine?", "You listened to me"
PRACTICE = "People came twice with the same paper"
SHADOWED_ON = date(2027, 4, 8)
WATCHED = ("She waits before she answers", "A pause that stood", "Wait before I answer")
LOOKED_BACK = ("It was good to be two", "I spoke more slowly", "Ask one question less")
TEXTS = (SHARED, KEPT, ANSWERED, PASSED_ON, TAKEN_AWAY, GOAL, *WATCHED, *LOOKED_BACK)


@dataclass
class Town:
    world: World
    here: Organisation
    coordinator: Phone
    eleni: Phone
    luis: Phone
    rosa: Phone

    @property
    def first(self) -> Circle:
        return Circle(self.world, self.here, self.eleni, self.luis, self.coordinator)


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_who_was_mentored_mentors_the_next_one(
    town: World, language: str, capfd: pytest.CaptureFixture[str]
) -> None:
    place = await new_town(town, "Egaleo")
    roles = (Role.COORDINATOR, Role.LEARNER, Role.LEARNER, Role.LEARNER)
    people = [await matchmaking.member(town, place, role, language) for role in roles]
    all_ = Town(town, place, *people)
    await matchmaking.enter(all_.eleni, Side.MENTOR, "Eleni")
    await matchmaking.enter(all_.luis, Side.MENTEE, "Luis")
    await matchmaking.open_matching(all_.coordinator)
    await paired(all_, all_.eleni, all_.luis, "Eleni → Luis")
    await agreed(all_.first)
    await check_in(all_)
    await written(all_)
    await met(all_, MEETING[language])
    await shadowed(all_)
    await wound_down(all_)
    await looked_back(all_)
    await practised(all_)
    assert not await on_disk(town, TEXTS)
    assert await with_the_key(town, TEXTS) == set(TEXTS), "each is there once, sealed"
    await nobody_else_takes_it_along(all_)
    await forgotten(all_)
    assert not await on_disk(town, TEXTS)
    assert not await with_the_key(town, TEXTS)
    await into_the_register(all_.luis)
    await matchmaking.enter(all_.rosa, Side.MENTEE, "Rosa")
    await paired(all_, all_.luis, all_.rosa, "Luis → Rosa")
    await all_.coordinator.send("/pairs")
    lines = (await all_.coordinator.tap(ShowGenerations)).text.splitlines()
    assert any(all(name in line for name in ("Eleni", "Luis", "Rosa")) for line in lines)
    for phone in (all_.coordinator, all_.rosa):
        seen = "\n".join([bubble.text for bubble in await phone.from_bot()])
        assert not any(text in seen for text in TEXTS)
    logged = "".join(capfd.readouterr())
    assert not any(text in logged for text in TEXTS)


async def paired(all_: Town, mentor: Phone, mentee: Phone, names: str) -> None:
    """Proposed, approved, and accepted by both."""
    await all_.coordinator.send("/matching")
    await all_.coordinator.tap(Propose)
    listed = await all_.coordinator.tap(ShowProposals)
    assert names in listed.text
    waiting = [ask for ask in listed.asks if isinstance(ask, ShowProposal)]
    for ask in waiting:  # what became a pair before is listed, too
        shown = await all_.coordinator.tap(ShowProposal, of=listed, proposal=ask.proposal)
        if shown.offers(Approve):
            break
    await all_.coordinator.tap(Approve)
    await all_.world.settled()
    for phone in (mentee, mentor):
        await phone.tap(AnswerProposal, of=await latest(phone, AnswerProposal), says=Says.YES)
    await all_.world.settled()


async def latest(phone: Phone, kind: type) -> Bubble:
    """The last message that asks this: others may have come after it."""
    offered = [bubble for bubble in await phone.from_bot() if bubble.offers(kind)]
    assert offered, f"no {kind.__name__}"
    return offered[-1]


async def check_in(all_: Town) -> None:
    """Both answer; each text reaches whom its author chose."""
    await all_.first.after(15)
    for phone, first, second in (
        (all_.luis, (Seen.PARTNER, SHARED), (Seen.ME, KEPT)),
        (all_.eleni, (Seen.ANSWERED, ANSWERED), None),
    ):
        await phone.send("/mentoring")
        await phone.tap(OpenCheckIn)
        await phone.tap(SayResult, result=Result.DONE)
        await phone.tap(RateMentoring, rating=4)
        for seen, text in filter(None, (first, second or first)):
            await phone.tap(ChooseSeen, seen=seen)
            await phone.send(text)
        await phone.tap(SayFit, fit="good")
    await all_.eleni.send("/mentoring")
    await all_.eleni.tap(ShowMoreOfTurn)
    read = (await all_.eleni.tap(ShowTexts)).text
    assert SHARED in read
    assert KEPT not in read
    await all_.luis.send("/mentoring")
    await all_.luis.tap(ShowMoreOfTurn)
    assert ANSWERED not in (await all_.luis.tap(ShowTexts)).text


async def written(all_: Town) -> None:
    await all_.luis.send("/mentoring")
    await all_.luis.tap(OpenMessage)
    await all_.luis.send(PASSED_ON)
    await all_.world.settled()
    assert PASSED_ON in (await latest(all_.eleni, OpenMessage)).text


async def met(all_: Town, when: str) -> None:
    await all_.luis.send("/mentoring")
    await all_.luis.tap(ProposeMeeting)
    await all_.luis.send(when)
    await all_.luis.tap(SendProposal)
    await all_.world.settled()
    await all_.eleni.tap(PickSlot, of=await latest(all_.eleni, PickSlot))
    await all_.world.jump(MET_AT + timedelta(hours=3))
    for phone in (all_.luis, all_.eleni):
        await phone.tap(SayMet, of=await latest(phone, SayMet), met=Met.YES)


async def shadowed(all_: Town) -> None:
    """A day at the mentor's work, planned, lived and looked back on, brings the two on."""
    made, world = all_.first, all_.world
    await move_on(all_.luis)
    await world.settled()
    settled = await settled_day(made, on=SHADOWED_ON)
    assert settled.document == (await all_.luis.last()).document == "event.ics"
    await world.jump(at(SHADOWED_ON, 11, 1))
    await all_.luis.tap(
        ChooseNoteReader, of=await latest(all_.luis, ChooseNoteReader), seen=Seen.ME
    )
    await wrote(all_.luis, *WATCHED)
    await world.jump(at(SHADOWED_ON, 13, 31))
    for phone in (all_.luis, all_.eleni):
        asked = await latest(phone, ChooseNoteReader)
        await phone.tap(ChooseNoteReader, of=asked, seen=Seen.PARTNER)
        await wrote(phone, *LOOKED_BACK)
        await phone.tap(SayByWhen, weeks=1)
        await world.settled()
    assert (await made.turn()).phase == "progress"
    await world.jump(at(SHADOWED_ON + timedelta(weeks=1), 10))
    for phone in (all_.luis, all_.eleni):
        assert any(LOOKED_BACK[-1] in bubble.text for bubble in await phone.from_bot())


async def move_on(phone: Phone) -> None:
    """To the next phase; what else waits may have pushed the button off the home."""
    if not (await phone.send("/mentoring")).offers(MovePhase):
        await phone.tap(ShowMoreOfTurn)
    await phone.tap(MovePhase)


async def wound_down(all_: Town) -> None:
    """Phase by phase, to the evaluation; Eleni is told where the two are."""
    before = len(await all_.eleni.from_bot())
    for _ in range(2):
        await move_on(all_.luis)
    await all_.world.settled()
    told = [bubble.text for bubble in (await all_.eleni.from_bot())[before:]]
    assert len(told) == len(set(told)), "nothing is told twice"
    for phone in (all_.luis, all_.eleni):
        assert (await phone.send("/mentoring")).offers(OpenEvaluation)


async def looked_back(all_: Town) -> None:
    for phone in (all_.luis, all_.eleni):
        await phone.send("/mentoring")
        shown = await phone.tap(OpenEvaluation)
        while shown.offers(RateStatement, rating=4):
            shown = await phone.tap(RateStatement, rating=4)
        if phone is all_.luis:
            await phone.tap(ChooseReader, seen=Seen.PARTNER)
            await phone.send(TAKEN_AWAY)
        else:
            assert TAKEN_AWAY in (await phone.tap(SendEvaluation)).text
    await all_.world.settled()
    turn = await first_turn(all_)
    assert turn.ending is Ending.CIRCLE
    invited = await latest(all_.luis, DeclineInvitation)
    assert invited.offers(ShowEntry, side=Side.MENTOR)
    kind = [each for each in await all_.eleni.from_bot() if each.offers(DeclineInvitation)]
    assert not kind, "who was the mentor is not asked"


async def first_turn(all_: Town) -> Turn:
    async with all_.world.app.database.unit() as unit:
        person = (await unit.people.actor(all_.eleni.id)).person
        assert person is not None
        return (await unit.turns.of_person(person.id))[0]


async def practised(all_: Town) -> None:
    """A good practice from its author's hand to a colleague."""
    await all_.luis.send("/mentoring")
    await all_.luis.tap(ShowTurn)
    await all_.luis.tap(OpenCard)
    for text in (PRACTICE, "We drew the way", "Nobody comes twice", "Every desk"):
        await all_.luis.send(text)
    await all_.luis.tap(ReleaseCard)
    await all_.world.settled()
    waits = await latest(all_.coordinator, DecidePractice)
    await all_.coordinator.tap(DecidePractice, of=waits, state=PracticeState.PUBLISHED)
    await all_.world.settled()  # its author hears of it before anything else is asked
    await all_.rosa.send("/practices")
    assert PRACTICE in (await all_.rosa.tap(ShowPractice)).text


async def nobody_else_takes_it_along(all_: Town) -> None:
    """Into the export of what is kept of oneself go one's own words alone."""
    own = {all_.luis: (SHARED, KEPT, PASSED_ON), all_.eleni: (ANSWERED,)}
    for phone in (all_.luis, all_.eleni, all_.rosa, all_.coordinator):
        shown = await phone.send("/mydata")
        answer = await phone.tap(GiveMyData, of=shown, copy=Copy.JSON)
        text = (await phone.download(answer)).decode()
        theirs = {each for one, texts in own.items() if one is not phone for each in texts}
        assert not [each for each in theirs if each in text]
        assert all(each in text for each in own.get(phone, ()))


async def forgotten(all_: Town) -> None:
    """Told once more, then everything that the two wrote is gone; Easter of that year is over."""
    turn = await first_turn(all_)
    assert turn.ended_at is not None
    await all_.world.jump(turn.ended_at + timedelta(days=26))
    for phone in (all_.luis, all_.eleni):
        going = await latest(phone, GiveTexts)
        file = await phone.tap(GiveTexts, of=going)
        assert SHARED in (await phone.download(file)).decode()
    await all_.world.jump(turn.ended_at + timedelta(days=35))
    async with all_.world.app.database.unit() as unit:
        assert not await unit.turn_texts.heads(turn.id)
    await all_.rosa.send("/practices")
    assert PRACTICE in (await all_.rosa.tap(ShowPractice)).text, "what was released stays"
    await all_.eleni.send("/mentor")
    await all_.eleni.tap(ShowEntry, side=Side.MENTOR)
    await all_.eleni.tap(LeaveMatching)


async def into_the_register(phone: Phone) -> None:
    """What is known is filled in: nothing is ticked here."""
    await phone.send("/mentor")
    await phone.tap(ShowEntry, side=Side.MENTOR)
    shown = await phone.tap(BeginEntry)
    while not shown.offers(Enter):
        kind = AskField if shown.offers(AskField) else ShowEntry
        shown = await phone.tap(kind)
    assert (await phone.tap(Enter)).offers(LeaveMatching)
