"""What a coordinator sees of pairs: where they are, never what they write."""

from dataclasses import dataclass
from datetime import date

from learning.mentoring.cycle import Step


@dataclass(frozen=True, slots=True)
class Place:
    """How many running pairs are at one place of the circle, and how many of them are silent."""

    step: Step
    phase: str | None
    pairs: int
    silent: int


@dataclass(frozen=True, slots=True)
class Seen:
    """One of the two, by whose name the pair is known. `person` is None once they were erased;
    of somebody `elsewhere`, in another organisation, no name is shown either."""

    person: int | None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class PairFacts:
    """`definition` is the hash of the cycle that names `phase`; `since` a local day."""

    mentor: Seen
    mentee: Seen
    definition: str
    step: Step
    phase: str | None
    since: date | None
    silent: bool
    resting: bool


@dataclass(frozen=True, slots=True)
class PairsShown:
    """`later` is how many pairs stand before the next page, None on the last one."""

    organisation: str
    places: tuple[Place, ...]
    pairs: tuple[PairFacts, ...]
    later: int | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """Who mentored whom, who now mentors somebody: ids, None for an erased person."""

    mentor: int | None
    between: int | None
    mentee: int | None


@dataclass(frozen=True, slots=True)
class GenerationsShown:
    """`generations`: (number of the generation, pairs in it)."""

    organisation: str
    generations: tuple[tuple[int, int], ...]
    handed: tuple[Handed, ...]
