"""Who has tried every ask there is, and then erases all, is found nowhere in the database.

The rows that the asks leave are looked through cell by cell for the person's own numbers, also in
columns and JSON that declare no key.
"""

import asyncio
import contextlib
from collections import Counter
from datetime import date, time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import insert, select

from data.engine import Database, open_database
from data.migrate import upgrade
from data.sealing import new_key
from data.tables.complete import metadata
from data.tables.people import persons
from learning.account.asks import Arrive
from learning.account.model import EnrolmentCode, Role
from learning.ask import Ask, Caller, Conflict
from learning.lessons.asks import BeginCourse
from learning.perform import Core
from learning.records.asks import EraseMe
from learning.records.outcomes import Erased
from learning.table import USE_CASES
from tests.curricula import small
from tests.properties.test_authority import EVERY_ASK, forged
from tests.unit.town import EGALEO, MONDAY, NINE

WHO, PERSON = 7_291_000_333, 700_000_444  # numbers that stand for nothing else
ROUNDS = 6
TABLES_AT_LEAST = 10


async def new_town(file: Path) -> tuple[Database, Core]:
    url = f"sqlite:///{file}"
    await asyncio.to_thread(upgrade, url)
    database = await open_database(url, [new_key()])
    organisation = await database.organisations.add(EGALEO)
    for role in Role:
        code = EnrolmentCode(f"as-{role}", organisation, None, role, None, 1, None, False)
        await database.organisations.add_code(code)
    filler = {"id": PERSON - 1, "telegram_id": 5, "language": "en", "zone": "UTC"}
    async with database.engine.writing() as session:  # so that the next person's id is PERSON
        await session.run(insert(persons).values(arrived_at=MONDAY, reachable=True, **filler))
    return database, Core(database, small(), USE_CASES)


async def traces(database: Database) -> Counter[str]:
    """Rows by table in which one of the numbers stands anywhere."""
    async with database.engine.reading() as session:
        rows = [
            (table.name, row)
            for table in metadata.sorted_tables
            for row in await session.rows(select(table))
        ]
    numbers = (str(WHO), str(PERSON))
    return Counter(
        name for name, row in rows if any(number in str(cell) for cell in row for number in numbers)
    )


def every_ask(random: Random) -> list[Ask[Any]]:
    """All but erasing, in any order, with ids that are likely to exist."""
    pools = {
        int: lambda r: r.choice((PERSON, r.randrange(1, 9))),
        str: lambda r: r.choice(("12", "09:30", "Registry", "first", "as-mentor", "yes")),
        bytes: lambda r: f"department,code\nCare,made-{r.randrange(10**9)}\n".encode(),
        bool: lambda r: r.random() < 0.5,
        date: lambda r: MONDAY.date(),
        time: lambda r: NINE,
    }
    kinds = [kind for kind in EVERY_ASK if kind is not EraseMe]
    return [forged(kind, random, pools) for kind in random.sample(kinds, len(kinds))]


@pytest.mark.parametrize("seed", range(2))
async def test_who_tried_every_ask_is_found_nowhere_after_erasing(
    tmp_path: Path, seed: int
) -> None:
    database, core = await new_town(tmp_path / "bot.sqlite3")
    random, caller = Random(seed), Caller(WHO)
    try:
        for begun in (*(Arrive(f"as-{role}", "en") for role in Role), BeginCourse()):
            await core.perform(begun, caller, MONDAY)
        seen: Counter[str] = Counter()
        for _ in range(ROUNDS):
            for ask in every_ask(random):
                with contextlib.suppress(Conflict):  # a talk that never was
                    await core.perform(ask, caller, MONDAY)
            seen |= await traces(database)
        assert len(seen) >= TABLES_AT_LEAST, seen
        erased = await core.perform(EraseMe(int(MONDAY.timestamp()) // 60), caller, MONDAY)
        assert isinstance(erased, Erased)
        assert not await traces(database)
    finally:
        await database.close()
