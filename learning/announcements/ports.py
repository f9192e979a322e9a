"""What the announcements room needs remembered. Texts are sealed where they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from learning.account.model import Organisation
from learning.announcements.counting import AudienceCount, Cells
from learning.announcements.model import (
    Announcement,
    Audience,
    Dimension,
    SavedAudience,
    Version,
)
from learning.announcements.timing import Hours, SharedHour
from learning.pushes.model import PushKind, PushState, SkipReason


class Announcements(Protocol):
    async def add(self, announcement: Announcement) -> Announcement:
        """Under an id given here, never used before."""

    async def put(self, announcement: Announcement) -> None:
        """Replaces the row whose revision is one less, else raises Conflict. Not its versions."""

    async def get(self, id: int) -> Announcement | None: ...

    async def write(self, id: int, language: str, version: Version | None) -> None:
        """In the place of what there was in this language; None removes it."""

    async def drop(self, id: int) -> None:
        """A draft, with its texts."""

    async def page(
        self, organisation_id: int, person_id: int, limit: int
    ) -> Sequence[Announcement]:
        """The newest first; of the drafts only the person's own."""

    async def at_work(self, now: datetime) -> Sequence[Announcement]:
        """Planned ones that are due, and those under way or just cancelled, the oldest first."""

    async def vote(self, id: int, person_id: int, option: int) -> None:
        """In the place of the person's earlier vote."""

    async def second_look(self, organisation_id: int) -> bool:
        """Whether the organisation wants a second coordinator's approval."""

    async def want_second_look(self, organisation_id: int, wanted: bool) -> None: ...

    async def opted_out(self, person_id: int) -> bool: ...

    async def opt_out(self, person_id: int, at: datetime) -> None: ...

    async def opt_in(self, person_id: int) -> None: ...


class Audiences(Protocol):
    """`half` is how much somebody has done who is half-way through the course."""

    async def count(self, organisation_id: int, audience: Audience, half: int) -> AudienceCount: ...

    async def holds(self, organisation_id: int, audience: Audience, person_id: int) -> bool:
        """Whether somebody is in an audience that asks for no progress."""

    async def cells(
        self,
        organisation_id: int,
        named: Mapping[Dimension, Sequence[str]],
        half: int,
    ) -> Cells:
        """Everybody of the organisation by stage and by the first named value of each dimension
        that fits them (None: none), in the order of `Dimension`."""

    async def organisation(self, id: int) -> Organisation: ...

    async def shared_hours(
        self,
        organisation_id: int,
        audience: Audience,
        half: int,
        after: int = 0,
        upto: int | None = None,
    ) -> Sequence[SharedHour]:
        """Those who can be reached, of the people `after` one and up to another."""

    async def last_of_next(self, announcement: Announcement, half: int, limit: int) -> int | None:
        """The last of the next `limit` people of its audience; None when nobody is left."""

    async def spread(
        self, announcement: Announcement, upto: int, hours: Hours, half: int, begun: datetime
    ) -> None:
        """Writes the ledger's rows of its audience up to that person, in one statement. Whoever
        can't be reached, or wants no announcements, has a row that says so. `begun` is when it
        is due for who has no hour."""

    async def saved(self, organisation_id: int) -> Sequence[SavedAudience]:
        """By name."""

    async def save(self, organisation_id: int, name: str, audience: Audience) -> None:
        """In the place of the one of that name."""

    async def forget(self, organisation_id: int, id: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Got:
    message_id: int
    at: datetime


Tally = Mapping[tuple[PushState, str | None], int]


class Sendings(Protocol):
    """The rows of one announcement in the ledger, all together."""

    async def tally(self, kind: PushKind, occasion: str) -> Tally:
        """How many, by state and reason."""

    async def any_due(self, kind: PushKind, occasion: str) -> bool: ...

    async def hold(self, kind: PushKind, occasion: str) -> None:
        """From the end of this transaction on none of them is claimed, and no send begins."""

    async def release(self, kind: PushKind, occasion: str) -> None: ...

    async def skip(
        self, kind: PushKind, occasion: str, reason: SkipReason, now: datetime, limit: int
    ) -> int:
        """Settles up to `limit` due ones that are not being sent; how many."""

    async def repeat(self, kind: PushKind, occasion: str) -> None:
        """What is uncertain is due again."""

    async def got(self, person_id: int, occasion: str) -> Got | None:
        """What somebody got of an announcement."""

    async def got_since(self, occasion: str, instant: datetime) -> tuple[int, int]:
        """How many got it after `instant`, and how many before."""
