"""Rounds of matching, and what they propose."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BindParameter, Row, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.matching_entries import OPEN
from data.session import Session
from data.tables.matching import matching_proposals, matching_rounds
from data.tables.mentoring import mentoring_turns
from learning.ask import Conflict
from learning.mentoring.matching.model import Proposal, Round
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.states import ProposalState, Says

_FIT = TypeAdapter(Fit)

_rounds = matching_rounds.c
_this_round = _rounds.id == bindparam("this_id")
_ADD_ROUND = insert_or(matching_rounds).on_conflict_do_nothing().returning(_rounds.id)
_PUT_ROUND = update(matching_rounds).where(_this_round, _rounds.revision == bindparam("before"))
_GET_ROUND = select(matching_rounds).where(_this_round)
_PRESENT = select(matching_rounds).where(
    _rounds.organisation_id == bindparam("here"), _rounds.closed_at.is_(None)
)
_proposals = matching_proposals.c
_this = _proposals.id == bindparam("this_id")
_ADD = insert(matching_proposals).returning(_proposals.id)
_PUT = update(matching_proposals).where(_this, _proposals.revision == bindparam("before"))
_GET = select(matching_proposals).where(_this)
_DROP = delete(matching_proposals).where(_proposals.id.in_(bindparam("ids", expanding=True)))
_OF_ROUND = (
    select(matching_proposals)
    .where(_proposals.round_id == bindparam("this_round"))
    .order_by(_proposals.id)
)
_me: BindParameter[Any] = bindparam("of_person")
_OF_PERSON = (
    select(matching_proposals)
    .where(or_(_proposals.mentor_id == _me, _proposals.mentee_id == _me))
    .where(_proposals.state.in_(OPEN))
    .order_by(_proposals.id)
)
_DUE = (
    select(matching_proposals)
    .where(_proposals.state == ProposalState.SENT, _proposals.deadline <= bindparam("now"))
    .order_by(_proposals.deadline, _proposals.id)
    .limit(bindparam("at_most"))
)
_TRIED = (
    select(_proposals.mentor_id, _proposals.mentee_id)
    .where(_proposals.organisation_id == bindparam("here"))
    .where(_proposals.made_at > bindparam("since"))
    .where(_proposals.state.in_((ProposalState.REJECTED, ProposalState.OVER)))
)
_turns = mentoring_turns.c
_FORMER = select(_turns.mentor_id, _turns.mentee_id).where(
    or_(
        _turns.mentor_organisation_id == bindparam("here"),
        _turns.mentee_organisation_id == bindparam("here"),
    )
)


@dataclass(frozen=True, slots=True)
class SqlMatchingRounds:
    session: Session

    async def add(self, round: Round) -> Round:
        values = {
            "organisation_id": round.organisation_id,
            "opened_by": round.opened_by,
            "begun_at": round.begun_at,
        }
        row = await self.session.row(_ADD_ROUND, {**values, **_round_values(round)})
        found = await self.get(row.id) if row else None
        if found is None:
            raise Conflict
        return found

    async def put(self, round: Round) -> None:
        guard = {"this_id": round.id, "before": round.revision - 1}
        if not await self.session.run(_PUT_ROUND, {**guard, **_round_values(round)}):
            raise Conflict

    async def get(self, id: int) -> Round | None:
        row = await self.session.row(_GET_ROUND, {"this_id": id})
        return _read_round(row) if row else None

    async def present(self, organisation_id: int) -> Round | None:
        row = await self.session.row(_PRESENT, {"here": organisation_id})
        return _read_round(row) if row else None


@dataclass(frozen=True, slots=True)
class SqlProposals:
    session: Session

    async def add(self, proposal: Proposal) -> Proposal:
        fixed = {
            "round_id": proposal.round_id,
            "organisation_id": proposal.organisation_id,
            "mentor_id": proposal.mentor_id,
            "mentee_id": proposal.mentee_id,
            "made_at": proposal.made_at,
        }
        row = await self.session.one(_ADD, {**fixed, **_changing(proposal)})
        found = await self.get(row.id)
        if found is None:
            raise AssertionError("it was added")
        return found

    async def put(self, proposal: Proposal) -> None:
        guard = {"this_id": proposal.id, "before": proposal.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(proposal)}):
            raise Conflict

    async def get(self, id: int) -> Proposal | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def drop(self, ids: Sequence[int]) -> None:
        if ids:
            await self.session.run(_DROP, {"ids": list(ids)})

    async def of_round(self, round_id: int) -> Sequence[Proposal]:
        rows = await self.session.rows(_OF_ROUND, {"this_round": round_id})
        return [_read(row) for row in rows]

    async def of_person(self, person_id: int) -> Sequence[Proposal]:
        rows = await self.session.rows(_OF_PERSON, {"of_person": person_id})
        return [_read(row) for row in rows]

    async def due(self, now: datetime, limit: int) -> Sequence[Proposal]:
        rows = await self.session.rows(_DUE, {"now": now, "at_most": limit})
        return [_read(row) for row in rows]

    async def tried(self, organisation_id: int, since: datetime) -> frozenset[tuple[int, int]]:
        values = {"here": organisation_id, "since": since}
        return _couples(await self.session.rows(_TRIED, values))

    async def former(self, organisation_id: int) -> frozenset[tuple[int, int]]:
        return _couples(await self.session.rows(_FORMER, {"here": organisation_id}))


def _couples(rows: Sequence[Row[Any]]) -> frozenset[tuple[int, int]]:
    """Without those of whom one was erased."""
    return frozenset(
        (row.mentor_id, row.mentee_id) for row in rows if row.mentor_id and row.mentee_id
    )


def _round_values(round: Round) -> dict[str, Any]:
    return {
        "checked": list(round.checked),
        "opened_at": round.opened_at,
        "closed_at": round.closed_at,
        "revision": round.revision,
    }


def _read_round(row: Row[Any]) -> Round:
    return Round(
        id=row.id,
        organisation_id=row.organisation_id,
        opened_by=row.opened_by,
        begun_at=row.begun_at,
        checked=tuple(row.checked),
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        revision=row.revision,
    )


def _changing(proposal: Proposal) -> dict[str, Any]:
    return {
        "fit": asdict(proposal.fit),
        "state": proposal.state,
        "deadline": proposal.deadline,
        "mentor_says": proposal.mentor_says,
        "mentee_says": proposal.mentee_says,
        "revision": proposal.revision,
    }


def _read(row: Row[Any]) -> Proposal:
    return Proposal(
        id=row.id,
        round_id=row.round_id,
        organisation_id=row.organisation_id,
        mentor_id=row.mentor_id,
        mentee_id=row.mentee_id,
        fit=_FIT.validate_python(row.fit),
        made_at=row.made_at,
        state=ProposalState(row.state),
        deadline=row.deadline,
        mentor_says=Says(row.mentor_says) if row.mentor_says else None,
        mentee_says=Says(row.mentee_says) if row.mentee_says else None,
        revision=row.revision,
    )
