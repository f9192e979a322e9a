"""An example of every outcome about events, and of what is read for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from learning.events import outcomes as o
from learning.events.model import Event, EventKind, EventState, Field, Seat, Turnout
from learning.readings import EventRead, EventReportRead, EventsRead
from learning.reports.model import Form

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ID, REVISION = 2**63 - 1, 2**31 - 1
EVENT = Event(
    ID,
    7,
    1,
    NOW,
    kind=EventKind.WEBINAR,
    titles={"en": "Plain <language> & more " * 8, "el": "Σαφής γλώσσα"},
    speaker="Ana <desk>",
    starts_at=NOW + timedelta(days=3),
    minutes=90,
    place="Hall " * 40,
    link="https://example.org/" + "a" * 380,
    seats=40,
    closes_at=NOW + timedelta(days=2),
    recording="https://example.org/r" + "b" * 380,
    materials="https://example.org/m" + "c" * 380,
    headcount=140,
    state=EventState.OPEN,
    taken=38,
    sequence=1,
    code="ABCDEF",
)
OVER = replace(EVENT, starts_at=NOW - timedelta(days=3), closes_at=None)
DAY = NOW.date()
TURNOUT = Turnout(38, 4, 2, 31, {(q, a): 5 * a for q in range(3) for a in (1, 2, 3)})


def read(event: Event) -> EventRead:
    return EventRead(event, "Municipality of Egaleo & <friends>", "el", "Europe/Athens", TURNOUT)


READ: dict[type, Any] = {
    **dict.fromkeys(
        (
            o.EventShown,
            o.Registered,
            o.WaitingListed,
            o.RegistrationCancelled,
            o.RegistrationClosed,
            o.LateNoted,
            o.Attended,
            o.NotItsTime,
            o.QuestionPut,
            o.EventReminded,
            o.EventMoved,
            o.SeatGiven,
            o.RecordingArrived,
            o.MaterialsArrived,
            o.EventDraftShown,
            o.EventCancelOffered,
            o.AttendanceCodeShown,
        ),
        read(EVENT),
    ),
    o.EventCalledOff: read(replace(EVENT, state=EventState.CANCELLED)),
    o.EventsShown: EventsRead(
        tuple((EVENT, seat) for seat in (None, *Seat)),
        tuple((OVER, attended) for attended in (False, True)),
    ),
    o.EventsManaged: [EVENT, OVER, Event(8, 7, 1, NOW)],
    o.EventReported: EventReportRead(read(OVER), tuple((DAY, n) for n in range(28))),
}


def of_events() -> list[object]:
    return [
        *(o.EventsShown(7, NOW, organisation) for organisation in (None, 3)),
        *(o.EventShown(ID, seat, True, True, False) for seat in (None, Seat.REGISTERED)),
        o.EventShown(ID, Seat.WAITING, False, False, False),
        o.EventShown(ID, Seat.REGISTERED, True, True, False, late=True),
        o.EventShown(ID, None, False, False, False),
        o.EventShown(ID, Seat.REGISTERED, False, True, True),
        o.EventShown(ID, Seat.REGISTERED, False, False, True, over=True, coordinates=True),
        o.EventsManaged(3, 7),
        *(o.EventReported(ID, form) for form in Form),
        o.MaterialsArrived(ID),
        o.Registered(ID),
        o.WaitingListed(ID),
        o.RegistrationCancelled(ID),
        o.RegistrationCancelled(ID, waited=True),
        o.RegistrationClosed(ID),
        o.LateNoted(ID),
        o.EventGone(),
        *(o.FieldAsked(ID, REVISION, each, "el", "Europe/Athens") for each in Field),
        o.FieldAsked(ID, REVISION, Field.TITLE, "es", "Europe/Athens", unreadable=True),
        o.EventDraftShown(ID),
        o.EventDropped(),
        *(o.EventCancelOffered(ID, number) for number in (1, 12)),
        *(o.EventCancelled(ID, number) for number in (1, 12)),
        o.AttendanceCodeShown(ID),
        *(o.AttendanceAsked(ID, unreadable) for unreadable in (False, True)),
        *(o.Attended(ID, again) for again in (False, True)),
        o.NotItsTime(ID),
        *(o.QuestionPut(ID, number) for number in range(3)),
        o.FeedbackGiven(ID),
        *(o.EventReminded(ID, soon) for soon in (False, True)),
        o.EventMoved(ID),
        o.EventCalledOff(ID),
        o.SeatGiven(ID),
        o.RecordingArrived(ID),
    ]
