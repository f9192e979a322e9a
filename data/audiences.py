"""Audiences as the database sees them: counted, and written to the ledger, never fetched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL,
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.actors import PAUSES, read_organisation
from data.announcements import AUDIENCE
from data.audience_filters import fits, fits_all, is_current, is_in, stage
from data.session import Session
from data.tables.announcements import announcement_optouts, saved_audiences
from data.tables.columns import Instant
from data.tables.organisations import organisations
from data.tables.people import enrolments, memberships, persons
from data.tables.pushes import pushes
from learning.account.model import Organisation
from learning.announcements.counting import AudienceCount, Cells
from learning.announcements.model import (
    CHANGES,
    Announcement,
    Audience,
    Dimension,
    SavedAudience,
)
from learning.announcements.timing import Hours, SharedHour
from learning.pushes.model import PushState, SkipReason

_people = persons.join(enrolments, enrolments.c.person_id == persons.c.id)
_is_out = exists().where(announcement_optouts.c.person_id == persons.c.id)
_SAVED = (
    select(saved_audiences)
    .where(saved_audiences.c.organisation_id == bindparam("here"))
    .order_by(saved_audiences.c.name)
)
_save = insert_or(saved_audiences)
_SAVE = _save.on_conflict_do_update(
    index_elements=["organisation_id", "name"], set_={"audience": _save.excluded.audience}
)
_FORGET = delete(saved_audiences).where(
    saved_audiences.c.organisation_id == bindparam("here"),
    saved_audiences.c.id == bindparam("this_id"),
)
_ORGANISATION = (
    select(organisations)
    .where(organisations.c.id == bindparam("here"))
    .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
)


@dataclass(frozen=True, slots=True)
class SqlAudiences:
    session: Session

    async def organisation(self, id: int) -> Organisation:
        return read_organisation(await self.session.one(_ORGANISATION, {"here": id}))

    async def count(self, organisation_id: int, audience: Audience, half: int) -> AudienceCount:
        blocked, out = persons.c.reachable.is_(False), _is_out
        look = (
            select(
                func.count().label("people"),
                _number(blocked).label("blocked"),
                _number(and_(~blocked, out)).label("opted_out"),
            )
            .select_from(_people)
            .where(is_in(organisation_id, audience, half))
        )
        row = await self.session.one(look)
        return AudienceCount(row.people, row.blocked, row.opted_out)

    async def holds(self, organisation_id: int, audience: Audience, person_id: int) -> bool:
        look = (
            select(persons.c.id)
            .select_from(_people)
            .where(persons.c.id == person_id, is_in(organisation_id, audience, half=0))
        )
        return await self.session.row(look) is not None

    async def cells(
        self, organisation_id: int, named: Mapping[Dimension, Sequence[str]], half: int
    ) -> Cells:
        keys: list[ColumnElement[Any]] = [stage(half).label("stage")]
        for dimension in Dimension:
            if values := named.get(dimension):
                whens = [(fits(organisation_id, dimension, (v,), half), v) for v in values]
                keys.append(case(*whens, else_=None).label(dimension.value))
        people = select(*keys).select_from(_people)
        found = people.where(is_in(organisation_id, Audience(), half)).subquery()
        look = select(*found.c, func.count().label("people")).group_by(*found.c)
        rows = await self.session.rows(look)
        return {(str(row[0]), *row[1:-1]): row.people for row in rows}

    async def shared_hours(
        self,
        organisation_id: int,
        audience: Audience,
        half: int,
        after: int = 0,
        upto: int | None = None,
    ) -> Sequence[SharedHour]:
        clock = (persons.c.zone, enrolments.c.lesson_time, cast(enrolments.c.pauses, Text))
        look = (
            select(*clock[:2], clock[2].label("pauses"), func.count().label("people"))
            .select_from(_people)
            .where(is_in(organisation_id, audience, half, after, upto))
            .where(persons.c.reachable, ~_is_out)
            .group_by(*clock)
        )
        return [
            SharedHour(row.zone, row.lesson_time, PAUSES.validate_json(row.pauses), row.people)
            for row in await self.session.rows(look)
        ]

    async def last_of_next(self, announcement: Announcement, half: int, limit: int) -> int | None:
        here, ids = announcement.organisation_id, memberships.c.person_id
        following = (
            select(ids)
            .distinct()
            .select_from(_people.join(memberships, ids == persons.c.id))
            .where(is_current(here, announcement.reached))
            .where(fits_all(here, announcement.audience, half))
            .order_by(ids)
            .limit(limit)
            .subquery()
        )
        row = await self.session.one(select(func.max(following.c.person_id).label("last")))
        return None if row.last is None else int(row.last)

    async def spread(
        self, announcement: Announcement, upto: int, hours: Hours, half: int, begun: datetime
    ) -> None:
        columns = ["person_id", "kind", "occasion", "due_at", "state", "reason", "settled_at"]
        rows = _rows(announcement, upto, hours, half, begun)
        statement = insert_or(pushes).from_select([*columns, "attempts", "sending"], rows)
        await self.session.run(statement.on_conflict_do_nothing())

    async def saved(self, organisation_id: int) -> Sequence[SavedAudience]:
        return [
            SavedAudience(
                row.id, row.organisation_id, row.name, AUDIENCE.validate_python(row.audience)
            )
            for row in await self.session.rows(_SAVED, {"here": organisation_id})
        ]

    async def save(self, organisation_id: int, name: str, audience: Audience) -> None:
        plain = AUDIENCE.dump_python(audience, mode="json")
        values = {"organisation_id": organisation_id, "name": name, "audience": plain}
        await self.session.run(_SAVE, values)

    async def forget(self, organisation_id: int, id: int) -> None:
        await self.session.run(_FORGET, {"here": organisation_id, "this_id": id})


def _number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(cast(condition, Integer)), 0)


def _rows(
    announcement: Announcement, upto: int, hours: Hours, half: int, begun: datetime
) -> Select[Any]:
    """Whoever can't be reached, or wants no announcements, is settled from the start. A change
    of what was sent concerns also those who want none."""
    clocks = [
        (and_(persons.c.zone == zone, enrolments.c.lesson_time == at), literal(due, Instant))
        for (zone, at), due in hours.items()
    ]
    at_once = literal(begun, Instant)
    due_at = case(*clocks, else_=at_once) if clocks else at_once
    blocked: ColumnElement[bool] = persons.c.reachable.is_(False)
    never: list[tuple[ColumnElement[bool], SkipReason]] = [(blocked, SkipReason.UNREACHABLE)]
    if announcement.form not in CHANGES:
        never.append((_is_out, SkipReason.OPTED_OUT))
    is_never = or_(*(condition for condition, _ in never))
    return (
        select(
            persons.c.id,
            literal(announcement.kind.value),
            literal(announcement.occasion),
            due_at,
            case((is_never, PushState.SKIPPED.value), else_=PushState.DUE.value),
            case(*((condition, reason.value) for condition, reason in never), else_=None),
            case((is_never, at_once), else_=None),
            literal(0),
            literal(False),
        )
        .select_from(_people)
        .where(
            is_in(
                announcement.organisation_id,
                announcement.audience,
                half,
                announcement.reached,
                upto,
            )
        )
    )
