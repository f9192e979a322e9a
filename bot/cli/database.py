"""The database that the command line works on: the one the bot would open."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from bot.keys import secret_keys
from bot.rehearsal import TOKEN
from bot.settings import Settings
from data.engine import Database, open_database
from data.migrate import upgrade


def database_url(settings: Settings) -> str:
    """A token begins with its bot's id, so no network is needed to name the default file."""
    if settings.database_url:
        return settings.database_url
    token = settings.telegram_bot_token
    bot_id = (token.get_secret_value() if token else TOKEN).partition(":")[0]
    return f"sqlite:///{settings.var}/{bot_id}.sqlite3"


@contextlib.asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    url = database_url(settings)
    await asyncio.to_thread(upgrade, url)
    database = await open_database(url, secret_keys(settings))
    try:
        yield database
    finally:
        await database.close()
