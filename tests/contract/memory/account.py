"""People, memberships, enrolments and codes in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from learning.account.model import (
    PHONE_MOVE,
    Actor,
    Enrolment,
    EnrolmentCode,
    Membership,
    Person,
    PhoneMove,
    Role,
)
from learning.account.typed_codes import spellings
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

    async def by_id(self, person_id: int) -> Actor:
        person = self.state.persons.get(person_id)
        return actor_of(self.state, person) if person else Actor(telegram_id=0)

    async def forget_newcomer(self, person_id: int) -> None:
        del self.state.persons[person_id]
        del self.state.enrolments[person_id]
        self.state.focuses.pop(person_id, None)

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
        conversing=person.id in state.conversations,
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
        code_id: int | None = None,
    ) -> None:
        id = next(self.state.ids)
        organisation = self.state.organisations[organisation_id]
        self.state.memberships[id] = Membership(
            id, person_id, organisation, department, role, channel, code_id
        )
        if department is not None:
            self.state.departments[organisation_id, department] = None

    async def end(self, membership_id: int, until: datetime) -> None:
        ended = self.state.memberships.pop(membership_id)
        self.state.past_memberships[membership_id] = ended

    async def with_code(self, code_id: int) -> Sequence[int]:
        members = self.state.memberships.values()
        return sorted({member.person_id for member in members if member.code == code_id})

    async def holding(self, role: Role) -> Sequence[int]:
        members = self.state.memberships.values()
        return sorted({member.person_id for member in members if member.role is role})

    async def former(self, person_id: int, organisation_id: int) -> Membership | None:
        past = [
            member
            for member in self.state.past_memberships.values()
            if (member.person_id, member.organisation.id) == (person_id, organisation_id)
        ]
        return past[-1] if past else None

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
        found = as_typed(self.state, code)
        return opening(self.state, found) if found else None

    async def use(self, code: str) -> bool:
        found = self.state.codes.get(code)
        if found is None or found.uses_left == 0:
            return False
        left = None if found.uses_left is None else found.uses_left - 1
        self.state.codes[code] = replace(found, uses_left=left, used=found.used + 1)
        return True

    async def reach(self, code_id: int, person_id: int, at: datetime) -> None:
        if (person_id, code_id) not in self.state.reaches:
            self.state.reaches[person_id, code_id] = at
            code = next(code for code in self.state.codes.values() if code.id == code_id)
            self.state.codes[code.code] = replace(code, used=code.used + 1)


def as_typed(state: State, code: str) -> EnrolmentCode | None:
    return next((state.codes[each] for each in spellings(code) if each in state.codes), None)


def opening(state: State, code: EnrolmentCode) -> EnrolmentCode | None:
    """The code with its organisation of today; None while it stands on a draft."""
    if code.sheet is not None and state.sheets[code.sheet].made_at is None:
        return None
    return replace(code, organisation=state.organisations[code.organisation.id])


@dataclass(frozen=True)
class MemoryPhoneMoves:
    state: State

    async def begin(self, person_id: int, expires_at: datetime) -> None:
        code = f"{PHONE_MOVE}{next(self.state.ids):010}"
        self.state.phone_moves[person_id] = PhoneMove(person_id, code, expires_at)

    async def find(self, code: str) -> PhoneMove | None:
        moves = self.state.phone_moves.values()
        return next((move for move in moves if move.code == code), None)

    async def take(self, person_id: int, code: str, telegram_id: int) -> bool:
        move = self.state.phone_moves.get(person_id)
        if move is None or move.code != code:
            return False
        del self.state.phone_moves[person_id]
        person = self.state.persons[person_id]
        self.state.persons[person_id] = replace(person, telegram_id=telegram_id)
        return True
