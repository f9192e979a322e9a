"""One-time codes that bring a person to a new Telegram account."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.minting import new_code
from data.session import Session
from data.tables.people import persons, phone_moves
from data.tables.talk import live_messages
from learning.account.model import PHONE_MOVE, PhoneMove

_put = insert_or(phone_moves)
_BEGIN = _put.on_conflict_do_update(
    index_elements=["person_id"],
    set_={"code": _put.excluded.code, "expires_at": _put.excluded.expires_at},
)
_FIND = select(phone_moves).where(phone_moves.c.code == bindparam("code"))
_TAKE = (
    delete(phone_moves)
    .where(phone_moves.c.person_id == bindparam("person_id"))
    .where(phone_moves.c.code == bindparam("code"))
)
_old_chat = (
    select(persons.c.telegram_id).where(persons.c.id == bindparam("person_id")).scalar_subquery()
)
_FORGET_CHAT = delete(live_messages).where(live_messages.c.chat_id == _old_chat)
_MOVE = update(persons).where(persons.c.id == bindparam("this_id"))


@dataclass(frozen=True, slots=True)
class SqlPhoneMoves:
    session: Session

    async def begin(self, person_id: int, expires_at: datetime) -> None:
        code = PHONE_MOVE + new_code()
        values = {"person_id": person_id, "code": code, "expires_at": expires_at}
        await self.session.run(_BEGIN, values)

    async def find(self, code: str) -> PhoneMove | None:
        row = await self.session.row(_FIND, {"code": code})
        return PhoneMove(row.person_id, row.code, row.expires_at) if row else None

    async def take(self, person_id: int, code: str, telegram_id: int) -> bool:
        if not await self.session.run(_TAKE, {"person_id": person_id, "code": code}):
            return False
        await self.session.run(_FORGET_CHAT, {"person_id": person_id})
        await self.session.run(_MOVE, {"this_id": person_id, "telegram_id": telegram_id})
        return True
