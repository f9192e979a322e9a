"""`run`: the main job."""

import asyncio
import contextlib
import gc
import signal
import time

from bot.app import joined
from bot.rehearsal import rehearsing
from bot.running import running
from bot.settings import Settings, SettingsProblem
from data.address import is_sqlite, read_url
from dialogue.server import RasaServer


async def serve(settings: Settings, *, deliver_only: bool) -> None:
    """Until SIGINT or SIGTERM, or until the bot can't go on."""
    if deliver_only and _is_alone(settings):
        raise SettingsProblem(
            "--only delivery needs a PostgreSQL in DATABASE_URL: one process serves a SQLite file."
        )
    started = time.monotonic()
    async with contextlib.AsyncExitStack() as stack:
        if settings.telegram_bot_token is None and settings.is_real:
            settings, page = await stack.enter_async_context(rehearsing(settings))
            print(f"Phones to try it on: {page}", flush=True)
        stage = None
        if settings.rasa and settings.rasa_url is None and not deliver_only:
            server = RasaServer(settings.var, _say)
            await stack.enter_async_context(server.running())
            settings = settings.model_copy(update={"rasa_url": server.url})
            stage = lambda: server.stage  # noqa: E731
        app = await stack.enter_async_context(joined(settings, stage=stage))
        end = await stack.enter_async_context(running(app, takes_updates=not deliver_only))
        gc.freeze()  # modules and the course stay: no later look for garbage goes through them
        gc.enable()
        print(f"@{app.bot.username} is ready after {time.monotonic() - started:.1f} s.", flush=True)
        stopped = asyncio.create_task(_signal().wait())
        await asyncio.wait((end, stopped), return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if end.done():
            end.result()


def _is_alone(settings: Settings) -> bool:
    return settings.database_url is None or is_sqlite(read_url(settings.database_url))


def _say(line: str) -> None:
    print(line, flush=True)


def _signal() -> asyncio.Event:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    return stopped
