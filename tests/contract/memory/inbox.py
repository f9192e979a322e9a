"""The inbox in memory: as the core sees it, and as intake and delivery work on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic

from learning.inbox import NewUpdate, Taken, Unanswered
from tests.contract.memory.state import InboxRow, State
from tests.contract.memory.transactions import Transactions

HOUR = 3600.0
DAY = 24 * HOUR


@dataclass(frozen=True)
class MemoryApplied:
    state: State

    async def mark_applied(self, update_id: int, outcome: object) -> bool:
        row = self.state.inbox.get(update_id)
        if row is None or row.state != "taken":
            return False
        applied = replace(row, state="applied", body=None, outcome=outcome)
        self.state.inbox[update_id] = applied
        return True


@dataclass(frozen=True)
class MemoryInbox:
    transactions: Transactions

    async def take(self, updates: Sequence[NewUpdate]) -> Sequence[int]:
        async with self.transactions.begin() as state:
            taken = []
            for new in updates:
                if new.update_id not in state.inbox:
                    taken.append(new.update_id)
                    state.inbox[new.update_id] = InboxRow(
                        new.lane, "taken", monotonic(), new.source, new.body
                    )
            return sorted(taken)

    async def taken(self) -> Sequence[Taken]:
        return [
            Taken(id, row.lane, row.body or "", row.attempts) for id, row in self._rows("taken")
        ]

    async def unanswered(self) -> Sequence[Unanswered]:
        return [
            Unanswered(id, row.lane, row.source, row.outcome) for id, row in self._rows("applied")
        ]

    async def failed(self, update_id: int) -> int:
        async with self.transactions.begin() as state:
            row = state.inbox.get(update_id)
            if row is None or row.state != "taken":
                return 0
            state.inbox[update_id] = replace(row, attempts=row.attempts + 1)
            return row.attempts + 1

    async def set_aside(self, update_id: int, error_id: str) -> None:
        async with self.transactions.begin() as state:
            row = state.inbox.get(update_id)
            if row is not None and row.state == "taken":
                aside = replace(row, state="set_aside", error_id=error_id)
                state.inbox[update_id] = aside

    async def answered(self, update_ids: Sequence[int]) -> None:
        async with self.transactions.begin() as state:
            for id in update_ids:
                if id in state.inbox and state.inbox[id].state == "applied":
                    state.inbox[id] = replace(
                        state.inbox[id], state="answered", outcome=None, source=None
                    )

    async def last_update_id(self) -> int | None:
        rows = self.transactions.state.inbox.items()
        fresh = [(row.taken_at, id) for id, row in rows if row.taken_at > monotonic() - DAY]
        return max(fresh)[1] if fresh else None

    async def prune(self, keep_hours: float) -> int:
        limits = {"answered": keep_hours * HOUR, "set_aside": 7 * DAY}
        async with self.transactions.begin() as state:
            old = [
                id
                for id, row in state.inbox.items()
                if row.state in limits and row.taken_at < monotonic() - limits[row.state]
            ]
            for id in old:
                del state.inbox[id]
            return len(old)

    def _rows(self, of_state: str) -> list[tuple[int, InboxRow]]:
        rows = sorted(self.transactions.state.inbox.items())
        return [(id, row) for id, row in rows if row.state == of_state]
