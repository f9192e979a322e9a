"""What people have answered and not sent, sealed under their own keys."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from data.author_keys import AuthorSeals
from data.sealing import Sealer
from data.session import Session
from data.tables.needs import needs_drafts
from learning.ask import Conflict
from learning.needs.answers import Wave
from learning.needs.model import Draft, Mode

_OF = select(needs_drafts).where(needs_drafts.c.person_id == bindparam("of_person"))
_GET = select(needs_drafts).where(needs_drafts.c.id == bindparam("this_id"))
_ADD = insert(needs_drafts).returning(needs_drafts)
_PUT = (
    update(needs_drafts)
    .where(needs_drafts.c.id == bindparam("this_id"))
    .where(needs_drafts.c.revision == bindparam("before"))
)
_DROP = delete(needs_drafts).where(needs_drafts.c.id == bindparam("this_id"))
_REPLACE = delete(needs_drafts).where(needs_drafts.c.person_id == bindparam("of_person"))


@dataclass(frozen=True, slots=True)
class SqlDrafts:
    session: Session
    sealer: Sealer

    @property
    def _seals(self) -> AuthorSeals:
        return AuthorSeals(self.session, self.sealer)

    async def of(self, person_id: int) -> Draft | None:
        return await self._read(await self.session.row(_OF, {"of_person": person_id}))

    async def get(self, id: int) -> Draft | None:
        return await self._read(await self.session.row(_GET, {"this_id": id}))

    async def add(self, draft: Draft) -> Draft:
        await self.session.run(_REPLACE, {"of_person": draft.person_id})
        fixed = {
            "person_id": draft.person_id,
            "round_id": draft.round_id,
            "mode": draft.mode,
            "wave": draft.wave,
            "definition": draft.definition,
            "begun_at": draft.begun_at,
        }
        row = await self.session.one(_ADD, {**fixed, **await self._changing(draft)})
        added = await self._read(row)
        if added is None:
            raise AssertionError("what was just sealed can be opened")
        return added

    async def put(self, draft: Draft) -> None:
        guard = {"this_id": draft.id, "before": draft.revision - 1}
        if not await self.session.run(_PUT, {**guard, **await self._changing(draft)}):
            raise Conflict

    async def drop(self, id: int) -> None:
        await self.session.run(_DROP, {"this_id": id})

    async def _changing(self, draft: Draft) -> dict[str, Any]:
        said = json.dumps({"answers": dict(draft.answers), "picks": draft.picks})
        return {
            "sealed": await self._seals.seal(draft.person_id, said),
            "at": draft.at,
            "touched_at": draft.touched_at,
            "revision": draft.revision,
        }

    async def _read(self, row: Row[Any] | None) -> Draft | None:
        """None as well for a draft whose key is gone: nobody can go on with it."""
        said = await self._seals.open(row.person_id, row.sealed) if row else None
        if row is None or said is None:
            return None
        plain = json.loads(said)
        return Draft(
            id=row.id,
            person_id=row.person_id,
            definition=row.definition,
            begun_at=row.begun_at,
            touched_at=row.touched_at,
            mode=Mode(row.mode),
            round_id=row.round_id,
            wave=Wave(row.wave),
            answers={at: tuple(picks) for at, picks in plain["answers"].items()},
            at=row.at,
            picks=tuple(plain["picks"]),
            revision=row.revision,
        )
