"""A round of the needs analysis from launch to report, over HTTP through the simulator.

Batches of people answer step by step, all of a batch at once; in the middle of some batches the
bot is stopped and started again.
"""

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from learning.account.asks import ShowDefaults
from learning.account.model import CodeKind, EnrolmentCode, Organisation, Role
from learning.lessons.asks import BeginCourse
from learning.needs.answers import Answers
from learning.needs.asks import CloseRound, LaunchRound, OfferClosing, PlanRound, ShowRound
from learning.needs.model import Mode
from learning.needs.questionnaire import Questionnaire
from learning.needs.report.model import NeedsReport
from tests.contract.people import ATHENS
from tests.flows.phone import Phone
from tests.flows.respondent import Respondent
from tests.flows.world import World, world
from tests.survey.counting import differences
from tests.survey.people import Habit, Member

LANGUAGES = ("en", "el", "es")
DEPARTMENTS = ("Desk", "Registry", "Schools")
MOST_STEPS = 120
PATIENCE_SECONDS = 120.0  # dozens act at once, perhaps on a machine that does other things


@dataclass(frozen=True)
class Plan:
    """`restart_every` batches the bot is restarted in the middle."""

    folder: Path
    people: int
    batch: int
    seed: int = 7
    restart_every: int = 4


@dataclass
class Told:
    """`lost` names answers that are not kept as they were given; `differences` counts of the
    report that are not the people's own. `seconds` went by while `answers` were given."""

    people: int = 0
    sent: int = 0
    answers: int = 0
    restarts: int = 0
    seconds: float = 0.0
    tables: int = 0
    lost: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)


async def survey(plan: Plan) -> Told:
    async with world(plan.folder, patience=PATIENCE_SECONDS) as town:
        return (await surveyed(town, plan))[0]


async def surveyed(town: World, plan: Plan) -> tuple[Told, Phone]:
    """With the coordinator's phone, for whoever wants to read on."""
    place = await _an_organisation(town)
    boss = await town.phone("Boss")
    await boss.start(await _code(town, place, "boss", None))
    codes = [await _code(town, place, f"team{name}", name) for name in DEPARTMENTS]
    await boss.send("/rounds")
    await boss.tap(PlanRound, mode=Mode.CONFIDENTIAL)
    await boss.tap(LaunchRound)  # before they come, so that nobody waits for hundreds of calls
    members, told = await _members(town, plan, codes), Told(plan.people)
    for at in range(0, len(members), plan.batch):
        batch = members[at : at + plan.batch]
        restarts = at // plan.batch % plan.restart_every == 0
        told.seconds += await _answer(town, batch, restarts)
        told.restarts += restarts
    told.sent = sum(member.sent for member in members)
    told.answers = sum(member.answers for member in members)
    told.lost = [line for member in members for line in await _lost(town, member)]
    report = await _closed(town, boss, place)
    told.tables = len(report.before)
    told.differences = differences(report, members)
    return told, boss


async def _an_organisation(town: World) -> Organisation:
    return await town.app.database.organisations.add(ATHENS)


async def _code(town: World, place: Organisation, text: str, department: str | None) -> str:
    role = Role.LEARNER if department else Role.COORDINATOR
    await town.app.database.organisations.add_code(
        EnrolmentCode(text, place, department, role, None, None, None, False, CodeKind.STAFF)
    )
    return text


async def _members(town: World, plan: Plan, codes: list[str]) -> list[Member]:
    curriculum = town.app.core.curriculum
    questionnaire = curriculum.needs.get(curriculum.needs.today or "")
    assert questionnaire is not None
    found: list[Member] = []
    for start in range(0, plan.people, plan.batch):
        numbers = range(start, min(start + plan.batch, plan.people))
        found += await asyncio.gather(
            *(_member(town, plan, number, codes, questionnaire) for number in numbers)
        )
    return found


async def _member(
    town: World, plan: Plan, number: int, codes: list[str], questionnaire: Questionnaire
) -> Member:
    random = Random(f"{plan.seed} {number}")
    phone = await town.phone(f"P{number}", LANGUAGES[number % 3])
    department = number // 3 % len(DEPARTMENTS)
    await phone.start(codes[department])
    await phone.tap(ShowDefaults)
    await phone.tap(BeginCourse)
    habits = list(Habit)
    return Member(
        Respondent(town, phone),
        questionnaire,
        habits[number % len(habits)],
        DEPARTMENTS[department],
        random,
        until=random.randint(3, 15),
    )


async def _answer(town: World, batch: list[Member], restarts: bool) -> float:
    """Seconds in which the batch answered, restarts apart."""
    begun, apart = time.monotonic(), 0.0
    await asyncio.gather(*(member.respondent.begin() for member in batch))
    for step in range(MOST_STEPS):
        if restarts and step == 10:
            before = time.monotonic()
            await town.restart()
            apart = time.monotonic() - before
        walking = [member for member in batch if not member.waits]
        resting = [member for member in batch if member.paused]
        if not walking and not resting:
            return time.monotonic() - begun - apart
        if step > 20:
            await asyncio.gather(*(member.return_() for member in resting))
        await asyncio.gather(*(member.step() for member in walking))
    raise AssertionError("a questionnaire without an end")


async def _lost(town: World, member: Member) -> list[str]:
    """Places whose answer is not kept as it was told; of who did not send, in the draft."""
    kept = await _kept(town, member)
    places = {*kept, *member.told}
    return [
        f"{member.habit.value} {at}: {kept.get(at)} for {member.told.get(at)}"
        for at in sorted(places)
        if at not in kept or at not in member.told or set(kept[at]) != set(member.told[at])
    ]


async def _kept(town: World, member: Member) -> Answers:
    draft = await member.respondent.draft()
    if not member.sent:
        return draft.answers if draft else {}
    async with town.app.database.unit() as unit:
        person = (await unit.people.actor(member.respondent.phone.id)).person
        assert person is not None
        [sent] = await unit.sent_answers.of(person.id)
    return sent.answers


async def _closed(town: World, boss: Phone, place: Organisation) -> NeedsReport:
    await boss.send("/rounds")
    await boss.tap(ShowRound)
    await boss.tap(OfferClosing)
    await boss.tap(CloseRound)
    async with town.app.database.unit() as unit:
        [round] = await unit.rounds.of_organisation(place.id, 1)
        report = await unit.needs_reports.of(round.id)
    assert report is not None
    return report
