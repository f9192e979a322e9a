"""What mentors offer and mentees wish, and who of them counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, exists, func, insert, or_, select, update

from data.session import Session
from data.tables.matching import matching_entries, matching_proposals
from data.tables.mentoring import mentoring_turns
from data.tables.organisations import departments, organisations
from data.tables.people import memberships, persons
from learning.ask import Conflict
from learning.mentoring.matching.fitting import Candidate
from learning.mentoring.matching.model import Entry
from learning.mentoring.matching.states import ProposalState
from learning.mentoring.model import Side

OPEN = (ProposalState.MADE, ProposalState.SENT)
_LISTS = ("languages", "sectors", "competences")
_VALUES = ("capacity", "elsewhere", "again", "entered_at", "revision")

_entries = matching_entries.c
_this = _entries.id == bindparam("this_id")
_ADD = insert(matching_entries).returning(_entries.id)
_PUT = update(matching_entries).where(_this, _entries.revision == bindparam("before"))
_GET = select(matching_entries).where(_this)
_DROP = delete(matching_entries).where(_this)
_OF = (
    select(matching_entries)
    .where(_entries.person_id == bindparam("of_person"))
    .order_by(_entries.id)
)


def _proposed(column: Any) -> Select[Any]:
    found = select(func.count()).select_from(matching_proposals)
    return found.where(column == _entries.person_id, matching_proposals.c.state.in_(OPEN))


def _running(column: Any) -> Select[Any]:
    found = select(func.count()).select_from(mentoring_turns)
    return found.where(column == _entries.person_id, mentoring_turns.c.ended_at.is_(None))


_belongs = (
    (memberships.c.person_id == _entries.person_id)
    & (memberships.c.organisation_id == _entries.organisation_id)
    & memberships.c.until.is_(None)
)
_DEPARTMENT = (
    select(departments.c.name)
    .join(memberships, memberships.c.department_id == departments.c.id)
    .where(_belongs)
    .order_by(memberships.c.id.desc())
    .limit(1)
)
_CANDIDATES = (
    select(
        matching_entries,
        persons.c.language,
        organisations.c.name.label("organisation"),
        _DEPARTMENT.correlate(matching_entries).scalar_subquery().label("department"),
        _running(mentoring_turns.c.mentor_id).scalar_subquery().label("mentoring"),
        _proposed(matching_proposals.c.mentor_id).scalar_subquery().label("proposed"),
    )
    .join(persons, persons.c.id == _entries.person_id)
    .join(organisations, organisations.c.id == _entries.organisation_id)
    .where(_entries.entered_at.is_not(None), persons.c.reachable)
    .where(exists().where(_belongs))
    .order_by(_entries.entered_at, _entries.id)
)
_here = _entries.organisation_id == bindparam("here")
_MENTORS = _CANDIDATES.where(_entries.side == Side.MENTOR, or_(_here, _entries.elsewhere))
_MENTEES = _CANDIDATES.where(
    _entries.side == Side.MENTEE,
    _here,
    _running(mentoring_turns.c.mentee_id).scalar_subquery() == 0,
    _proposed(matching_proposals.c.mentee_id).scalar_subquery() == 0,
)
_CANDIDATE = _CANDIDATES.where(_this)


@dataclass(frozen=True, slots=True)
class SqlMatchingEntries:
    session: Session

    async def of(self, person_id: int) -> Sequence[Entry]:
        rows = await self.session.rows(_OF, {"of_person": person_id})
        return [_read(row) for row in rows]

    async def get(self, id: int) -> Entry | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def add(self, entry: Entry) -> Entry:
        fixed = {
            "person_id": entry.person_id,
            "organisation_id": entry.organisation_id,
            "side": entry.side,
        }
        row = await self.session.one(_ADD, {**fixed, **_changing(entry)})
        found = await self.get(row.id)
        if found is None:
            raise AssertionError("it was added")
        return found

    async def put(self, entry: Entry) -> None:
        guard = {"this_id": entry.id, "before": entry.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(entry)}):
            raise Conflict

    async def drop(self, id: int) -> None:
        await self.session.run(_DROP, {"this_id": id})

    async def candidates(self, organisation_id: int, side: Side) -> Sequence[Candidate]:
        look = _MENTORS if side is Side.MENTOR else _MENTEES
        rows = await self.session.rows(look, {"here": organisation_id})
        found = [_candidate(row) for row in rows]
        return [each for each in found if each.entry.is_whole]

    async def candidate(self, id: int) -> Candidate | None:
        row = await self.session.row(_CANDIDATE, {"this_id": id})
        return _candidate(row) if row else None


def _changing(entry: Entry) -> dict[str, Any]:
    lists = {name: list(getattr(entry, name)) for name in _LISTS}
    return {**lists, **{name: getattr(entry, name) for name in _VALUES}}


def _read(row: Row[Any]) -> Entry:
    return Entry(
        id=row.id,
        side=Side(row.side),
        person_id=row.person_id,
        organisation_id=row.organisation_id,
        capacity=row.capacity,
        languages=tuple(row.languages),
        sectors=tuple(row.sectors),
        competences=tuple(row.competences),
        elsewhere=row.elsewhere,
        again=row.again,
        entered_at=row.entered_at,
        revision=row.revision,
    )


def _candidate(row: Row[Any]) -> Candidate:
    taken = row.mentoring + row.proposed if row.side == Side.MENTOR else 0
    return Candidate(
        entry=_read(row),
        language=row.language,
        department=row.department,
        places=max(row.capacity - taken, 0),
        organisation=row.organisation,
    )
