"""Good practices that were released, under their author's own key: with the author they go."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from data.author_keys import AuthorSeals
from data.mentoring_texts import SqlTurnTexts
from data.sealing import Sealer
from data.session import Session
from data.tables.evaluating import mentoring_practices as practices
from learning.ask import Conflict
from learning.mentoring.evaluating.model import Practice, PracticeState
from learning.mentoring.model import TextKind

_this = practices.c.id == bindparam("this_id")
_ADD = insert(practices).returning(practices)
_PUT = update(practices).where(_this, practices.c.revision == bindparam("before"))
_GET = select(practices).where(_this)
_DROP = delete(practices).where(_this)
_OF = (
    select(practices)
    .where(practices.c.person_id == bindparam("of_person"))
    .where(practices.c.turn == bindparam("of_turn"))
)
_IN_STATE = (
    select(practices)
    .where(practices.c.organisation_id == bindparam("here"))
    .where(practices.c.state == bindparam("wanted"))
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class SqlPractices:
    session: Session
    sealer: Sealer

    async def release(self, practice: Practice) -> Practice:
        before = await self.of(practice.turn, practice.person_id)
        if before is not None:
            await self.drop(before.id)
        words = await self.card(practice.turn, practice.person_id)
        seals = AuthorSeals(self.session, self.sealer)
        values = {
            "turn": practice.turn,
            "person_id": practice.person_id,
            "organisation_id": practice.organisation_id,
            "language": practice.language,
            "sealed": await seals.seal(practice.person_id, json.dumps(words)),
            "released_at": practice.released_at,
            "state": practice.state,
            "revision": practice.revision,
        }
        return _read(await self.session.one(_ADD, values))

    async def put(self, practice: Practice) -> None:
        values = {"state": practice.state, "revision": practice.revision}
        guard = {"this_id": practice.id, "before": practice.revision - 1}
        if not await self.session.run(_PUT, {**guard, **values}):
            raise Conflict

    async def drop(self, id: int) -> None:
        await self.session.run(_DROP, {"this_id": id})

    async def get(self, id: int) -> Practice | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def of(self, turn: int, person_id: int) -> Practice | None:
        row = await self.session.row(_OF, {"of_turn": turn, "of_person": person_id})
        return _read(row) if row else None

    async def in_state(
        self, organisation_id: int, state: PracticeState, limit: int
    ) -> Sequence[Practice]:
        oldest_first = state is PracticeState.WAITING
        order = (practices.c.released_at, practices.c.id)
        ordered = _IN_STATE.order_by(*(it if oldest_first else it.desc() for it in order))
        wish = {"here": organisation_id, "wanted": state, "most": limit}
        return [_read(row) for row in await self.session.rows(ordered, wish)]

    async def card(self, turn: int, person_id: int) -> Mapping[str, str]:
        """What its author has written of a card so far, by part."""
        texts = await SqlTurnTexts(self.session, self.sealer).read(turn)
        return {
            head.about: text
            for head, text in texts
            if head.kind is TextKind.CARD and head.author_id == person_id
        }

    async def words(self, id: int) -> Mapping[str, str]:
        """Of a released one; none where the key is gone."""
        row = await self.session.row(_GET, {"this_id": id})
        if row is None:
            return {}
        opened = await AuthorSeals(self.session, self.sealer).open(row.person_id, row.sealed)
        found: dict[str, str] = json.loads(opened) if opened else {}
        return found


def _read(row: Row[Any]) -> Practice:
    return Practice(
        id=row.id,
        turn=row.turn,
        person_id=row.person_id,
        organisation_id=row.organisation_id,
        language=row.language,
        released_at=row.released_at,
        state=PracticeState(row.state),
        revision=row.revision,
    )
