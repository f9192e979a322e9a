"""What has had its time is removed; the tables say how long that is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, update

from data.session import Engine
from data.tables.audit import audit_log
from data.tables.lessons import sittings
from data.tables.organisations import sheets
from data.tables.people import memberships, phone_moves
from data.tables.pushes import pushes
from data.tables.scenarios import scenario_runs

THIRTEEN_MONTHS = timedelta(days=396)
_ENDS: tuple[tuple[Table, ColumnElement[datetime]], ...] = (
    (sittings, sittings.c.finished_at),
    (scenario_runs, scenario_runs.c.finished_at),
    (memberships, memberships.c.until),
    (pushes, pushes.c.settled_at),
    (audit_log, audit_log.c.at),
    (phone_moves, phone_moves.c.expires_at),
)
# The sheet stays, who made it does not.
_CUT_MAKERS = update(sheets).where(sheets.c.made_by.is_not(None)).values(made_by=None)


@dataclass(frozen=True, slots=True)
class SqlRetention:
    engine: Engine

    async def carry_out(self, now: datetime) -> int:
        """Removes what ended thirteen months before `now`; gives the number of rows."""
        async with self.engine.writing() as session:
            removed = await session.run(_CUT_MAKERS.where(sheets.c.made_at < now - THIRTEEN_MONTHS))
        for table, ended in _ENDS:
            async with self.engine.writing() as session:
                removed += await session.run(delete(table).where(ended < now - THIRTEEN_MONTHS))
        return removed
