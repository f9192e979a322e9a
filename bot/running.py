"""The joined app at work: it takes updates, ticks and delivers, until it is told to stop."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.alone import alone
from bot.app import App
from bot.clock import FollowedClock
from bot.course import Reload
from bot.erasures import Erasures
from bot.intake.cleaning import ALLOWED_UPDATES
from bot.intake.polling import Poller
from bot.intake.webhook import webhook_app
from bot.logs import log_failure
from bot.menus import tell_menus
from bot.web import operators_app, serving
from data.retention import SqlRetention
from scheduler.jobs import CarryOutRetention, CloseRounds, PruneInbox, TellExpiredFacts
from scheduler.ticks import Job, start

TICK_SECONDS = 2
ROLES_SECONDS = 2
BOARD_SECONDS = 5
ROUNDS_SECONDS = 10
FACTS_SECONDS = 60
EMPTY_LOG_SECONDS = 60
LOOK_AGAIN_SECONDS = 60
PRUNE_SECONDS = 3600
NOTE_SECONDS = 10
RETENTION_SECONDS = 24 * 3600
RELOAD_SECONDS = 1
STOP_SECONDS = 5.0

Work = asyncio.Task[None]


@contextlib.asynccontextmanager
async def running(app: App, *, takes_updates: bool = True) -> AsyncIterator[Work]:
    """The app at work until the block ends; the task raises when it can't go on.

    Without `takes_updates` it only delivers: one process of several on PostgreSQL. Raises NotAlone.
    """
    operators = operators_app(app.health, app.next_due, app.metrics_page, app.public_routes)
    async with contextlib.AsyncExitStack() as stack:
        if takes_updates:
            stack.enter_context(alone(app.settings.var, app.bot.id))
        url = await stack.enter_async_context(
            serving(operators, "127.0.0.1", app.settings.web_port)
        )
        works = await stack.enter_async_context(_delivering(app))
        if takes_updates:
            works = [*works, await stack.enter_async_context(_taking(app, url))]
        end = asyncio.create_task(_first_to_end(works))
        stack.push_async_callback(_cancel, end)
        yield end


@contextlib.asynccontextmanager
async def _delivering(app: App) -> AsyncIterator[list[Work]]:
    works = [asyncio.create_task(app.answered.run()), asyncio.create_task(app.pushing.run())]
    try:
        yield works
    finally:
        await _cancel(*works)
        await _let_finish(app)
        await app.intake.close()
        await app.pushing.close()
        await app.answered.flush()


async def _let_finish(app: App) -> None:
    """What is half-way may end; what takes longer is found again at the next start."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(STOP_SECONDS):
            while not (app.intake.idle and app.pushing.idle):  # noqa: ASYNC110 - seldom and short
                await asyncio.sleep(0.02)
            await app.showing.settle()


@contextlib.asynccontextmanager
async def _taking(app: App, operators: str) -> AsyncIterator[Work]:
    """Takes updates, by webhook or by polling, and ticks; `operators` is where health is."""
    await app.intake.resume()
    if isinstance(app.clock, FollowedClock):
        await app.clock.tell_follower(f"{operators}/next-due", f"{operators}/health")
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(_ticking(app).shutdown, wait=False)
        stack.push_async_callback(_cancel, asyncio.create_task(tell_menus(app.bot)))
        if app.settings.webhook_url:
            await stack.enter_async_context(_listening(app, app.settings.webhook_url))
            work = asyncio.create_task(_for_ever())
        else:
            await app.bot.delete_webhook()
            work = asyncio.create_task(Poller(app.bot, app.intake).run())
        stack.push_async_callback(_cancel, work)
        yield work


def _ticking(app: App) -> AsyncIOScheduler:
    retention = CarryOutRetention(SqlRetention(app.database.engine).carry_out, app.clock.now)
    erasures = Erasures(app.settings, app.bot.id, app.database)
    jobs = [
        Job("wake learners", TICK_SECONDS, app.wake.run),
        Job("tell roles their commands", ROLES_SECONDS, app.tell_roles.run),
        Job("say how sendings stand", BOARD_SECONDS, app.boards.run),
        Job("take up what was left", LOOK_AGAIN_SECONDS, app.intake.look_again),
        Job("close rounds", ROUNDS_SECONDS, CloseRounds(app.core, app.clock.now).run),
        Job("tell expired facts", FACTS_SECONDS, TellExpiredFacts(app.core, app.clock.now).run),
        Job("empty the log", EMPTY_LOG_SECONDS, app.database.engine.empty_log),
        Job("carry out retention", RETENTION_SECONDS, retention.run),
        Job("note erasures", NOTE_SECONDS, erasures.run),
        Job("prune inbox", PRUNE_SECONDS, PruneInbox(app.database.inbox).run),
    ]
    if not app.settings.is_real:
        signal = app.settings.var / "content.reload"
        reload = Reload(signal, app.database.definitions, app.core)
        jobs.append(Job("read the course again", RELOAD_SECONDS, reload.run))
    return start(jobs, _job_failed)


def _job_failed(name: str, error: Exception) -> None:
    log_failure("job_failed", error, job=name)


@contextlib.asynccontextmanager
async def _listening(app: App, url: str) -> AsyncIterator[None]:
    secret = app.settings.webhook_secret
    if secret is None:
        raise AssertionError("the settings were checked")
    web = webhook_app(urlsplit(url).path or "/", secret.get_secret_value(), app.intake)
    async with serving(web, app.settings.webhook_listen, app.settings.webhook_port):
        await app.bot.set_webhook(
            url,
            secret_token=secret.get_secret_value(),
            allowed_updates=list(ALLOWED_UPDATES),
            max_connections=40,
        )
        yield


async def _for_ever() -> None:
    await asyncio.Event().wait()


async def _first_to_end(works: list[Work]) -> None:
    done, _ = await asyncio.wait(works, return_when=asyncio.FIRST_COMPLETED)
    for work in done:
        work.result()


async def _cancel(*works: Work) -> None:
    for work in works:
        work.cancel()
    await asyncio.gather(*works, return_exceptions=True)
