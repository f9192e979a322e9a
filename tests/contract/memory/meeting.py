"""Meetings of pairs in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from learning.ask import Conflict
from learning.mentoring.meeting.model import Answer, Meeting
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryMeetings:
    state: State

    async def add(self, meeting: Meeting) -> Meeting:
        added = replace(meeting, id=next(self.state.ids))
        self.state.meetings[added.id] = added
        return added

    async def put(self, meeting: Meeting) -> None:
        before = self.state.meetings.get(meeting.id)
        if before is None or before.revision != meeting.revision - 1:
            raise Conflict
        self.state.meetings[meeting.id] = meeting

    async def get(self, id: int) -> Meeting | None:
        return self.state.meetings.get(id)

    async def latest(self, turn_id: int) -> Meeting | None:
        found = [it for it in self.state.meetings.values() if it.turn_id == turn_id]
        return max(found, key=lambda it: it.id, default=None)

    async def between(self, person_id: int, since: datetime, until: datetime) -> Sequence[Meeting]:
        every = self.state.meetings.values()
        dated = [(it.starts_at, it.id, it) for it in every if it.starts_at and not it.off]
        mine = [it for it in dated if person_id in (it[2].mentor_id, it[2].mentee_id)]
        return [it for at, _, it in sorted(mine, key=lambda it: it[:2]) if since <= at < until]


@dataclass(frozen=True)
class MemoryMeetingAnswers:
    state: State

    async def put(self, answer: Answer) -> None:
        self.state.meeting_answers[answer.meeting_id, answer.person_id] = answer

    async def of(self, meeting_id: int, person_id: int) -> Answer | None:
        return self.state.meeting_answers.get((meeting_id, person_id))

    async def said_fit(self, turn_id: int, person_id: int) -> bool:
        return any(
            answer.fit is not None
            and answer.person_id == person_id
            and self.state.meetings[answer.meeting_id].turn_id == turn_id
            for answer in self.state.meeting_answers.values()
        )

    async def fits(self, organisation_id: int) -> Sequence[str]:
        said = [
            (it.at, it.person_id, it.fit, self.state.meetings[it.meeting_id].turn_id)
            for it in self.state.meeting_answers.values()
        ]
        never = datetime.max.replace(tzinfo=UTC)
        said += [
            (it.answered_at or never, it.person_id, it.fit, it.turn_id)
            for it in self.state.check_ins.values()
        ]
        ordered = sorted(said, key=lambda each: each[:2])
        return [
            fit
            for _, person, fit, turn in ordered
            if fit is not None and self._here(turn, person) == organisation_id
        ]

    def _here(self, turn_id: int, person: int) -> int | None:
        turn = self.state.turns[turn_id]
        side = turn.side_of(person)
        return turn.party(side).organisation_id if side else None
