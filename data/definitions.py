"""Editions of definitions by hash; they outlive deploys (promise 10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, union
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.installation import definitions
from data.tables.mentoring import mentoring_turns
from data.tables.needs import needs_answers, needs_drafts, needs_rounds
from data.tables.scenarios import scenario_runs

_STORE = insert_or(definitions).on_conflict_do_nothing(index_elements=["hash"])
_BODIES = select(definitions.c.hash, definitions.c.body).where(
    definitions.c.hash.in_(bindparam("hashes", expanding=True))
)
_HASHES_OF_RUNS = select(scenario_runs.c.definition).distinct()
_HASHES_OF_NEEDS = union(
    select(needs_rounds.c.definition),
    select(needs_drafts.c.definition),
    select(needs_answers.c.definition),
)

_HASHES_OF_TURNS = select(mentoring_turns.c.definition).distinct()


@dataclass(frozen=True, slots=True)
class StoredDefinition:
    """`body` is the definition as JSON, `hash` its SHA-256 in hex."""

    hash: str
    kind: str
    content_id: str
    body: str


@dataclass(frozen=True, slots=True)
class SqlDefinitions:
    engine: Engine

    async def store(self, new: Sequence[StoredDefinition]) -> None:
        """Adds what is not there yet."""
        rows = [
            {"hash": one.hash, "kind": one.kind, "content_id": one.content_id, "body": one.body}
            for one in new
        ]
        if rows:
            async with self.engine.writing() as session:
                await session.run(_STORE, rows)

    async def bodies(self, hashes: Iterable[str]) -> Mapping[str, str]:
        """The JSON bodies by hash, of those that are known."""
        async with self.engine.reading() as session:
            rows = await session.rows(_BODIES, {"hashes": list(hashes)})
        return {row.hash: row.body for row in rows}

    async def hashes_of_runs(self) -> frozenset[str]:
        """The editions that somebody's scenario run holds."""
        async with self.engine.reading() as session:
            return frozenset(row.definition for row in await session.rows(_HASHES_OF_RUNS))

    async def hashes_of_needs(self) -> frozenset[str]:
        """The questionnaires that a round, a draft or somebody's answers hold."""
        async with self.engine.reading() as session:
            return frozenset(row.definition for row in await session.rows(_HASHES_OF_NEEDS))

    async def hashes_of_turns(self) -> frozenset[str]:
        """The circles of mentoring that a turn finishes on."""
        async with self.engine.reading() as session:
            return frozenset(row.definition for row in await session.rows(_HASHES_OF_TURNS))
