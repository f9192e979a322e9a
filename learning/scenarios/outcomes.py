"""What is true after an act in a scenario. `definition` tells which edition to word it from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """`number` counts the decisions met so far, this one included."""

    run: int
    revision: int
    definition: str
    decision: str
    choices: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class ConsequenceShown:
    run: int
    revision: int
    definition: str
    decision: str
    choice: str


@dataclass(frozen=True, slots=True)
class CoachingShown:
    run: int
    revision: int
    definition: str
    decision: str
    choice: str


@dataclass(frozen=True, slots=True)
class EndingReached:
    """`endings` tells how many different ones the scenario has. `rating_asked`: how useful the
    subunit was is asked here."""

    run: int
    revision: int
    definition: str
    ending: str
    endings: int
    course_finished: bool
    rating_asked: bool = False


RunView = DecisionShown | ConsequenceShown | CoachingShown | EndingReached


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The tap came late or twice; nothing was done, `now` is what is the case."""

    now: RunView


@dataclass(frozen=True, slots=True)
class SubunitRated:
    """The tap is counted, if it was the first; `now` is what the run shows."""

    now: RunView


@dataclass(frozen=True, slots=True)
class RunGone:
    """The run or its scenario does not exist (any more), or is not this person's."""
