"""What the needs room needs remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from learning.account.model import Actor
from learning.needs.answers import Answers, Responses
from learning.needs.model import Draft, Round, Sent, Turnout
from learning.needs.report.model import NeedsReport
from learning.pushes.model import PushKind

T = TypeVar("T")


class Drafts(Protocol):
    """One per person; the answers are sealed where they are kept."""

    async def of(self, person_id: int) -> Draft | None: ...

    async def get(self, id: int) -> Draft | None: ...

    async def add(self, draft: Draft) -> Draft:
        """Under an id given here, never used before, in the place of any other of the person."""

    async def put(self, draft: Draft) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def drop(self, id: int) -> None: ...


class Rounds(Protocol):
    async def add(self, round: Round) -> Round:
        """Under an id given here."""

    async def put(self, round: Round) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def drop(self, id: int) -> None:
        """A plan that was not launched."""

    async def get(self, id: int) -> Round | None: ...

    async def open_to(self, actor: Actor, now: datetime) -> Round | None:
        """The round that asks this learner now, the latest if there are several."""

    async def of_organisation(self, organisation_id: int, limit: int) -> Sequence[Round]:
        """The newest first, plans too."""

    async def over(self, now: datetime) -> Sequence[Round]:
        """Launched, not closed, and past their end."""

    async def has_answered(self, round_id: int, person_id: int) -> bool: ...

    async def mark_answered(self, round_id: int, person_id: int) -> None:
        """Without a time. Raises Conflict for somebody who has answered already."""

    async def turnout(self, round: Round) -> Sequence[Turnout]:
        """By department: present learners whom the round asks, and who of them answered."""

    async def call(self, round: Round, kind: PushKind, occasion: str, due_at: datetime) -> int:
        """A push to everybody whom the round asks and who has not answered, a thousand to a
        statement; gives their number."""


class SentAnswers(Protocol):
    """Answers that stay with their person are sealed; those of an unlinked round stand under
    random keys, without a person, a time or a sequence."""

    async def of(self, person_id: int) -> Sequence[Sent]: ...

    async def put(self, sent: Sent) -> None:
        """In the place of the person's earlier ones of the same wave."""

    async def unlink(self, round: Round, answers: Answers) -> None:
        """Adds them, and rewrites all of the round under new keys in random order."""

    async def shuffle(self, round: Round) -> None:
        """Rewrites all of an unlinked round once more, when it is closed."""

    async def responses(self, round: Round) -> Responses:
        """What a closed round brought, to be counted."""


class NeedsReports(Protocol):
    """Groups only: nobody's key is in them."""

    async def add(self, round_id: int, report: NeedsReport) -> None:
        """Once for a round, in the transaction that closes it."""

    async def put(self, round_id: int, report: NeedsReport) -> None:
        """Once more, when what was said after the course is counted as well."""

    async def of(self, round_id: int) -> NeedsReport | None: ...


class Lots(Protocol):
    async def draw(self, things: Sequence[T], number: int) -> list[T]:
        """`number` of them by chance, each as likely as any other."""
