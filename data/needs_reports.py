"""The frozen reports of closed rounds, as JSON."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from data.session import Session
from data.tables.needs import needs_reports, needs_rounds
from data.tables.organisations import organisations
from learning.needs.model import Mode
from learning.needs.report.model import Groups, NeedsLook, NeedsReport, Table

_ADD = insert(needs_reports)
_PUT = update(needs_reports).where(needs_reports.c.round_id == bindparam("of_round"))
_OF = select(needs_reports.c.body).where(needs_reports.c.round_id == bindparam("of_round"))
_LOOK = (
    select(
        needs_reports.c.body,
        needs_rounds.c.closed_at,
        needs_rounds.c.definition,
        needs_rounds.c.mode,
        organisations.c.name,
        organisations.c.zone,
    )
    .select_from(
        needs_reports.join(needs_rounds, needs_rounds.c.id == needs_reports.c.round_id).join(
            organisations, organisations.c.id == needs_rounds.c.organisation_id
        )
    )
    .where(needs_reports.c.round_id == bindparam("of_round"))
)


@dataclass(frozen=True, slots=True)
class SqlNeedsReports:
    session: Session

    async def add(self, round_id: int, report: NeedsReport) -> None:
        await self.session.run(_ADD, {"round_id": round_id, "body": _body(report)})

    async def put(self, round_id: int, report: NeedsReport) -> None:
        await self.session.run(_PUT, {"of_round": round_id, "body": _body(report)})

    async def of(self, round_id: int) -> NeedsReport | None:
        row = await self.session.row(_OF, {"of_round": round_id})
        return _report(row.body) if row else None


async def needs_look(session: Session, round_id: int) -> NeedsLook | None:
    row = await session.row(_LOOK, {"of_round": round_id})
    if row is None:
        return None
    return NeedsLook(
        round=round_id,
        organisation=row.name,
        zone=row.zone,
        closed_at=row.closed_at,
        definition=row.definition,
        mode=Mode(row.mode),
        report=_report(row.body),
    )


def _body(report: NeedsReport) -> str:
    return json.dumps(asdict(report), ensure_ascii=False, separators=(",", ":"))


def _report(body: str) -> NeedsReport:
    plain = json.loads(body)
    waves = {wave: tuple(map(_table, plain[wave])) for wave in ("before", "after")}
    return NeedsReport(plain["invited"], plain["answered"], plain["attribute"], **waves)


def _table(plain: dict[str, Any]) -> Table:
    return Table(
        of=plain["of"],
        columns=_groups(plain["columns"]),
        counts=tuple(map(tuple, plain["counts"])),
        fewest=plain["fewest"],
        by=plain["by"],
        rows=_groups(plain["rows"]),
    )


def _groups(plain: list[list[str]]) -> Groups:
    return tuple(map(tuple, plain))
