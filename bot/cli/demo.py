"""Two municipalities to try the bot with."""

from bot.cli.setting_up import add_organisation, invite
from data.engine import Database
from learning.account.model import DAILY_BUDGET, Role

_DEMO = (
    ("Demo Municipality (Greece)", "gr", "Europe/Athens", "el", None),
    ("Demo Municipality (Spain)", "es", "Europe/Madrid", "es", "MD"),
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
                DAILY_BUDGET,
            )
        codes = await invite(database, name, None, Role.LEARNER, "demo", 1, None, None)
        lines.append(f"{name}: /start {codes[0]}")
    return lines
