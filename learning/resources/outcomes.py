"""What is true after an act on the papers: ids alone, a screen finds the words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResourcesShown:
    """`gone`: the one that was asked for is no longer there."""

    resources: tuple[str, ...]
    modules: tuple[str, ...]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class SummariesShown:
    module: str
    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResourcesFound:
    """The likeliest first; none when nothing is like the words."""

    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResourceReady:
    resource: str
