"""Before the story begins: a municipality with one code, and learners whose lessons fall due
day after day. The learners never write, so whatever stands in their chats was pushed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from data.engine import Database
from learning.account.model import EVERY_DAY, Enrolment, EnrolmentCode, Organisation, Role
from simulator.phones import Phones
from simulator.store import Store

ZONE = "Europe/Athens"
CODE = "crash-town"
USES = 1000
HOUR = 9
LESSON = "who-is-who"  # the one that repeaters have finished


@dataclass(frozen=True)
class Town:
    """Phones by what their people do."""

    learners: Sequence[int]  # only receive
    repeaters: Sequence[int]  # have finished a lesson and want it again
    talkers: Sequence[int]


def make_phones(state: Path, learners: int, repeaters: int, talkers: int) -> Town:
    """Before the simulator holds its file; all but the talkers have pressed Start long ago."""
    store = Store(state)
    phones = Phones(store)

    def made(name: str, number: int) -> list[int]:
        return [phones.create(f"{name} {n}", "en").id for n in range(number)]

    town = Town(made("Learner", learners), made("Repeater", repeaters), made("Talker", talkers))
    for phone in (*town.learners, *town.repeaters):
        phones.set_standing(phone, "active")
    store.close()
    return town


async def settle(database: Database, town: Town, now: datetime, days: int) -> None:
    """The learners' first lessons are spread over `days` days, the first of them tomorrow."""
    await _add_code(database)
    async with database.unit() as unit:
        for number, phone in enumerate(town.learners):
            person = await unit.people.add(phone, "en", ZONE, now)
            minutes = number * 7 % 30
            first = lesson_day(now, 1 + number * days // len(town.learners))
            enrolment = Enrolment(
                person.id,
                time(HOUR, minutes),
                EVERY_DAY,
                begun_at=now,
                next_due_at=first + timedelta(minutes=minutes),
            )
            await unit.enrolments.add(enrolment)
        for phone in town.repeaters:
            person = await unit.people.add(phone, "en", ZONE, now)
            await unit.enrolments.add(Enrolment(person.id, time(HOUR), EVERY_DAY, begun_at=now))
            await unit.completions.add(person.id, LESSON, True, now)


def lesson_day(now: datetime, days_ahead: int) -> datetime:
    """The hour of the first lessons, so many local days after `now`."""
    zone = ZoneInfo(ZONE)
    day = now.astimezone(zone).date() + timedelta(days=days_ahead)
    return datetime.combine(day, time(HOUR), zone)


async def _add_code(database: Database) -> None:
    organisation = await database.organisations.add(
        Organisation(0, "Crash Town", "gr", ZONE, "en", weekdays=EVERY_DAY)
    )
    await database.organisations.add_code(
        EnrolmentCode(CODE, organisation, None, Role.LEARNER, None, USES, None, revoked=False)
    )
