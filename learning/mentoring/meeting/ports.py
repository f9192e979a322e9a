"""What meetings need remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.mentoring.meeting.model import Answer, Meeting


class Meetings(Protocol):
    async def add(self, meeting: Meeting) -> Meeting:
        """Under an id given here, never used before."""

    async def put(self, meeting: Meeting) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Meeting | None: ...

    async def latest(self, turn_id: int) -> Meeting | None: ...

    async def between(self, person_id: int, since: datetime, until: datetime) -> Sequence[Meeting]:
        """This person's that begin from `since` on and before `until` and are not called off, the
        earliest first."""


class MeetingAnswers(Protocol):
    async def put(self, answer: Answer) -> None:
        """In the place of the person's former one."""

    async def of(self, meeting_id: int, person_id: int) -> Answer | None: ...

    async def said_fit(self, turn_id: int, person_id: int) -> bool:
        """Whether this person said after a meeting of the turn how the two fit."""

    async def fits(self, organisation_id: int) -> Sequence[str]:
        """What those of this organisation said about the fit of their pairs, after meetings and in
        check-ins, the earliest first."""
