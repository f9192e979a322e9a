"""The whole app in one process, driven from plain functions and watched for failures."""

import asyncio
import contextlib
from collections.abc import Coroutine, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import and_, not_, null, select, update
from structlog.testing import capture_logs

from bot.app import App
from data.engine import Database
from data.tables.complete import metadata
from data.tables.people import enrolments, persons
from data.tables.talk import inbox
from learning.account.model import WORKING_DAYS, Enrolment, Organisation, Person, Role
from simulator.simulation import Simulation
from tests.flows.world import World, world

T = TypeVar("T")
Rows = dict[str, list[Any]]

PATIENCE_SECONDS = 30.0
_PERSONAL = [t for t in metadata.sorted_tables if "person_id" in t.c]


class Stage:
    """Failures are what the log calls errors and what a task of the loop died of."""

    def __init__(self, folder: Path) -> None:
        self._runner = asyncio.Runner()
        self._stack = contextlib.AsyncExitStack()
        self._died: list[str] = []
        self._told: set[tuple[Any, ...]] = set()
        self._runner.get_loop().set_exception_handler(self._note_death)
        self.world: World = self.do(self._stack.enter_async_context(world(folder)))

    @property
    def app(self) -> App:
        return self.world.app

    @property
    def database(self) -> Database:
        return self.app.database

    @property
    def simulation(self) -> Simulation:
        return self.world.served.simulation

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def close(self) -> None:
        self.do(self._stack.aclose())
        self._runner.close()

    def feed(self, *raws: Any) -> list[str]:
        """The updates, taken as one batch and answered; gives all that went wrong."""
        return self.watched(self._fed(raws))

    def watched(self, work: Coroutine[Any, Any, None]) -> list[str]:
        with capture_logs() as log:
            self.do(work)
        errors = [str(entry) for entry in log if entry["log_level"] == "error"]
        died, self._died = self._died, []
        return [*errors, *died]

    async def _fed(self, raws: Sequence[Any]) -> None:
        await self.app.intake.take(raws)
        await self.at_rest()

    async def at_rest(self) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self.app.intake.idle:  # noqa: ASYNC110 - lanes say nothing when they end
                await asyncio.sleep(0.001)
        await self.app.answered.flush()

    def meet(self, organisation: Organisation | None = None, zone: str = "Europe/Athens") -> Person:
        """Somebody new, enrolled and begun, whose phone may be written to."""
        phone = self.simulation.phones.create("Ana", "en").id
        self.simulation.phones.set_standing(phone, "active")
        return self.do(self._enrolled(phone, organisation, zone))

    async def _enrolled(self, phone: int, organisation: Organisation | None, zone: str) -> Person:
        now = await self.world.now()
        async with self.database.unit() as unit:
            person = await unit.people.add(phone, "en", zone, now)
            if organisation is not None:
                await unit.memberships.begin(
                    person.id, organisation.id, None, Role.LEARNER, None, now
                )
            await unit.enrolments.add(Enrolment(person.id, time(9), WORKING_DAYS, begun_at=now))
        return person

    def unanswered(self) -> list[tuple[int, str]]:
        """Updates in the inbox that nobody has answered, and where they stand; told once.

        What was never tried because it cannot be read may stand aside.
        """
        unread = and_(inbox.c.state == "set_aside", inbox.c.attempts == 0)
        waiting = select(inbox.c.update_id, inbox.c.state).where(
            inbox.c.state != "answered", not_(unread)
        )
        found = {tuple(row) for row in self.do(self._rows(waiting))} - self._told
        self._told |= found
        return sorted(found)

    def of(self, person: Person) -> Rows:
        """All that is remembered of one person, by table."""
        rows = {t.name: select(t).where(t.c.person_id == person.id) for t in _PERSONAL}
        rows["persons"] = select(persons).where(persons.c.id == person.id)
        return {name: self.do(self._rows(found)) for name, found in rows.items()}

    def buttons(self, person: Person) -> list[tuple[int, str]]:
        """(message, data) of every button that this person's chat shows now."""
        return [
            (message.message_id, button["callback_data"])
            for message in self.simulation.messages.changed_after(person.telegram_id, 0)
            for row in (message.markup or {}).get("inline_keyboard", [])
            for button in row
            if "callback_data" in button
        ]

    def silence_everybody(self) -> None:
        """People of earlier examples no longer wait for the clock."""

        async def silence() -> None:
            async with self.database.engine.writing() as session:
                await session.run(update(enrolments).values(next_due_at=null()))

        self.do(silence())

    def jump(self, to: datetime) -> list[str]:
        return self.watched(self.world.jump(to))

    def forget_pace(self) -> None:
        """Days pass here within a second, and Telegram's pace per chat is machine time."""
        self.app.turns._pace._pushed.clear()

    async def _rows(self, statement: Any) -> list[Any]:
        async with self.database.engine.reading() as session:
            return list(await session.rows(statement))

    def _note_death(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._died.append(f"{context['message']} {context.get('exception')!r}")
