"""After the course: the abilities once more, for the person and, once, for the coordinator."""

from dataclasses import replace
from pathlib import Path

import pytest

from learning.account.model import Role
from learning.needs.answers import Answers, Wave
from learning.needs.asks import (
    BeginNeeds,
    CloseRound,
    CountAgain,
    OfferClosing,
    ReportNeeds,
    ShowRound,
)
from learning.needs.model import Mode, Round, Sent
from learning.needs.report.chapters import Part
from tests.contract.people import add_learner
from tests.flows.phone import Phone
from tests.flows.respondent import Respondent
from tests.flows.test_needs import (
    ABILITIES,
    UNSURE_IN_TALKING,
    an_organisation,
    code_for,
    launch,
    learner_of,
    rounds_of,
)
from tests.flows.world import MONDAY, World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

COLLEAGUES = 19


async def finish_the_course(town: World, phone: Phone) -> None:
    async with town.app.database.unit() as unit:
        enrolment = (await unit.people.actor(phone.id)).enrolment
        assert enrolment is not None
        done = replace(enrolment, finished_at=await town.now(), revision=enrolment.revision + 1)
        await unit.enrolments.put(done)


async def colleagues(town: World, round: Round) -> list[int]:
    """They have answered before: half of them 2, half of them 4 of 5."""
    async with town.app.database.unit() as unit:
        people = [(await add_learner(unit, 9000 + n)).id for n in range(COLLEAGUES)]
        for at, person in enumerate(people):
            place = round.organisation_id
            await unit.memberships.begin(person, place, "Desk", Role.LEARNER, None, MONDAY)
            await unit.rounds.mark_answered(round.id, person)
            await unit.sent_answers.put(said(person, round, ("2", "4")[at % 2], Wave.BEFORE))
    return people


def said(person: int, round: Round, level: str, wave: Wave) -> Sent:
    answers: Answers = dict.fromkeys(ABILITIES, (level,))
    return Sent(person, wave, round.mode, round.definition, answers, MONDAY, round.id)


async def say_again(town: World, people: list[int], round: Round) -> None:
    async with town.app.database.unit() as unit:
        for person in people:
            await unit.sent_answers.put(said(person, round, "5", Wave.AFTER))


async def test_before_and_after_are_counted_once_in_large_groups(tmp_path: Path) -> None:
    async with world(tmp_path) as town:
        place = await an_organisation(town)
        boss = await town.phone("Boss")
        await boss.start(await code_for(town, place, "boss", Role.COORDINATOR))
        phone = await learner_of(town, await code_for(town, place, "team"))
        await launch(town, boss, Mode.CONFIDENTIAL)
        [round] = await rounds_of(town, place)
        maria = Respondent(town, phone, UNSURE_IN_TALKING)
        await maria.begin()
        await maria.answer_all()
        await maria.send()
        people = await colleagues(town, round)
        await _close(boss)
        await _asked_too_early(boss)
        await finish_the_course(town, phone)
        await _says_again(maria)
        await say_again(town, people[:9], round)
        await boss.tap(ReportNeeds, part=Part.PROFILE)
        offered = await boss.tap(ReportNeeds, part=Part.CHANGE)
        counted = await boss.tap(CountAgain)
        await _reads(boss)
        await say_again(town, people[9:], round)
        again = await boss.tap(CountAgain, of=offered)  # an old button counts nothing anew
        assert again.text == counted.text


async def _close(boss: Phone) -> None:
    await boss.send("/rounds")
    await boss.tap(ShowRound)
    await boss.tap(OfferClosing)
    await boss.tap(CloseRound)


async def _asked_too_early(boss: Phone) -> None:
    await boss.send("/report needs")
    offered = await boss.tap(ReportNeeds, part=Part.CHANGE)
    assert "counted once" in offered.text
    early = await boss.tap(CountAgain)
    assert "too few have answered again" in early.text


async def _says_again(maria: Respondent) -> None:
    """The notice names the round and who sees what; the first answers stand beside the second."""
    offered = await maria.phone.send("/needs")
    assert "9 questions" in offered.text
    assert "before and after of groups only" in offered.text
    await maria.phone.tap(BeginNeeds, wave=Wave.AFTER)
    maria.answers = dict.fromkeys(ABILITIES, ("5",))
    await maria.answer_all()
    both = await maria.send()
    assert "2/5 → 5/5 Intercultural communication" in both.text


async def _reads(boss: Phone) -> None:
    shown = await boss.last()
    assert shown.has_photo
    assert "Before and after" in shown.text
    assert "10 people" in shown.text
    paper = await boss.tap(ReportNeeds, part=Part.PDF)
    assert (await boss.download(paper)).startswith(b"%PDF")
