"""Which bot this database serves: one database, one bot."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.installation import installation

_BOT_ID = select(installation.c.bot_id)
_CLAIM = insert_or(installation).on_conflict_do_nothing(index_elements=["id"])


class WrongBot(Exception):
    """The database belongs to another bot; the message is one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class SqlInstallation:
    engine: Engine

    async def claim(self, bot_id: int) -> None:
        """The first bot to come owns the database; raises WrongBot for any other."""
        async with self.engine.writing() as session:
            await session.run(_CLAIM, {"id": 1, "bot_id": bot_id})
            owner = (await session.one(_BOT_ID)).bot_id
        if owner != bot_id:
            raise WrongBot(
                f"This database belongs to bot {owner}, not to bot {bot_id}: "
                "use that bot's token or another DATABASE_URL."
            )

    async def bot_id(self) -> int | None:
        async with self.engine.reading() as session:
            row = await session.row(_BOT_ID)
        return row.bot_id if row else None
