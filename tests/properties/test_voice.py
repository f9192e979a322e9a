"""Whatever is planned and however people pause: one voice, a few times a day, within the hours."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import holidays
from hypothesis import given
from hypothesis import strategies as st

from learning.account.model import (
    DAILY_BUDGET,
    EVERY_DAY,
    WORKING_DAYS,
    Enrolment,
    Membership,
    Organisation,
    Pause,
    PauseScope,
    Person,
    Role,
)
from learning.ask import CLOCK, Ask, Right
from learning.course.curriculum import Curriculum
from learning.perform import Core
from learning.pushes.asks import PreparePush
from learning.pushes.model import NewPush, PushKind, PushState, Urgency
from learning.pushes.outcomes import NotWanted, PutOff, Woken
from learning.pushes.table import use_cases
from learning.rhythm.window import GRACE
from tests.contract.memory.database import MemoryDatabase
from tests.contract.memory.state import PushRow
from tests.curricula import small
from tests.unit.town import now_done

ATHENS = ZoneInfo("Europe/Athens")
BEGIN = datetime(2026, 12, 21, 6, tzinfo=ATHENS)  # the week of Christmas
TOWN = Organisation(1, "Town", "gr", "Europe/Athens", "el", opens=time(8), closes=time(15, 30))
COUNTED = [kind for kind in PushKind if kind.urgency is Urgency.ORDINARY]
HOLIDAYS = holidays.country_holidays("GR", years=(2026, 2027))
DAYS = 9


@dataclass(frozen=True)
class Worded(Ask[Woken]):
    """Stands for what a room says: it is sent."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


async def say(ask: Worded, actor: Any, now: datetime) -> Woken:
    return Woken(1, None)


class Town:
    """One person to whom all kinds of pushes are due."""

    def __init__(
        self, budget: int | None, zone: str, pauses: tuple[Pause, ...], planned: list[Any]
    ) -> None:
        """`budget` is that of their organisation; None: they belong to none."""
        self.belongs, self.pauses, self.zone = budget is not None, pauses, ZoneInfo(zone)
        self.budget = DAILY_BUDGET if budget is None else budget
        self.sent: list[tuple[PushKind, datetime]] = []
        self.looks: list[tuple[list[PushKind], list[PushKind]]] = []  # sent, and not sent
        self.database = MemoryDatabase()
        curriculum: Curriculum = small()
        cases = {**use_cases(dict.fromkeys(PushKind, Worded)), Worded: say}
        self.core = Core(self.database, curriculum, cases)
        self.state = self.database.transactions.state
        self.state.persons[1] = Person(1, 500, "en", zone)
        self.state.enrolments[1] = Enrolment(
            1, time(9), WORKING_DAYS, begun_at=BEGIN, pauses=pauses
        )
        if budget is not None:
            town = replace(TOWN, daily_budget=budget)
            self.state.organisations[1] = town
            self.state.memberships[1] = Membership(1, 1, town, None, Role.LEARNER, None)
        for id, (kind, after) in enumerate(planned, start=1):
            self.state.pushes[id] = PushRow(NewPush(1, kind, str(id), BEGIN + after))

    def look(self, now: datetime) -> None:
        """As two workers would: all that is due is prepared before anything is settled."""
        rows = self.database.transactions.state.pushes
        due = [
            id for id, row in rows.items() if row.state is PushState.DUE and row.new.due_at <= now
        ]
        prepared = {id: self._prepared(id, now) for id in due}
        state = self.database.transactions.state
        self.looks.append(
            (
                [rows[id].new.kind for id, outcome in prepared.items() if _is_sent(outcome)],
                [rows[id].new.kind for id, outcome in prepared.items() if not _is_sent(outcome)],
            )
        )
        for id, outcome in prepared.items():
            row = state.pushes[id]
            if isinstance(outcome, NotWanted):
                state.pushes[id] = replace(row, state=PushState.SKIPPED)
            elif isinstance(outcome, PutOff):
                assert row.new.due_at == outcome.until > now
            else:
                state.pushes[id] = replace(row, state=PushState.SENT)
                self.sent.append((row.new.kind, now))

    def _prepared(self, id: int, now: datetime) -> Any:
        new = self.database.transactions.state.pushes[id].new
        ask = PreparePush(500, new.kind, new.occasion, id)
        return now_done(self.core.perform(ask, CLOCK, now))

    def is_allowed(self, kind: PushKind, at: datetime) -> bool:
        local = at.astimezone(self.zone)
        opens, closes = (TOWN.opens, TOWN.closes) if self.belongs else (time(7), time(21))
        days = TOWN.weekdays if self.belongs else EVERY_DAY
        days = days & WORKING_DAYS if kind is PushKind.DAILY else days
        holding = [
            pause
            for pause in self.pauses
            if kind is PushKind.DAILY or pause.scope is PauseScope.EVERYTHING
        ]
        paused = any(pause.covers(local.date()) for pause in holding)
        if kind.urgency is Urgency.AT_ONCE:
            return True
        if kind.urgency is Urgency.URGENT:
            return not paused
        return (
            _on(local, opens) <= local <= _on(local, closes) + GRACE
            and local.weekday() in days
            and not (self.belongs and local.date() in HOLIDAYS)
            and not paused
        )


def _is_sent(outcome: Any) -> bool:
    return not isinstance(outcome, NotWanted | PutOff)


def _on(local: datetime, at: time) -> datetime:
    return datetime.combine(local, at, local.tzinfo)


dates = st.dates(date(2026, 12, 19), date(2026, 12, 31))
pauses = st.builds(Pause, st.sampled_from(PauseScope), dates, st.one_of(st.none(), dates))
planned = st.tuples(st.sampled_from(PushKind), st.timedeltas(timedelta(), timedelta(days=DAYS)))
towns = st.builds(
    Town,
    st.sampled_from([None, 1, 2, 3]),
    st.sampled_from(["Europe/Athens", "Atlantic/Canary", "America/New_York"]),
    st.lists(pauses, max_size=1).map(tuple),
    st.lists(planned, max_size=14),
)


@given(towns, st.sampled_from([timedelta(minutes=45), timedelta(hours=5)]))
def test_no_day_has_more_than_its_budget_and_nothing_comes_out_of_hours(
    town: Town, step: timedelta
) -> None:
    now = BEGIN
    while now < BEGIN + timedelta(days=DAYS):
        town.look(now)
        now += step
    assert all(town.is_allowed(kind, at) for kind, at in town.sent)
    counted = (at for kind, at in town.sent if kind in COUNTED)
    days = Counter(at.astimezone(town.zone).date() for at in counted)
    assert max(days.values(), default=0) <= town.budget


@given(towns)
def test_who_stands_earlier_in_the_one_order_goes_first(town: Town) -> None:
    for day in range(2 * DAYS):
        town.look(BEGIN + timedelta(days=day, hours=4))
    for sent, waited in town.looks:
        for later in waited:
            assert not any(later.goes_before(kind) for kind in sent if kind in COUNTED)


@given(towns)
def test_what_is_urgent_or_ones_own_never_waits_for_the_budget(town: Town) -> None:
    now = BEGIN + timedelta(days=DAYS)
    town.look(now)
    outside = [kind for kind in PushKind if kind not in COUNTED]
    (sent, waited), *_ = town.looks
    for kind in {*waited} & {*outside}:
        assert not town.is_allowed(kind, now)
    assert all(town.is_allowed(kind, now) for kind in sent)


def test_every_kind_stands_in_the_order_once() -> None:
    kinds = list(PushKind)
    pairs = [(one, other) for one in kinds for other in kinds if one is not other]
    assert all(one.goes_before(other) is not other.goes_before(one) for one, other in pairs)
    assert not any(kind.goes_before(kind) for kind in kinds)


@given(towns)
def test_only_a_lesson_is_ever_dropped(town: Town) -> None:
    """It finds another day by itself; what was said to somebody waits until it may arrive."""
    for day in range(3 * DAYS):
        for hour in (6, 10, 14):
            town.look(BEGIN + timedelta(days=day, hours=hour))
    rows = town.database.transactions.state.pushes.values()
    dropped = {row.new.kind for row in rows if row.state is PushState.SKIPPED}
    assert dropped <= {PushKind.DAILY}
