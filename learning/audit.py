"""Who did what to whom, and when. No texts and no names: ids and plain values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from learning.account.model import Role


class Deed(StrEnum):
    MADE_CODES = "made_codes"
    MADE_SHEET = "made_sheet"
    IMPORTED_ROSTER = "imported_roster"
    REVOKED_SHEET = "revoked_sheet"
    REVOKED_CODE = "revoked_code"
    GAVE_ROLE = "gave_role"
    WITHDREW_ROLE = "withdrew_role"
    CHANGED_DEPARTMENT = "changed_department"
    REMOVED_MEMBER = "removed_member"
    JOINED = "joined"
    LEFT = "left"
    CHANGED_PHONE = "changed_phone"
    SENT_ANNOUNCEMENT = "sent_announcement"
    ASKED_APPROVAL = "asked_approval"
    SENT_BACK_ANNOUNCEMENT = "sent_back_announcement"
    APPROVED_ANNOUNCEMENT = "approved_announcement"
    PAUSED_ANNOUNCEMENT = "paused_announcement"
    RESUMED_ANNOUNCEMENT = "resumed_announcement"
    CANCELLED_ANNOUNCEMENT = "cancelled_announcement"
    OPENED_EVENT = "opened_event"
    CHANGED_EVENT = "changed_event"
    CANCELLED_EVENT = "cancelled_event"
    CHANGED_SECOND_LOOK = "changed_second_look"
    REVOKED_CERTIFICATE = "revoked_certificate"
    LAUNCHED_ROUND = "launched_round"
    REMINDED_ROUND = "reminded_round"
    CLOSED_ROUND = "closed_round"
    COUNTED_AGAIN = "counted_again"
    OPENED_MATCHING = "opened_matching"
    CLOSED_MATCHING = "closed_matching"
    SENT_PROPOSAL = "sent_proposal"
    REJECTED_PROPOSAL = "rejected_proposal"


@dataclass(frozen=True, slots=True)
class Entry:
    """`by` and `about` are ids of people; `by` is None for the command line, and either is None
    when that person was erased. `thing` is the id of the sheet, code or other thing concerned."""

    organisation_id: int
    deed: Deed
    at: datetime
    by: int | None
    about: int | None = None
    thing: int | None = None
    role: Role | None = None
    id: int = 0


class Audit(Protocol):
    """Written in the transaction of the deed itself."""

    async def record(self, entry: Entry) -> None: ...

    async def page(
        self, organisation_id: int, before: int | None, limit: int, person_id: int | None = None
    ) -> Sequence[Entry]:
        """The newest first, older than the entry `before`; of `person_id` what they did, and what
        was done about them."""
