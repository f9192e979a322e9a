"""How far a sheet is used, told so that it tells on nobody. Pure.

Who makes a sheet knows to whom each code went. So what is used and what is left are told only
where either is nobody or at least five people, and the used ones grow by fives: whoever looks
before and after one person came does not learn it.
"""

from dataclasses import dataclass

from learning.reports.model import FEWEST


@dataclass(frozen=True, slots=True)
class Used:
    """At least `least` and at most `most` of a sheet's codes; the same when it is told exactly."""

    least: int
    most: int


def told(used: int, codes: int) -> Used:
    """Of a sheet with fewer than five codes nothing is told."""
    if codes < FEWEST:
        return Used(0, codes)
    if used in (0, codes):
        return Used(used, used)
    tellable = min(used, codes - FEWEST)
    return Used(max(1, tellable - tellable % FEWEST), codes - 1)
