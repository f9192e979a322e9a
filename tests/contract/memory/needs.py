"""Rounds, drafts and answers of the needs analysis in memory."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from learning.account.model import Actor, Membership, Role
from learning.ask import Conflict
from learning.needs.answers import Answers, Response, Responses, Wave
from learning.needs.model import Draft, Mode, Round, Sent, Turnout
from learning.needs.report.model import NeedsReport
from learning.pushes.model import NewPush, PushKind
from tests.contract.memory.outbox import MemoryPushes
from tests.contract.memory.state import State

T = TypeVar("T")


@dataclass(frozen=True)
class MemoryDrafts:
    state: State

    async def of(self, person_id: int) -> Draft | None:
        found = (each for each in self.state.drafts.values() if each.person_id == person_id)
        return next(found, None)

    async def get(self, id: int) -> Draft | None:
        return self.state.drafts.get(id)

    async def add(self, draft: Draft) -> Draft:
        former = await self.of(draft.person_id)
        if former is not None:
            await self.drop(former.id)
        added = replace(draft, id=next(self.state.ids))
        self.state.drafts[added.id] = added
        return added

    async def put(self, draft: Draft) -> None:
        before = self.state.drafts.get(draft.id)
        if before is None or before.revision != draft.revision - 1:
            raise Conflict
        self.state.drafts[draft.id] = draft

    async def drop(self, id: int) -> None:
        self.state.drafts.pop(id, None)


@dataclass(frozen=True)
class MemoryRounds:
    state: State

    async def add(self, round: Round) -> Round:
        added = replace(round, id=next(self.state.ids))
        self.state.rounds[added.id] = added
        return added

    async def put(self, round: Round) -> None:
        before = self.state.rounds.get(round.id)
        if before is None or before.revision != round.revision - 1:
            raise Conflict
        self.state.rounds[round.id] = round

    async def drop(self, id: int) -> None:
        if self.state.rounds[id].launched_at is None:
            del self.state.rounds[id]

    async def get(self, id: int) -> Round | None:
        return self.state.rounds.get(id)

    async def open_to(self, actor: Actor, now: datetime) -> Round | None:
        newest = reversed(self.state.rounds.values())
        return next((each for each in newest if each.is_open(now) and each.asks(actor)), None)

    async def of_organisation(self, organisation_id: int, limit: int) -> Sequence[Round]:
        newest = reversed(self.state.rounds.values())
        return [each for each in newest if each.organisation_id == organisation_id][:limit]

    async def over(self, now: datetime) -> Sequence[Round]:
        return [
            each
            for each in self.state.rounds.values()
            if each.launched_at and not each.closed_at and each.closes_at and each.closes_at <= now
        ]

    async def has_answered(self, round_id: int, person_id: int) -> bool:
        return (round_id, person_id) in self.state.answered

    async def mark_answered(self, round_id: int, person_id: int) -> None:
        if (round_id, person_id) in self.state.answered:
            raise Conflict
        self.state.answered[round_id, person_id] = None

    async def turnout(self, round: Round) -> Sequence[Turnout]:
        asked = {member.person_id: member.department for member in self._asked(round)}
        everybody = Counter(asked.values())
        done = Counter(
            department
            for person, department in asked.items()
            if (round.id, person) in self.state.answered
        )
        names = sorted(everybody, key=lambda name: name or "")
        return [Turnout(name, everybody[name], done[name]) for name in names]

    async def call(self, round: Round, kind: PushKind, occasion: str, due_at: datetime) -> int:
        silent = sorted(
            {
                member.person_id
                for member in self._asked(round)
                if (round.id, member.person_id) not in self.state.answered
                and self.state.persons[member.person_id].reachable
            }
        )
        pushes = [NewPush(person, kind, occasion, due_at) for person in silent]
        await MemoryPushes(self.state).add(pushes)
        return len(silent)

    def _asked(self, round: Round) -> Iterator[Membership]:
        names = {department.name for department in round.departments}
        for member in self.state.memberships.values():
            inside = member.organisation.id == round.organisation_id
            if inside and member.role is Role.LEARNER and (not names or member.department in names):
                yield member


@dataclass(frozen=True)
class MemorySentAnswers:
    state: State

    async def of(self, person_id: int) -> Sequence[Sent]:
        return [sent for (person, _), sent in self.state.sent.items() if person == person_id]

    async def put(self, sent: Sent) -> None:
        self.state.sent[sent.person_id, sent.wave] = sent

    async def unlink(self, round: Round, answers: Answers) -> None:
        self.state.unlinked[round.id] = (*self.state.unlinked.get(round.id, ()), answers)

    async def shuffle(self, round: Round) -> None:
        self.state.unlinked[round.id] = tuple(reversed(self.state.unlinked.get(round.id, ())))

    async def responses(self, round: Round) -> Responses:
        asked = sum(each.asked for each in await MemoryRounds(self.state).turnout(round))
        answered = sum(of_round == round.id for of_round, _ in self.state.answered)
        if round.mode is Mode.UNLINKED:
            unlinked = self.state.unlinked.get(round.id, ())
            people = tuple(Response(each, round.definition) for each in unlinked)
            return Responses(max(asked, answered), answered, people)
        mine = (it for it in self.state.sent.values() if it.round_id == round.id)
        people = tuple(self._response(it) for it in mine if it.wave is Wave.BEFORE)
        return Responses(max(asked, answered), answered, people)

    def _response(self, sent: Sent) -> Response:
        again = self.state.sent.get((sent.person_id, Wave.AFTER))
        same = again and (again.round_id, again.definition) == (sent.round_id, sent.definition)
        members = (m for m in self.state.memberships.values() if m.person_id == sent.person_id)
        return Response(
            sent.answers,
            sent.definition,
            self.state.persons[sent.person_id].language,
            next((member.department for member in members), None),
            self.state.enrolments[sent.person_id].sector,
            again.answers if again and same else {},
        )


@dataclass(frozen=True)
class MemoryNeedsReports:
    state: State

    async def add(self, round_id: int, report: NeedsReport) -> None:
        if round_id in self.state.needs_reports:
            raise AssertionError("a round is counted once")
        self.state.needs_reports[round_id] = report

    async def put(self, round_id: int, report: NeedsReport) -> None:
        self.state.needs_reports[round_id] = report

    async def of(self, round_id: int) -> NeedsReport | None:
        return self.state.needs_reports.get(round_id)


class FirstOnes:
    """Lots without chance."""

    async def draw(self, things: Sequence[T], number: int) -> list[T]:
        return list(things[:number])
