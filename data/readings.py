"""What is read at the moment of speaking, because no outcome may hold it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from data.announcement_readings import read_announcement
from data.announcements import SqlAnnouncements
from data.certificate_papers import certificate_paper
from data.certificates import SqlCertificates
from data.counts import shown_counts
from data.display_names import names_of
from data.evaluating_readings import read_look_back, read_practices
from data.event_readings import read_event, read_event_report, read_events, read_managed
from data.mentoring_readings import read_pair, read_turn, read_turns
from data.needs_reports import needs_look
from data.personal_copy import rows_about
from data.reports.course import ORGANISATION
from data.reports.reach import reach_counts
from data.reports.shown import SqlCourseReports
from data.sealing import Sealer
from data.session import Engine
from data.tables.organisations import departments, enrolment_codes, organisations, sheets
from data.tables.people import persons, phone_moves
from data.ticket_words import ticket_words
from learning.account.model import CodeKind, Role
from learning.announcements.model import Announcement
from learning.certificates.model import Certificate
from learning.events.model import Event
from learning.mentoring.between.reading import UsernamesRead
from learning.mentoring.evaluating.reading import LookBack, PracticeRead
from learning.mentoring.reading import TurnRead
from learning.needs.report.model import NeedsLook
from learning.readings import (
    AnnouncementRead,
    CertificatePaper,
    EventRead,
    EventReportRead,
    EventsRead,
    PairRead,
    PrintedCode,
    PrintedSheet,
    TicketWords,
)
from learning.reports.model import CourseLook
from learning.reports.reach import Reach, published

LISTED = 10  # announcements on one screen
_SHEET = (
    select(
        sheets,
        organisations.c.name,
        organisations.c.language,
        organisations.c.zone,
        departments.c.name.label("department"),
    )
    .select_from(
        sheets.join(organisations, organisations.c.id == sheets.c.organisation_id).outerjoin(
            departments, departments.c.id == sheets.c.department_id
        )
    )
    .where(sheets.c.id == bindparam("sheet"))
)
# Used codes too: what is missing on a paper would tell who came.
_CODES = (
    select(enrolment_codes.c.code, departments.c.name)
    .select_from(
        enrolment_codes.outerjoin(departments, departments.c.id == enrolment_codes.c.department_id)
    )
    .where(enrolment_codes.c.sheet_id == bindparam("sheet"))
    .where(enrolment_codes.c.revoked.is_(False))
    .order_by(departments.c.name, enrolment_codes.c.id)
)
_CODE = select(enrolment_codes.c.code).where(enrolment_codes.c.id == bindparam("id"))
_PHONE_MOVE = select(phone_moves.c.code).where(phone_moves.c.person_id == bindparam("person"))

_TELEGRAM_ID = select(persons.c.telegram_id).where(persons.c.id == bindparam("person"))


async def _unknown(telegram_id: int) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class SqlReadings:
    """`username_of` asks the messenger, by the id there; nothing of its answer is kept."""

    engine: Engine
    sealer: Sealer
    username_of: Callable[[int], Awaitable[str | None]] = _unknown

    async def my_data(self, telegram_id: int) -> dict[str, list[dict[str, Any]]]:
        return await rows_about(self.engine, self.sealer, telegram_id)

    async def printed_sheet(self, sheet: int) -> PrintedSheet | None:
        async with self.engine.reading() as session:
            row = await session.row(_SHEET, {"sheet": sheet})
            codes = await session.rows(_CODES, {"sheet": sheet})
        if row is None:
            return None
        return PrintedSheet(
            organisation=row.name,
            language=row.language,
            zone=row.zone,
            kind=CodeKind(row.kind),
            role=Role(row.role),
            department=row.department,
            channel=row.channel,
            expires_at=row.expires_at,
            codes=tuple(PrintedCode(code.code, code.name) for code in codes),
        )

    async def code(self, code: int) -> str | None:
        async with self.engine.reading() as session:
            row = await session.row(_CODE, {"id": code})
        return row.code if row else None

    async def phone_move(self, person: int) -> str | None:
        async with self.engine.reading() as session:
            row = await session.row(_PHONE_MOVE, {"person": person})
        return row.code if row else None

    async def needs_look(self, round: int) -> NeedsLook | None:
        async with self.engine.reading() as session:
            return await needs_look(session, round)

    async def course_look(self, organisation: int) -> CourseLook | None:
        async with self.engine.reading() as session:
            known = await session.row(ORGANISATION, {"organisation_id": organisation})
            looks = await SqlCourseReports(session).shown(organisation)
        if known is None:
            return None
        shown = next((each for each in reversed(looks) if each.report), None)
        if shown is None:
            return CourseLook(known.name, known.waiting)
        return CourseLook(known.name, known.waiting, shown.day, shown.report)

    async def reach(self, organisation: int, at: datetime) -> Reach | None:
        async with self.engine.reading() as session:
            counts = await reach_counts(session, organisation, at)
        return published(counts) if counts else None

    async def choice_counts(self, organisation: int) -> Mapping[str, Mapping[str, int]]:
        return await shown_counts(self.engine, organisation)

    async def certificate(self, code: str) -> Certificate | None:
        async with self.engine.reading() as session:
            return await SqlCertificates(session).by_code(code)

    async def certificate_paper(self, certificate: int, held: int) -> CertificatePaper | None:
        return await certificate_paper(self.engine, self.sealer, certificate, held)

    async def names(self, ids: Sequence[int]) -> Mapping[int, str]:
        return await names_of(self.engine, self.sealer, ids)

    async def ticket_words(self, ticket: int) -> TicketWords | None:
        return await ticket_words(self.engine, self.sealer, ticket)

    async def look_back(self, turn: int, person: int) -> LookBack | None:
        return await read_look_back(self.engine, self.sealer, turn, person)

    async def practices(self, ids: Sequence[int]) -> Sequence[PracticeRead]:
        return await read_practices(self.engine, self.sealer, ids)

    async def announcement(
        self, id: int, counted: bool = False, events: Sequence[int] = ()
    ) -> AnnouncementRead | None:
        return await read_announcement(self.engine, self.sealer, id, counted, events)

    async def announcements(self, organisation: int, person: int) -> Sequence[Announcement]:
        async with self.engine.reading() as session:
            return await SqlAnnouncements(session, self.sealer).page(organisation, person, LISTED)

    async def event(self, id: int) -> EventRead | None:
        return await read_event(self.engine, self.sealer, id)

    async def event_report(self, id: int) -> EventReportRead | None:
        return await read_event_report(self.engine, self.sealer, id)

    async def managed_events(self, organisation: int, person: int) -> Sequence[Event]:
        return await read_managed(self.engine, self.sealer, organisation, person)

    async def events(self, person: int, at: datetime) -> EventsRead:
        return await read_events(self.engine, self.sealer, person, at)

    async def turn(self, id: int, person: int) -> TurnRead | None:
        return await read_turn(self.engine, self.sealer, id, person)

    async def usernames(self, turn: int, person: int) -> UsernamesRead | None:
        read = await self.turn(turn, person)
        if read is None:
            return None
        mine, other = await self._username(person), read.turn.partner_of(person)
        shown = other if read.turn.both_share and mine else None
        return UsernamesRead(read, mine, await self._username(shown) if shown else None)

    async def _username(self, person: int) -> str | None:
        async with self.engine.reading() as session:
            row = await session.row(_TELEGRAM_ID, {"person": person})
        return await self.username_of(row.telegram_id) if row else None

    async def turns(self, person: int) -> Sequence[TurnRead]:
        return await read_turns(self.engine, self.sealer, person)

    async def pair(self, id: int) -> PairRead | None:
        return await read_pair(self.engine, self.sealer, id)
