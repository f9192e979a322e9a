"""An announcement at the limit: sent to many through the strict simulator while people talk.

`python -m benchmarks.broadcast --recipients 11000 --talkers 5` takes recipients / 27 seconds.
With `--paid` the server has no limit and SEND_RATE is a thousand: as fast as one process goes.
It prints how long the sending took against (recipients + replies) / SEND_RATE, whether the server
ever answered 429, and how long people who talk waited, before and meanwhile.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from datetime import datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

from sqlalchemy import func, insert, select

from data.tables.people import enrolments, memberships, persons
from data.tables.pushes import bot_pause, pushes
from learning.account.model import EVERY_DAY, Organisation
from learning.announcements.model import Announcement, State, Version
from learning.pushes.model import PushKind, PushState
from tests.flows.phone import Phone
from tests.flows.world import World, world

TALK_SECONDS = 1.0  # between two asks of one talker
IDLE_ASKS = 10
FREE_RATE, PAID_RATE = 27.0, 1000.0  # SEND_RATE


async def people(bench: World, count: int) -> Organisation:
    """Members of one organisation, each with a phone that has pressed Start."""
    known = bench.app.database.organisations
    here = await known.add(Organisation(0, "Everybody", "gr", "Europe/Athens", "en"))
    now, phones = await bench.now(), bench.served.simulation.phones
    ids = []
    for number in range(count):
        phone = phones.create(f"Reader {number}", "en", None)
        phones.set_standing(phone.id, "active")
        ids.append(phone.id)
    async with bench.app.database.engine.writing() as session:
        await session.run(insert(persons), [_person(n, id, now) for n, id in enumerate(ids, 1)])
        await session.run(insert(enrolments), [_enrolment(n) for n in range(1, count + 1)])
        rows = [
            {"person_id": n, "organisation_id": here.id, "role": "learner", "since": now}
            for n in range(1, count + 1)
        ]
        await session.run(insert(memberships), rows)
    return here


def _person(number: int, telegram_id: int, now: datetime) -> dict[str, object]:
    return {
        "id": number,
        "telegram_id": telegram_id,
        "language": "en",
        "zone": "Europe/Athens",
        "reachable": True,
        "arrived_at": now,
    }


def _enrolment(number: int) -> dict[str, object]:
    return {
        "person_id": number,
        "lesson_time": time_of_day(9),
        "weekdays": EVERY_DAY,
        "pauses": [],
        "past_days": [],
        "reachable": True,
        "standing": 0,
        "revision": 0,
    }


async def announce(bench: World, here: Organisation) -> None:
    now = await bench.now()
    async with bench.app.database.unit() as unit:
        made = await unit.announcements.add(Announcement(0, here.id, None, now))
        await unit.announcements.write(made.id, "en", Version("A webinar on plain words"))
        until = now + timedelta(days=3)
        planned = made.changed(state=State.PLANNED, begins_at=now, until=until)
        await unit.announcements.put(planned)


async def settled(bench: World) -> int:
    look = select(func.count().label("n")).where(
        pushes.c.kind == PushKind.ANNOUNCEMENT, pushes.c.state != PushState.DUE
    )
    async with bench.app.database.engine.reading() as session:
        return int((await session.one(look)).n)


async def talk(bench: World, phone: Phone, waits: list[float], times: int | None = None) -> None:
    """Asks for the settings again and again; until cancelled, or `times`."""
    messages = bench.served.simulation.messages
    while times is None or times > 0:
        before = max((each.seq for each in messages.changed_after(phone.id, 0)), default=0)
        began = time.perf_counter()
        await phone.post("send", {"chat_id": phone.id, "text": "/settings"})
        # The one that asks, and the one that answers.
        while len(messages.changed_after(phone.id, before)) < 2:  # noqa: ASYNC110 - over a socket
            await asyncio.sleep(0.005)
        waits.append(time.perf_counter() - began)
        times = None if times is None else times - 1
        await asyncio.sleep(TALK_SECONDS)


async def measure(recipients: int, talkers: int, rate: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with world(Path(folder), send_rate=rate) as bench:
            here = await people(bench, recipients)
            talking = [await bench.phone(f"Talker {n}") for n in range(talkers)]
            for phone in talking:
                await phone.start()
            if rate == FREE_RATE:
                bench.served.simulation.rates.choose("strict")
            idle: list[float] = []
            busy: list[float] = []
            await asyncio.gather(*(talk(bench, phone, idle, IDLE_ASKS) for phone in talking))
            tasks = [asyncio.create_task(talk(bench, phone, busy)) for phone in talking]
            await announce(bench, here)
            began = time.perf_counter()
            while await settled(bench) < recipients:  # noqa: ASYNC110 - the bot decides
                await asyncio.sleep(0.25)
            took = time.perf_counter() - began
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await report(bench, recipients, took, idle, busy)


async def report(
    bench: World, recipients: int, took: float, idle: list[float], busy: list[float]
) -> None:
    rate = bench.settings.send_rate
    wanted = (recipients + len(busy)) / rate
    async with bench.app.database.engine.reading() as session:
        refused = await session.row(select(bot_pause.c.until)) is not None
    print(f"{recipients:,} recipients, {len(busy)} replies meanwhile")
    print(f"took {took:.1f} s; (recipients + replies) / {rate:.0f} = {wanted:.1f} s")
    print(f"429 from the strict server: {'yes' if refused else 'none'}")
    for name, waits in (("idle", idle), ("meanwhile", busy)):
        if len(waits) > 1:
            p95 = statistics.quantiles(waits, n=20)[-1]
            p50 = statistics.median(waits)
            print(f"answers {name}: p50 {p50 * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=11_000)
    parser.add_argument("--paid", action="store_true")
    parser.add_argument("--talkers", type=int, default=5)
    wanted = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} at start", flush=True)
    rate = PAID_RATE if wanted.paid else FREE_RATE
    asyncio.run(measure(wanted.recipients, wanted.talkers, rate))


if __name__ == "__main__":
    main()
