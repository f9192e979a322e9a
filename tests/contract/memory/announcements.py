"""Announcements, audiences and their sendings in memory."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from learning.account.model import Membership, Organisation, Person, Role
from learning.announcements.counting import AudienceCount, Cells
from learning.announcements.model import (
    CHANGES,
    UNDER_WAY,
    Announcement,
    Audience,
    Dimension,
    SavedAudience,
    Standing,
    State,
    Version,
    event_of,
)
from learning.announcements.ports import Got, Tally
from learning.announcements.timing import Hours, SharedHour
from learning.ask import Conflict
from learning.events.model import Seat
from learning.mentoring.cycle import PAIRED
from learning.pushes.model import NewPush, PushKind, PushState, SkipReason
from learning.reports.model import Stage
from tests.contract.memory.state import PushRow
from tests.contract.memory.state import State as Memory

_MESSAGES = (PushKind.ANNOUNCEMENT, PushKind.ANNOUNCEMENT_URGENT)


@dataclass(frozen=True)
class MemoryAnnouncements:
    state: Memory

    async def add(self, announcement: Announcement) -> Announcement:
        added = replace(announcement, id=next(self.state.ids))
        self.state.announcements[added.id] = added
        return added

    async def put(self, announcement: Announcement) -> None:
        before = self.state.announcements.get(announcement.id)
        if before is None or before.revision != announcement.revision - 1:
            raise Conflict
        kept = replace(announcement, versions=before.versions)
        self.state.announcements[announcement.id] = kept

    async def get(self, id: int) -> Announcement | None:
        return self.state.announcements.get(id)

    async def write(self, id: int, language: str, version: Version | None) -> None:
        before = self.state.announcements[id]
        versions = {key: each for key, each in before.versions.items() if key != language}
        if version is not None:
            versions[language] = version
        self.state.announcements[id] = replace(before, versions=versions)

    async def drop(self, id: int) -> None:
        self.state.announcements.pop(id, None)

    async def page(
        self, organisation_id: int, person_id: int, limit: int
    ) -> Sequence[Announcement]:
        here = [
            each
            for each in self.state.announcements.values()
            if each.organisation_id == organisation_id
            and (each.state is not State.DRAFT or each.made_by == person_id)
        ]
        return sorted(here, key=lambda each: -each.id)[:limit]

    async def at_work(self, now: datetime) -> Sequence[Announcement]:
        return [each for each in self.state.announcements.values() if _is_at_work(each, now)]

    async def vote(self, id: int, person_id: int, option: int) -> None:
        self.state.votes[person_id, id] = option

    async def second_look(self, organisation_id: int) -> bool:
        return organisation_id in self.state.second_looks

    async def want_second_look(self, organisation_id: int, wanted: bool) -> None:
        self.state.second_looks.pop(organisation_id, None)
        if wanted:
            self.state.second_looks[organisation_id] = None

    async def opted_out(self, person_id: int) -> bool:
        return person_id in self.state.opted_out

    async def opt_out(self, person_id: int, at: datetime) -> None:
        self.state.opted_out.setdefault(person_id, at)

    async def opt_in(self, person_id: int) -> None:
        self.state.opted_out.pop(person_id, None)


def _is_at_work(each: Announcement, now: datetime) -> bool:
    if each.state is State.PLANNED:
        return each.begins_at is not None and each.begins_at <= now
    return each.state in UNDER_WAY or (each.state is State.CANCELLED and not each.finished_at)


@dataclass(frozen=True)
class MemoryAudiences:
    state: Memory

    async def organisation(self, id: int) -> Organisation:
        return self.state.organisations[id]

    async def count(self, organisation_id: int, audience: Audience, half: int) -> AudienceCount:
        people = self._in(organisation_id, audience, half)
        out = [p for p in people if p.reachable and p.id in self.state.opted_out]
        return AudienceCount(len(people), sum(not p.reachable for p in people), len(out))

    async def holds(self, organisation_id: int, audience: Audience, person_id: int) -> bool:
        return any(each.id == person_id for each in self._in(organisation_id, audience, 0))

    async def cells(
        self, organisation_id: int, named: Mapping[Dimension, Sequence[str]], half: int
    ) -> Cells:
        cells: Counter[tuple[str | None, ...]] = Counter()
        for person in self._in(organisation_id, Audience(), half):
            row = [
                next(
                    (v for v in named[d] if self._fits(person, organisation_id, d, (v,), half)),
                    None,
                )
                for d in Dimension
                if named.get(d)
            ]
            cells[str(int(self._stage(person, half))), *row] += 1
        return cells

    async def shared_hours(
        self,
        organisation_id: int,
        audience: Audience,
        half: int,
        after: int = 0,
        upto: int | None = None,
    ) -> Sequence[SharedHour]:
        found: Counter[SharedHour] = Counter()
        for person in self._in(organisation_id, audience, half):
            inside = after < person.id and (upto is None or person.id <= upto)
            if inside and person.reachable and person.id not in self.state.opted_out:
                own = self.state.enrolments[person.id]
                found[SharedHour(person.zone, own.lesson_time, own.pauses, 0)] += 1
        return [replace(shared, people=people) for shared, people in found.items()]

    async def last_of_next(self, announcement: Announcement, half: int, limit: int) -> int | None:
        people = self._in(announcement.organisation_id, announcement.audience, half)
        ids = sorted(p.id for p in people if p.id > announcement.reached)[:limit]
        return ids[-1] if ids else None

    async def spread(
        self, announcement: Announcement, upto: int, hours: Hours, half: int, begun: datetime
    ) -> None:
        for person in self._in(announcement.organisation_id, announcement.audience, half):
            if announcement.reached < person.id <= upto:
                own = self.state.enrolments[person.id]
                due = hours.get((person.zone, own.lesson_time), begun)
                self._add(announcement, person, due, begun)

    def _add(self, of: Announcement, person: Person, due: datetime, begun: datetime) -> None:
        new = NewPush(person.id, of.kind, of.occasion, due)
        known = {(r.new.person_id, r.new.kind, r.new.occasion) for r in self.state.pushes.values()}
        if (new.person_id, new.kind, new.occasion) in known:
            return
        reason = None
        if not person.reachable:
            reason = SkipReason.UNREACHABLE
        elif of.form not in CHANGES and person.id in self.state.opted_out:
            reason = SkipReason.OPTED_OUT
        row = PushRow(new)
        if reason is not None:
            row = replace(row, state=PushState.SKIPPED, reason=reason, settled_at=begun)
        self.state.pushes[next(self.state.ids)] = row

    async def saved(self, organisation_id: int) -> Sequence[SavedAudience]:
        all_saved = self.state.saved_audiences.values()
        here = [each for each in all_saved if each.organisation_id == organisation_id]
        return sorted(here, key=lambda each: each.name)

    async def save(self, organisation_id: int, name: str, audience: Audience) -> None:
        before = next((s for s in await self.saved(organisation_id) if s.name == name), None)
        id = before.id if before else next(self.state.ids)
        self.state.saved_audiences[id] = SavedAudience(id, organisation_id, name, audience)

    async def forget(self, organisation_id: int, id: int) -> None:
        saved = self.state.saved_audiences.get(id)
        if saved is not None and saved.organisation_id == organisation_id:
            del self.state.saved_audiences[id]

    def _in(self, organisation_id: int, audience: Audience, half: int) -> list[Person]:
        return [
            person
            for person in self.state.persons.values()
            if person.id in self.state.enrolments
            and self._roles(person, organisation_id)
            and all(
                self._fits(person, organisation_id, d, values, half)
                for d, values in audience.wanted.items()
            )
            and not any(
                self._fits(person, organisation_id, d, values, half)
                for d, values in audience.unwanted.items()
            )
            and (audience.got is None or self._got(person, str(audience.got)))
        ]

    def _fits(
        self, person: Person, here: int, dimension: Dimension, values: Sequence[str], half: int
    ) -> bool:
        match dimension:
            case Dimension.ROLE:
                return bool(self._roles(person, here) & set(values))
            case Dimension.DEPARTMENT:
                ids = self.state.department_ids
                return any(
                    m.department is not None and str(ids.get((here, m.department))) in values
                    for m in self._memberships(person, here)
                )
            case Dimension.SECTOR:
                return (self.state.enrolments[person.id].sector or "") in values
            case Dimension.LANGUAGE:
                return person.language in values
            case Dimension.PROGRESS:
                learns = Role.LEARNER in self._roles(person, here)
                return learns and str(int(self._stage(person, half))) in values
            case Dimension.EVENT:
                return any(self._stands(person, here, *event_of(value)) for value in values)
            case Dimension.MENTORING:
                return self._furthest_step(person, here) in values

    def _furthest_step(self, person: Person, here: int) -> str | None:
        mine = (
            PAIRED.index(turn.step)
            for turn in self.state.turns.values()
            for party in (turn.mentor, turn.mentee)
            if turn.running and (party.person_id, party.organisation_id) == (person.id, here)
        )
        furthest = max(mine, default=None)
        return None if furthest is None else PAIRED[furthest].value

    def _stands(self, person: Person, here: int, how: Standing, event: int) -> bool:
        known, mine = self.state.events.get(event), self.state.registrations.get((person.id, event))
        if known is None or known.organisation_id != here or mine is None:
            return False
        attended = how is Standing.REGISTERED or mine.attended_at is not None
        return mine.seat is Seat.REGISTERED and attended

    def _stage(self, person: Person, half: int) -> Stage:
        enrolment = self.state.enrolments[person.id]
        if enrolment.finished_at is not None:
            return Stage.FINISHED
        if enrolment.begun_at is None:
            return Stage.NOT_BEGUN
        done = sum(key[0] == person.id for key in self.state.completions)
        return Stage.HALF if done >= half else Stage.BEGUN

    def _memberships(self, person: Person, here: int) -> list[Membership]:
        members = self.state.memberships.values()
        return [m for m in members if m.person_id == person.id and m.organisation.id == here]

    def _roles(self, person: Person, here: int) -> set[Role]:
        return {m.role for m in self._memberships(person, here)}

    def _got(self, person: Person, occasion: str) -> bool:
        return any(
            row.new.person_id == person.id
            and row.new.kind in _MESSAGES
            and row.new.occasion == occasion
            and row.state is PushState.SENT
            for row in self.state.pushes.values()
        )


@dataclass(frozen=True)
class MemorySendings:
    state: Memory

    async def tally(self, kind: PushKind, occasion: str) -> Tally:
        return Counter((row.state, row.reason) for row in self._rows((kind,), occasion).values())

    async def any_due(self, kind: PushKind, occasion: str) -> bool:
        return any(row.state is PushState.DUE for row in self._rows((kind,), occasion).values())

    async def hold(self, kind: PushKind, occasion: str) -> None:
        self.state.holds[kind, occasion] = None

    async def release(self, kind: PushKind, occasion: str) -> None:
        self.state.holds.pop((kind, occasion), None)
        for id, row in self._rows((kind,), occasion).items():
            if row.state is PushState.DUE and not row.sending:
                self.state.pushes[id] = replace(row, worker=None, lease_until=0.0)

    async def skip(
        self, kind: PushKind, occasion: str, reason: SkipReason, now: datetime, limit: int
    ) -> int:
        rows = self._rows((kind,), occasion).items()
        due = [id for id, row in rows if row.state is PushState.DUE and not row.sending][:limit]
        for id in due:
            settled = replace(self.state.pushes[id], state=PushState.SKIPPED, reason=reason)
            self.state.pushes[id] = replace(settled, settled_at=now, worker=None, lease_until=0.0)
        return len(due)

    async def repeat(self, kind: PushKind, occasion: str) -> None:
        for id, row in self._rows((kind,), occasion).items():
            if row.state is PushState.UNCERTAIN:
                again = replace(row, state=PushState.DUE, worker=None, lease_until=0.0)
                self.state.pushes[id] = again

    async def got(self, person_id: int, occasion: str) -> Got | None:
        for row in self._rows(_MESSAGES, occasion).values():
            if row.new.person_id == person_id and row.state is PushState.SENT and row.settled_at:
                return Got(row.message_id, row.settled_at)
        return None

    async def got_since(self, occasion: str, instant: datetime) -> tuple[int, int]:
        rows = self._rows(_MESSAGES, occasion).values()
        at = [row.settled_at for row in rows if row.state is PushState.SENT and row.settled_at]
        young = sum(each > instant for each in at)
        return young, len(at) - young

    def _rows(self, kinds: Sequence[PushKind], occasion: str) -> dict[int, PushRow]:
        return {
            id: row
            for id, row in self.state.pushes.items()
            if row.new.kind in kinds and row.new.occasion == occasion
        }
