"""After the story: updates and pushes of the simulator against inbox and ledger of the bot."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select

from data.engine import Database
from data.tables.people import persons
from data.tables.pushes import pushes
from data.tables.talk import inbox
from learning.pushes.model import PushState
from simulator.store import FIRST_IDS
from tests.crash.effects import effects_twice
from tests.crash.machines import BOT_ID
from tests.crash.people import Repeater, Talker
from tests.crash.town import ZONE, Town


@dataclass(frozen=True)
class Delivered:
    """What the simulator knows, whatever the bot says."""

    updates: range
    expired: set[int]  # updates it let go of, as Telegram does with presses after 150 s
    messages: dict[int, set[int]]  # the bot's own, by chat


@dataclass(frozen=True)
class Counts:
    """`lost`, `twice`, `unanswered` and `pushed_twice` are what must be empty.

    `expired`: how many updates Telegram let go of before the bot took them, because it was down
    for so long; that is no loss of the bot's.
    """

    updates: int
    expired: int
    presses: int
    pushes: Counter[str]
    set_aside: Sequence[int]
    uncertain: Sequence[str]
    lost: Sequence[int]
    unanswered: Sequence[int]
    twice: Sequence[str]
    pushed_twice: Sequence[str]

    @property
    def faults(self) -> int:
        return sum(map(len, (self.lost, self.unanswered, self.twice, self.pushed_twice)))


def delivered(state: Path) -> Delivered:
    """Read from the simulator's file, once it has stopped."""
    with sqlite3.connect(state) as file:
        [last] = file.execute("SELECT seq FROM sqlite_sequence WHERE name = 'updates'").fetchone()
        expired = {id for [id] in file.execute("SELECT update_id FROM expired_updates")}
        rows = file.execute(
            "SELECT chat_id, message_id FROM messages WHERE sender_id = ?", (BOT_ID,)
        ).fetchall()
    messages: dict[int, set[int]] = defaultdict(set)
    for chat_id, message_id in rows:
        messages[chat_id].add(message_id)
    return Delivered(range(FIRST_IDS["updates"] + 1, last + 1), expired, messages)


async def count(
    database: Database,
    simulated: Delivered,
    town: Town,
    talkers: Sequence[Talker],
    repeaters: Sequence[Repeater],
) -> Counts:
    async with database.engine.reading() as session:
        states = {row.update_id: row.state for row in await session.rows(select(inbox))}
        ledger = await session.rows(
            select(pushes, persons.c.telegram_id).join(persons, persons.c.id == pushes.c.person_id)
        )
    ends = ("answered", "set_aside")
    not_taken = {id for id in simulated.updates if id not in states}
    return Counts(
        updates=len(simulated.updates),
        expired=len(not_taken & simulated.expired),
        presses=sum(sum(talker.pressed.values()) for talker in talkers),
        pushes=Counter(row.state for row in ledger),
        set_aside=[id for id, state in states.items() if state == "set_aside"],
        uncertain=_uncertain(ledger, simulated, town),
        lost=sorted(not_taken - simulated.expired),
        unanswered=[id for id, state in states.items() if state not in ends],
        twice=await effects_twice(database, talkers, repeaters),
        pushed_twice=_pushed_twice(ledger, simulated, town),
    )


def _pushed_twice(ledger: Sequence[Row[Any]], simulated: Delivered, town: Town) -> list[str]:
    """A learner's chat holds each sent push once; only an uncertain one may stand there unnamed."""
    occasions = Counter((row.person_id, row.kind, row.occasion) for row in ledger)
    lines = [f"two rows for {key}" for key, times in occasions.items() if times > 1]
    for row in ledger:
        there = simulated.messages.get(row.telegram_id, set())
        if row.state == PushState.SENT and row.message_id not in there:
            lines.append(f"push {row.id} is noted as sent, but is not in the chat")
    lines += _twice_a_day(ledger, town)
    for phone in town.learners:
        sent, uncertain = _named(ledger, phone)
        unnamed = simulated.messages.get(phone, set()) - sent
        if len(unnamed) > uncertain:
            lines.append(f"learner {phone}: {len(unnamed)} messages beyond the ledger")
    return lines


def _twice_a_day(ledger: Sequence[Row[Any]], town: Town) -> list[str]:
    """What waited while the bot was down comes as one lesson, not as a pile."""
    days = Counter(
        (row.telegram_id, row.settled_at.astimezone(ZoneInfo(ZONE)).date())
        for row in ledger
        if row.state == PushState.SENT and row.telegram_id in town.learners
    )
    return [f"learner {key[0]}: {n} pushes on {key[1]}" for key, n in days.items() if n > 1]


def _named(ledger: Sequence[Row[Any]], phone: int) -> tuple[set[int], int]:
    """The messages that the ledger names for this chat, and how many it is uncertain of."""
    rows = [row for row in ledger if row.telegram_id == phone]
    sent = {row.message_id for row in rows if row.state == PushState.SENT}
    return sent, sum(row.state == PushState.UNCERTAIN for row in rows)


def _uncertain(ledger: Sequence[Row[Any]], simulated: Delivered, town: Town) -> list[str]:
    """Each with what its chat shows, where nothing but pushes can stand."""
    lines = []
    for row in ledger:
        if row.state == PushState.UNCERTAIN:
            sent, uncertain = _named(ledger, row.telegram_id)
            arrived = len(simulated.messages.get(row.telegram_id, set()) - sent)
            shown = f"{arrived} of {uncertain} arrived" if row.telegram_id in town.learners else "?"
            lines.append(f"push {row.id} to {row.telegram_id} for {row.occasion} ({shown})")
    return lines


def told(counts: Counts) -> str:
    pushed = ", ".join(f"{n} {state}" for state, n in sorted(counts.pushes.items()))
    lines = [
        f"{counts.updates} updates ({counts.presses} presses), pushes: {pushed}",
        f"updates lost: {len(counts.lost)}   set aside: {len(counts.set_aside)}"
        f"   applied updates left unanswered: {len(counts.unanswered)}",
        f"updates that Telegram let go of while the bot was down: {counts.expired}",
        f"effects twice: {len(counts.twice)}   pushes sent twice: {len(counts.pushed_twice)}"
        f"   uncertain sends: {len(counts.uncertain)}",
        *(f"  uncertain: {line}" for line in counts.uncertain),
        *(f"  LOST: update {id}" for id in counts.lost),
        *(f"  UNANSWERED: update {id}" for id in counts.unanswered),
        *(f"  TWICE: {line}" for line in counts.twice),
        *(f"  PUSHED TWICE: {line}" for line in counts.pushed_twice),
    ]
    return "\n".join(lines)
