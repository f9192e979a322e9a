"""People, memberships, enrolments and codes in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from learning.account.model import Actor, Enrolment, EnrolmentCode, Membership, Person, Role
from learning.ask import Conflict
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryPeople:
    state: State

    async def actor(self, telegram_id: int) -> Actor:
        for person in self.state.persons.values():
            if person.telegram_id == telegram_id:
                return actor_of(self.state, person)
        return Actor(telegram_id=telegram_id)

    async def add(self, telegram_id: int, language: str, zone: str, now: datetime) -> Person:
        if any(person.telegram_id == telegram_id for person in self.state.persons.values()):
            raise Conflict
        person = Person(next(self.state.ids), telegram_id, language, zone)
        self.state.persons[person.id] = person
        return person

    async def put(self, person: Person) -> None:
        self.state.persons[person.id] = person


def actor_of(state: State, person: Person) -> Actor:
    members = [
        replace(member, organisation=state.organisations[member.organisation.id])
        for member in state.memberships.values()
        if member.person_id == person.id
    ]
    as_learner = [member for member in members if member.role is Role.LEARNER]
    latest = (as_learner or members)[-1:]
    return Actor(
        telegram_id=person.telegram_id,
        person=person,
        enrolment=state.enrolments.get(person.id),
        membership=latest[0] if latest else None,
        memberships=tuple(members),
    )


@dataclass(frozen=True)
class MemoryMemberships:
    state: State

    async def begin(
        self,
        person_id: int,
        organisation_id: int,
        department: str | None,
        role: Role,
        channel: str | None,
        since: datetime,
    ) -> None:
        id = next(self.state.ids)
        organisation = self.state.organisations[organisation_id]
        self.state.memberships[id] = Membership(
            id, person_id, organisation, department, role, channel
        )
        if department is not None:
            self.state.departments[organisation_id, department] = None

    async def end_all(self, person_id: int, until: datetime) -> None:
        for id, member in list(self.state.memberships.items()):
            if member.person_id == person_id:
                self.state.past_memberships[id] = self.state.memberships.pop(id)


@dataclass(frozen=True)
class MemoryEnrolments:
    state: State

    async def add(self, enrolment: Enrolment) -> None:
        if enrolment.person_id in self.state.enrolments:
            raise Conflict
        self.state.enrolments[enrolment.person_id] = enrolment

    async def put(self, enrolment: Enrolment) -> None:
        before = self.state.enrolments.get(enrolment.person_id)
        if before is None or before.revision != enrolment.revision - 1:
            raise Conflict
        self.state.enrolments[enrolment.person_id] = enrolment

    async def due(self, now: datetime, limit: int) -> Sequence[Actor]:
        due = sorted(
            (each.next_due_at, each.person_id)
            for each in self.state.enrolments.values()
            if each.next_due_at is not None and each.next_due_at <= now
        )
        persons = (self.state.persons[person_id] for _, person_id in due)
        reachable = [person for person in persons if person.reachable]
        return [actor_of(self.state, person) for person in reachable[:limit]]

    async def set_next_due(self, due: Sequence[tuple[int, datetime | None]]) -> None:
        for person_id, at in due:
            enrolment = self.state.enrolments[person_id]
            self.state.enrolments[person_id] = replace(enrolment, next_due_at=at)


@dataclass(frozen=True)
class MemoryCodes:
    state: State

    async def find(self, code: str) -> EnrolmentCode | None:
        found = self.state.codes.get(code)
        if found is None:
            return None
        return replace(found, organisation=self.state.organisations[found.organisation.id])

    async def use(self, code: str) -> bool:
        found = self.state.codes.get(code)
        if found is None or found.uses_left == 0:
            return False
        if found.uses_left is not None:
            self.state.codes[code] = replace(found, uses_left=found.uses_left - 1)
        return True
