"""A simulated year of mentoring, through the use cases and an SQLite file of its own.

Pairs live in three zones, with daylight saving, holidays, leave, rests, silences and drop-outs.

`python -m benchmarks.mentoring --pairs 200 [--seed 7]` prints the steps that were reached, the
prompts in the ledger, how often two saw it differently and watched each other work, the silences
that coordinators were told of, and the time. A pair that waits for nothing, or a prompt to somebody
who left, ends it with an error.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from benchmarks.curriculum import curriculum
from benchmarks.mentoring_days import Together
from data.engine import Database, open_database
from data.mentoring_turns import SqlTurns
from data.migrate import upgrade
from data.sealing import new_key
from data.tables.pushes import pushes
from learning.account.asks import Leave, Pause
from learning.account.model import (
    WORKING_DAYS,
    Enrolment,
    Organisation,
    PauseScope,
    Role,
)
from learning.ask import CLOCK, Ask, Caller
from learning.mentoring import asks
from learning.mentoring.beginning import begin_turn
from learning.mentoring.check_in import Result
from learning.mentoring.clock_asks import WakeTurns
from learning.mentoring.cycle import Step
from learning.mentoring.evaluating.asks import OpenEvaluation, SendEvaluation
from learning.mentoring.model import Side, Turn
from learning.perform import Core
from learning.pushes.model import PushKind
from learning.table import USE_CASES

BEGIN = datetime(2026, 1, 12, 8, tzinfo=UTC)
DAYS, HOURS = 365, 6  # between two ticks
PLACES = (("gr", "Europe/Athens"), ("es", "Europe/Madrid"), ("es", "Atlantic/Canary"))
_ROOMS = ("mentoring", "check_in", "meeting", "shadowing")
PLANNED_AHEAD = (
    "meeting",
    "shadowing",
)  # judged when their time comes, which nobody here waits for
ABOUT_MENTORING = [kind for kind in PushKind if kind.startswith(_ROOMS)]
LEAVES, RESTS, AWAY = 0.0002, 0.0005, 0.002  # how likely on a day: for good, as a pair, on leave
RATINGS = (5, 4, 4, 3, 2)


@dataclass
class Pair:
    """`diligence` is how likely each side does on a day what is awaited of them."""

    turn: int
    callers: dict[Side, Caller]
    people: dict[Side, int]
    diligence: dict[Side, float]
    shadowed: bool = False


@dataclass
class Year:
    core: Core
    database: Database
    chance: random.Random
    pairs: list[Pair] = field(default_factory=list)
    left: dict[int, datetime] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    now: datetime = BEGIN

    async def ask(self, ask: Ask[Any], caller: Caller = CLOCK) -> Any:
        return await self.core.perform(ask, caller, self.now)

    async def live(self) -> None:
        for _ in range(DAYS):
            for _ in range(24 // HOURS):
                await self.ask(WakeTurns())
                self.now += timedelta(hours=HOURS)
            for pair in self.pairs:
                await self._day_of(pair)

    async def turn(self, id: int) -> Turn | None:
        """Read beside the one who writes, so that looking costs no commit."""
        async with self.database.engine.reading() as session:
            return await SqlTurns(session).get(id)

    async def _day_of(self, pair: Pair) -> None:
        turn = await self.turn(pair.turn)
        if turn is None or not turn.running:
            return
        if turn.look_at is None:
            self.faults.append(f"turn {turn.id} waits for nothing")
        if await self._goes_away(pair, turn):
            return
        for side in Side:
            if self.chance.random() < pair.diligence[side]:
                await self._act(pair, turn.id, side)

    async def _goes_away(self, pair: Pair, turn: Turn) -> bool:
        """For good, or as a pair, or one of them on leave."""
        side = self.chance.choice(list(Side))
        caller, fate = pair.callers[side], self.chance.random()
        if fate < LEAVES:
            await self.ask(Leave(0), caller)
            self.left[pair.people[side]] = self.now
        elif fate < LEAVES + RESTS:
            await self.ask(asks.RestTurn(turn.id, 4), caller)
        elif fate < LEAVES + RESTS + AWAY:
            await self.ask(Pause(PauseScope.EVERYTHING, 21), caller)
        return fate < LEAVES

    async def _act(self, pair: Pair, id: int, side: Side) -> None:
        """What is awaited of this side, if anything is."""
        turn = await self.turn(id)
        if turn is None or not turn.running or turn.rest_on(self.now.date()):
            return
        caller = pair.callers[side]
        if turn.step is Step.MATCHING:
            await self._agree(turn, side, caller)
        elif turn.awaits_check_in(side):
            shown = await self.ask(asks.OpenCheckIn(id), caller)
            await self.ask(asks.SayResult(shown.check_in, 0, Result.DONE), caller)
            rating = self.chance.choice(RATINGS)
            await self.ask(asks.RateMentoring(shown.check_in, 1, rating), caller)
            await self._together(pair).meet(side)
        elif turn.step is Step.MENTORING and not await self._shadow(pair, turn, side):
            await self._move_on(turn, caller)
        elif turn.step is Step.EVALUATION and turn.party(side).waits_since:
            await self._look_back(turn, caller)

    def _together(self, pair: Pair) -> Together:
        return Together(pair.turn, pair.callers, self.database, self.ask)

    async def _shadow(self, pair: Pair, turn: Turn, side: Side) -> bool:
        """Plans the one day of watching, and looks back on it; whether it was planned now."""
        cycle = self.core.curriculum.mentoring.get(turn.definition)
        part = cycle.shadowing if cycle else None
        if part is None or turn.phase not in part.phases:
            return False
        if pair.shadowed:
            await self._together(pair).look_back(side)
            return False
        pair.shadowed = True
        await self._together(pair).shadow(side, part)
        return True

    async def _agree(self, turn: Turn, side: Side, caller: Caller) -> None:
        shown = await self.ask(asks.OpenAgreement(turn.id), caller)
        async with self.database.unit() as unit:
            made = await unit.agreements.get(shown.agreement)
        if made is None:
            return
        if made.is_whole and made.by is not side:
            await self.ask(asks.ConfirmAgreement(made.id, made.revision), caller)
        elif not made.goals and made.by is side:
            await self.ask(asks.AskGoal(made.id), caller)
            await self.ask(asks.TypeGoal(made.id, "A clearer letter"), caller)
            await self.ask(asks.TypeGoal(made.id, "Nobody asks twice"), caller)
            async with self.database.unit() as unit:
                whole = await unit.agreements.get(made.id)
            if whole is not None:
                await self.ask(asks.ProposeAgreement(whole.id, whole.revision), caller)

    async def _move_on(self, turn: Turn, caller: Caller) -> None:
        cycle = self.core.curriculum.mentoring.get(turn.definition)
        phase = cycle.phase(turn.phase) if cycle else None
        if phase and turn.phase_since:
            due = turn.phase_since + timedelta(weeks=phase.weeks)
            if self.now.date() >= due:
                await self.ask(asks.MovePhase(turn.id, phase.id, back=False), caller)

    async def _look_back(self, turn: Turn, caller: Caller) -> None:
        """Without a rating: each may be left out."""
        shown = await self.ask(OpenEvaluation(turn.id), caller)
        async with self.database.unit() as unit:
            evaluation = await unit.evaluations.of(turn.id, shown.person)
            cycle = self.core.curriculum.mentoring.get(turn.definition)
            if evaluation is None or cycle is None:
                return
            rated = {statement.id: 0 for statement in cycle.evaluation}
            await unit.evaluations.put(evaluation.changed(ratings=rated))
        await self.ask(SendEvaluation(evaluation.id, 1), caller)


async def meet(year: Year, pairs: int) -> None:
    """Half are diligent, some slow; one in ten mentees never answers."""
    places = [
        await year.database.organisations.add(Organisation(0, zone, country, zone, "en"))
        for country, zone in PLACES
    ]
    for number, place in enumerate(places):
        await _arrive(year, 1 + number, place, Role.COORDINATOR)
    for number in range(pairs):
        place = places[number % len(places)]
        callers, people = {}, {}
        for at, side in enumerate(Side):
            callers[side] = Caller(1000 + 2 * number + at)
            people[side] = await _arrive(year, callers[side].telegram_id, place)
        async with year.database.unit() as unit:
            mentor, mentee = [await unit.people.actor(callers[it].telegram_id) for it in Side]
            turn = await begin_turn(
                mentor,
                mentee,
                "en",
                BEGIN,
                turns=unit.turns,
                pushes=unit.pushes,
                curriculum=year.core.curriculum,
            )
        keen = year.chance.choice((0.6, 0.6, 0.3, 0.1))
        silent = year.chance.random() < 0.1
        diligence = {Side.MENTOR: keen, Side.MENTEE: 0.0 if silent else keen}
        year.pairs.append(Pair(turn.id, callers, people, diligence))


async def _arrive(
    year: Year, telegram_id: int, place: Organisation, role: Role = Role.LEARNER
) -> int:
    async with year.database.unit() as unit:
        person = await unit.people.add(telegram_id, "en", place.zone, BEGIN)
        await unit.enrolments.add(Enrolment(person.id, place.lesson_hour, WORKING_DAYS))
        await unit.memberships.begin(person.id, place.id, None, role, None, BEGIN)
    return person.id


async def told(year: Year) -> None:
    async with year.database.engine.reading() as session:
        rows = await session.rows(select(pushes).where(pushes.c.kind.in_(ABOUT_MENTORING)))
    for row in rows:
        gone = year.left.get(row.person_id)
        planned_ahead = row.kind.startswith(PLANNED_AHEAD)
        if gone is not None and row.due_at > gone and not planned_ahead:
            year.faults.append(f"{row.kind} to {row.person_id}, who left")
    reached: Counter[str] = Counter()
    for pair in year.pairs:
        turn = await year.turn(pair.turn)
        if turn is not None:
            where = turn.phase or turn.step
            reached[f"ended: {turn.ending}" if turn.ending else f"in {where}"] += 1
    silences = {row.occasion for row in rows if row.kind == PushKind.MENTORING_SILENT}
    print("reached: " + ", ".join(f"{name} {number}" for name, number in sorted(reached.items())))
    kinds = Counter(row.kind for row in rows)
    print(f"{len(rows):,} prompts: " + ", ".join(f"{it} {kinds[it]:,}" for it in sorted(kinds)))
    talks = {row.occasion for row in rows if row.kind == PushKind.MENTORING_TALK}
    days = {row.occasion for row in rows if row.kind == PushKind.SHADOWING_SLOT}
    print(f"{len(talks)} times two saw it differently, {len(days)} hours of job shadowing agreed")
    print(f"{len(silences)} silences that coordinators learned of, {len(year.left)} people left")


async def lived(pairs: int, seed: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/year.sqlite3"
        await asyncio.to_thread(upgrade, url)
        database = await open_database(url, [new_key()])
        try:
            year = Year(Core(database, curriculum(), USE_CASES), database, random.Random(seed))
            await meet(year, pairs)
            started = time.monotonic()
            await year.live()
            seconds = time.monotonic() - started
            await told(year)
            print(f"{DAYS} days of {pairs} pairs in {seconds:.0f} s")
            return year.faults
        finally:
            await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mentoring", description=__doc__)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    faults = asyncio.run(lived(asked.pairs, asked.seed))
    for fault in faults:
        print(fault)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
