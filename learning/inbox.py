"""Updates on their way: taken → applied → answered (promise 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Source:
    """Where an update came from, kept so that it can be answered after a restart.

    `message_id` is the message whose button was pressed; `callback_id` the press to acknowledge.
    """

    chat_id: int
    language: str | None = None
    message_id: int | None = None
    callback_id: str | None = None


@dataclass(frozen=True, slots=True)
class NewUpdate:
    """`lane` orders updates: the user's id, else the chat's. `body` is the JSON without names."""

    update_id: int
    lane: int
    body: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An update of no shape we know. `body` is what came, to be sealed; `source` is where to
    apologise, as far as that can be told; `error_id` finds it in the log."""

    update_id: int
    lane: int
    body: str
    source: Source | None
    error_id: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """The outcome of an update that could not be applied: an apology is owed."""

    error_id: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Stored and not applied yet. `attempts` counts the failures so far."""

    update_id: int
    lane: int
    body: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Applied before the last stop; `outcome` waits to be spoken (again)."""

    update_id: int
    lane: int
    source: Source | None
    outcome: Any


class Inbox(Protocol):
    """The inbox as intake and delivery work on it; each call is a transaction of its own."""

    async def take(self, updates: Sequence[NewUpdate]) -> Sequence[int]:
        """Stores a batch before it is confirmed; returns the ids that were not there before."""

    async def taken(self) -> Sequence[Taken]:
        """What waits to be performed, by update id."""

    async def unanswered(self) -> Sequence[Unanswered]:
        """What waits to be spoken, by update id."""

    async def failed(self, update_id: int) -> int:
        """Counts a failure and returns how many there are now."""

    async def set_aside(self, update_id: int, error_id: str) -> Unanswered | None:
        """After three failures: the sealed body stays for 7 days, the next update goes on.

        Gives the apology that is owed from now on; None when the update was applied meanwhile.
        """

    async def take_unreadable(self, updates: Sequence[Unreadable]) -> Sequence[int]:
        """Sets a batch aside at once, its apologies owed; returns the ids that are new."""

    async def answered(self, update_ids: Sequence[int]) -> None:
        """One statement for the batch."""

    async def prune(self, keep_hours: float) -> int:
        """Removes answered rows older than that (machine time), and set-aside ones at 7 days."""
