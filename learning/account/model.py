"""Who learns: a person, where they work, and how they want their lessons."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum

from learning.course.way import Way

EVERY_DAY = frozenset(range(7))
WORKING_DAYS = frozenset(range(5))
DAILY_BUDGET = 2
PHONE_MOVE = "mv_"  # how the codes begin that bring a person to a new phone


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
class PhoneMove:
    """A person on the way to a new Telegram account."""

    person_id: int
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Organisation:
    """A municipality. Lessons arrive on `weekdays` (0 is Monday) between `opens` and `closes`,
    local time of the person; `country` is an ISO 3166 code, `region` its subdivision. Each of its
    people gets at most `daily_budget` messages a day that they did not ask for."""

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
    daily_budget: int = DAILY_BUDGET


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one organisation, while it lasts. `code` is the id of the code that they
    came with: the only thing by which others know them, since no names are kept."""

    id: int
    person_id: int
    organisation: Organisation
    department: str | None
    role: Role
    channel: str | None
    code: int | None = None


class CodeKind(StrEnum):
    STAFF = "staff"  # makes its bearer a member
    OPEN = "open"  # on a leaflet or poster: counts who came that way, and gives no membership


@dataclass(frozen=True, slots=True)
class EnrolmentCode:
    """What a deep link carries. `uses_left` is None for a code without a limit.

    `used` counts the people who came by it; `sheet` is the sheet it was printed on.
    """

    code: str
    organisation: Organisation
    department: str | None
    role: Role
    channel: str | None
    uses_left: int | None
    expires_at: datetime | None
    revoked: bool
    kind: CodeKind = CodeKind.STAFF
    sheet: int | None = None
    used: int = 0
    id: int = field(default=0, compare=False)


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
class PastDays:
    """Which days were lesson days until the local day `until`, when that was changed."""

    until: date
    weekdays: frozenset[int]
    country: str | None = None
    region: str | None = None
    own_days_off: frozenset[date] = frozenset()


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
    `last_day` is the local day on which they last finished a lesson or scenario. `standing`
    counts the changes of memberships and roles: buttons carry it, so that an old one is known.
    `past_days` are the rules of earlier days, the earliest first.
    `path` lists the subunits that come first, in order; empty for the standard path.
    """

    person_id: int
    lesson_time: time
    weekdays: frozenset[int]
    sector: str | None = None
    begun_at: datetime | None = None
    finished_at: datetime | None = None
    offer: Offer | None = None
    pauses: tuple[Pause, ...] = ()
    past_days: tuple[PastDays, ...] = ()
    last_day: date | None = None
    next_due_at: datetime | None = None
    standing: int = 0
    path: tuple[str, ...] = ()
    revision: int = 0

    @property
    def way(self) -> Way:
        return Way(self.path, self.sector)

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
    `memberships` are all present ones. `conversing` says that something of their talk is open.
    """

    telegram_id: int
    person: Person | None = None
    enrolment: Enrolment | None = None
    membership: Membership | None = None
    memberships: tuple[Membership, ...] = ()
    conversing: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(membership.role for membership in self.memberships)

    def acting_as(self, role: Role) -> Membership | None:
        """The membership that gives the right of `role`; an owner may all that others may.

        Whatever somebody reads or changes by that right is of this membership's organisation.
        """
        enough = (role, Role.OWNER)
        return next((m for m in self.memberships if m.role in enough), None)

    def roles_in(self, organisation_id: int) -> frozenset[Role]:
        members = (m for m in self.memberships if m.organisation.id == organisation_id)
        return frozenset(member.role for member in members)

    @property
    def standing(self) -> int:
        return self.enrolment.standing if self.enrolment else 0

    @property
    def organisation(self) -> Organisation | None:
        return self.membership.organisation if self.membership else None

    @property
    def country(self) -> str | None:
        return self.membership.organisation.country if self.membership else None
