"""Organisations and their enrolment codes, from the command line."""

import secrets
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.settings import SettingsProblem
from data.engine import Database
from learning.account.languages import LANGUAGES
from learning.account.model import EnrolmentCode, Organisation, Role

# Without letters and digits that look alike on paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 10


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
) -> list[str]:
    """`count` new codes, each for `uses` people (None: without a limit)."""
    organisation = await database.organisations.find(organisation_name)
    if organisation is None:
        raise SettingsProblem(f"There is no organisation called {organisation_name}.")
    expires_at = datetime.now(UTC) + timedelta(days=days) if days else None
    codes = [new_code() for _ in range(count)]
    for code in codes:
        await database.organisations.add_code(
            EnrolmentCode(
                code, organisation, department, role, channel, uses, expires_at, revoked=False
            )
        )
    return codes


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
