"""Files that Telegram already has, by a key that names their content."""

from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.files import sent_files

_FIND = select(sent_files.c.file_id).where(sent_files.c.hash == bindparam("key"))
_keep = insert_or(sent_files)
_KEEP = _keep.on_conflict_do_update(
    index_elements=["hash"], set_={"file_id": _keep.excluded.file_id}
)
_FORGET = delete(sent_files).where(sent_files.c.hash == bindparam("key"))


@dataclass(frozen=True, slots=True)
class SqlSentFiles:
    engine: Engine

    async def find(self, key: str) -> str | None:
        async with self.engine.reading() as session:
            row = await session.row(_FIND, {"key": key})
        return row.file_id if row else None

    async def keep(self, key: str, file_id: str) -> None:
        async with self.engine.writing() as session:
            await session.run(_KEEP, {"hash": key, "file_id": file_id})

    async def forget(self, key: str) -> None:
        async with self.engine.writing() as session:
            await session.run(_FORGET, {"key": key})
