"""Choices counted without people, and who has rated what."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine, Session
from data.tables.counts import choice_counts, ratings
from learning.counts.model import PEOPLE, Shown

_add = insert_or(choice_counts)
_NOTE = _add.on_conflict_do_update(
    index_elements=["organisation_id", "about", "choice"],
    set_={"waiting": choice_counts.c.waiting + 1},
)
_people = choice_counts.alias("people")
_enough_people = exists().where(
    _people.c.organisation_id == bindparam("of_organisation"),
    _people.c.about == bindparam("of_about"),
    _people.c.choice == PEOPLE,
    _people.c.waiting >= bindparam("fewest"),
)
_SHOW = (
    update(choice_counts)
    .where(
        choice_counts.c.organisation_id == bindparam("of_organisation"),
        choice_counts.c.about == bindparam("of_about"),
        choice_counts.c.waiting >= bindparam("fewest"),
        _enough_people,
    )
    .values(shown=choice_counts.c.shown + choice_counts.c.waiting, waiting=0)
)
_SHOWN = select(choice_counts.c.about, choice_counts.c.choice, choice_counts.c.shown).where(
    choice_counts.c.organisation_id == bindparam("of_organisation"),
    choice_counts.c.shown > 0,
    choice_counts.c.choice != PEOPLE,
)
_HAS = select(ratings.c.subunit).where(
    ratings.c.person_id == bindparam("of_person"), ratings.c.subunit == bindparam("of_subunit")
)
_RATE = insert_or(ratings).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class SqlCounts:
    session: Session

    async def note(
        self, organisation_id: int, about: str, choices: Sequence[str], fewest: int
    ) -> None:
        row = {"organisation_id": organisation_id, "about": about, "shown": 0, "waiting": 1}
        # In one order, so that two who answer at once never wait for each other's rows.
        named = sorted({PEOPLE, *choices})
        await self.session.run(_NOTE, [{**row, "choice": choice} for choice in named])
        place = {"of_organisation": organisation_id, "of_about": about}
        await self.session.run(_SHOW, {**place, "fewest": fewest})


@dataclass(frozen=True, slots=True)
class SqlRatings:
    session: Session

    async def has(self, person_id: int, subunit: str) -> bool:
        wish = {"of_person": person_id, "of_subunit": subunit}
        return await self.session.row(_HAS, wish) is not None

    async def add(self, person_id: int, subunit: str) -> bool:
        return bool(await self.session.run(_RATE, {"person_id": person_id, "subunit": subunit}))


async def shown_counts(engine: Engine, organisation_id: int) -> dict[str, Shown]:
    """What may be shown of an organisation: question or subunit → choice → people."""
    found: dict[str, dict[str, int]] = {}
    async with engine.reading() as session:
        rows = await session.rows(_SHOWN, {"of_organisation": organisation_id})
    for row in rows:
        found.setdefault(row.about, {})[row.choice] = row.shown
    return dict(found)
