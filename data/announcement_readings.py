"""An announcement as it is shown, and the messages that say how a sending stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, func, or_, select, update

from data.announcements import SqlAnnouncements
from data.departments import SqlDepartments
from data.events import SqlEvents
from data.reports.registrations import registered_by_day
from data.sealing import Sealer
from data.sendings import SqlSendings
from data.session import Engine
from data.tables.announcements import announcement_votes, announcements
from data.tables.organisations import organisations
from data.tables.people import persons
from data.tables.pushes import pushes
from learning.announcements.boards import Board
from learning.announcements.model import OVER, UNDER_WAY, Audience, Dimension, event_of
from learning.pushes.model import PushKind, PushState
from learning.readings import AnnouncementRead

_ORGANISATION = select(organisations.c.name, organisations.c.language, organisations.c.zone).where(
    organisations.c.id == bindparam("here")
)
_VOTES = (
    select(announcement_votes.c.option, func.count().label("people"))
    .where(announcement_votes.c.announcement_id == bindparam("this_id"))
    .group_by(announcement_votes.c.option)
)
_BEGUN = or_(
    announcements.c.state.in_(list(UNDER_WAY)),
    and_(announcements.c.state.in_(list(OVER)), announcements.c.finished_at.is_not(None)),
)
_UNTOLD = (
    select(announcements.c.id, announcements.c.finished_at)
    .where(announcements.c.told.is_(False), _BEGUN)
    .order_by(announcements.c.id)
)
_BOARD = (
    select(pushes.c.message_id, persons.c.telegram_id)
    .join(persons, persons.c.id == pushes.c.person_id)
    .where(pushes.c.kind == PushKind.ANNOUNCEMENT_BOARD, pushes.c.state == PushState.SENT)
    .where(pushes.c.occasion >= bindparam("first"), pushes.c.occasion < bindparam("beyond"))
    .order_by(pushes.c.id.desc())
    .limit(1)
)
_TOLD = update(announcements).where(announcements.c.id == bindparam("this_id")).values(told=True)


async def read_announcement(
    engine: Engine, sealer: Sealer, id: int, counted: bool, events: Sequence[int]
) -> AnnouncementRead | None:
    async with engine.reading() as session:
        found = await SqlAnnouncements(session, sealer).get(id)
        if found is None:
            return None
        here = await session.one(_ORGANISATION, {"here": found.organisation_id})
        tally = await SqlSendings(session).tally(found.kind, found.occasion) if counted else {}
        votes = await session.rows(_VOTES, {"this_id": id}) if counted else ()
        event = None
        if found.event is not None:
            event = await SqlEvents(session, sealer).get(found.event)
        days: Sequence[tuple[date, int]] = ()
        if counted and event is not None:
            days = await registered_by_day(session, event.id, here.zone)
        departments, of_events = _named(found.audience)
        names = await SqlDepartments(session).names(found.organisation_id, departments)
        known = await SqlEvents(session, sealer).named(found.organisation_id, [*of_events, *events])
    by_option = {row.option: row.people for row in votes}
    return AnnouncementRead(
        found, here.name, here.language, here.zone, tally, by_option, event, names, known, days
    )


def _named(audience: Audience) -> tuple[Sequence[int], Sequence[int]]:
    """The ids of its departments and events."""
    departments = [int(value) for value in audience.named(Dimension.DEPARTMENT)]
    return departments, [event_of(value)[1] for value in audience.named(Dimension.EVENT)]


@dataclass(frozen=True, slots=True)
class SqlBoards:
    engine: Engine

    async def shown(self) -> Sequence[Board]:
        async with self.engine.reading() as session:
            boards = []
            for row in await session.rows(_UNTOLD):
                occasions = {"first": f"{row.id}.", "beyond": f"{row.id}/"}  # "/" comes after "."
                board = await session.row(_BOARD, occasions)
                if board is not None:
                    over = row.finished_at is not None
                    boards.append(Board(row.id, board.telegram_id, board.message_id, over))
        return boards

    async def told(self, announcement: int) -> None:
        async with self.engine.writing() as session:
            await session.run(_TOLD, {"this_id": announcement})
