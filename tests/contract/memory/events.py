"""Events and registrations in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from learning.ask import Conflict
from learning.events.model import Event, EventState, Registration, Seat, Turnout
from learning.pushes.model import NewPush, PushKind
from tests.contract.memory.outbox import MemoryPushes
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryEvents:
    state: State

    async def add(self, event: Event) -> Event:
        id = next(self.state.ids)
        added = replace(event, id=id, code=f"CODE{id}")
        self.state.events[id] = added
        return added

    async def put(self, event: Event) -> None:
        before = self.state.events.get(event.id)
        if before is None or before.revision != event.revision - 1:
            raise Conflict
        self.state.events[event.id] = event

    async def get(self, id: int) -> Event | None:
        return self.state.events.get(id)

    async def by_code(self, code: str) -> Event | None:
        return next((each for each in self.state.events.values() if each.code == code), None)

    async def drop(self, id: int) -> None:
        self.state.events.pop(id, None)

    async def registration(self, event_id: int, person_id: int) -> Registration | None:
        return self.state.registrations.get((person_id, event_id))

    async def register(self, registration: Registration) -> None:
        key = (registration.person_id, registration.event_id)
        self.state.registrations[key] = registration

    async def first_waiting(self, event_id: int) -> Registration | None:
        waiting = [each for each in self._of(event_id) if each.seat is Seat.WAITING]
        return min(waiting, key=lambda each: (each.at, each.person_id), default=None)

    async def turnout(self, event_id: int) -> Turnout:
        here = self._of(event_id)
        registered = [each for each in here if each.seat is Seat.REGISTERED]
        return Turnout(
            len(registered),
            sum(each.seat is Seat.WAITING for each in here),
            sum(each.late for each in registered),
            sum(each.attended_at is not None for each in here),
            {key[1:]: n for key, n in self.state.event_answers.items() if key[0] == event_id},
        )

    async def count_answer(self, event_id: int, question: int, answer: int) -> None:
        key = (event_id, question, answer)
        self.state.event_answers[key] = self.state.event_answers.get(key, 0) + 1

    async def tell_registered(
        self, event: Event, kind: PushKind, occasion: str, due_at: datetime, *, missed: bool = False
    ) -> None:
        people = [
            each.person_id
            for each in self._of(event.id)
            if each.seat is Seat.REGISTERED and not (missed and each.attended_at)
        ]
        told = [NewPush(person, kind, occasion, due_at) for person in sorted(people)]
        await MemoryPushes(self.state).add(told)

    async def of_person(
        self, person_id: int, organisation_id: int, since: datetime
    ) -> Sequence[Event]:
        known = {event for person, event in self.state.registrations if person == person_id}
        coming = await self.of_organisations([organisation_id], since, len(self.state.events))
        return sorted((each for each in coming if each.id in known), key=lambda each: each.id)

    async def of_organisations(
        self, ids: Sequence[int], since: datetime, limit: int
    ) -> Sequence[Event]:
        found = [
            each
            for each in self.state.events.values()
            if each.organisation_id in ids and each.state is EventState.OPEN and each.begins > since
        ]
        return sorted(found, key=lambda each: (each.begins, each.id))[:limit]

    async def latest(self, organisation_id: int, limit: int) -> Sequence[Event]:
        found = [
            each
            for each in self.state.events.values()
            if each.organisation_id == organisation_id and each.state is EventState.OPEN
        ]
        return sorted(found, key=lambda each: (each.begins, -each.id), reverse=True)[:limit]

    def _of(self, event_id: int) -> list[Registration]:
        return [each for each in self.state.registrations.values() if each.event_id == event_id]
