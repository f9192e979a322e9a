"""What of a person's talk of several turns is open; sealed."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.sealing import Sealer
from data.session import Session
from data.tables.open_prompts import conversations
from learning.talk.turns import Conversation, OpenTalk, Slot, Talk

_of_person = conversations.c.person_id == bindparam("of_person")
_GET = select(conversations).where(_of_person)
_add = insert_or(conversations)
_PUT = _add.on_conflict_do_update(
    index_elements=["person_id"],
    set_={name: _add.excluded[name] for name in ("revision", "sealed", "misses", "at")},
)
_END = delete(conversations).where(_of_person)


@dataclass(frozen=True, slots=True)
class SqlConversations:
    session: Session
    sealer: Sealer

    async def get(self, person_id: int) -> Conversation | None:
        row = await self.session.row(_GET, {"of_person": person_id})
        if row is None:
            return None
        opened = self.sealer.open(row.sealed) if row.sealed else None
        return Conversation(row.revision, _read(opened) if opened else None, row.misses, row.at)

    async def put(self, person_id: int, talk: OpenTalk | None, misses: int, at: datetime) -> None:
        values = {
            "person_id": person_id,
            # Not a count, which would begin anew after a talk has ended.
            "revision": secrets.randbits(62),
            "sealed": self.sealer.seal(_plain(talk)) if talk else None,
            "misses": misses,
            "at": at,
        }
        await self.session.run(_PUT, values)

    async def end(self, person_id: int) -> None:
        await self.session.run(_END, {"of_person": person_id})


def _plain(talk: OpenTalk) -> str:
    return json.dumps({"talk": talk.talk, "needs": talk.needs, "slots": dict(talk.slots)})


def _read(plain: str) -> OpenTalk:
    kept = json.loads(plain)
    slots = {Slot(name): value for name, value in kept["slots"].items()}
    return OpenTalk(Talk(kept["talk"]), Slot(kept["needs"]), slots)
