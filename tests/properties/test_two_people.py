"""Two people of two organisations do whatever comes to mind: press any button ever shown to
either of them, type, command, wait; the bot is stopped and started in between."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.actions.commands import COMMANDS
from learning.account.model import EVERY_DAY, Organisation
from tests.properties import junk, raws
from tests.properties.effort import TIMES, examples, patient
from tests.properties.invariants import broken, jumped, went_back
from tests.properties.stage import Rows, Stage

RESTARTS = 1
who = st.integers(0, 1)
commands = st.sampled_from([f"/{name}" for name in COMMANDS])


class TwoPeople(RuleBasedStateMachine):
    stage: Stage
    towns: tuple[Organisation, Organisation]

    @initialize()
    def meet(self) -> None:
        self.stage.silence_everybody()
        zones = ("Europe/Athens", "Europe/Madrid")
        pairs = zip(self.towns, zones, strict=True)
        self.people = [self.stage.meet(town, zone) for town, zone in pairs]
        self.shown: list[tuple[int, str]] = []
        self.restarts = 0
        self._act(0, raws.message(self.people[0].telegram_id, "/lesson"))

    @rule(one=who, which=st.integers(0, 200))
    def press_any_button_ever_shown(self, one: int, which: int) -> None:
        message_id, data = self.shown[which % len(self.shown)]
        self._act(one, raws.press(self.people[one].telegram_id, data, message_id))

    @rule(one=who, which=st.integers(0, 12), times=st.integers(1, 3))
    def press_a_button_of_the_newest_message(self, one: int, which: int, times: int) -> None:
        for _ in range(times):
            shown = self.stage.buttons(self.people[one])
            newest = [pair for pair in shown if pair[0] == shown[-1][0]]
            if not newest:
                return
            message_id, data = newest[which % len(newest)]
            self._act(one, raws.press(self.people[one].telegram_id, data, message_id))

    @rule(one=who, text=junk.texts)
    def type_something(self, one: int, text: str) -> None:
        self._act(one, raws.message(self.people[one].telegram_id, text))

    @rule(one=who, command=commands)
    def give_a_command(self, one: int, command: str) -> None:
        self._act(one, raws.message(self.people[one].telegram_id, command))

    @rule(one=who, command=commands)
    def an_update_comes_twice(self, one: int, command: str) -> None:
        raw = raws.message(self.people[one].telegram_id, command)
        self._act(one, raw)
        before = self._rows()
        assert not self.stage.feed(raw)
        assert self._rows() == before

    @rule(one=who)
    def block_and_come_back(self, one: int) -> None:
        self._act(one, raws.membership(self.people[one].telegram_id, "kicked"))
        self._act(one, raws.membership(self.people[one].telegram_id, "member"))

    @rule(hours=st.integers(1, 24 * 9))
    def wait(self, hours: int) -> None:
        now = self.stage.do(self.stage.world.now())
        assert not self.stage.jump(now + timedelta(hours=hours))

    @precondition(lambda self: self.restarts < RESTARTS)
    @rule()
    def restart(self) -> None:
        self.restarts += 1
        before = self._rows()
        self.stage.do(self.stage.world.restart())
        assert self._rows() == before

    @invariant()
    def every_update_is_answered(self) -> None:
        assert not self.stage.unanswered()

    def _act(self, one: int, raw: raws.Raw) -> None:
        before, others = self._of(one), self._of(1 - one)
        assert not self.stage.feed(raw)
        after = self._of(one)
        assert not [*broken(after), *went_back(before, after), *jumped(before, after)]
        assert self._of(1 - one) == others
        known = set(self.shown)
        for person in self.people:
            self.shown += [pair for pair in self.stage.buttons(person) if pair not in known]

    def _of(self, one: int) -> Rows:
        return self.stage.of(self.people[one])

    def _rows(self) -> list[Rows]:
        return [self._of(0), self._of(1)]


@pytest.fixture(scope="module")
def towns(stage: Stage) -> tuple[Organisation, Organisation]:
    async def found(name: str, country: str, zone: str, language: str) -> Organisation:
        town = Organisation(0, name, country, zone, language, weekdays=EVERY_DAY)
        return await stage.database.organisations.add(town)

    return (
        stage.do(found("Piraeus", "gr", "Europe/Athens", "el")),
        stage.do(found("Getafe", "es", "Europe/Madrid", "es")),
    )


@patient
def test_two_people_never_disturb_each_other_whatever_they_do(
    stage: Stage, towns: tuple[Organisation, Organisation]
) -> None:
    class Here(TwoPeople):
        pass

    Here.stage, Here.towns = stage, towns
    steps = 25 if TIMES == 1 else 60
    run_state_machine_as_test(
        Here, settings=settings(max_examples=examples(10), stateful_step_count=steps)
    )
