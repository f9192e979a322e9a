"""The ledger in memory: as the core writes it, and as delivery works on it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from time import monotonic
from typing import Any

from learning.ask import Conflict
from learning.pushes.model import ClaimedPush, NewPush, PushKind, PushState, SkipReason
from tests.contract.memory.state import PushRow, State
from tests.contract.memory.transactions import Transactions


@dataclass(frozen=True)
class MemoryPushes:
    state: State

    async def add(self, pushes: Sequence[NewPush]) -> None:
        known = {_key(row.new) for row in self.state.pushes.values()}
        for new in pushes:
            if _key(new) not in known and not self._waits_already(new):
                known.add(_key(new))
                self.state.pushes[next(self.state.ids)] = PushRow(new)

    def _waits_already(self, new: NewPush) -> bool:
        """Lessons never pile up."""
        return new.kind is PushKind.DAILY and any(
            row.state is PushState.DUE
            and row.new.kind is PushKind.DAILY
            and row.new.person_id == new.person_id
            for row in self.state.pushes.values()
        )

    async def spent(self, person_id: int, day: date, but: int) -> int:
        arrives = (PushState.DUE, PushState.SENT, PushState.UNCERTAIN)
        return sum(
            row.budget_day == day and row.state in arrives for row in self._others(person_id, but)
        )

    async def waiting(self, person_id: int, now: datetime, but: int) -> Sequence[PushKind]:
        return [
            row.new.kind
            for row in self._others(person_id, but)
            if row.state is PushState.DUE and row.budget_day is None and row.new.due_at <= now
        ]

    async def spend(self, id: int, day: date) -> None:
        if id in self.state.pushes:
            self.state.pushes[id] = replace(self.state.pushes[id], budget_day=day)

    async def put_off(self, id: int, until: datetime) -> None:
        row = self.state.pushes.get(id)
        if row is not None and row.state is PushState.DUE:
            let_go = replace(row, sending=False, worker=None, lease_until=0.0, budget_day=None)
            self.state.pushes[id] = replace(let_go, new=replace(row.new, due_at=until))

    def _others(self, person_id: int, but: int) -> list[PushRow]:
        rows = self.state.pushes.items()
        return [row for id, row in rows if row.new.person_id == person_id and id != but]


def _key(push: NewPush) -> tuple[int, str, str]:
    return push.person_id, push.kind, push.occasion


@dataclass(frozen=True)
class MemoryOutbox:
    transactions: Transactions

    async def claim(
        self, worker: str, now: datetime, limit: int, lease_seconds: float
    ) -> Sequence[ClaimedPush]:
        machine = monotonic()
        async with self.transactions.begin() as state:
            for id, row in state.pushes.items():
                if row.state is PushState.DUE and row.sending and row.lease_until <= machine:
                    state.pushes[id] = replace(row, state=PushState.UNCERTAIN, sending=False)
            free = [
                (row.new.due_at, id)
                for id, row in state.pushes.items()
                if row.state is PushState.DUE
                and row.new.due_at <= now
                and max(row.lease_until, row.not_before) <= machine
                and (row.new.kind, row.new.occasion) not in state.holds
            ]
            claimed = _first_of_each(state, sorted(free), now, machine)[:limit]
            for id in claimed:
                state.pushes[id] = replace(
                    state.pushes[id], worker=worker, lease_until=machine + lease_seconds
                )
            return [_claimed(state, id) for id in claimed]

    async def renew(self, worker: str, ids: Sequence[int], lease_seconds: float) -> None:
        async with self.transactions.begin() as state:
            for id in ids:
                row = state.pushes[id]
                if row.worker == worker and row.state is PushState.DUE:
                    until = monotonic() + lease_seconds
                    state.pushes[id] = replace(row, lease_until=until)

    async def begin_send(self, id: int) -> None:
        async with self.transactions.begin() as state:
            row = state.pushes[id]
            held = (row.new.kind, row.new.occasion) in state.holds
            taken = row.sending or row.lease_until <= monotonic()
            if row.state is not PushState.DUE or taken or held:
                raise Conflict
            state.pushes[id] = replace(row, sending=True)

    async def sent(self, id: int, message_id: int, at: datetime) -> None:
        await self._settle(id, PushState.SENT, at, message_id=message_id)

    async def skipped(self, id: int, reason: SkipReason, at: datetime) -> None:
        await self._settle(id, PushState.SKIPPED, at, reason=reason)

    async def failed(self, id: int, reason: str, at: datetime) -> None:
        await self._settle(id, PushState.FAILED, at, reason=reason)

    async def uncertain(self, id: int, at: datetime) -> None:
        await self._settle(id, PushState.UNCERTAIN, at)

    async def postpone(self, id: int, not_before_seconds: float) -> None:
        async with self._row(id, PushState.DUE) as change:
            change["attempts"] += 1
            change["not_before"] = monotonic() + not_before_seconds

    async def count_due(self, now: datetime) -> int:
        return len(self._due(now))

    async def oldest_due(self, now: datetime) -> datetime | None:
        return min(self._due(now), default=None)

    async def pause_bot(self, seconds: float) -> None:
        async with self.transactions.begin() as state:
            state.bot_paused_until = max(state.bot_paused_until, monotonic() + seconds)

    async def pause_left(self) -> float:
        return max(0.0, self.transactions.state.bot_paused_until - monotonic())

    async def take_turns(self, seconds: float, late: float) -> float:
        machine = monotonic()
        async with self.transactions.begin() as state:
            begin = max(state.turns_taken_until or machine, machine - late)
            state.turns_taken_until = begin + seconds
            return begin - machine

    def _due(self, now: datetime) -> list[datetime]:
        state = self.transactions.state
        due = (
            row.new.due_at
            for row in state.pushes.values()
            if row.state is PushState.DUE and (row.new.kind, row.new.occasion) not in state.holds
        )
        return [at for at in due if at <= now]

    async def _settle(self, id: int, state: PushState, at: datetime, **more: Any) -> None:
        async with self._row(id, PushState.DUE, PushState.UNCERTAIN) as change:
            change |= {"state": state, "settled_at": at, **more}

    @asynccontextmanager
    async def _row(self, id: int, *states: PushState) -> AsyncIterator[dict[str, Any]]:
        """Lets the row go; what the block says of it counts only in one of `states`."""
        async with self.transactions.begin() as state:
            row = state.pushes[id]
            change: dict[str, Any] = {"attempts": row.attempts}
            yield change
            if row.state in states:
                let_go = replace(row, sending=False, worker=None, lease_until=0.0)
                state.pushes[id] = replace(let_go, **change)


def _first_of_each(
    state: State, free: Sequence[tuple[datetime, int]], now: datetime, machine: float
) -> list[int]:
    """Those before which nothing of the same person is due; a wait after a failure holds
    nobody up."""
    firsts: dict[int, tuple[datetime, int]] = {}
    for id, row in state.pushes.items():
        is_held = (row.new.kind, row.new.occasion) in state.holds
        if row.state is PushState.DUE and row.not_before <= machine and not is_held:
            key = (row.new.due_at, id)
            firsts[row.new.person_id] = min(firsts.get(row.new.person_id, key), key)
    return [id for at, id in free if firsts[state.pushes[id].new.person_id] == (at, id)]


def _claimed(state: State, id: int) -> ClaimedPush:
    row = state.pushes[id]
    return ClaimedPush(
        id=id,
        person_id=row.new.person_id,
        telegram_id=state.persons[row.new.person_id].telegram_id,
        kind=row.new.kind,
        occasion=row.new.occasion,
        due_at=row.new.due_at,
        attempts=row.attempts,
    )
