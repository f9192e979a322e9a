"""Who is told what: a push to the other side of a ticket, and its one reminder."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from learning.account.model import Organisation
from learning.pushes.model import NewPush, PushKind
from learning.rhythm.window import working_window
from learning.tickets.model import Ticket
from learning.tickets.ports import Tickets

WORKING_DAYS_TO_REMINDER = 2


async def readers_of(ticket: Ticket, tickets: Tickets) -> list[int]:
    """Who answers it: never who asked, and of a concern only who was chosen."""
    staff = set(await tickets.staff(ticket.organisation_id, ticket.to)) - {ticket.person_id}
    return sorted(person for person in staff if ticket.is_for(person))


def to_staff(
    ticket: Ticket, staff: Sequence[int], organisation: Organisation, now: datetime
) -> list[NewPush]:
    """The text now, and a reminder that is dropped when somebody has answered by then."""
    occasion, later = occasion_of(ticket), reminder_at(organisation, now)
    said = [NewPush(person, PushKind.TICKET, occasion, now) for person in staff]
    first = f"{ticket.id}."
    return [
        *said,
        *(NewPush(person, PushKind.TICKET_REMINDER, first, later) for person in staff),
    ]


NOBODY = "nobody"


def nobody_left(ticket: Ticket, now: datetime) -> NewPush:
    """For who asked: it is closed, for nobody is there to answer."""
    return NewPush(ticket.person_id, PushKind.TICKET_END, f"{ticket.id}.{NOBODY}", now)


def occasion_of(ticket: Ticket) -> str:
    """One for each text of each ticket."""
    return f"{ticket.id}.{ticket.texts}"


def ticket_of(occasion: str) -> int:
    return int(occasion.partition(".")[0])


def reminder_at(organisation: Organisation, now: datetime) -> datetime:
    """The same hour two working days later."""
    window = working_window(organisation, now)
    due = now
    for _ in range(WORKING_DAYS_TO_REMINDER):
        due = window.next_instant(due) or due + timedelta(days=1)
    return due
