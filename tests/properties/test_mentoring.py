"""Whatever two people do or leave undone, a turn goes on, and ends when nobody cares for it."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from learning.mentoring.cycle import Step
from learning.mentoring.model import Ending, Party, Side, Turn
from learning.mentoring.turning import (
    Sign,
    Signal,
    agreed,
    answered,
    begun_anew,
    ended,
    evaluated,
    heard,
    looked_at,
    moved_back,
    moved_on,
    proposed,
    rested,
    resumed,
)
from tests.circles import CIRCLE

BEGUN = date(2026, 3, 2)
sides = st.sampled_from(list(Side))
ONCE = {Signal.CHECK_IN, Signal.OVER}


class LifeOfAPair(RuleBasedStateMachine):
    """Acts of both sides, days that pass unseen, holidays, rests, endings and new starts."""

    def __init__(self) -> None:
        super().__init__()
        self.today = BEGUN
        self.stops: dict[Side, set[date]] = {side: set() for side in Side}
        self.said: list[Sign] = []
        self.turn = Turn(
            id=1,
            mentor=Party(1, 7, waits_since=BEGUN),
            mentee=Party(2, 7, waits_since=BEGUN),
            language="en",
            definition="h",
            begun_at=self.now,
        )

    @property
    def now(self) -> datetime:
        return datetime.combine(self.today, datetime.min.time(), UTC)

    def running(self) -> bool:
        return self.turn.running

    def look(self) -> tuple[Sign, ...]:
        before = self.turn
        stopped = {side: self.stops[side].__contains__ for side in Side}
        self.turn, signs = looked_at(self.turn, CIRCLE, self.now, self.today, stopped)
        assert before.running or not signs, "somebody who is in no turn any more is written to"
        self.said += signs
        return signs

    @rule(days=st.integers(1, 60), seen=st.booleans())
    def days_pass(self, days: int, seen: bool) -> None:
        """`seen`: the machine looked every day; else it was down and looks once, at the end."""
        for _ in range(days):
            self.today += timedelta(days=1)
            if seen:
                self.look()
        self.look()
        assert not self.look(), "the same day said something twice"

    @precondition(running)
    @rule(side=sides)
    def a_side_writes(self, side: Side) -> None:
        self.turn = heard(self.turn, side, self.today)

    @precondition(running)
    @rule(side=sides)
    def a_side_proposes_terms(self, side: Side) -> None:
        self.turn = proposed(self.turn, side, self.today)

    @precondition(running)
    @rule(weeks=st.sampled_from(CIRCLE.terms.weeks))
    def both_agree(self, weeks: int) -> None:
        if self.turn.step in (Step.MATCHING, Step.MENTORING):
            self.turn = agreed(self.turn, weeks, CIRCLE, self.today)

    @precondition(running)
    @rule(side=sides)
    def a_side_answers(self, side: Side) -> None:
        if self.turn.awaits_check_in(side):
            self.turn = answered(self.turn, side)
            assert not self.turn.awaits_check_in(side)

    @precondition(running)
    @rule(back=st.booleans())
    def the_phase_changes(self, back: bool) -> None:
        self.turn = (moved_back if back else moved_on)(self.turn, CIRCLE, self.today)

    @precondition(running)
    @rule(side=sides)
    def a_side_evaluates(self, side: Side) -> None:
        if self.turn.step is Step.EVALUATION:
            self.turn = evaluated(self.turn, side, self.now)

    @precondition(running)
    @rule(ahead=st.integers(0, 20), days=st.integers(0, 200))
    def the_pair_rests(self, ahead: int, days: int) -> None:
        since = self.today + timedelta(days=ahead)
        self.turn = rested(self.turn, since, since + timedelta(days=days))

    @precondition(running)
    @rule()
    def the_pair_goes_on(self) -> None:
        self.turn = resumed(self.turn, self.today)
        assert self.turn.rest_on(self.today) is None

    @precondition(running)
    @rule()
    def they_begin_anew(self) -> None:
        if self.turn.step in (Step.MATCHING, Step.MENTORING):
            self.turn = begun_anew(self.turn, self.today)

    @rule(side=sides, days=st.integers(1, 40))
    def a_side_is_on_leave(self, side: Side, days: int) -> None:
        self.stops[side] |= {self.today + timedelta(days=ahead) for ahead in range(days)}

    @precondition(running)
    @rule(ending=st.sampled_from([Ending.WISH, Ending.LEFT]))
    def it_ends(self, ending: Ending) -> None:
        self.turn = ended(self.turn, ending, self.now)

    @invariant()
    def a_running_turn_awaits_something(self) -> None:
        waits = [self.turn.party(side).waits_since for side in Side]
        assert not self.turn.running or any(waits) or self.turn.next_on is not None

    @invariant()
    def no_due_date_is_prompted_twice(self) -> None:
        once = [(sign.signal, sign.side, sign.since) for sign in self.said if sign.signal in ONCE]
        assert len(once) == len(set(once))

    @invariant()
    def what_is_over_is_whole(self) -> None:
        if not self.turn.running:
            assert self.turn.ending is not None
            assert self.turn.next_on is None
            assert not any(self.turn.party(side).waits_since for side in Side)

    def teardown(self) -> None:
        """Nobody does anything any more: in the end the turn is over, without anybody's act."""
        for _ in range(700):
            self.today += timedelta(days=1)
            self.look()
        assert not self.turn.running
        reminded = [sign for sign in self.said if sign.signal is Signal.SILENT]
        for sign in reminded:
            before = self.said[: self.said.index(sign)]
            assert any(s.signal is Signal.REMINDER and s.side is sign.side for s in before)


TestLifeOfAPair = LifeOfAPair.TestCase
