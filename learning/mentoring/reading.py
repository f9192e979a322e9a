"""A turn as one of its two people may see it; nothing of this stands in an outcome."""

from dataclasses import dataclass

from learning.mentoring.agreement import Agreement
from learning.mentoring.check_in import CheckIn
from learning.mentoring.meeting.model import Meeting
from learning.mentoring.model import Side, TextHead, Turn
from learning.mentoring.shadowing.model import ShadowingDay
from learning.mentoring.shadowing.note import Note


@dataclass(frozen=True, slots=True)
class TurnRead:
    """`side` is the reader's; `partner` the other one's name, where one was given.

    `shadowing` is their latest day of job shadowing, `notes` the reader's own of that day.
    `agreement` holds, `proposal` is being made. `check_ins` are the reader's own. `texts` are the
    reader's and what was released to them; of `answered` they learn only that it is there.

    `meeting` is the latest, `place` where it is, `partner_zone` the other one's clock; `topics` are
    those that the mentee ticked for the mentor to know.
    """

    turn: Turn
    side: Side
    partner: str | None
    agreement: Agreement | None
    proposal: Agreement | None
    check_ins: tuple[CheckIn, ...] = ()
    texts: tuple[tuple[TextHead, str], ...] = ()
    answered: tuple[TextHead, ...] = ()
    meeting: Meeting | None = None
    place: str | None = None
    partner_zone: str | None = None
    topics: tuple[str, ...] = ()
    shadowing: ShadowingDay | None = None
    notes: tuple[Note, ...] = ()
