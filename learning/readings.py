"""What screens need that no outcome may hold: read at the moment of speaking, never stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from learning.account.model import CodeKind, Role
from learning.announcements.model import Announcement
from learning.announcements.ports import Tally
from learning.certificates.model import Certificate, CertificateKind
from learning.certificates.statement import Statement
from learning.events.model import Event, Seat, Turnout
from learning.mentoring.between.reading import UsernamesRead
from learning.mentoring.evaluating.reading import LookBack, PracticeRead
from learning.mentoring.model import Turn
from learning.mentoring.reading import TurnRead
from learning.needs.report.model import NeedsLook
from learning.reports.model import CourseLook
from learning.reports.reach import Reach


@dataclass(frozen=True, slots=True)
class PrintedCode:
    code: str
    department: str | None


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet with the codes that somebody can still use; `language` is the organisation's."""

    organisation: str
    language: str
    zone: str
    kind: CodeKind
    role: Role
    department: str | None
    channel: str | None
    expires_at: datetime | None
    codes: tuple[PrintedCode, ...]


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """What is printed: `line` is the statement with its signature, `public_key` checks it. `event`
    is the one attended."""

    name: str
    statement: Statement
    line: str
    public_key: str
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class TicketWords:
    """`name` is the asker's, None for who stayed without one; each text with whether it is an
    answer, the oldest first. Of a closed ticket there are none. `partner`: the other one of the
    pair, where a concern says who that is."""

    name: str | None
    texts: tuple[tuple[bool, str], ...]
    is_concern: bool = False
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class AnnouncementRead:
    """`organisation` is the name of who speaks, `language` and `zone` what is usual there.
    `tally` and `votes` (by option) are counts, not yet fit to be shown. `departments` (names) and
    `events` are those that its audience names, by id. `registered` counts those who registered
    for its event, by the first day of a step."""

    announcement: Announcement
    organisation: str
    language: str
    zone: str
    tally: Tally
    votes: Mapping[int, int]
    event: Event | None = None
    departments: Mapping[int, str] = field(default_factory=dict)
    events: Mapping[int, Event] = field(default_factory=dict)
    registered: Sequence[tuple[date, int]] = ()


@dataclass(frozen=True, slots=True)
class EventRead:
    """`turnout` is for its coordinators alone."""

    event: Event
    organisation: str
    language: str
    zone: str
    turnout: Turnout


@dataclass(frozen=True, slots=True)
class EventReportRead:
    """`days`: how many of those who are registered now registered from that day to the next."""

    read: EventRead
    days: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class EventsRead:
    """Of one person: what is coming and how they stand to it; of what was, with whether they were
    there, the latest first."""

    coming: tuple[tuple[Event, Seat | None], ...]
    past: tuple[tuple[Event, bool], ...]


@dataclass(frozen=True, slots=True)
class PairRead:
    """What coordinators may know of a pair: who they are, where they are, nothing they said."""

    turn: Turn
    mentor: str | None
    mentee: str | None


class Readings(Protocol):
    """Outside transactions of `perform`; None (or nothing) for what is gone by then."""

    async def my_data(self, telegram_id: int) -> dict[str, list[dict[str, Any]]]:
        """Every row about this person by table, in plain values; empty for somebody unknown."""

    async def printed_sheet(self, sheet: int) -> PrintedSheet | None: ...

    async def code(self, code: int) -> str | None:
        """The code that this id stands for."""

    async def phone_move(self, person: int) -> str | None:
        """The code by which this person goes on under another account."""

    async def needs_look(self, round: int) -> NeedsLook | None:
        """Of a closed round."""

    async def course_look(self, organisation: int) -> CourseLook | None: ...

    async def reach(self, organisation: int, at: datetime) -> Reach | None:
        """What may be shown of it."""

    async def choice_counts(self, organisation: int) -> Mapping[str, Mapping[str, int]]:
        """What may be shown: question or subunit → choice → people."""

    async def certificate(self, code: str) -> Certificate | None: ...

    async def certificate_paper(self, certificate: int, held: int) -> CertificatePaper | None:
        """Can be read once: the name is taken away with it."""

    async def names(self, ids: Sequence[int]) -> Mapping[int, str]:
        """By person id, of those who gave one for others to see them by."""

    async def ticket_words(self, ticket: int) -> TicketWords | None: ...

    async def look_back(self, turn: int, person: int) -> LookBack | None:
        """As this person may see it; None for who is not of the pair."""

    async def practices(self, ids: Sequence[int]) -> Sequence[PracticeRead]:
        """In this order, without those that were taken back."""

    async def announcement(
        self, id: int, counted: bool = False, events: Sequence[int] = ()
    ) -> AnnouncementRead | None:
        """With its counts where they are wanted. Of the organisation's `events` also these."""

    async def announcements(self, organisation: int, person: int) -> Sequence[Announcement]:
        """The organisation's latest ones, the newest first; of the drafts the person's own."""

    async def event(self, id: int) -> EventRead | None: ...

    async def event_report(self, id: int) -> EventReportRead | None: ...

    async def managed_events(self, organisation: int, person: int) -> Sequence[Event]:
        """The organisation's and the person's own drafts, the newest first."""

    async def events(self, person: int, at: datetime) -> EventsRead:
        """Of the organisations that the person belongs to."""

    async def turn(self, id: int, person: int) -> TurnRead | None:
        """A turn of mentoring, for one of its two people."""

    async def turns(self, person: int) -> Sequence[TurnRead]:
        """All of this person's, the running ones first."""

    async def usernames(self, turn: int, person: int) -> UsernamesRead | None:
        """As the messenger has them now; None for who is not one of the two."""

    async def pair(self, id: int) -> PairRead | None:
        """A turn of mentoring, for a coordinator."""


async def attended_event(readings: Readings, kind: CertificateKind, about: str) -> EventRead | None:
    """The event that a certificate is about, if it is about one."""
    return await readings.event(int(about)) if kind is CertificateKind.ATTENDANCE else None
