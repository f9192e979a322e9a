"""What was erased stays erased, also after an older backup is restored.

Marks of erased people and of closed tickets are kept in a file beside the database, which no
backup holds.
"""

import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from data.engine import Database
from data.tables.erasures import erasures
from data.tables.people import persons
from data.tables.tickets import tickets
from data.tickets import name_of
from learning.account.model import Person
from learning.tickets.model import TicketState


async def note_erasures(database: Database, file: Path) -> None:
    """Writes every mark that the file does not hold yet, and waits for the disk."""
    known = set(_lines(file))
    async with database.engine.reading() as session:
        rows = await session.rows(select(erasures).order_by(erasures.c.at))
    new = [line for row in rows if (line := f"{row.at.isoformat()} {row.mark}") not in known]
    if new:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a") as opened:
            opened.writelines(f"{line}\n" for line in new)
            opened.flush()
            os.fsync(opened.fileno())


async def erase_again(database: Database, file: Path) -> int:
    """Erases who was erased before and came back with a backup, and wipes again what was wiped;
    gives how many.

    Somebody who arrived anew after the erasure is another person, and stays.
    """
    noted = await _unknown(database, file)
    if not noted:
        return 0
    return await _people_again(database, noted) + await _tickets_again(database, noted)


async def _people_again(database: Database, noted: dict[str, datetime]) -> int:
    async with database.engine.reading() as session:
        people = await session.rows(select(persons))
    again = [
        (Person(row.id, row.telegram_id, row.language, row.zone, row.reachable), at)
        for row in people
        for mark in database.sealer.marks(str(row.telegram_id))
        if (at := noted.get(mark)) is not None and row.arrived_at <= at
    ]
    for person, at in again:
        async with database.unit() as unit:
            await unit.records.erase(person, at)
    return len(again)


async def _tickets_again(database: Database, noted: dict[str, datetime]) -> int:
    """One that was opened since then under the same number is another one, and stays."""
    async with database.engine.reading() as session:
        rows = await session.rows(select(tickets.c.id, tickets.c.opened_at))
    again = [
        (row.id, at)
        for row in rows
        for mark in database.sealer.marks(name_of(row.id))
        if (at := noted.get(mark)) is not None and row.opened_at <= at
    ]
    for id, at in again:
        async with database.unit() as unit:
            ticket = await unit.tickets.get(id)
            if ticket is not None:
                await unit.tickets.put(ticket.changed(state=TicketState.CLOSED, closed_at=at))
                await unit.tickets.wipe(id, at)
    return len(again)


async def _unknown(database: Database, file: Path) -> dict[str, datetime]:
    """Mark → when, for the lines of the file that the database does not hold."""
    async with database.engine.reading() as session:
        rows = await session.rows(select(erasures))
    held = {f"{row.at.isoformat()} {row.mark}" for row in rows}
    lines = (line.split() for line in _lines(file) if line not in held)
    return {mark: datetime.fromisoformat(at) for at, mark in lines}


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []
