"""What pairs agreed, and what they are about to."""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, insert, select, update

from data.sealing import Sealer
from data.session import Session
from data.tables.mentoring import mentoring_agreements as agreements
from learning.ask import Conflict
from learning.mentoring.agreement import Agreement, AgreementState, Awaited, Goal
from learning.mentoring.model import Side

_GOALS = TypeAdapter(tuple[Goal, ...])
_PLAIN = ("weeks", "minutes", "channel", "confidentiality", "ending", "agreed_at", "revision")
_OPEN = (AgreementState.DRAFT, AgreementState.PROPOSED)

_this = agreements.c.id == bindparam("this_id")
_ADD = insert(agreements).returning(agreements)
_PUT = update(agreements).where(_this, agreements.c.revision == bindparam("before"))
_GET = select(agreements).where(_this)
_of_turn = agreements.c.turn_id == bindparam("of_turn")
_OPEN_OF = select(agreements).where(_of_turn, agreements.c.state.in_(_OPEN))
_IN_FORCE = select(agreements).where(_of_turn, agreements.c.state == AgreementState.AGREED)


@dataclass(frozen=True, slots=True)
class SqlAgreements:
    session: Session
    sealer: Sealer

    async def add(self, agreement: Agreement) -> Agreement:
        fixed = {"turn_id": agreement.turn_id, "person_id": agreement.person_id}
        return self._read(await self.session.one(_ADD, {**fixed, **self._changing(agreement)}))

    async def put(self, agreement: Agreement) -> None:
        guard = {"this_id": agreement.id, "before": agreement.revision - 1}
        if not await self.session.run(_PUT, {**guard, **self._changing(agreement)}):
            raise Conflict

    async def get(self, id: int) -> Agreement | None:
        row = await self.session.row(_GET, {"this_id": id})
        return self._read(row) if row else None

    async def open_of(self, turn_id: int) -> Agreement | None:
        row = await self.session.row(_OPEN_OF, {"of_turn": turn_id})
        return self._read(row) if row else None

    async def in_force(self, turn_id: int) -> Agreement | None:
        row = await self.session.row(_IN_FORCE, {"of_turn": turn_id})
        return self._read(row) if row else None

    def _changing(self, agreement: Agreement) -> dict[str, Any]:
        goals = _GOALS.dump_json(agreement.goals).decode()
        return {
            "by": agreement.by,
            "state": agreement.state,
            "awaited": agreement.awaited,
            "sealed": self.sealer.seal(goals),
            **{name: getattr(agreement, name) for name in _PLAIN},
        }

    def _read(self, row: Row[Any]) -> Agreement:
        opened = self.sealer.open(row.sealed)
        return Agreement(
            id=row.id,
            turn_id=row.turn_id,
            person_id=row.person_id,
            by=Side(row.by),
            goals=_GOALS.validate_json(opened) if opened else (),
            state=AgreementState(row.state),
            awaited=Awaited(row.awaited) if row.awaited else None,
            **{name: getattr(row, name) for name in _PLAIN},
        )
