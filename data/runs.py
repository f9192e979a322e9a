"""Runs: where each person stands in a scenario."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from data.session import Session
from data.tables.scenarios import scenario_runs
from learning.ask import Conflict
from learning.course.scenario import Scenario
from learning.scenarios.model import Run, Stage

_GET = select(scenario_runs).where(scenario_runs.c.id == bindparam("id"))
_OPEN = (
    select(scenario_runs)
    .where(scenario_runs.c.person_id == bindparam("person_id"))
    .where(scenario_runs.c.scenario_id == bindparam("scenario_id"))
    .where(scenario_runs.c.finished_at.is_(None))
    .order_by(scenario_runs.c.id.desc())
    .limit(1)
)
_ADD = insert(scenario_runs).returning(scenario_runs)
_PUT = (
    update(scenario_runs)
    .where(scenario_runs.c.id == bindparam("this_id"))
    .where(scenario_runs.c.revision == bindparam("before"))
)


@dataclass(frozen=True, slots=True)
class SqlRuns:
    session: Session

    async def get(self, id: int) -> Run | None:
        row = await self.session.row(_GET, {"id": id})
        return _read(row) if row else None

    async def open_of(self, person_id: int, scenario_id: str) -> Run | None:
        row = await self.session.row(_OPEN, {"person_id": person_id, "scenario_id": scenario_id})
        return _read(row) if row else None

    async def add(self, person_id: int, scenario: Scenario, definition: str) -> Run:
        variables = dict(scenario.variables)
        new = Run(0, person_id, scenario.id, definition, scenario.start, variables)
        fixed = {"person_id": person_id, "scenario_id": scenario.id, "definition": definition}
        row = await self.session.one(_ADD, {**fixed, **_changing(new)})
        return _read(row)

    async def put(self, run: Run) -> None:
        guard = {"this_id": run.id, "before": run.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(run)}):
            raise Conflict


def _changing(run: Run) -> dict[str, Any]:
    return {
        "node": run.node,
        "variables": dict(run.variables),
        "stage": run.stage,
        "choice": run.choice,
        "path": run.path,
        "finished_at": run.finished_at,
        "revision": run.revision,
    }


def _read(row: Row[Any]) -> Run:
    return Run(
        id=row.id,
        person_id=row.person_id,
        scenario_id=row.scenario_id,
        definition=row.definition,
        node=row.node,
        variables=row.variables,
        stage=Stage(row.stage),
        choice=row.choice,
        path=tuple((decision, choice) for decision, choice in row.path),
        finished_at=row.finished_at,
        revision=row.revision,
    )
