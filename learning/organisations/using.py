"""How far a sheet is used, told so that it tells on nobody. Pure.

Who makes a sheet knows to whom each code went. So what is used and what is left are told only
where either is nobody or at least five people, and the used ones grow by fives: whoever looks
before and after one person came does not learn it.
"""

from learning.organisations.outcomes import Used
from learning.reports.model import FEWEST


def told(used: int, codes: int) -> Used:
    """Of a sheet with fewer than five codes nothing is told."""
    if codes < FEWEST:
        return Used(0, codes)
    if used in (0, codes):
        return Used(used, used)
    tellable = min(used, codes - FEWEST)
    return Used(max(1, tellable - tellable % FEWEST), codes - 1)
