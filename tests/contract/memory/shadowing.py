"""Days of job shadowing in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learning.ask import Conflict
from learning.mentoring.shadowing.model import ShadowingDay
from learning.mentoring.shadowing.note import Note
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryShadowingDays:
    state: State

    async def add(self, day: ShadowingDay) -> ShadowingDay:
        every = self.state.shadowing_days.values()
        if any((it.turn_id, it.number) == (day.turn_id, day.number) for it in every):
            raise Conflict
        added = replace(day, id=next(self.state.ids))
        self.state.shadowing_days[added.id] = added
        return added

    async def put(self, day: ShadowingDay) -> None:
        before = self.state.shadowing_days.get(day.id)
        if before is None or before.revision != day.revision - 1:
            raise Conflict
        self.state.shadowing_days[day.id] = day

    async def get(self, id: int) -> ShadowingDay | None:
        return self.state.shadowing_days.get(id)

    async def latest(self, turn_id: int) -> ShadowingDay | None:
        every = [it for it in self.state.shadowing_days.values() if it.turn_id == turn_id]
        return max(every, key=lambda it: it.number, default=None)


@dataclass(frozen=True)
class MemoryShadowingNotes:
    state: State

    async def add(self, note: Note) -> Note:
        written = await self.of(note.day_id, note.person_id)
        if any(it.part == note.part for it in written):
            raise Conflict
        added = replace(note, id=next(self.state.ids))
        self.state.shadowing_notes[added.id] = added
        return added

    async def put(self, note: Note) -> None:
        before = self.state.shadowing_notes.get(note.id)
        if before is None or before.revision != note.revision - 1:
            raise Conflict
        self.state.shadowing_notes[note.id] = note

    async def get(self, id: int) -> Note | None:
        return self.state.shadowing_notes.get(id)

    async def of(self, day_id: int, person_id: int) -> Sequence[Note]:
        every = self.state.shadowing_notes.values()
        mine = [it for it in every if (it.day_id, it.person_id) == (day_id, person_id)]
        return sorted(mine, key=lambda it: it.id)
