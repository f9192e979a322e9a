"""Whose command menu differs from what their roles give them now."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.people import has_a_role, memberships, persons, role_menus
from learning.account.model import Role
from learning.reader import RoleMenu

# Both are small: those who have a role beside learning, and those whose menu says so.
_ROLES = (
    select(persons.c.telegram_id, persons.c.language, memberships.c.role)
    .select_from(memberships.join(persons, persons.c.id == memberships.c.person_id))
    .where(has_a_role)
)
_TOLD = select(role_menus)
_put = insert_or(role_menus)
_PUT = _put.on_conflict_do_update(index_elements=["chat_id"], set_={"told": _put.excluded.told})
_REMOVE = delete(role_menus).where(role_menus.c.chat_id == bindparam("this_chat"))


@dataclass(frozen=True, slots=True)
class SqlRoleMenus:
    engine: Engine

    async def untold(self) -> Sequence[RoleMenu]:
        async with self.engine.reading() as session:
            rows = await session.rows(_ROLES)
            told = {row.chat_id: row.told for row in await session.rows(_TOLD)}
        roles: dict[tuple[int, str], set[Role]] = {}
        for row in rows:
            roles.setdefault((row.telegram_id, row.language), set()).add(Role(row.role))
        wanted = {chat: RoleMenu(chat, words, frozenset(of)) for (chat, words), of in roles.items()}
        gone = [RoleMenu(chat, "en", frozenset()) for chat in told if chat not in wanted]
        return [m for m in wanted.values() if told.get(m.chat_id) != _spelled(m)] + gone

    async def told(self, menu: RoleMenu) -> None:
        async with self.engine.writing() as session:
            if menu.roles:
                await session.run(_PUT, {"chat_id": menu.chat_id, "told": _spelled(menu)})
            else:
                await session.run(_REMOVE, {"this_chat": menu.chat_id})


def _spelled(menu: RoleMenu) -> str:
    return f"{menu.language} {' '.join(sorted(menu.roles))}"
