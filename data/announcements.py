"""Announcements with their sealed texts, and who wants none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.sealing import Sealer
from data.session import Session
from data.tables.announcements import (
    announcement_optouts,
    announcement_texts,
    announcement_votes,
    announcements,
    second_looks,
)
from learning.announcements.model import (
    Announcement,
    Audience,
    File,
    FileKind,
    Form,
    State,
    Timing,
    Version,
)
from learning.ask import Conflict

AUDIENCE: TypeAdapter[Audience] = TypeAdapter(Audience)
VERSION: TypeAdapter[Version] = TypeAdapter(Version)

_this = announcements.c.id == bindparam("this_id")
_ADD = insert(announcements).returning(announcements.c.id)
_PUT = update(announcements).where(_this).where(announcements.c.revision == bindparam("before"))
_GET = select(announcements).where(_this)
_TEXTS = select(announcement_texts).where(
    announcement_texts.c.announcement_id.in_(bindparam("ids", expanding=True))
)
_of_language = and_(
    announcement_texts.c.announcement_id == bindparam("this_id"),
    announcement_texts.c.language == bindparam("this_language"),
)
_write = insert_or(announcement_texts)
_WRITE = _write.on_conflict_do_update(
    index_elements=["announcement_id", "language"], set_={"sealed": _write.excluded.sealed}
)
_UNWRITE = delete(announcement_texts).where(_of_language)
_DROP = (
    delete(announcement_texts).where(announcement_texts.c.announcement_id == bindparam("this_id")),
    delete(announcements).where(_this),
)
_PAGE = (
    select(announcements)
    .where(announcements.c.organisation_id == bindparam("here"))
    .where(
        or_(
            announcements.c.state != State.DRAFT,
            announcements.c.made_by == bindparam("of_person"),
        )
    )
    .order_by(announcements.c.id.desc())
    .limit(bindparam("at_most"))
)
_AT_WORK = (
    select(announcements)
    .where(
        or_(
            and_(
                announcements.c.state == State.PLANNED,
                announcements.c.begins_at <= bindparam("now"),
            ),
            announcements.c.state.in_([State.RUNNING, State.PAUSED]),
            and_(announcements.c.state == State.CANCELLED, announcements.c.finished_at.is_(None)),
        )
    )
    .order_by(announcements.c.id)
)
_vote = insert_or(announcement_votes)
_VOTE = _vote.on_conflict_do_update(
    index_elements=["person_id", "announcement_id"], set_={"option": _vote.excluded.option}
)
_LOOKS = select(second_looks).where(second_looks.c.organisation_id == bindparam("here"))
_LOOK = insert_or(second_looks).on_conflict_do_nothing()
_LOOK_NOT = delete(second_looks).where(second_looks.c.organisation_id == bindparam("here"))
_mine = announcement_optouts.c.person_id == bindparam("of_person")
_IS_OUT = select(announcement_optouts.c.at).where(_mine)
_OUT = insert_or(announcement_optouts).on_conflict_do_nothing()
_IN = delete(announcement_optouts).where(_mine)


@dataclass(frozen=True, slots=True)
class SqlAnnouncements:
    session: Session
    sealer: Sealer

    async def add(self, announcement: Announcement) -> Announcement:
        fixed = {
            "organisation_id": announcement.organisation_id,
            "made_by": announcement.made_by,
            "made_at": announcement.made_at,
            "form": announcement.form,
            "about": announcement.about,
            "event": announcement.event,
        }
        row = await self.session.one(_ADD, {**fixed, **_changing(announcement)})
        found = await self.get(row.id)
        if found is None:
            raise AssertionError("it was added")
        return found

    async def put(self, announcement: Announcement) -> None:
        guard = {"this_id": announcement.id, "before": announcement.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(announcement)}):
            raise Conflict

    async def get(self, id: int) -> Announcement | None:
        return next(iter(await self._read(_GET, {"this_id": id})), None)

    async def write(self, id: int, language: str, version: Version | None) -> None:
        if version is None:
            await self.session.run(_UNWRITE, {"this_id": id, "this_language": language})
            return
        sealed = self.sealer.seal(VERSION.dump_json(version).decode())
        values = {"announcement_id": id, "language": language, "sealed": sealed}
        await self.session.run(_WRITE, values)

    async def drop(self, id: int) -> None:
        for statement in _DROP:
            await self.session.run(statement, {"this_id": id})

    async def page(
        self, organisation_id: int, person_id: int, limit: int
    ) -> Sequence[Announcement]:
        values = {"here": organisation_id, "of_person": person_id, "at_most": limit}
        return await self._read(_PAGE, values)

    async def at_work(self, now: datetime) -> Sequence[Announcement]:
        return await self._read(_AT_WORK, {"now": now})

    async def vote(self, id: int, person_id: int, option: int) -> None:
        values = {"announcement_id": id, "person_id": person_id, "option": option}
        await self.session.run(_VOTE, values)

    async def second_look(self, organisation_id: int) -> bool:
        return await self.session.row(_LOOKS, {"here": organisation_id}) is not None

    async def want_second_look(self, organisation_id: int, wanted: bool) -> None:
        if wanted:
            await self.session.run(_LOOK, {"organisation_id": organisation_id})
        else:
            await self.session.run(_LOOK_NOT, {"here": organisation_id})

    async def opted_out(self, person_id: int) -> bool:
        return await self.session.row(_IS_OUT, {"of_person": person_id}) is not None

    async def opt_out(self, person_id: int, at: datetime) -> None:
        await self.session.run(_OUT, {"person_id": person_id, "at": at})

    async def opt_in(self, person_id: int) -> None:
        await self.session.run(_IN, {"of_person": person_id})

    async def _read(self, statement: Any, values: dict[str, Any]) -> list[Announcement]:
        rows = await self.session.rows(statement, values)
        if not rows:
            return []
        texts = await self.session.rows(_TEXTS, {"ids": [row.id for row in rows]})
        versions: dict[int, dict[str, Version]] = {row.id: {} for row in rows}
        for text in texts:
            opened = self.sealer.open(text.sealed)
            if opened is not None:
                version = VERSION.validate_json(opened)
                versions[text.announcement_id][text.language] = version
        return [_announcement(row, versions[row.id]) for row in rows]


def _changing(announcement: Announcement) -> dict[str, Any]:
    file = announcement.file
    return {
        "state": announcement.state,
        "file_kind": file and file.kind,
        "file_id": file and file.id,
        "audience": AUDIENCE.dump_python(announcement.audience, mode="json"),
        "timing": announcement.timing,
        "at": announcement.at,
        "urgent": announcement.urgent,
        "repeats": announcement.repeats,
        "awaited": announcement.awaited,
        "begins_at": announcement.begins_at,
        "until": announcement.until,
        "reached": announcement.reached,
        "spread": announcement.spread,
        "finished_at": announcement.finished_at,
        "told": announcement.told,
        "revision": announcement.revision,
    }


def _announcement(row: Row[Any], versions: dict[str, Version]) -> Announcement:
    return Announcement(
        id=row.id,
        organisation_id=row.organisation_id,
        made_by=row.made_by,
        made_at=row.made_at,
        form=Form(row.form),
        about=row.about,
        event=row.event,
        state=State(row.state),
        versions=versions,
        file=File(FileKind(row.file_kind), row.file_id) if row.file_kind else None,
        audience=AUDIENCE.validate_python(row.audience),
        timing=Timing(row.timing),
        at=row.at,
        urgent=row.urgent,
        repeats=row.repeats,
        awaited=row.awaited,
        begins_at=row.begins_at,
        until=row.until,
        reached=row.reached,
        spread=row.spread,
        finished_at=row.finished_at,
        told=row.told,
        revision=row.revision,
    )
