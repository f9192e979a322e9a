"""The inbox in memory: as the core sees it, and as intake and delivery work on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic

from learning.inbox import NewUpdate, SetAside, Taken, Unanswered, Unreadable
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

    async def set_aside(self, update_id: int, error_id: str) -> Unanswered | None:
        async with self.transactions.begin() as state:
            row = state.inbox.get(update_id)
            if row is None or row.state != "taken":
                return None
            owed = SetAside(error_id)
            aside = replace(row, state="applied", error_id=error_id, outcome=owed)
            state.inbox[update_id] = aside
            return Unanswered(update_id, row.lane, row.source, owed)

    async def take_unreadable(self, updates: Sequence[Unreadable]) -> Sequence[int]:
        async with self.transactions.begin() as state:
            new = [each for each in updates if each.update_id not in state.inbox]
            for each in new:
                state.inbox[each.update_id] = InboxRow(
                    each.lane,
                    "applied",
                    monotonic(),
                    each.source,
                    each.body,
                    outcome=SetAside(each.error_id),
                    error_id=each.error_id,
                )
            return sorted(each.update_id for each in new)

    async def answered(self, update_ids: Sequence[int]) -> None:
        async with self.transactions.begin() as state:
            for id in update_ids:
                row = state.inbox.get(id)
                if row is not None and row.state == "applied":
                    ended = "set_aside" if row.error_id else "answered"
                    state.inbox[id] = replace(row, state=ended, outcome=None, source=None)

    async def prune(self, keep_hours: float) -> int:
        async with self.transactions.begin() as state:
            old = [id for id, row in state.inbox.items() if _has_had_its_time(row, keep_hours)]
            for id in old:
                del state.inbox[id]
            return len(old)

    def _rows(self, of_state: str) -> list[tuple[int, InboxRow]]:
        rows = sorted(self.transactions.state.inbox.items())
        return [(id, row) for id, row in rows if row.state == of_state]


def _has_had_its_time(row: InboxRow, keep_hours: float) -> bool:
    age = monotonic() - row.taken_at
    if row.error_id is not None:
        return age > 7 * DAY
    return row.state == "answered" and age > keep_hours * HOUR
