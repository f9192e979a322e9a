"""Meetings of pairs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, insert, or_, select, update

from data.session import Session
from data.tables.meeting import mentoring_meetings as meetings
from learning.ask import Conflict
from learning.mentoring.meeting.model import Meeting
from learning.mentoring.model import Side

_SLOTS = TypeAdapter(tuple[datetime, ...])

_this = meetings.c.id == bindparam("this_id")
_ADD = insert(meetings).returning(meetings)
_PUT = update(meetings).where(_this, meetings.c.revision == bindparam("before"))
_GET = select(meetings).where(_this)
_LATEST = (
    select(meetings)
    .where(meetings.c.turn_id == bindparam("of_turn"))
    .order_by(meetings.c.id.desc())
    .limit(1)
)
_BETWEEN = (
    select(meetings)
    .where(
        or_(
            meetings.c.mentor_id == bindparam("one"),
            meetings.c.mentee_id == bindparam("one"),
        )
    )
    .where(meetings.c.starts_at >= bindparam("since"), meetings.c.starts_at < bindparam("until"))
    .where(meetings.c.off.is_(False))
    .order_by(meetings.c.starts_at, meetings.c.id)
)


@dataclass(frozen=True, slots=True)
class SqlMeetings:
    session: Session

    async def add(self, meeting: Meeting) -> Meeting:
        fixed = {"turn_id": meeting.turn_id, "minutes": meeting.minutes}
        return _read(await self.session.one(_ADD, {**fixed, **_changing(meeting)}))

    async def put(self, meeting: Meeting) -> None:
        guard = {"this_id": meeting.id, "before": meeting.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(meeting)}):
            raise Conflict

    async def get(self, id: int) -> Meeting | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def latest(self, turn_id: int) -> Meeting | None:
        row = await self.session.row(_LATEST, {"of_turn": turn_id})
        return _read(row) if row else None

    async def between(self, person_id: int, since: datetime, until: datetime) -> Sequence[Meeting]:
        wanted = {"one": person_id, "since": since, "until": until}
        return [_read(row) for row in await self.session.rows(_BETWEEN, wanted)]


def _changing(meeting: Meeting) -> dict[str, Any]:
    names = ("mentor_id", "mentee_id", "by", "sent", "starts_at", "off", "sequence", "revision")
    plain = {name: getattr(meeting, name) for name in names}
    return {**plain, "slots": _SLOTS.dump_python(meeting.slots, mode="json")}


def _read(row: Row[Any]) -> Meeting:
    return Meeting(
        id=row.id,
        turn_id=row.turn_id,
        mentor_id=row.mentor_id,
        mentee_id=row.mentee_id,
        minutes=row.minutes,
        by=Side(row.by) if row.by else None,
        slots=_SLOTS.validate_python(row.slots),
        sent=row.sent,
        starts_at=row.starts_at,
        off=row.off,
        sequence=row.sequence,
        revision=row.revision,
    )
