"""People and their things, as the cases of the contract need them."""

from datetime import UTC, date, datetime, time, timedelta

from data.engine import Database
from data.sealing import new_key
from data.unit import SqlUnit
from learning.account.model import Enrolment, Organisation, Person
from learning.lessons.model import Step, StepKind
from tests.contract.memory.database import MemoryDatabase, MemoryUnit

KEYS = [new_key()]

Store = Database | MemoryDatabase
Unit = SqlUnit | MemoryUnit

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
STEPS = (
    Step(StepKind.RECALL, "1.1.a.q1"),
    Step(StepKind.CARD, "1.1.b.c1"),
    Step(StepKind.CLOSE, "1.1.b"),
)
ATHENS = Organisation(
    id=0,
    name="Municipality of Athens",
    country="GR",
    zone="Europe/Athens",
    language="el",
    region="I",
    weekdays=frozenset({0, 2, 4}),
    opens=time(8),
    closes=time(16, 30),
    lesson_hour=time(10, 5),
    own_days_off=frozenset({date(2026, 10, 12), date(2026, 12, 24)}),
)


async def add_person(unit: Unit, telegram_id: int = 1001) -> Person:
    return await unit.people.add(telegram_id, "el", "Europe/Athens", NOW)


async def add_learner(
    unit: Unit, telegram_id: int = 1001, next_due_at: datetime | None = None
) -> Person:
    person = await add_person(unit, telegram_id)
    enrolment = Enrolment(person.id, time(9, 7), frozenset({0, 1, 4}), next_due_at=next_due_at)
    await unit.enrolments.add(enrolment)
    return person


async def learner_of(store: Store, telegram_id: int = 1001) -> Person:
    """A learner who is there already when the case begins."""
    async with store.unit() as unit:
        return await add_learner(unit, telegram_id)
