"""`python -m bot`: what an operator can do."""

import asyncio
import gc
import json
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from bot.cli.certificate_commands import certificates
from bot.cli.problems import one_clear_line
from bot.logs import configure
from bot.settings import Settings
from data.sealing import new_key
from learning.account.model import DAILY_BUDGET, CodeKind, Role

app = App(name="bot", help="The Q-SER assistant on Telegram.")
app.command(certificates)


@app.command
def run(*, only: Literal["delivery"] | None = None) -> None:
    """Serve: the real Telegram with TELEGRAM_BOT_TOKEN, else a simulator on this machine.

    Parameters
    ----------
    only
        "delivery": take no updates, only send; for further processes on PostgreSQL.
    """
    gc.disable()  # until it is ready: looking for garbage takes a third of the start
    from bot.cli.serve import serve

    configure()
    with one_clear_line():
        asyncio.run(serve(Settings(), deliver_only=only == "delivery"))


@app.command
def migrate() -> None:
    """Bring the database to what this version needs."""
    from bot.cli.database import database_url
    from data.migrate import upgrade

    with one_clear_line():
        upgrade(database_url(Settings()))
        print("The database is up to date.")


@app.command
def organisation(
    name: str,
    *,
    country: str,
    zone: str = "Europe/Athens",
    language: str = "en",
    region: str | None = None,
    opens: str = "07:00",
    closes: str = "20:00",
    lesson_hour: str = "09:00",
    weekdays: str = "mon,tue,wed,thu,fri",
    messages_a_day: int = DAILY_BUDGET,
) -> None:
    """Add an organisation.

    Parameters
    ----------
    country
        ISO 3166 code: its public holidays are free of lessons.
    region
        Its subdivision, where holidays differ by region (as in Spain).
    weekdays
        On which lessons arrive, unless somebody chooses fewer.
    messages_a_day
        How many messages that they did not ask for its people get at most.
    """
    from bot.cli.database import opened
    from bot.cli.setting_up import add_organisation

    async def add() -> None:
        async with opened(Settings()) as database:
            await add_organisation(
                database,
                name,
                country,
                zone,
                language,
                region,
                opens,
                closes,
                lesson_hour,
                weekdays,
                messages_a_day,
            )

    with one_clear_line():
        asyncio.run(add())
        print(f"{name} is there. Now: python -m bot invite {name!r} --count 10")


@app.command
def reach() -> None:
    """Say whom the programme reached, over all organisations: by country, channel and month."""
    from datetime import UTC, datetime

    from bot.cli.database import opened
    from bot.cli.reach import told_reach

    async def told() -> list[str]:
        async with opened(Settings()) as database:
            return await told_reach(database, datetime.now(UTC))

    with one_clear_line():
        print("\n".join(asyncio.run(told())))


@app.command
def budget(organisation: str, messages_a_day: int) -> None:
    """Say how many messages that they did not ask for an organisation's people get a day."""
    from bot.cli.database import opened
    from bot.cli.setting_up import set_daily_budget

    async def change() -> None:
        async with opened(Settings()) as database:
            await set_daily_budget(database, organisation, messages_a_day)

    with one_clear_line():
        asyncio.run(change())
        print(f"{organisation}: at most {messages_a_day} a day.")


@app.command
def days_off(organisation: str, *days: date) -> None:
    """Say on which days of its own an organisation has no lessons; public holidays are known.

    Parameters
    ----------
    days
        As in 2026-12-24. These and no others: without any, it has no days off of its own.
    """
    from bot.cli.database import opened
    from bot.cli.setting_up import set_days_off

    chosen = sorted(set(days))

    async def change() -> None:
        async with opened(Settings()) as database:
            await set_days_off(database, organisation, chosen)

    with one_clear_line():
        asyncio.run(change())
        told = ", ".join(map(str, chosen)) or "none"
        print(f"{organisation}: days off of its own: {told}.")


@app.command
def invite(
    organisation: str,
    *,
    department: str | None = None,
    role: Role = Role.LEARNER,
    channel: str | None = None,
    count: int = 1,
    uses: Annotated[int | None, Parameter(help="People per code; 0 for no limit.")] = 1,
    days: int | None = None,
    kind: CodeKind = CodeKind.STAFF,
) -> None:
    """Make enrolment codes and print their links.

    Parameters
    ----------
    kind
        "staff" makes members; "open" is for leaflets and posters: it counts who came by its
        channel, and makes nobody a member.
    """
    from bot.cli.database import opened
    from bot.cli.setting_up import invite as make

    async def make_codes() -> list[str]:
        async with opened(Settings()) as database:
            return await make(
                database, organisation, department, role, channel, count, uses or None, days, kind
            )

    with one_clear_line():
        for code in asyncio.run(make_codes()):
            print(f"/start {code}    https://t.me/<your bot>?start={code}")


@app.command
def role(
    organisation: str,
    code: str,
    role: Role,
    *,
    withdraw: bool = False,
) -> None:
    """Give a role to the person who came by a code, or withdraw it; both hold at once."""
    from bot.cli.database import opened
    from bot.cli.setting_up import change_role

    async def change() -> None:
        async with opened(Settings()) as database:
            await change_role(database, organisation, code, role, given=not withdraw)

    with one_clear_line():
        asyncio.run(change())
        print(f"{'Withdrawn' if withdraw else 'Given'}: {role}.")


@app.command
def demo() -> None:
    """Add a Greek and a Spanish municipality with a code for each role, for the simulator."""
    from bot.cli.database import opened
    from bot.cli.demo import add_demo

    async def add() -> list[str]:
        async with opened(Settings()) as database:
            return await add_demo(database)

    with one_clear_line():
        print("\n".join(asyncio.run(add())))


@app.command
def health() -> None:
    """Ask the running bot how it is; exit code 1 when it is not well."""
    url = f"http://127.0.0.1:{Settings().web_port}/health"
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            report = json.load(response)
    except (urllib.error.URLError, OSError, ValueError):
        print(f"No healthy bot answers at {url}.")
        raise SystemExit(1) from None
    print(json.dumps(report))


@app.command
def key() -> None:
    """Print a new key for SECRET_KEY."""
    print(new_key())


@app.command
def backup(target: Path) -> None:
    """Write a verified copy of the database to a new file."""
    from bot.cli.database import database_url
    from data.backup import backup as write

    with one_clear_line():
        write(database_url(Settings()), target)
        print(f"Backup written to {target}.")


@app.command
def restore(source: Path) -> None:
    """Put a backup in the place of the database; refuses to overwrite one that is in use."""
    from bot.cli.database import database_url
    from data.backup import restore as read

    with one_clear_line():
        read(database_url(Settings()), source)
        print(f"The database is what it was in {source}.")
