"""Rounds of the needs analysis, as the cases of the contract need them."""

from datetime import datetime

from learning.needs.answers import Answers, Wave
from learning.needs.model import Draft, Mode, Round, Sent
from learning.needs.report.model import NeedsReport
from tests.contract.people import DAY, NOW, Unit

ANSWERS: Answers = {"talking": ("2",), "desk.families.often": ("4",), "years": ()}


async def add_round(
    unit: Unit, organisation: int, mode: Mode = Mode.UNLINKED, closes_at: datetime | None = None
) -> Round:
    """A launched one, open for a week."""
    return await unit.rounds.add(
        Round(
            id=0,
            organisation_id=organisation,
            definition="h",
            mode=mode,
            opens_at=NOW,
            closes_at=closes_at or NOW + 7 * DAY,
            launched_at=NOW,
        )
    )


async def add_draft(unit: Unit, person: int, round: Round | None = None) -> Draft:
    of_round = round.id if round else None
    draft = Draft(0, person, "h", NOW, NOW, Mode.OWN, of_round, Wave.BEFORE, ANSWERS, "trust")
    return await unit.drafts.add(draft)


async def answer_round(unit: Unit, round: Round, person: int) -> None:
    """Something in every table of the needs analysis."""
    await add_draft(unit, person, round)
    await unit.rounds.mark_answered(round.id, person)
    await unit.sent_answers.unlink(round, ANSWERS)
    await unit.needs_reports.add(round.id, NeedsReport(None, None))
    await unit.sent_answers.put(
        Sent(person, Wave.BEFORE, Mode.CONFIDENTIAL, "h", ANSWERS, NOW, round.id)
    )
