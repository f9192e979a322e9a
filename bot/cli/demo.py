"""Two municipalities to try the bot with."""

from bot.cli.setting_up import add_organisation, invite
from data.engine import Database
from learning.account.model import DAILY_BUDGET, CodeKind, Role

_DEMO = (
    ("Demo Municipality (Greece)", "gr", "Europe/Athens", "el", None),
    ("Demo Municipality (Spain)", "es", "Europe/Madrid", "es", "MD"),
)
# Learners come by one code, as many as wish; each role has a code for one person.
_CODES = (
    (CodeKind.STAFF, Role.LEARNER, None),
    (CodeKind.STAFF, Role.COORDINATOR, 1),
    (CodeKind.STAFF, Role.TRAINER, 1),
    (CodeKind.STAFF, Role.MENTOR, 1),
    (CodeKind.STAFF, Role.OWNER, 1),
    (CodeKind.OPEN, Role.LEARNER, None),
)


async def add_demo(database: Database) -> list[str]:
    """A line for each: what to type on a phone of the simulator's page."""
    lines = []
    for name, country, zone, language, region in _DEMO:
        if await database.organisations.find(name) is None:
            await add_organisation(
                database,
                name,
                country,
                zone,
                language,
                region,
                "07:00",
                "20:00",
                "09:00",
                "mon,tue,wed,thu,fri",
                DAILY_BUDGET,
            )
        for kind, role, uses in _CODES:
            channel = "poster" if kind is CodeKind.OPEN else None
            made = await invite(database, name, None, role, channel, 1, uses, None, kind)
            who = "passer-by with a poster" if kind is CodeKind.OPEN else str(role)
            lines.append(f"{name}, {who}: /start {made[0]}")
    return lines
