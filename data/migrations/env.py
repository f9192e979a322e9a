"""Alembic's entry: runs migrations on SQLite directly, on PostgreSQL through asyncpg."""

import asyncio

from alembic import context
from sqlalchemy import URL, Connection, create_engine, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from data.address import is_sqlite
from data.tables.complete import metadata

# Any number will do; two processes that start together migrate one after the other.
_ADVISORY_LOCK = 81_527_017


def _migrate(connection: Connection) -> None:
    on_sqlite = connection.dialect.name == "sqlite"
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=on_sqlite,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        if on_sqlite:
            connection.execute(text("BEGIN IMMEDIATE"))
        else:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        context.run_migrations()


def _on_sqlite(address: URL) -> None:
    # SQLAlchemy alone begins and commits: Python's driver would commit around DDL.
    engine = create_engine(
        address, poolclass=pool.NullPool, connect_args={"isolation_level": None, "timeout": 30}
    )
    with engine.connect() as connection:
        _migrate(connection)
        connection.commit()


async def _on_postgresql(address: URL) -> None:
    engine = create_async_engine(address, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(_migrate)
        await connection.commit()


address: URL = context.config.attributes["address"]
if is_sqlite(address):
    _on_sqlite(address)
else:
    asyncio.run(_on_postgresql(address))
