"""Organisations and their enrolment codes, from the command line."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.settings import SettingsProblem
from data.engine import Database
from data.minting import new_code
from learning.account.languages import LANGUAGES
from learning.account.model import CodeKind, EnrolmentCode, Organisation, Role
from learning.audit import Deed, Entry
from learning.organisations.placing import change_role_by_operator

MOST_A_DAY = 10
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


async def add_organisation(
    database: Database,
    name: str,
    country: str,
    zone: str,
    language: str,
    region: str | None,
    opens: str,
    closes: str,
    lesson_hour: str,
    weekdays: str,
    messages_a_day: int,
) -> Organisation:
    """Raises SettingsProblem for what can't be."""
    if language not in LANGUAGES:
        raise SettingsProblem(f"Language {language} is not one of {', '.join(LANGUAGES)}.")
    try:
        ZoneInfo(zone)
        first, last, hour = (time.fromisoformat(text) for text in (opens, closes, lesson_hour))
    except (ValueError, KeyError, OSError):
        raise SettingsProblem("Give the zone as in Europe/Athens and hours as in 09:00.") from None
    if await database.organisations.find(name) is not None:
        raise SettingsProblem(f"There is an organisation called {name} already.")
    return await database.organisations.add(
        Organisation(
            id=0,
            name=name,
            country=country.lower(),
            zone=zone,
            language=language,
            region=region,
            opens=first,
            closes=last,
            lesson_hour=hour,
            weekdays=_weekdays(weekdays),
            daily_budget=_daily_budget(messages_a_day),
        )
    )


async def invite(
    database: Database,
    organisation_name: str,
    department: str | None,
    role: Role,
    channel: str | None,
    count: int,
    uses: int | None,
    days: int | None,
    kind: CodeKind = CodeKind.STAFF,
) -> list[str]:
    """`count` new codes, each for `uses` people (None: without a limit, as open ones always are).

    Raises SettingsProblem for what can't be.
    """
    organisation = await _organisation(database, organisation_name)
    now = datetime.now(UTC)
    code = EnrolmentCode(
        code="",
        organisation=organisation,
        department=department,
        role=role,
        channel=channel,
        uses_left=None if kind is CodeKind.OPEN else uses,
        expires_at=now + timedelta(days=days) if days else None,
        revoked=False,
        kind=kind,
    )
    codes = [new_code() for _ in range(count)]
    for text in codes:
        await database.organisations.add_code(replace(code, code=text))
    async with database.unit() as unit:
        await unit.audit.record(Entry(organisation.id, Deed.MADE_CODES, now, by=None, role=role))
    return codes


async def change_role(
    database: Database, organisation_name: str, code: str, role: Role, *, given: bool
) -> None:
    """Of whoever came by `code`. Raises SettingsProblem for what can't be."""
    organisation = await _organisation(database, organisation_name)
    async with database.unit() as unit:
        changed = await change_role_by_operator(
            organisation.id,
            code,
            role,
            given,
            datetime.now(UTC),
            sheets=unit.sheets,
            people=unit.people,
            enrolments=unit.enrolments,
            memberships=unit.memberships,
            audit=unit.audit,
            tickets=unit.tickets,
            pushes=unit.pushes,
        )
    if not changed:
        raise SettingsProblem(f"Not exactly one person belongs to {organisation.name} by {code}.")


async def set_daily_budget(database: Database, name: str, messages_a_day: int) -> None:
    """Raises SettingsProblem for what can't be."""
    budget = _daily_budget(messages_a_day)
    organisation = await _organisation(database, name)
    await database.organisations.set_daily_budget(organisation.id, budget)


async def set_days_off(database: Database, name: str, days: Iterable[date]) -> None:
    """These days and no others. Raises SettingsProblem where there is no such organisation."""
    organisation = await _organisation(database, name)
    await database.organisations.set_days_off(organisation.id, days)


def _weekdays(told: str) -> frozenset[int]:
    days = [day.strip().lower() for day in told.split(",")]
    if not set(days) <= set(WEEKDAYS):
        raise SettingsProblem(f"Give the weekdays as some of {','.join(WEEKDAYS)}.")
    return frozenset(WEEKDAYS.index(day) for day in days)


def _daily_budget(messages: int) -> int:
    if not 1 <= messages <= MOST_A_DAY:
        raise SettingsProblem(f"Messages a day are from 1 to {MOST_A_DAY}.")
    return messages


async def _organisation(database: Database, name: str) -> Organisation:
    organisation = await database.organisations.find(name)
    if organisation is None:
        raise SettingsProblem(f"There is no organisation called {name}.")
    return organisation
