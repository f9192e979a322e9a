"""When something is due next, for whoever waits for it: a few short looks."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from data.session import Engine
from data.tables.announcements import announcements
from data.tables.matching import matching_proposals
from data.tables.people import awaits_the_clock, enrolments
from data.tables.pushes import is_due, is_held, pushes

_NEXT_LEARNER = select(func.min(enrolments.c.next_due_at).label("at")).where(awaits_the_clock)
_NEXT_PUSH = select(func.min(pushes.c.due_at).label("at")).where(is_due, ~is_held)
_NEXT_ANNOUNCEMENT = select(func.min(announcements.c.begins_at).label("at")).where(
    announcements.c.state == "planned"
)

_NEXT_DEADLINE = select(func.min(matching_proposals.c.deadline).label("at")).where(
    matching_proposals.c.state == "sent"
)
_LOOKS = (_NEXT_LEARNER, _NEXT_PUSH, _NEXT_ANNOUNCEMENT, _NEXT_DEADLINE)


@dataclass(frozen=True, slots=True)
class SqlAgenda:
    engine: Engine

    async def next_instant(self) -> datetime | None:
        """Programme time; None when nobody waits for the clock."""
        async with self.engine.reading() as session:
            rows = [await session.row(look) for look in _LOOKS]
        return min((row.at for row in rows if row and row.at is not None), default=None)
