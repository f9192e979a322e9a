"""Days of job shadowing, and how far each side has written about them; texts are kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.shadowing import mentoring_shadowing_days as days
from data.tables.shadowing import mentoring_shadowing_notes as notes
from learning.ask import Conflict
from learning.mentoring.model import Seen, Side
from learning.mentoring.shadowing.model import DayState, Plan, ShadowingDay, Slot
from learning.mentoring.shadowing.note import Note

_ADD_DAY = (
    insert_or(days)
    .on_conflict_do_nothing(index_elements=["turn_id", "number"])
    .returning(days.c.id)
)
_PUT_DAY = update(days).where(
    days.c.id == bindparam("this_id"), days.c.revision == bindparam("before")
)
_DAY = select(days).where(days.c.id == bindparam("this_id"))
_LATEST = (
    select(days)
    .where(days.c.turn_id == bindparam("of_turn"))
    .order_by(days.c.number.desc())
    .limit(1)
)
_ADD_NOTE = (
    insert_or(notes)
    .on_conflict_do_nothing(index_elements=["day_id", "person_id", "part"])
    .returning(notes)
)
_PUT_NOTE = update(notes).where(
    notes.c.id == bindparam("this_id"), notes.c.revision == bindparam("before")
)
_NOTE = select(notes).where(notes.c.id == bindparam("this_id"))
_OF_DAY = (
    select(notes)
    .where(notes.c.day_id == bindparam("of_day"), notes.c.person_id == bindparam("of_person"))
    .order_by(notes.c.id)
)


@dataclass(frozen=True, slots=True)
class SqlShadowingDays:
    session: Session

    async def add(self, day: ShadowingDay) -> ShadowingDay:
        names = ("turn_id", "number", "mentor_id", "mentee_id", "begun_at")
        fixed = {name: getattr(day, name) for name in names}
        row = await self.session.row(_ADD_DAY, {**fixed, **_changing_day(day)})
        found = await self.get(row.id) if row else None
        if found is None:
            raise Conflict
        return found

    async def put(self, day: ShadowingDay) -> None:
        guard = {"this_id": day.id, "before": day.revision - 1}
        if not await self.session.run(_PUT_DAY, {**guard, **_changing_day(day)}):
            raise Conflict

    async def get(self, id: int) -> ShadowingDay | None:
        row = await self.session.row(_DAY, {"this_id": id})
        return _read_day(row) if row else None

    async def latest(self, turn_id: int) -> ShadowingDay | None:
        row = await self.session.row(_LATEST, {"of_turn": turn_id})
        return _read_day(row) if row else None


@dataclass(frozen=True, slots=True)
class SqlShadowingNotes:
    session: Session

    async def add(self, note: Note) -> Note:
        names = ("day_id", "turn_id", "person_id", "part")
        fixed = {name: getattr(note, name) for name in names}
        row = await self.session.row(_ADD_NOTE, {**fixed, **_changing_note(note)})
        if row is None:
            raise Conflict
        return _read_note(row)

    async def put(self, note: Note) -> None:
        guard = {"this_id": note.id, "before": note.revision - 1}
        if not await self.session.run(_PUT_NOTE, {**guard, **_changing_note(note)}):
            raise Conflict

    async def get(self, id: int) -> Note | None:
        row = await self.session.row(_NOTE, {"this_id": id})
        return _read_note(row) if row else None

    async def of(self, day_id: int, person_id: int) -> Sequence[Note]:
        wish = {"of_day": day_id, "of_person": person_id}
        return [_read_note(row) for row in await self.session.rows(_OF_DAY, wish)]


def _changing_day(day: ShadowingDay) -> dict[str, Any]:
    plain = {name: getattr(day, name) for name in ("by", "state", "sequence", "told", "revision")}
    plans = {"draft": _written(day.draft), "agreed": _written(day.agreed)}
    return {**plain, **plans, "mentor_ticks": day.mentor_ticks, "mentee_ticks": day.mentee_ticks}


def _written(plan: Plan | None) -> dict[str, Any] | None:
    if plan is None:
        return None
    slots = [[slot.starts.isoformat(), slot.ends.isoformat()] for slot in plan.slots]
    on = plan.on.isoformat() if plan.on else None
    return {"host": plan.host, "zone": plan.zone, "on": on, "slots": slots}


def _plan(read: dict[str, Any] | None) -> Plan | None:
    if read is None:
        return None
    slots = (Slot(*map(time.fromisoformat, each)) for each in read["slots"])
    on = date.fromisoformat(read["on"]) if read["on"] else None
    return Plan(Side(read["host"]), read["zone"], on, tuple(slots))


def _read_day(row: Row[Any]) -> ShadowingDay:
    return ShadowingDay(
        id=row.id,
        turn_id=row.turn_id,
        number=row.number,
        mentor_id=row.mentor_id,
        mentee_id=row.mentee_id,
        begun_at=row.begun_at,
        by=Side(row.by),
        state=DayState(row.state),
        draft=_plan(row.draft),
        agreed=_plan(row.agreed),
        mentor_ticks=tuple(row.mentor_ticks),
        mentee_ticks=tuple(row.mentee_ticks),
        sequence=row.sequence,
        told=row.told,
        revision=row.revision,
    )


def _changing_note(note: Note) -> dict[str, Any]:
    names = ("answered", "seen", "tries", "by_when", "done_at", "revision")
    return {name: getattr(note, name) for name in names}


def _read_note(row: Row[Any]) -> Note:
    return Note(
        id=row.id,
        day_id=row.day_id,
        turn_id=row.turn_id,
        person_id=row.person_id,
        part=row.part,
        answered=row.answered,
        seen=Seen(row.seen) if row.seen else None,
        tries=row.tries,
        by_when=row.by_when,
        done_at=row.done_at,
        revision=row.revision,
    )
