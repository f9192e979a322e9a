"""Pairs are made in chat: who offers, who wishes, who decides, and how it ends."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.actions.parts import base36
from data.tables.matching import matching_entries, matching_proposals
from data.tables.pushes import pushes
from data.tables.tickets import display_names
from learning.account.asks import ConfirmMove, Leave
from learning.account.model import Role
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import (
    AnswerProposal,
    Approve,
    AskField,
    BeginEntry,
    BeginRound,
    CloseRound,
    Enter,
    LeaveMatching,
    OfferMentors,
    OpenRound,
    Propose,
    Reject,
    ShowBoard,
    ShowEntry,
    ShowProposal,
    ShowProposals,
    ShowProposed,
    TakeFromNeeds,
    TurnCheck,
    TurnValue,
)
from learning.mentoring.matching.model import YES
from learning.mentoring.matching.outcomes import Field
from learning.mentoring.matching.states import Says
from learning.mentoring.model import Party, Side, Turn
from learning.pushes.model import PushKind
from learning.records.asks import EraseMe
from tests.flows.matchmaking import NUMBERS, code_of, enter, member, propose
from tests.flows.phone import Bubble, Phone
from tests.flows.respondent import Respondent
from tests.flows.staff import town as new_town
from tests.flows.told import told
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")
WEEK = timedelta(days=7, hours=1)


async def approved(coordinator: Phone) -> Bubble:
    await propose(coordinator)
    await coordinator.tap(ShowProposals)
    await coordinator.tap(ShowProposal)
    return await coordinator.tap(Approve)


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_pair_is_made_in_every_language(here: World, language: str) -> None:
    place = await new_town(here, f"Pairs {language}")
    coordinator = await member(here, place, Role.COORDINATOR, language)
    mentor = await member(here, place, language=language)
    mentee = await member(here, place, language=language)
    offered = await mentor.send("/mentor")
    offered = await mentor.tap(ShowEntry, of=offered, side=Side.MENTOR)
    assert place.name in offered.text
    assert "Q-SER" in offered.text
    await enter(mentor, Side.MENTOR, "Nikos of the registry")
    assert (await enter(mentee, Side.MENTEE, "Ana of the desk")).offers(LeaveMatching)
    board = await propose(coordinator)
    assert "1" in board.text
    listed = await coordinator.tap(ShowProposals)
    assert "Nikos of the registry → Ana of the desk" in listed.text
    await coordinator.tap(ShowProposal)
    await coordinator.tap(Approve)
    await here.settled()
    asked = await mentee.last()
    assert "Nikos of the registry" in asked.text
    assert "Ana of the desk" in (await mentor.last()).text
    noted = await mentee.tap(AnswerProposal, says=Says.YES)
    assert "Nikos" not in noted.text
    paired = await mentor.tap(AnswerProposal, says=Says.YES)
    assert "Ana of the desk" in paired.text
    before = len(await mentee.from_bot())
    await here.settled()
    assert len(await mentee.from_bot()) == before + 1  # the turn begins
    assert (
        "Nikos of the registry" in (await mentee.tap(AnswerProposal, of=asked, says=Says.NO)).text
    )


async def test_names_are_sealed_and_asked_for_only_here(here: World) -> None:
    place = await new_town(here, "Sealed")
    phone = await member(here, place)
    await phone.send("/mentor")
    await phone.tap(ShowEntry, side=Side.MENTEE)
    asked = await phone.tap(BeginEntry)
    assert "name" not in asked.text.casefold()
    await phone.tap(TurnValue, value="adaptation")
    naming = await phone.tap(AskField, field=Field.LANGUAGES)
    for each in (Field.SECTORS, Field.ELSEWHERE, Field.NAME):
        naming = await phone.tap(AskField, field=each)
    assert "The coordinators of Sealed see it" in naming.text
    assert not naming.offers(ShowEntry)
    await phone.send("x" * 61)
    assert "at most 60 characters" in (await phone.last()).text
    shown = await phone.send("Ana of the desk")
    assert "Others see you as: Ana of the desk" in shown.text
    async with here.app.database.engine.reading() as session:
        kept = repr(list(await session.rows(select(display_names))))
    assert "Ana of the desk" not in kept


async def test_what_is_published_is_ticked_before_a_matching_opens(here: World) -> None:
    place = await new_town(here, "Checked")
    coordinator = await member(here, place, Role.COORDINATOR)
    await coordinator.send("/matching")
    await coordinator.tap(BeginRound)
    refused = await coordinator.tap(OpenRound)
    assert "Please tick what is published" in refused.text
    await coordinator.tap(TurnCheck, item="access")
    assert "✓ 2" in (await coordinator.last()).labels
    board = await tick_the_rest(coordinator)
    assert board.offers(CloseRound)
    again = await coordinator.send("/matching")
    assert again.text == board.text
    assert (await coordinator.tap(CloseRound)).offers(BeginRound)


async def tick_the_rest(phone: Phone) -> Bubble:
    for item in ("responsible", "obstacles"):
        await phone.tap(TurnCheck, item=item)
    return await phone.tap(OpenRound)


async def test_a_coordinator_changes_and_rejects_proposals(here: World) -> None:
    place = await new_town(here, "Changed")
    coordinator = await member(here, place, Role.COORDINATOR)
    first, second = await member(here, place), await member(here, place)
    mentee = await member(here, place)
    await enter(first, Side.MENTOR, "First", ability="communication")
    await enter(second, Side.MENTOR, "Second", ability="adaptation")
    await enter(mentee, Side.MENTEE, "Ana", ability="communication")
    await propose(coordinator)
    await coordinator.tap(ShowProposals)
    proposal = await coordinator.tap(ShowProposal)
    assert "First → Ana" in proposal.text
    assert "(1 of 1)" in proposal.text
    options = await coordinator.tap(OfferMentors)
    assert "Second" in options.labels
    choice = options.data[options.labels.index("Second")]
    changed = await coordinator.press_data(choice, options.id)
    assert "Second → Ana" in changed.text
    rejected = await coordinator.tap(Reject)
    assert "rejected" in rejected.text
    assert not rejected.offers(Approve)
    before = len(await mentee.from_bot())
    await here.settled()
    assert len(await mentee.from_bot()) == before
    await coordinator.tap(ShowBoard)
    await coordinator.tap(Propose)
    await coordinator.tap(ShowProposals)
    assert "First → Ana" in (await coordinator.last()).text


async def test_a_coordinator_decides_on_no_pair_of_their_own(here: World) -> None:
    place = await new_town(here, "Own")
    coordinator = await member(here, place, Role.COORDINATOR)
    mentee = await member(here, place)
    await enter(coordinator, Side.MENTOR, "Coordinator")
    await enter(mentee, Side.MENTEE, "Ana")
    board = await propose(coordinator)
    assert "1 more is about you" in board.text
    async with here.app.database.unit() as unit:
        person = (await unit.people.actor(coordinator.id)).person
        assert person is not None
        (made,) = await unit.proposals.of_person(person.id)
        (wish,) = await unit.matching_entries.of(made.mentee_id or 0)
    for data in (f"1nwd.{made.id}", f"1nwy.{made.id}.0", f"1nwj.{made.id}.0", f"1nwt.{wish.id}"):
        data = spelled(data)
        alone = await coordinator.press_data(data, board.id)
        assert "no other coordinator yet" in alone.text
        assert "Ana" not in alone.text
    other = await member(here, place, Role.COORDINATOR)
    assert "another coordinator decides" in (await coordinator.press_data(data, board.id)).text
    await other.send("/matching")
    await other.tap(ShowProposals)
    await other.tap(ShowProposal)
    assert "Coordinator → Ana" in (await other.tap(Approve)).text


def spelled(data: str) -> str:
    """Ids are written in base 36."""
    code, *numbers = data.split(".")
    return ".".join((code, *(base36(int(number)) for number in numbers)))


async def test_a_mentor_of_another_organisation_sees_nothing_before_both_said_yes(
    here: World,
) -> None:
    home, away = await new_town(here, "Homeville"), await new_town(here, "Awayton")
    coordinator = await member(here, home, Role.COORDINATOR)
    mentee = await member(here, home)
    external = await member(here, away)
    await enter(external, Side.MENTOR, "Eleni", elsewhere=True)
    await enter(mentee, Side.MENTEE, "Ana", elsewhere=True)
    shown = await approved(coordinator)
    assert "The mentor is from: Awayton" in shown.text
    await here.settled()
    blind = await external.last()
    assert "Somebody of another organisation" in blind.text
    for secret in ("Ana", "Homeville", "Intercultural communication", "abilities"):
        assert secret not in blind.text
    assert "From: Awayton" in (await mentee.last()).text
    noted = await external.tap(AnswerProposal, says=Says.YES)
    assert "Ana" not in noted.text
    assert "Eleni" in (await mentee.tap(AnswerProposal, says=Says.YES)).text
    after = await external.tap(AnswerProposal, of=blind, says=Says.YES)
    for told_now in ("Ana", "Homeville", "Intercultural communication"):
        assert told_now in after.text


async def test_strangers_and_other_coordinators_have_no_part_in_it(here: World) -> None:
    mine, theirs = await new_town(here, "Mine"), await new_town(here, "Theirs")
    coordinator = await member(here, mine, Role.COORDINATOR)
    stranger = await member(here, theirs, Role.COORDINATOR)
    mentor, mentee = await member(here, mine), await member(here, mine)
    await enter(mentor, Side.MENTOR, "Nikos")
    await enter(mentee, Side.MENTEE, "Ana")
    await propose(coordinator)
    await coordinator.tap(ShowProposals)
    shown = await coordinator.tap(ShowProposal)
    message = (await stranger.last()).id
    for data in shown.data:
        said = await stranger.press_data(data, message)
        assert "Ana" not in said.text
        assert "Nikos" not in said.text
    assert (await coordinator.tap(Approve, of=shown)).text != shown.text
    await here.settled()
    asked = await mentee.last()
    accepting = asked.ask(AnswerProposal, says=Says.YES)
    assert accepting is not None
    assert (await stranger.press_data(accepting, message)).text == await told(
        here, stranger, o.ProposalOver()
    )
    learner = await member(here, mine)
    refused = await learner.press_data(shown.data[0], (await learner.last()).id)
    assert "Ana" not in refused.text


ENDS = ("silence", "decline", "withdrawal", "full", "leaving", "moving", "block", "erasure")


@dataclass
class Story:
    """One proposal, in a town of the same name as all others; `seen` is what the mentee and the
    coordinator read, and when."""

    coordinator: Phone
    mentor: Phone
    mentee: Phone
    seen: list[str] = field(default_factory=list)


async def test_every_end_looks_the_same_at_the_same_deadline(town: World) -> None:
    """Nobody can tell which it was from what is sent, when, or shown to a coordinator."""
    stories = {end: await begun(town) for end in ENDS}
    await town.settled()
    for end, story in stories.items():
        await bring_about(town, end, story.mentor)
        noted = await story.mentee.tap(AnswerProposal, says=Says.YES)
        story.seen.append(noted.text)
    start = await town.now()
    for days in (1, 4, 6, 7, 8):
        await town.jump(start + timedelta(days=days, minutes=days))
        for story in stories.values():
            await look(story)
    over = await told(town, stories["silence"].mentee, o.ProposalOver())
    assert stories["silence"].seen[-1] == over
    for end in ENDS[1:]:
        assert stories[end].seen == stories["silence"].seen, end
    async with town.app.database.engine.reading() as session:
        rows = await session.rows(select(matching_proposals))
    assert {row.state for row in rows} == {"over"}
    for row in rows:
        assert (row.mentor_says, row.mentee_says) == (None, None)
        assert row.fit["competences"] == []
    told_at = await sent_at(town, PushKind.PROPOSAL_OVER, list(stories.values()))
    assert len(set(told_at)) == 1, "at the same moment"


async def sent_at(
    world: World, kind: PushKind, stories: list[Story]
) -> list[tuple[datetime, datetime | None]]:
    """When it was due to each mentee, and when it was sent."""
    people = []
    for story in stories:
        async with world.app.database.unit() as unit:
            person = (await unit.people.actor(story.mentee.id)).person
            assert person is not None
            people.append(person.id)
    mine = pushes.c.person_id.in_(people) & (pushes.c.kind == kind)
    async with world.app.database.engine.reading() as session:
        rows = await session.rows(select(pushes).where(mine))
    assert len(rows) == len(stories)
    return [(row.due_at, row.settled_at) for row in rows]


async def begun(world: World) -> Story:
    place = await new_town(world, f"Town {next(NUMBERS)}")
    phones = [await member(world, place, role) for role in (Role.COORDINATOR, *[Role.LEARNER] * 2)]
    story = Story(phones[0], phones[1], phones[2])
    await enter(story.mentor, Side.MENTOR, "Nikos")
    await enter(story.mentee, Side.MENTEE, "Ana")
    await approved(story.coordinator)
    return story


async def look(story: Story) -> None:
    board = await story.coordinator.send("/matching")
    listed = await story.coordinator.tap(ShowProposals)
    shown = await story.coordinator.tap(ShowProposal)
    for text in (board.text.split("\n\n")[-1], listed.text, shown.text):
        # Of somebody who was erased not even the name is left.
        story.seen.append(re.sub(r"[0-9]+", "…", text.replace("somebody", "Nikos")))
    received = await story.mentee.from_bot()
    story.seen += [str(len(received)), received[-1].text]


async def bring_about(world: World, end: str, mentor: Phone) -> None:
    match end:
        case "decline":
            await mentor.tap(AnswerProposal, says=Says.NO)
        case "withdrawal":
            await mentor.tap(AnswerProposal, says=Says.YES)
            await mentor.send("/mentor")
            await mentor.tap(ShowEntry, side=Side.MENTOR)
            await mentor.tap(LeaveMatching)
        case "full":
            await mentor.tap(AnswerProposal, says=Says.YES)
            await take_the_last_place(world, mentor)
        case "leaving":
            await mentor.send("/leave")
            await mentor.tap(Leave)
        case "moving":
            await mentor.start(await code_of(world, await new_town(world, "Elsewhere")))
            await mentor.tap(ConfirmMove)
        case "block":
            await mentor.block()
        case "erasure":
            await mentor.send("/delete")
            await mentor.tap(EraseMe)


async def take_the_last_place(world: World, mentor: Phone) -> None:
    """In another organisation, meanwhile."""
    async with world.app.database.unit() as unit:
        person = (await unit.people.actor(mentor.id)).person
        assert person is not None
        (entry,) = await unit.matching_entries.of(person.id)
        here = Party(person.id, entry.organisation_id)
        nobody = Party(None, entry.organisation_id)
        await unit.turns.add(Turn(0, here, nobody, "en", "h", await world.now()))


async def test_the_one_who_declined_hears_no_more_of_it(town: World) -> None:
    story = await begun(town)
    await town.settled()
    noted = await story.mentor.tap(AnswerProposal, says=Says.NO)
    assert "Nobody learns that it was you" in noted.text
    before = len(await story.mentor.from_bot())
    await town.jump(await town.now() + WEEK)
    assert len(await story.mentor.from_bot()) == before
    assert "did not become a pair" in (await story.mentee.last()).text


async def test_one_may_think_again_until_the_deadline(town: World) -> None:
    story = await begun(town)
    await town.settled()
    asked = await story.mentor.last()
    await story.mentor.tap(AnswerProposal, says=Says.NO)
    again = await story.mentor.tap(ShowProposed)
    assert "You have said no." in again.text
    await story.mentor.tap(AnswerProposal, says=Says.YES)
    assert "is your mentor now" in (await story.mentee.tap(AnswerProposal, says=Says.YES)).text
    assert (
        "mentor of Ana now" in (await story.mentor.tap(AnswerProposal, of=asked, says=Says.NO)).text
    )


async def test_who_has_not_answered_is_reminded_once(town: World) -> None:
    story = await begun(town)
    await town.settled()
    await story.mentee.tap(AnswerProposal, says=Says.YES)
    start = await town.now()
    before = len(await story.mentor.from_bot())
    for days in (1, 2, 3, 4, 5, 6):
        await town.jump(start + timedelta(days=days, minutes=1))
    texts = [bubble.text for bubble in (await story.mentor.from_bot())[before:]]
    assert len(texts) == 1
    assert "still waits for your answer" in texts[0]


async def test_after_a_pair_ended_both_are_matched_anew_and_not_with_each_other(
    town: World,
) -> None:
    story = await begun(town)
    await town.settled()
    await story.mentor.tap(AnswerProposal, says=Says.YES)
    await story.mentee.tap(AnswerProposal, says=Says.YES)
    await town.settled()
    async with town.app.database.unit() as unit:
        person = (await unit.people.actor(story.mentee.id)).person
        assert person is not None
        (turn,) = await unit.turns.of_person(person.id)
        await unit.turns.put(turn.changed(ended_at=await town.now(), look_at=None))
    await story.mentee.send("/mentor")
    wish = await story.mentee.tap(ShowEntry, side=Side.MENTEE)
    assert wish.offers(AskField, field=Field.AGAIN)
    await story.mentee.tap(Enter)
    await story.coordinator.send("/matching")
    board = await story.coordinator.tap(Propose)
    assert "everybody who fits was proposed before" in board.text
    for phone, side in ((story.mentor, Side.MENTOR), (story.mentee, Side.MENTEE)):
        await phone.send("/mentor")
        await phone.tap(ShowEntry, side=side)
        await phone.tap(AskField, field=Field.AGAIN)
        await phone.tap(TurnValue, field=Field.AGAIN, value=YES)
    await story.coordinator.send("/matching")
    assert "1 new proposal." in (await story.coordinator.tap(Propose)).text


async def test_the_wish_can_be_taken_from_the_needs_analysis(here: World) -> None:
    place = await new_town(here, "Needy")
    phone = await member(here, place)
    answering = Respondent(here, phone, {"commitment": ("1",), "adaptation": ("2",)})
    await phone.send("/mentor")
    await phone.tap(ShowEntry, side=Side.MENTEE)
    assert not (await phone.tap(BeginEntry)).offers(TakeFromNeeds)
    await answering.begin()
    await answering.answer_all()
    await answering.send()
    await phone.send("/mentor")
    await phone.tap(ShowEntry, side=Side.MENTEE)
    asked = await phone.tap(AskField, field=Field.COMPETENCES)
    assert "If you allow it" in asked.text
    taken = await phone.tap(TakeFromNeeds)
    assert [label for label in taken.labels if label.startswith("✓")]


async def test_leaving_moving_and_erasing_leave_nothing_behind(here: World) -> None:
    first, second = await new_town(here, "First"), await new_town(here, "Second")
    leaver, mover, gone = [await member(here, first) for _ in range(3)]
    for phone, name in ((leaver, "L"), (mover, "M"), (gone, "G")):
        await enter(phone, Side.MENTOR, name)
    await leaver.send("/leave")
    await leaver.tap(Leave)
    code = await code_of(here, second)
    await mover.start(code)
    await mover.tap(ConfirmMove)
    await gone.send("/delete")
    await gone.tap(EraseMe)
    async with here.app.database.engine.reading() as session:
        rows = await session.rows(select(matching_entries))
    assert not [row for row in rows if row.organisation_id in (first.id, second.id)]
    assert "belong to none" in (await leaver.send("/mentor")).text
    assert (await mover.send("/mentor")).offers(ShowEntry)
