"""An example of every outcome of the needs analysis, and of each of its faces."""

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from learning.needs import outcomes as o
from learning.needs.answers import CONFIRMED, Answer, Wave
from learning.needs.asking import Place, places
from learning.needs.model import Mode
from learning.needs.questionnaire import Grid, Known
from learning.needs.report.chapters import Part
from tests.asked_questions import HASH, QUESTIONNAIRE

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 14, 15, 0, tzinfo=UTC)
LONGEST = (2**63 - 1, 2**31 - 1)
NAME = "Municipality of Egaleo & <friends>"
FACTS = o.Facts("education", time(9), "el", tuple(time(hour) for hour in range(7, 21)))
ANSWERS = (
    o.Given("known", CONFIRMED),
    o.Given("contacts", ("c6",)),
    o.Given("channels", ("desk", "phone")),
    o.Given("helper", ()),
    o.Given("ability", ("2",)),
    o.Given("desk.families.often", ("4",)),
    o.Given("desk.families.hard", ("3",)),
    o.Given("desk.papers.often", ("1",)),
    o.Given("wish", ("language",)),
)
STEPS = (
    o.PathStep("journey", False, o.Reason("communication", 2, "families", 4)),
    o.PathStep("words", True, o.Reason("communication", 2)),
    o.PathStep("gone", False, o.Reason(None, None, "papers", 2)),
    o.PathStep("words", False, o.Reason("communication", 5)),
)
ABILITIES = (o.Ability("communication", 2), o.Ability("gone", None))
BOTH = (o.Ability("communication", 2, 4), o.Ability("gone", 3, 2))


def asked(at: str, picks: Answer = (), **fields: Any) -> o.NeedsAsked:
    [here] = [each for each in places(QUESTIONNAIRE.questions(), {}) if each.at == at]
    facts = FACTS if isinstance(here.question, Known) else None
    shown = o.NeedsAsked(*LONGEST, HASH, at, 3, 7, picks, here.question.id, back=True, facts=facts)
    return replace(shown, **_grid(here), **fields)


def _grid(here: Place) -> dict[str, Any]:
    if not isinstance(here.question, Grid) or here.row is None:
        return {}
    return {"row": here.row.id, "column": here.column, "row_number": 1, "rows": 2}


def a_round(**fields: object) -> o.RoundFacts:
    plain: dict[str, object] = {
        "id": 41200,
        "revision": LONGEST[1],
        "mode": Mode.CONFIDENTIAL,
        "departments": (),
        "opens_at": NOW,
        "closes_at": LATER,
        "launched": True,
        "closed_at": None,
        "is_open": True,
        "reminders": 1,
        "may_remind": True,
    }
    return o.RoundFacts(**{**plain, **fields})  # type: ignore[arg-type]


ROUNDS = (
    a_round(departments=("Registry <north>", "Schools")),
    a_round(is_open=False, mode=Mode.UNLINKED),
    a_round(is_open=False, closed_at=LATER),
    a_round(is_open=False, launched=False, opens_at=None, may_remind=False),
    a_round(is_open=False, launched=False),
    a_round(is_open=False, opens_at=None),
    a_round(mode=Mode.OWN),
)
GROUPS = (
    o.GroupTurnout((), 40, 22),
    o.GroupTurnout(("Registry <north>",), 20, 12),
    o.GroupTurnout(("Schools", None), 20, 10),
)


def of_the_person() -> list[object]:
    every = [asked(each.at) for each in places(QUESTIONNAIRE.questions(), {})]
    unread = [asked(each.at, unread=True) for each in places(QUESTIONNAIRE.questions(), {})]
    known = [asked("known", (fact,)) for fact in ("sector", "hour", "language")]
    review = (*LONGEST, HASH)
    return [
        o.NeedsUnavailable(),
        *(
            o.NeedsOffered(mode, Wave.BEFORE, HASH, 24, 7, NAME, closes)
            for mode in Mode
            for closes in (None, LATER)
        ),
        o.NeedsOffered(Mode.OWN, Wave.BEFORE, HASH, 24),
        o.NeedsOffered(Mode.OWN, Wave.AFTER, HASH, 9),
        o.NeedsOffered(Mode.CONFIDENTIAL, Wave.AFTER, HASH, 9, 7, NAME),
        *every,
        *unread,
        *known,
        asked("channels", ("desk", "phone")),
        asked("ability", ("4",), back=False),
        asked("wish", ("team",)),
        o.NeedsReviewed(*review, Mode.CONFIDENTIAL, Wave.BEFORE, ANSWERS),
        o.NeedsReviewed(*review, Mode.UNLINKED, Wave.BEFORE, ANSWERS),
        o.NeedsReviewed(*review[:2], "gone", Mode.OWN, Wave.BEFORE, ()),
        o.NeedsAlreadyThere(asked("ability")),
        o.NeedsAlreadyThere(o.NeedsReviewed(*review, Mode.OWN, Wave.BEFORE, ANSWERS)),
        o.NeedsGone(),
        o.NeedsDropped(),
        o.RoundOver(*LONGEST),
        *(
            o.AnswersSent(
                mode, Wave.BEFORE, HASH, ABILITIES, STEPS, LONGEST[1], ("words", "journey")
            )
            for mode in Mode
        ),
        o.AnswersSent(Mode.OWN, Wave.BEFORE, HASH, ABILITIES * 12, STEPS, 0),
        o.AnswersSent(Mode.OWN, Wave.BEFORE, HASH, (), STEPS, 0),
        o.AnswersSent(Mode.OWN, Wave.AFTER, HASH, BOTH, STEPS, 0),
        o.AnswersSent(Mode.OWN, Wave.AFTER, HASH, BOTH * 14, STEPS, 0),
        o.PathShown(HASH, ABILITIES, STEPS, True, True, True, LONGEST[1], "journey"),
        o.PathShown(HASH, ABILITIES, STEPS * 5, True, True, False, LONGEST[1]),
        o.PathShown(None, (), STEPS, False, False, False, 0),
    ]


def of_the_coordinator() -> list[object]:
    departments = (
        o.DepartmentOption(LONGEST[0], "Registry <north>", True),
        o.DepartmentOption(3, "Schools", False),
    )
    return [
        o.RoundsShown(NAME, ROUNDS),
        o.RoundsShown(NAME, ()),
        o.RoundPlanned(ROUNDS[3], departments),
        o.RoundPlanned(ROUNDS[4], ()),
        *(o.RoundLaunched(ROUNDS[0], called) for called in (0, 1, 300)),
        *(o.RoundShown(each, GROUPS) for each in ROUNDS),
        o.RoundShown(ROUNDS[0], ()),
        o.RoundReminded(ROUNDS[0], 12),
        o.ClosingOffered(ROUNDS[0]),
        o.RoundClosed(ROUNDS[2]),
        o.PlanDropped(),
        o.NoNeedsReport(),
        *(o.NeedsReported(7, part) for part in Part),
        o.TooFewAgain(LONGEST[0]),
    ]


def of_needs() -> list[object]:
    return [
        *of_the_person(),
        *of_the_coordinator(),
        *(o.RoundCalled(7, NAME, Mode.UNLINKED, LATER, reminded) for reminded in (False, True)),
        o.RoundCalled(7, NAME, Mode.CONFIDENTIAL, None, False),
        o.NeedsReminded(7, 24),
        o.NeedsAgain(),
    ]
