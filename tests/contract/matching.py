"""Matching, as the cases of the contract need it."""

from learning.mentoring.matching.model import Entry, Proposal, Round
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.model import Side
from tests.contract.people import NOW, Unit


async def leave_matched(unit: Unit, organisation: int, person: int) -> None:
    """A row in each table about matching."""
    await unit.matching_entries.add(Entry(0, Side.MENTOR, person, organisation))
    round = await unit.matching_rounds.add(Round(0, organisation, person, NOW))
    fit = Fit("el", ("communication",), 1)
    await unit.proposals.add(Proposal(0, round.id, organisation, person, None, fit, NOW))
