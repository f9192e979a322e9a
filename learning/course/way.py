"""One person's way through the course."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """`path` lists the subunits that come first, in order; without one the course is taken as it
    stands. `sector` is the person's own, None for any."""

    path: tuple[str, ...] = ()
    sector: str | None = None


STANDARD = Way()
