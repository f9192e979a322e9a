"""Sittings: where each person stands in a lesson."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from data.session import Session
from data.tables.lessons import is_open_lesson, sittings
from learning.ask import Conflict
from learning.lessons.model import Draft, Phase, Sitting, SittingKind, Step, StepKind
from learning.reviews.model import Confidence

_GET = select(sittings).where(sittings.c.id == bindparam("id"))
_OPEN_LESSON = (
    select(sittings).where(sittings.c.person_id == bindparam("person_id")).where(is_open_lesson)
)
_ADD = insert(sittings).returning(sittings.c.id)
_PUT = (
    update(sittings)
    .where(sittings.c.id == bindparam("this_id"))
    .where(sittings.c.revision < bindparam("after"))
)


@dataclass(frozen=True, slots=True)
class SqlSittings:
    session: Session

    async def get(self, id: int) -> Sitting | None:
        row = await self.session.row(_GET, {"id": id})
        return _read(row) if row else None

    async def open_lesson(self, person_id: int) -> Sitting | None:
        row = await self.session.row(_OPEN_LESSON, {"person_id": person_id})
        return _read(row) if row else None

    async def add(
        self,
        person_id: int,
        kind: SittingKind,
        lesson_id: str | None,
        steps: tuple[Step, ...],
        opened_at: datetime,
    ) -> Sitting:
        new = Sitting(0, person_id, kind, lesson_id, steps, opened_at)
        fixed = {
            "person_id": person_id,
            "kind": kind,
            "lesson_id": lesson_id,
            "opened_at": opened_at,
        }
        row = await self.session.one(_ADD, {**fixed, **_changing(new)})
        return Sitting(row.id, person_id, kind, lesson_id, steps, opened_at)

    async def put(self, sitting: Sitting) -> None:
        guard = {"this_id": sitting.id, "after": sitting.revision}
        if not await self.session.run(_PUT, {**guard, **_changing(sitting)}):
            raise Conflict


def _changing(sitting: Sitting) -> dict[str, Any]:
    draft = sitting.draft
    return {
        "steps": [(step.kind, step.id) for step in sitting.steps],
        "at": sitting.at,
        "phase": sitting.phase,
        "draft": {
            "picks": draft.picks,
            "number": draft.number,
            "right": draft.right,
            "confidence": draft.confidence,
        },
        "answered": sitting.answered,
        "rights": sitting.rights,
        "finished_at": sitting.finished_at,
        "revision": sitting.revision,
    }


def _read(row: Row[Any]) -> Sitting:
    return Sitting(
        id=row.id,
        person_id=row.person_id,
        kind=SittingKind(row.kind),
        lesson_id=row.lesson_id,
        steps=_steps(row.steps),
        opened_at=row.opened_at,
        at=row.at,
        phase=Phase(row.phase),
        draft=_draft(row.draft),
        answered=row.answered,
        rights=row.rights,
        finished_at=row.finished_at,
        revision=row.revision,
    )


def _steps(plain: Sequence[Sequence[str]]) -> tuple[Step, ...]:
    return tuple(Step(StepKind(kind), id) for kind, id in plain)


def _draft(plain: Mapping[str, Any]) -> Draft:
    confidence = plain.get("confidence")
    return Draft(
        tuple(plain["picks"]),
        plain["number"],
        plain["right"],
        Confidence(confidence) if confidence else None,
    )
