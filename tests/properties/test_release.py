"""Whatever two people do with their check-ins, in whatever order, with old buttons, restarts and an
end in between: each reads what was released to them when it was written and nothing else, and of
ratings that differ both learn only that it is worth a talk."""

import asyncio
from collections.abc import Coroutine, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from data.engine import open_database
from data.mentoring_readings import read_turn
from data.migrate import upgrade
from data.sealing import new_key
from data.tables.pushes import pushes
from learning.account.model import WORKING_DAYS, Enrolment, Organisation, Role
from learning.ask import Ask, Caller
from learning.mentoring import asks
from learning.mentoring.beginning import begin_turn
from learning.mentoring.check_in import CheckIn, Result, Stage
from learning.mentoring.cycle import Step
from learning.mentoring.model import Seen, Side, Turn
from learning.perform import Core
from learning.pushes.model import PushKind
from learning.table import USE_CASES
from tests.circles import CIRCLE
from tests.curricula import small
from tests.properties.effort import examples, patient

T = TypeVar("T")
BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
WRITING = (Stage.QUESTION, Stage.NEXT)
sides = st.sampled_from(list(Side))
late = st.integers(0, 2)  # how many presses ago the button was shown


class Room:
    """One database for all examples, closed and opened as a restart does it."""

    def __init__(self, folder: Path) -> None:
        self.runner, self.key = asyncio.Runner(), new_key()
        self.url = f"sqlite:///{folder}/release.sqlite3"
        upgrade(self.url)
        self.known = 0
        self.begin()
        town = Organisation(0, "Egaleo", "gr", "Europe/Athens", "en")
        self.town = self.do(self.database.organisations.add(town))

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def begin(self) -> None:
        self.database = self.do(open_database(self.url, [self.key]))
        self.core = Core(self.database, small(), USE_CASES)

    def end(self) -> None:
        self.do(self.database.close())

    async def pair(self) -> tuple[Turn, dict[Side, Caller]]:
        """In its first phase, with a check-in that is due."""
        callers = {}
        async with self.database.unit() as unit:
            for side in Side:
                self.known += 1
                callers[side] = Caller(self.known)
                person = await unit.people.add(self.known, "en", "Europe/Athens", BEGIN)
                await unit.enrolments.add(Enrolment(person.id, time(9), WORKING_DAYS))
                await unit.memberships.begin(
                    person.id, self.town.id, None, Role.LEARNER, None, BEGIN
                )
            turn = await begin_turn(
                await unit.people.actor(callers[Side.MENTOR].telegram_id),
                await unit.people.actor(callers[Side.MENTEE].telegram_id),
                "en",
                BEGIN,
                turns=unit.turns,
                pushes=unit.pushes,
                curriculum=self.core.curriculum,
            )
            due = turn.changed(
                step=Step.MENTORING, phase=CIRCLE.phases[0].id, weeks=2, asked_on=BEGIN.date()
            )
            await unit.turns.put(due)
        return due, callers


class Release(RuleBasedStateMachine):
    room: Room

    @initialize()
    def meet(self) -> None:
        self.turn, self.callers = self.room.do(self.room.pair())
        self.now, self.number = BEGIN, 0
        self.chosen: dict[Side, Seen | None] = dict.fromkeys(Side)
        self.written: dict[str, tuple[Side, Seen]] = {}
        self.rated: dict[Side, int] = {}
        self.over = False
        for side in Side:
            self._ask(side, asks.OpenCheckIn(self.turn.id))

    @rule(side=sides, ago=late)
    def say_how_it_went(self, side: Side, ago: int) -> None:
        mine = self._of(side)
        self._ask(side, asks.SayResult(mine.id, mine.revision - ago, Result.DONE))

    @rule(side=sides, ago=late, rating=st.integers(0, 6))
    def rate(self, side: Side, ago: int, rating: int) -> None:
        mine = self._of(side)
        self._ask(side, asks.RateMentoring(mine.id, mine.revision - ago, rating))
        counts = mine.stage is Stage.RATING and ago == 0 and rating <= len(CIRCLE.rating)
        if counts and not self.over:
            self.rated[side] = rating

    @rule(side=sides, ago=late, seen=st.sampled_from(list(Seen)))
    def choose_who_sees_the_next_text(self, side: Side, ago: int, seen: Seen) -> None:
        """Also when the last one is written already: that changes nothing about it."""
        mine = self._of(side)
        self._ask(side, asks.ChooseSeen(mine.id, mine.revision - ago, seen))
        if mine.stage in WRITING and ago == 0 and not self.over:
            self.chosen[side] = seen

    @rule(side=sides)
    def write(self, side: Side) -> None:
        self.number += 1
        text, seen, mine = f"Words {self.number}.", self.chosen[side], self._of(side)
        self._ask(side, asks.TypeCheckIn(mine.id, text))
        if seen is not None and mine.stage in WRITING and not self.over:
            self.written[text], self.chosen[side] = (side, seen), None

    @rule(side=sides)
    def write_into_the_other_one_s(self, side: Side) -> None:
        self._ask(side, asks.TypeCheckIn(self._of(side.other).id, "Not mine."))

    @rule(side=sides, ago=late)
    def leave_it_out(self, side: Side, ago: int) -> None:
        mine = self._of(side)
        self._ask(side, asks.SkipCheckInText(mine.id, mine.revision - ago))
        if mine.stage in WRITING and ago == 0 and not self.over:
            self.chosen[side] = None

    @rule(side=sides)
    def destroy(self, side: Side) -> None:
        self._ask(side, asks.DestroyTexts(self.turn.id))
        self.written = {text: it for text, it in self.written.items() if it[0] is not side}

    @rule(side=sides)
    def end(self, side: Side) -> None:
        self._ask(side, asks.EndTurn(self.turn.id))
        self.over = True

    @rule()
    def restart(self) -> None:
        self.room.end()
        self.room.begin()

    @invariant()
    def each_reads_what_was_released_to_them(self) -> None:
        for side in Side:
            expected = {
                text
                for text, (author, seen) in self.written.items()
                if author is side or seen is Seen.PARTNER
            }
            assert self._read(side) == expected

    @invariant()
    def both_are_invited_to_talk_when_they_differ_and_only_then(self) -> None:
        given = [rating for rating in self.rated.values() if rating]
        differ = len(given) == len(Side) and abs(given[0] - given[1]) >= CIRCLE.divergence
        assert self._invited() == (len(Side) if differ else 0)

    def _ask(self, side: Side, ask: Ask[Any]) -> None:
        """Whatever comes back holds no words."""
        self.now += timedelta(minutes=1)
        outcome = self.room.do(self.room.core.perform(ask, self.callers[side], self.now))
        assert "Words" not in repr(outcome)

    def _of(self, side: Side) -> CheckIn:
        async def find() -> CheckIn | None:
            async with self.room.database.unit() as unit:
                person = self.turn.party(side).person_id or 0
                return await unit.check_ins.find(self.turn.id, person, BEGIN.date())

        found = self.room.do(find())
        assert found is not None
        return found

    def _read(self, side: Side) -> set[str]:
        database, person = self.room.database, self.turn.party(side).person_id or 0
        read = self.room.do(read_turn(database.engine, database.sealer, self.turn.id, person))
        assert read is not None
        return {text for _, text in read.texts}

    def _invited(self) -> int:
        people = [self.turn.party(side).person_id for side in Side]
        talk = pushes.c.kind == PushKind.MENTORING_TALK

        async def count() -> int:
            async with self.room.database.engine.reading() as session:
                mine = pushes.c.person_id.in_(people) & talk
                return len(await session.rows(select(pushes.c.id).where(mine)))

        return self.room.do(count())


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = Room(tmp_path_factory.mktemp("release"))
    yield made
    made.end()
    made.runner.close()


@patient
def test_a_text_is_shown_to_whom_it_was_released_and_a_rating_to_nobody(room: Room) -> None:
    class InRoom(Release):
        pass

    InRoom.room = room
    run_state_machine_as_test(
        InRoom, settings=settings(max_examples=examples(8), stateful_step_count=20, deadline=None)
    )
