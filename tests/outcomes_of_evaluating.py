"""An example of every outcome about looking back, and of what is read for it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from learning.mentoring.cycle import Step
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.model import Evaluation, Practice, PracticeState
from learning.mentoring.evaluating.reading import LookBack, PracticeRead
from learning.mentoring.model import Party, Seen, Side, Turn

ID = 2**63 - 1
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
TURN = Turn(ID, Party(1, 1), Party(2, 1), "el", "circle-hash", NOW, step=Step.EVALUATION)
WORDS = {"situation": "<b> & more " * 200, "did": "I asked <twice>"}
BACK = LookBack(TURN, Side.MENTOR, "Ana <Lopez>", Evaluation(ID, ID, 1))
CARD = replace(BACK, partner=None, side=Side.MENTEE, card=WORDS)
RATED = {"open": 0, "goals": 5}
PRACTICE = Practice(ID, ID, 1, 1, "el", NOW)


def of_evaluating() -> list[Any]:
    return [
        o.PracticesShown(1, (ID,), (ID, 7), 21),
        o.PracticeShown(ID),
        o.PracticeToReview(ID, 2**31 - 1),
        o.PracticeGone(),
        o.NoneWaiting(),
        *(o.NoneWaiting(state) for state in PracticeState),
        o.PracticeToReview(ID, 1, PracticeState.PUBLISHED),
        o.EvaluationShown(ID, 1),
        o.NotYetOver(ID),
        o.CardShown(ID, 1),
        o.PracticeDecided(ID, ID, True),
        o.PracticeDecided(ID, ID, False),
        o.EvaluationsShown(0),
        o.EvaluationsShown(0, {o.FIT: 2.6}),
        o.EvaluationsShown(20, {"open": 4.1, o.FIT: 2.0}),
        o.EvaluationsShown(20, {"open": 4.1, "goals": 3.0}),
    ]


def looks_back() -> list[LookBack]:
    """Every stage of an evaluation, and every state of a card."""
    rated = Evaluation(ID, ID, 1, RATED)
    return [
        BACK,
        *(replace(BACK, evaluation=replace(rated, seen=seen)) for seen in (None, *Seen)),
        replace(BACK, evaluation=replace(rated, sent_at=NOW), said="<i>Thank you" * 50),
        replace(CARD, card={"situation": "<b>"}),
        CARD,
        *(replace(CARD, practice=replace(PRACTICE, state=state)) for state in PracticeState),
    ]


READ: dict[type, Any] = {
    o.PracticesShown: ([BACK, CARD], [PracticeRead(ID, WORDS)]),
    o.PracticeShown: PracticeRead(ID, WORDS),
    o.PracticeToReview: PracticeRead(ID, WORDS),
    o.EvaluationShown: BACK,
    o.CardShown: CARD,
}
