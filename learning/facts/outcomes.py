"""What is said of expired facts; the course itself says which they are."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FactsShown:
    """All that have expired by now."""


@dataclass(frozen=True, slots=True)
class FactsExpired:
    """Those that expired on this day."""

    expired: date


@dataclass(frozen=True, slots=True)
class FactsTold:
    """For the clock; nothing is said."""

    days: int
