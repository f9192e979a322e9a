"""Where the parts are joined. Nothing else knows them all."""

import asyncio
import contextlib
import os
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from starlette.routing import Route
from telegram import Bot, Update
from telegram.ext import Application, ApplicationBuilder, ExtBot

from bot.certificates import certificate_routes
from bot.clock import Clock, FollowedClock, SystemClock
from bot.course import compiled_course
from bot.delivery.answered import Answered
from bot.delivery.boards import KeepBoards
from bot.delivery.files import SendingFiles
from bot.delivery.gate import Gate
from bot.delivery.pacing import MOST_PER_SECOND, Pace
from bot.delivery.pushing import Pushing
from bot.delivery.replying import Replying
from bot.delivery.showing import Showing
from bot.delivery.turns import Turns
from bot.delivery.wording import Wording
from bot.documents.drawing import drawn
from bot.erasures import Erasures
from bot.handlers.desk import Desk
from bot.handlers.register import Failures, register
from bot.intake.taking import Handlers, Intake
from bot.keys import secret_keys
from bot.menus import TellRoles
from bot.metrics import Metrics
from bot.names import known_names
from bot.settings import Settings, check
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.files import TelegramFiles
from bot.transport.usernames import TelegramUsernames
from bot.understanding import Measured
from data.agenda import SqlAgenda
from data.announcement_readings import SqlBoards
from data.engine import Database, open_database
from data.migrate import upgrade
from data.readers import SqlReaders
from data.readings import SqlReadings
from data.resealing import reseal
from data.role_menus import SqlRoleMenus
from data.sent_files import SqlSentFiles
from dialogue.client import RasaClient
from dialogue.listening import Listener
from dialogue.naming import mark
from dialogue.stages import Stage
from dialogue.understanding import NoUnderstander, Understander
from learning.perform import Core
from learning.table import USE_CASES
from scheduler.jobs import WakeDue


@dataclass
class App:
    """One bot, joined; bot.running sets it to work."""

    settings: Settings
    bot: Bot
    application: Application[Any, Any, Any, Any, Any, Any]
    database: Database
    clock: Clock
    core: Core
    intake: Intake
    showing: Showing
    pushing: Pushing
    answered: Answered
    turns: Turns
    wake: WakeDue
    tell_roles: TellRoles
    boards: KeepBoards
    public_routes: list[Route]
    metrics: Metrics
    understander: Understander
    stage: Callable[[], Stage]

    async def idle(self) -> bool:
        """Nothing taken waits, nothing is due, nothing is on its way."""
        if not (self.intake.idle and self.pushing.idle and self.answered.idle):
            return False
        return await self.database.outbox.count_due(await self.clock.now()) == 0

    async def next_due(self) -> dict[str, Any]:
        """What the simulator's time travel asks: when to go next, and whether we are done."""
        await self.wake.run()
        instant = await SqlAgenda(self.database.engine).next_instant()
        return {"next_due": instant and instant.isoformat(), "idle": await self.idle()}

    async def health(self) -> dict[str, Any]:
        now = await self.clock.now()
        oldest = await self.database.outbox.oldest_due(now)
        return {
            "ok": True,
            "pushes_due_seconds": _age(oldest, now),
            "free_text": (hears := await self.understander.answers()),
            "understanding": Stage.READY if hears else _not_ready(self.stage()),
        }

    async def metrics_page(self) -> bytes:
        now = await self.clock.now()
        self.metrics.pushes_due.set(await self.database.outbox.count_due(now))
        self.metrics.push_delay.set(_age(await self.database.outbox.oldest_due(now), now))
        self.metrics.free_text.set(await self.understander.answers())
        return self.metrics.page()


def _not_ready(reached: Stage) -> Stage:
    """A server that was ready and does not answer is being started again."""
    return Stage.STARTING if reached is Stage.READY else reached


def _age(instant: datetime | None, now: datetime) -> float:
    return (now - instant).total_seconds() if instant else 0.0


@contextlib.asynccontextmanager
async def joined(
    settings: Settings,
    understander: Understander | None = None,
    stage: Callable[[], Stage] | None = None,
) -> AsyncIterator[App]:
    """Builds the app on a migrated database; closes everything at the end of the block.
    Without an `understander` the server at RASA_URL is asked, if one is named; `stage` says how
    far that server is.

    Raises SettingsProblem, WrongBot, NewerDatabase, telegram.error.TelegramError.
    """
    check(settings)
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # PTB's durations as timedelta
    async with contextlib.AsyncExitStack() as stack:
        pace = Pace(max(MOST_PER_SECOND, round(settings.send_rate)))
        bot = await _bot(settings, pace, stack)
        database = await _database(settings, bot.id, stack)
        clock = await _clock(settings, stack)
        metrics = Metrics()
        course = await compiled_course(database.definitions)
        core = Core(database, course, USE_CASES, metrics.note_refused)
        understander = understander or _understander(settings, stack)
        stage = stage or _stage(settings)
        turns = Turns(pace, settings.send_rate, database.outbox)
        app = _join(settings, bot, turns, database, clock, core, metrics, understander, stage)
        await app.application.initialize()
        stack.push_async_callback(app.application.shutdown)
        yield app


async def _bot(settings: Settings, pace: Pace, stack: contextlib.AsyncExitStack) -> Bot:
    token, root = settings.telegram_bot_token, settings.telegram_api_url.rstrip("/")
    if token is None:
        raise AssertionError("the settings were checked")
    bot: Bot = ExtBot(
        token.get_secret_value(),
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connection_pool_size=2),
        rate_limiter=Gate(pace),
    )
    stack.push_async_callback(bot.shutdown)  # also when the first call of all is refused
    await bot.initialize()
    return bot


async def _database(settings: Settings, bot_id: int, stack: contextlib.AsyncExitStack) -> Database:
    url = settings.database_url or f"sqlite:///{settings.var}/{bot_id}.sqlite3"
    await asyncio.to_thread(upgrade, url)
    database = await open_database(url, secret_keys(settings))
    stack.push_async_callback(database.close)
    await database.installation.claim(bot_id)
    await Erasures(settings, bot_id, database).repeat()
    if resealed := await reseal(database):
        structlog.get_logger().info("sealed_by_the_newest_key", values=resealed)
    return database


async def _clock(settings: Settings, stack: contextlib.AsyncExitStack) -> Clock:
    if settings.clock_url is None:
        return SystemClock()
    clock = FollowedClock(settings.clock_url)
    stack.push_async_callback(clock.close)
    return clock


def _understander(settings: Settings, stack: contextlib.AsyncExitStack) -> Understander:
    if not settings.rasa or settings.rasa_url is None:
        return NoUnderstander()
    client = RasaClient(settings.rasa_url)
    stack.push_async_callback(client.close)
    return client


def _stage(settings: Settings) -> Callable[[], Stage]:
    """Of a server that others start."""
    stage = Stage.STARTING if settings.rasa and settings.rasa_url else Stage.OFF
    return lambda: stage


def _join(
    settings: Settings,
    bot: Bot,
    turns: Turns,
    database: Database,
    clock: Clock,
    core: Core,
    metrics: Metrics,
    understander: Understander,
    stage: Callable[[], Stage],
) -> App:
    showing = Showing(bot, mark, SendingFiles(bot, SqlSentFiles(database.engine)))
    readings = SqlReadings(database.engine, database.sealer, TelegramUsernames(bot).of)
    wording = _wording(settings, bot, core, readings)
    answered = Answered(database.inbox, SqlReaders(database.engine))
    replying = Replying(showing, turns, wording, answered, clock)
    pushing = Pushing(
        secrets.token_hex(4), core, database.outbox, showing, turns, wording, answered, clock
    )
    application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    desk = Desk(core, replying, answered, clock)
    listener = Listener(
        Measured(understander, metrics), known_names(mark), lambda: core.curriculum.glossary
    )
    failures = register(application, desk, TelegramFiles(bot), listener)

    async def perform(body: dict[str, Any]) -> None:
        with metrics.performing():
            await _process(application, failures, body)

    return App(
        settings=settings,
        bot=bot,
        application=application,
        database=database,
        clock=clock,
        core=core,
        intake=Intake(database.inbox, Handlers(perform, replying.speak_again)),
        showing=showing,
        pushing=pushing,
        answered=answered,
        turns=turns,
        wake=WakeDue(core, clock.now, partial(_woken, metrics, pushing)),
        tell_roles=TellRoles(bot, SqlRoleMenus(database.engine)),
        boards=KeepBoards(SqlBoards(database.engine), showing, turns, wording, answered, clock),
        public_routes=certificate_routes(readings, clock, lambda: core.curriculum),
        metrics=metrics,
        understander=understander,
        stage=stage,
    )


def _woken(metrics: Metrics, pushing: Pushing, learners: int, late: float) -> None:
    metrics.note_woken(learners, late)
    if learners:
        pushing.wake()


def _wording(settings: Settings, bot: Bot, core: Core, readings: SqlReadings) -> Wording:
    return Wording(
        lambda: core.curriculum,
        drawn,
        readings,
        bot.username,
        settings.contact,
        settings.send_rate,
        settings.public_url,
    )


async def _process(
    application: Application[Any, Any, Any, Any, Any, Any],
    failures: Failures,
    body: dict[str, Any],
) -> None:
    """One stored update through PTB's handlers; raises what a handler raised."""
    update = Update.de_json(body, application.bot)
    await application.process_update(update)
    failures.raise_for(update.update_id)
