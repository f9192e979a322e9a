"""What is true after an act in the needs analysis. No text that anybody typed is in it."""

from dataclasses import dataclass
from datetime import datetime, time

from learning.needs.answers import Answer, Wave
from learning.needs.model import Mode
from learning.needs.report.chapters import Part


@dataclass(frozen=True, slots=True)
class NeedsUnavailable:
    """This course has no questionnaire."""


@dataclass(frozen=True, slots=True)
class NeedsOffered:
    """Nothing is asked yet: first what it is for. `round` is None for one's own path alone."""

    mode: Mode
    wave: Wave
    definition: str
    questions: int
    round: int | None = None
    organisation: str | None = None
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the settings say, to be confirmed. `times` may be chosen for the lesson."""

    sector: str | None
    lesson_time: time
    language: str
    times: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class NeedsAsked:
    """The question at `at`, the `number`-th `of` all; `row` is that of a grid, the `row_number`-th
    of `rows`. `picks` are ticked. `unread`: a text came that gave no answer."""

    draft: int
    revision: int
    definition: str
    at: str
    number: int
    of: int
    picks: Answer = ()
    question: str = ""
    row: str | None = None
    column: str | None = None
    row_number: int = 0
    rows: int = 0
    back: bool = False
    facts: Facts | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    at: str
    picks: Answer


@dataclass(frozen=True, slots=True)
class NeedsReviewed:
    """All is answered or skipped, nothing is sent. `answers` are in the order of asking."""

    draft: int
    revision: int
    definition: str
    mode: Mode
    wave: Wave
    answers: tuple[Given, ...]


NeedsView = NeedsAsked | NeedsReviewed


@dataclass(frozen=True, slots=True)
class NeedsAlreadyThere:
    """The tap came late or twice, perhaps from another device; nothing was done."""

    now: NeedsView


@dataclass(frozen=True, slots=True)
class NeedsGone:
    """Sent, dropped, or none of this person's."""


@dataclass(frozen=True, slots=True)
class NeedsDropped:
    """Not sent; nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class RoundOver:
    """The round was closed before this was sent: it can still serve the own path, or go."""

    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class Ability:
    """What the person said of a competence, 1 to 5; `after` the course, if asked again."""

    competence: str
    before: int | None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a unit stands where it stands: the competence that the person is least sure of, and the
    situation that weighs most; each None where nothing was said."""

    competence: str | None = None
    confidence: int | None = None
    situation: str | None = None
    often: int | None = None


@dataclass(frozen=True, slots=True)
class PathStep:
    """A unit, and why it stands here; `reason` is None where nothing is remembered of it."""

    unit: str
    done: bool
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class AnswersSent:
    """They count now. Of an unlinked round the reasons are told here and never again, `steps` are
    what matters most, and `kept` the units that stay with the person, partly by lot."""

    mode: Mode
    wave: Wave
    definition: str
    abilities: tuple[Ability, ...]
    steps: tuple[PathStep, ...]
    revision: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PathShown:
    """The way through the course as it is now; `own` when it is not the standard one. `mine`:
    what is kept gives another path than this one. `again`: the competences may be asked again."""

    definition: str | None
    abilities: tuple[Ability, ...]
    steps: tuple[PathStep, ...]
    own: bool
    mine: bool
    again: bool
    revision: int
    moved: str | None = None


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What a coordinator sees of a round. `departments` are names; none means all."""

    id: int
    revision: int
    mode: Mode
    departments: tuple[str, ...]
    opens_at: datetime | None
    closes_at: datetime | None
    launched: bool
    closed_at: datetime | None
    is_open: bool
    reminders: int
    may_remind: bool


@dataclass(frozen=True, slots=True)
class RoundsShown:
    organisation: str
    rounds: tuple[RoundFacts, ...]


@dataclass(frozen=True, slots=True)
class DepartmentOption:
    id: int
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RoundPlanned:
    """A plan, step by step: `departments` may be chosen, the dates too; nothing is told yet."""

    round: RoundFacts
    departments: tuple[DepartmentOption, ...]


@dataclass(frozen=True, slots=True)
class RoundLaunched:
    """`called` people will hear of it when it opens."""

    round: RoundFacts
    called: int


@dataclass(frozen=True, slots=True)
class GroupTurnout:
    """`names` are the departments in the group, None for nobody's; never fewer than ten people."""

    names: tuple[str | None, ...]
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class RoundShown:
    """`groups` are empty while the round asks fewer than ten people; the first is everybody."""

    round: RoundFacts
    groups: tuple[GroupTurnout, ...]


@dataclass(frozen=True, slots=True)
class RoundReminded:
    round: RoundFacts
    called: int


@dataclass(frozen=True, slots=True)
class ClosingOffered:
    round: RoundFacts


@dataclass(frozen=True, slots=True)
class RoundClosed:
    round: RoundFacts


@dataclass(frozen=True, slots=True)
class PlanDropped:
    pass


@dataclass(frozen=True, slots=True)
class RoundCalled:
    """For a learner, unasked: a round is open; `reminded`: and still waits for an answer."""

    round: int
    organisation: str
    mode: Mode
    closes_at: datetime | None
    reminded: bool


@dataclass(frozen=True, slots=True)
class NeedsReminded:
    """For somebody who stopped half-way: the one reminder."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class NeedsAgain:
    """For somebody who finished the course: the competences may be asked again."""


@dataclass(frozen=True, slots=True)
class NeedsReported:
    """The tables of the closed round are read at the moment of speaking."""

    round: int
    part: Part


@dataclass(frozen=True, slots=True)
class TooFewAgain:
    """Too few have answered after the course for any table; nothing was counted."""

    round: int


@dataclass(frozen=True, slots=True)
class NoNeedsReport:
    """No round is closed, or not this one."""


@dataclass(frozen=True, slots=True)
class RoundsTurned:
    """For the clock: so many rounds came to their end."""

    closed: int
