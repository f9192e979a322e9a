"""What one may ask of the papers."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.resources import outcomes as o


@dataclass(frozen=True, slots=True)
class ShowResources(Ask[o.ResourcesShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowSummaries(Ask[o.SummariesShown | o.ResourcesShown]):
    """Those of one module."""

    right: ClassVar[Right] = Right.PERSON
    module: str


@dataclass(frozen=True, slots=True)
class FindResources(Ask[o.ResourcesShown | o.ResourcesFound | o.ResourceReady]):
    """By words as people type them; without any, all there are."""

    right: ClassVar[Right] = Right.PERSON
    words: str


@dataclass(frozen=True, slots=True)
class GiveResource(Ask[o.ResourceReady | o.ResourcesShown]):
    right: ClassVar[Right] = Right.PERSON
    resource: str
