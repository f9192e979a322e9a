"""An example of every outcome about matching, and of what is read for it."""

from datetime import UTC, datetime
from typing import Any

from learning.mentoring.cycle import Step
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.states import Alone, ProposalState, Says
from learning.mentoring.model import Side
from learning.mentoring.pairs import outcomes as of_pairs
from learning.mentoring.pairs.outcomes import Place

ID, REVISION = 2**63 - 1, 2**31 - 1
DEADLINE = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
TOWN = "Municipality of Egaleo & <friends>"
NAMES = {1: "Ana <López>", 2: "Nikos & " + "n" * 50}
EVERY = Fit("es", ("communication", "adaptation"), 3, "education", True, True)
BARE = Fit("el", (), 2, elsewhere=True)


def entry(side: Side, *, entered: bool = False, said: bool = True) -> o.EntryFacts:
    return o.EntryFacts(
        id=ID,
        revision=REVISION,
        side=side,
        organisation=TOWN,
        capacity=3,
        languages=("el", "es") if said else (),
        sectors=("education",) if said else (),
        competences=("communication", "adaptation", "commitment") if said else (),
        elsewhere=said,
        again=False,
        entered=entered,
        named=said,
        fields=tuple(o.Field),
    )


def candidate(number: int) -> o.CandidateFacts:
    return o.CandidateFacts(
        ID, number, ("el", "en"), ("communication",), ("education",), 2, None if number else TOWN
    )


PLACES = (
    Place(Step.MENTORING, "rapport", 5, 1),
    Place(Step.MENTORING, "gone", 1, 1),
    Place(Step.MATCHING, None, 1, 0),
    Place(Step.EVALUATION, None, 2, 0),
)


def pair(number: int) -> of_pairs.PairFacts:
    return of_pairs.PairFacts(
        mentor=of_pairs.Seen(1),
        mentee=of_pairs.Seen(None, elsewhere=True) if number % 2 else of_pairs.Seen(2),
        definition="h",
        step=Step.MENTORING,
        phase="rapport",
        since=DEADLINE.date() if number else None,
        silent=number % 3 == 0,
        resting=number % 2 == 0,
    )


def of_matching() -> list[Any]:
    return [
        o.NoOrganisation(),
        o.HubShown(TOWN, None, None, (), False),
        o.HubShown(TOWN, False, True, (ID,), True),
        o.HubShown(TOWN, True, False, (), False),
        *(o.EntryOffered(side, TOWN) for side in Side),
        *(
            o.FieldAsked(entry(side, said=said), field, 1 if said else 9, needs=said)
            for side in Side
            for field in o.Field
            for said in (True, False)
        ),
        o.FieldAsked(entry(Side.MENTEE), o.Field.NAME, 1, unreadable=True),
        *(
            o.EntryShown(entry(side, entered=entered, said=said), 2, just=entered and said)
            for side in Side
            for entered in (True, False)
            for said in (True, False)
        ),
        *(o.EntryDropped(side) for side in Side),
        o.BoardShown(TOWN, None, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        o.BoardShown(TOWN, ID, REVISION, 5, 2, 9, 7, 3, 1, 2, 1, 3),
        o.BoardShown(
            TOWN, ID, REVISION, 1, 1, 1, 1, 1, 2, 1, 2, 1, 3, tuple((why, 1) for why in Alone)
        ),
        o.BoardShown(TOWN, ID, REVISION, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0),
        o.ChecklistShown(ID, REVISION, ("access",)),
        o.ChecklistShown(ID, REVISION, (), missing=True),
        *(o.CandidatesShown(side, tuple(candidate(n) for n in range(8)), ID) for side in Side),
        o.CandidatesShown(Side.MENTEE, (), None),
        o.ProposalsShown((), None),
        o.ProposalsShown(tuple(o.ProposalLine(ID, 1, 2, each) for each in ProposalState), ID),
        *(
            o.ProposalShown(ID, REVISION, 1, 2, ID, EVERY, each, DEADLINE, TOWN)
            for each in ProposalState
        ),
        o.ProposalShown(ID, REVISION, None, 2, None, BARE, ProposalState.MADE, None, None),
        *(o.OwnPair(others) for others in (True, False)),
        o.MatchingGone(),
        o.MentorsOffered(ID, 1, ()),
        o.MentorsOffered(ID, 1, tuple(o.MentorOption(ID, 2, EVERY, 2, TOWN) for _ in range(8))),
        *(
            o.ProposedShown(ID, side, "el", DEADLINE, 2, EVERY, TOWN, said, reminded)
            for side in Side
            for said, reminded in ((None, False), (None, True), (Says.YES, False), (Says.NO, False))
        ),
        o.ProposedShown(ID, Side.MENTOR, "es", DEADLINE, None, None),
        *(o.AnswerNoted(ID, says, DEADLINE) for says in Says),
        o.ProposalOver(),
        o.MentorInvited("Municipality of Egaleo & <friends>"),
        o.InvitationDeclined(),
        *(o.Paired(1, side, "el", EVERY, TOWN) for side in Side),
        o.Paired(9, Side.MENTOR, "el", BARE, None),
        of_pairs.PairsShown(TOWN, (), ()),
        of_pairs.PairsShown(TOWN, PLACES, tuple(pair(number) for number in range(8)), 8),
        of_pairs.GenerationsShown(TOWN, ((1, 1),), ()),
        of_pairs.GenerationsShown(
            TOWN, ((1, 12), (2, 3)), tuple(of_pairs.Handed(1, 2, None) for _ in range(20))
        ),
    ]


READ: dict[type, Any] = dict.fromkeys(
    (
        o.FieldAsked,
        o.EntryShown,
        o.CandidatesShown,
        o.ProposalsShown,
        o.ProposalShown,
        o.MentorsOffered,
        o.ProposedShown,
        o.Paired,
        of_pairs.PairsShown,
        of_pairs.GenerationsShown,
    ),
    NAMES,
)
