"""The circle of mentoring, compiled: steps, phases, questions, intervals, artefacts.

Every id is written by the author, never a position, and never reused; a running turn finishes on
the version that it began with (promise 10).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from learning.course.words import Words


class Step(StrEnum):
    """The circle, in its order."""

    ACCESS = "access"  # access and training: before there is a pair
    MATCHING = "matching"  # selection and matching, up to the agreement of both
    MENTORING = "mentoring"  # mentoring and job shadowing, phase by phase
    EVALUATION = "evaluation"  # evaluation and good practice
    CLOSING = "closing"  # the circle closes


PAIRED = tuple(Step)[1:]  # where a pair can be


class Grow(StrEnum):
    """Which part of a GROW talk a question is."""

    GOAL = "goal"
    REALITY = "reality"
    OPTIONS = "options"
    WILL = "will"


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: Words
    grow: Grow


@dataclass(frozen=True, slots=True)
class Phase:
    """`weeks` is how long it usually takes, `questions` are put in check-ins in turn, `talk` is
    the mentor's talk kit, and `statement` is what both sides rate from 1 to 5."""

    id: str
    title: Words
    aim: Words
    weeks: int
    statement: Words
    questions: tuple[Question, ...]
    talk: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class StepPart:
    """`published`: Q-SER describes it in `source`; else it is our own reconstruction.
    `artefacts` are ids of resources."""

    id: Step
    title: Words
    text: Words
    published: bool
    source: str | None
    artefacts: tuple[str, ...]
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a list that is offered as buttons."""

    id: str
    text: Words


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement may say: `weeks` between check-ins, `minutes` of a meeting."""

    goals: int
    weeks: tuple[int, ...]
    minutes: tuple[int, ...]
    channels: tuple[Choice, ...]
    confidentiality: tuple[Choice, ...]
    endings: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """Days without an answer, pauses and holidays not counted: then the side is reminded, the
    coordinator told that the pair is silent, an end or a new start offered, the turn ended."""

    remind: int
    tell: int
    offer: int
    end: int


@dataclass(frozen=True, slots=True)
class Shadowing:
    """Job shadowing: for up to `slots` times of `minutes` on one day, a guest watches a host at
    work. It is offered in `phases`; a pair that has had its day there goes on to the phase `then`.

    `guide` is the id of a resource. Both tick all `rules`. The guest writes `observations` at the
    end of each slot; later each side has two questions, and `trying` is the last one of both.
    """

    phases: tuple[str, ...]
    then: str
    slots: int
    minutes: int
    guide: str
    bring: tuple[Choice, ...]
    rules: tuple[Choice, ...]
    observations: tuple[Choice, ...]
    guest: tuple[Choice, ...]
    host: tuple[Choice, ...]
    trying: Choice


@dataclass(frozen=True)
class Cycle:
    """`divergence`: so many steps of five between the two sides' ratings invite both to talk.
    `fit_days` after the beginning both are asked again whether they fit. `evaluation` is what both
    rate at the end, `card` what a good-practice card says, `shadowing` how a day of watching goes;
    a turn that began before there were any has none."""

    id: str
    title: Words
    steps: tuple[StepPart, ...]
    terms: Terms
    rating: tuple[Choice, ...]
    fit: tuple[Choice, ...]
    silence: Silence
    divergence: int
    fit_days: int
    evaluation: tuple[Choice, ...] = ()
    card: tuple[Choice, ...] = ()
    shadowing: Shadowing | None = None

    def step(self, id: Step) -> StepPart:
        return next(step for step in self.steps if step.id is id)

    @property
    def phases(self) -> tuple[Phase, ...]:
        return tuple(phase for step in self.steps for phase in step.phases)

    def phase(self, id: str | None) -> Phase | None:
        return next((phase for phase in self.phases if phase.id == id), None)

    def after(self, phase: str) -> str | None:
        """The phase that follows; None after the last."""
        ids = [each.id for each in self.phases]
        later = ids[ids.index(phase) + 1 :]
        return later[0] if later else None


@dataclass(frozen=True)
class Cycles:
    """By the hash of their definition; `today` is what a new turn begins with. Empty for a course
    without mentoring."""

    today: str | None = None
    by_hash: Mapping[str, Cycle] = field(default_factory=dict)

    def get(self, definition: str) -> Cycle | None:
        return self.by_hash.get(definition)

    @property
    def current(self) -> Cycle | None:
        return self.by_hash.get(self.today) if self.today else None
