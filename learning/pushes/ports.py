"""What the ledger needs. Machine time (leases) is the database's own and never programme time."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from learning.pushes.model import ClaimedPush, NewPush, PushKind, SkipReason


class Pushes(Protocol):
    """Inside a transaction of `perform`."""

    async def add(self, pushes: Sequence[NewPush]) -> None:
        """One statement. A row whose (person, kind, occasion) exists already is left alone, and
        so is a daily one for somebody whose last one is still due: lessons never pile up."""

    async def spent(self, person_id: int, day: date, but: int) -> int:
        """How many pushes other than `but` were counted against this local day's budget, and
        were sent or may still be."""

    async def waiting(self, person_id: int, now: datetime, but: int) -> Sequence[PushKind]:
        """The kinds of this person's other pushes that are due and not counted yet."""

    async def spend(self, id: int, day: date) -> None:
        """Counts it against the day's budget."""

    async def put_off(self, id: int, until: datetime) -> None:
        """Due again then; whoever held it lets go."""


class Outbox(Protocol):
    """The same table as delivery works on it; each call is a short transaction of its own."""

    async def claim(
        self, worker: str, now: datetime, limit: int, lease_seconds: float
    ) -> Sequence[ClaimedPush]:
        """Due rows, the longest due first, that no living lease holds, and of each person only
        the first. Safe across workers."""

    async def renew(self, worker: str, ids: Sequence[int], lease_seconds: float) -> None: ...

    async def begin_send(self, id: int) -> None:
        """Marks that the send is about to happen; a lease that ends after this mark leaves the
        row uncertain instead of due."""

    async def sent(self, id: int, message_id: int, at: datetime) -> None: ...

    async def skipped(self, id: int, reason: SkipReason, at: datetime) -> None: ...

    async def failed(self, id: int, reason: str, at: datetime) -> None: ...

    async def uncertain(self, id: int, at: datetime) -> None: ...

    async def postpone(self, id: int, not_before_seconds: float) -> None:
        """Surely not sent (429, connection refused, 5xx): due again after a wait, one more
        attempt counted."""

    async def count_due(self, now: datetime) -> int: ...

    async def oldest_due(self, now: datetime) -> datetime | None: ...

    async def pause_bot(self, seconds: float) -> None:
        """After a 429: no worker sends before then. The longest pause asked for holds."""

    async def pause_left(self) -> float:
        """Seconds of machine time until the bot may send; 0 when it may."""

    async def take_turns(self, seconds: float, late: float) -> float:
        """Takes so much of the time that all workers share, behind what any of them took before:
        in how many seconds of machine time it begins. Below 0 it began already, at most `late`
        seconds ago: so much of what nobody took in time is still given."""
