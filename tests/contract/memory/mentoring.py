"""Turns of the circle of mentoring in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from learning.account.model import Actor
from learning.ask import Conflict
from learning.mentoring.agreement import Agreement, AgreementState
from learning.mentoring.check_in import CheckIn
from learning.mentoring.model import TextHead, TextKind, Turn
from learning.mentoring.ports import DueTurn
from tests.contract.memory.account import MemoryPeople
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryTurns:
    state: State

    async def add(self, turn: Turn) -> Turn:
        added = replace(turn, id=next(self.state.ids))
        self.state.turns[added.id] = added
        return added

    async def put(self, turn: Turn) -> None:
        before = self.state.turns.get(turn.id)
        if before is None or before.revision != turn.revision - 1:
            raise Conflict
        self.state.turns[turn.id] = turn

    async def get(self, id: int) -> Turn | None:
        return self.state.turns.get(id)

    async def of_person(self, person_id: int) -> Sequence[Turn]:
        found = [turn for turn in self._latest_first() if turn.side_of(person_id)]
        return sorted(found, key=lambda turn: not turn.running)[:50]

    async def between(self, one: int, other: int) -> Sequence[Turn]:
        return [turn for turn in self._latest_first() if turn.partner_of(one) == other]

    async def due(self, now: datetime, limit: int) -> Sequence[DueTurn]:
        due = [(turn.look_at, turn) for turn in self.state.turns.values() if turn.look_at]
        ready = [(at, turn.mentor.person_id or 0, turn) for at, turn in due if at <= now]
        first = sorted(ready, key=lambda each: (each[0], each[1], each[2].id))[:limit]
        return [
            DueTurn(
                turn,
                await self._person(turn.mentor.person_id),
                await self._person(turn.mentee.person_id),
            )
            for _, _, turn in first
        ]

    async def look_again(self, due: Sequence[tuple[int, datetime]]) -> None:
        for id, instant in due:
            self.state.turns[id] = replace(self.state.turns[id], look_at=instant)

    def _latest_first(self) -> list[Turn]:
        turns = self.state.turns.values()
        return sorted(turns, key=lambda turn: (turn.begun_at, turn.id), reverse=True)

    async def _person(self, id: int | None) -> Actor:
        return await MemoryPeople(self.state).by_id(id or 0)


@dataclass(frozen=True)
class MemoryTurnTexts:
    state: State

    async def write(self, head: TextHead, text: str) -> None:
        key = (head.author_id, head.turn_id, head.kind, head.about)
        self.state.turn_texts[key] = (head, text)

    async def heads(self, turn_id: int) -> Sequence[TextHead]:
        return [head for head, _ in await self.read(turn_id)]

    async def read(self, turn_id: int) -> Sequence[tuple[TextHead, str]]:
        return [it for it in self.state.turn_texts.values() if it[0].turn_id == turn_id]

    async def drop(self, turn_id: int, author_id: int, kind: TextKind, about: str) -> None:
        self.state.turn_texts.pop((author_id, turn_id, kind, about), None)

    async def destroy(self, turn_id: int, author_id: int | None = None) -> None:
        self.state.turn_texts = {
            key: written
            for key, written in self.state.turn_texts.items()
            if key[1] != turn_id or author_id not in (None, key[0])
        }


@dataclass(frozen=True)
class MemoryAgreements:
    state: State

    async def add(self, agreement: Agreement) -> Agreement:
        added = replace(agreement, id=next(self.state.ids))
        self.state.agreements[added.id] = added
        return added

    async def put(self, agreement: Agreement) -> None:
        before = self.state.agreements.get(agreement.id)
        if before is None or before.revision != agreement.revision - 1:
            raise Conflict
        self.state.agreements[agreement.id] = agreement

    async def get(self, id: int) -> Agreement | None:
        return self.state.agreements.get(id)

    async def open_of(self, turn_id: int) -> Agreement | None:
        found = (it for it in self.state.agreements.values() if it.turn_id == turn_id)
        return next((agreement for agreement in found if agreement.is_open), None)

    async def in_force(self, turn_id: int) -> Agreement | None:
        found = (it for it in self.state.agreements.values() if it.turn_id == turn_id)
        return next((it for it in found if it.state is AgreementState.AGREED), None)


@dataclass(frozen=True)
class MemoryCheckIns:
    state: State

    async def add(self, check_in: CheckIn) -> CheckIn:
        if await self.find(check_in.turn_id, check_in.person_id, check_in.due_on):
            raise Conflict
        added = replace(check_in, id=next(self.state.ids))
        self.state.check_ins[added.id] = added
        return added

    async def put(self, check_in: CheckIn) -> None:
        before = self.state.check_ins.get(check_in.id)
        if before is None or before.revision != check_in.revision - 1:
            raise Conflict
        self.state.check_ins[check_in.id] = check_in

    async def get(self, id: int) -> CheckIn | None:
        return self.state.check_ins.get(id)

    async def find(self, turn_id: int, person_id: int, due_on: date) -> CheckIn | None:
        every = await self.history(turn_id, person_id)
        return next((check_in for check_in in every if check_in.due_on == due_on), None)

    async def history(self, turn_id: int, person_id: int) -> Sequence[CheckIn]:
        rows = self.state.check_ins.values()
        mine = [it for it in rows if (it.turn_id, it.person_id) == (turn_id, person_id)]
        return sorted(mine, key=lambda check_in: check_in.due_on)
