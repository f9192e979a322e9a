"""Who learns: a person, where they work, and how they want their lessons."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

EVERY_DAY = frozenset(range(7))
WORKING_DAYS = frozenset(range(5))


class Role(StrEnum):
    LEARNER = "learner"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"
    TRAINER = "trainer"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Person:
    """`language` is one of ours ("en", "el", "es"); `zone` an IANA name."""

    id: int
    telegram_id: int
    language: str
    zone: str
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Organisation:
    """A municipality. Lessons arrive on `weekdays` (0 is Monday) between `opens` and `closes`,
    local time of the person; `country` is an ISO 3166 code, `region` its subdivision."""

    id: int
    name: str
    country: str
    zone: str
    language: str
    region: str | None = None
    weekdays: frozenset[int] = WORKING_DAYS
    opens: time = time(7, 0)
    closes: time = time(20, 0)
    lesson_hour: time = time(9, 0)
    own_days_off: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one organisation; `until` is None while it lasts."""

    id: int
    person_id: int
    organisation: Organisation
    department: str | None
    role: Role
    channel: str | None


@dataclass(frozen=True, slots=True)
class EnrolmentCode:
    """What a deep link carries. `uses_left` is None for a code without a limit."""

    code: str
    organisation: Organisation
    department: str | None
    role: Role
    channel: str | None
    uses_left: int | None
    expires_at: datetime | None
    revoked: bool


class PauseScope(StrEnum):
    LESSONS = "lessons"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Pause:
    """From `since` until the day before `until`, local days; None: until the person resumes."""

    scope: PauseScope
    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Offer:
    """A lesson or scenario that is not finished yet.

    `day` (local) is when it was last sent or taken up; `reminders` counts those sent since then.
    """

    content_id: str
    day: date
    reminders: int = 0


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One person's way through the course. `begun_at` is None until they press Start.

    `next_due_at` (UTC) is when the clock next looks at this person; None: never by itself.
    `last_day` is the local day on which they last finished a lesson or scenario.
    """

    person_id: int
    lesson_time: time
    weekdays: frozenset[int]
    sector: str | None = None
    begun_at: datetime | None = None
    finished_at: datetime | None = None
    offer: Offer | None = None
    pauses: tuple[Pause, ...] = ()
    last_day: date | None = None
    next_due_at: datetime | None = None
    revision: int = 0

    def pause_on(self, day: date) -> Pause | None:
        return next((pause for pause in self.pauses if pause.covers(day)), None)

    def offered(self, content_id: str, day: date) -> "Enrolment":
        """Something waits to be learned, so the course is not (or no longer) finished."""
        return replace(self, offer=Offer(content_id, day), finished_at=None)

    def offered_anew(self, day: date) -> "Enrolment":
        """After a pause or a silence the open offer, if there is one, counts as sent on `day`."""
        return replace(self, offer=self.offer and Offer(self.offer.content_id, day))


@dataclass(frozen=True, slots=True)
class Actor:
    """Everything about the one who asks, loaded once by `perform`.

    `membership` is the learning one: it gives holidays, country notes and hours.
    `memberships` are all present ones.
    """

    telegram_id: int
    person: Person | None = None
    enrolment: Enrolment | None = None
    membership: Membership | None = None
    memberships: tuple[Membership, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(membership.role for membership in self.memberships)

    def acting_as(self, role: Role) -> Membership | None:
        """The membership that gives the right of `role`; an owner may all that others may.

        Whatever somebody reads or changes by that right is of this membership's organisation.
        """
        enough = (role, Role.OWNER)
        return next((m for m in self.memberships if m.role in enough), None)

    @property
    def organisation(self) -> Organisation | None:
        return self.membership.organisation if self.membership else None

    @property
    def country(self) -> str | None:
        return self.membership.organisation.country if self.membership else None
