"""A decision scenario: a small graph of decisions that ends in one of several endings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from learning.course.model import Source
from learning.course.words import Words


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the run's `variable` stands in relation `is_` to `value`."""

    variable: str
    is_: Literal["at_least", "at_most"]
    value: int


@dataclass(frozen=True, slots=True)
class Branch:
    """Leads to the decision or ending `to` when all of `when` hold; no condition: always."""

    to: str
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The consequence is shown first, the coaching after. `effects` add to the variables."""

    id: str
    text: Words
    consequence: Words
    coaching: Words
    leads: tuple[Branch, ...]
    effects: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    text: Words
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended, and the rule to remember with its source ids."""

    id: str
    text: Words
    rule: Words
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """`start` names the first decision; `variables` gives each variable's first value."""

    id: str
    title: Words
    competences: tuple[str, ...]
    sectors: tuple[str, ...]
    start: str
    variables: Mapping[str, int]
    decisions: tuple[Decision, ...]
    endings: tuple[Ending, ...]
    sources: tuple[Source, ...] = ()

    def decision(self, id: str) -> Decision | None:
        return next((decision for decision in self.decisions if decision.id == id), None)

    def ending(self, id: str) -> Ending | None:
        return next((ending for ending in self.endings if ending.id == id), None)
