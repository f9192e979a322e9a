"""An example of every outcome about mentoring, and of what is read for it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from learning.mentoring import outcomes as o
from learning.mentoring.agreement import Agreement, AgreementState, Awaited, Goal, Term
from learning.mentoring.check_in import CheckIn, Result, Stage
from learning.mentoring.cycle import Step
from learning.mentoring.model import (
    Ending,
    Nudge,
    Party,
    Rest,
    Seen,
    Side,
    TextHead,
    TextKind,
    Turn,
)
from learning.mentoring.reading import TurnRead
from learning.readings import PairRead

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ID, REVISION, ME, OTHER = 2**63 - 1, 2**31 - 1, 7, 8
LONG = "A goal with <tags> & more. " * 12
TURN = Turn(
    id=ID,
    mentor=Party(OTHER, 3, TODAY, Nudge.REMINDED),
    mentee=Party(ME, 3, TODAY, Nudge.REMINDED),
    language="el",
    definition="circle-hash",
    begun_at=NOW,
    step=Step.MENTORING,
    phase="rapport",
    phase_since=TODAY,
    weeks=2,
    asked_on=TODAY,
    next_on=TODAY + timedelta(14),
)
AGREEMENT = Agreement(
    id=ID,
    turn_id=ID,
    person_id=ME,
    by=Side.MENTOR,
    weeks=2,
    minutes=60,
    channel="person",
    confidentiality="between",
    ending="any-time",
    goals=tuple(Goal(LONG[:300], LONG[:300]) for _ in range(3)),
    state=AgreementState.AGREED,
    agreed_at=NOW,
    revision=REVISION,
)
CHECK_IN = CheckIn(ID, ID, ME, TODAY, "rapport-q", True, Stage.NEXT, Result.HELP, seen=Seen.PARTNER)


def _head(author: int, seen: Seen, at: int) -> TextHead:
    return TextHead(ID, author, list(TextKind)[at % 3], f"2026-11-{at:02}", seen, NOW)


TEXTS = (
    *((_head(ME, seen, at), "I <b> & more " * 200) for at, seen in enumerate(Seen, 1)),
    *((_head(OTHER, Seen.PARTNER, at), "You " * 300) for at in range(4, 9)),
)
READ_TURN = TurnRead(
    turn=TURN,
    side=Side.MENTEE,
    partner="Ana <desk> " * 6,
    agreement=AGREEMENT,
    proposal=None,
    check_ins=(CHECK_IN,),
    texts=TEXTS,
    answered=tuple(_head(OTHER, Seen.ANSWERED, at) for at in range(9, 20)),
)


def faces() -> list[TurnRead]:
    """A turn at every place of its circle, and from both sides."""
    draft = replace(AGREEMENT, state=AgreementState.DRAFT)
    proposed = replace(AGREEMENT, state=AgreementState.PROPOSED)
    first = replace(READ_TURN, turn=replace(TURN, step=Step.MATCHING, phase=None), agreement=None)
    over = replace(TURN, ended_at=NOW, next_on=None)
    return [
        READ_TURN,
        replace(READ_TURN, side=Side.MENTOR, partner=None),
        first,
        *(replace(first, proposal=it) for it in (draft, proposed)),
        *(replace(first, proposal=replace(it, by=Side.MENTEE)) for it in (draft, proposed)),
        replace(READ_TURN, proposal=replace(draft, goals=(Goal("new"),))),
        replace(READ_TURN, turn=replace(TURN, asked_on=None)),
        replace(READ_TURN, turn=replace(TURN, rests=(Rest(TODAY, TODAY + timedelta(14)),))),
        replace(READ_TURN, turn=replace(TURN, phase="winding-down")),
        replace(READ_TURN, turn=replace(TURN, step=Step.EVALUATION, phase=None, next_on=None)),
        *(replace(READ_TURN, turn=replace(over, ending=ending)) for ending in Ending),
        replace(READ_TURN, turn=replace(TURN, definition="gone")),
        replace(READ_TURN, texts=(), answered=(), agreement=None),
        *(
            replace(READ_TURN, check_ins=(replace(CHECK_IN, stage=stage, seen=seen, fit="not"),))
            for stage in Stage
            for seen in (None, *Seen)
        ),
    ]


_OF_ONE = (
    o.TurnShown,
    o.AgreementShown,
    o.AgreementProposed,
    o.AgreementMade,
    o.AgreementPrinted,
    o.CheckInShown,
    o.TermOffered,
    o.MoreOfTurnShown,
    o.TalkKitShown,
    o.TurnEndOffered,
    o.RestOffered,
    o.PhaseTold,
    o.SilenceAsked,
    o.TurnOver,
    o.TalkInvited,
    o.TextsShown,
    o.TextsGiven,
)
READ: dict[type, Any] = {
    **dict.fromkeys(_OF_ONE, READ_TURN),
    o.TextsGoing: replace(READ_TURN, turn=replace(TURN, ended_at=NOW, next_on=None)),
    **dict.fromkeys((o.TurnsShown, o.CheckInsWaiting, o.WaitingReminded), tuple(faces())),
    o.PairSilent: PairRead(TURN, "Ana <desk>", None),
}


def of_mentoring() -> list[Any]:
    return [
        *(o.TurnBegun(ID, side) for side in Side),
        o.TurnGone(),
        o.NoTurn(),
        o.TurnsShown(ME),
        o.TurnShown(ID, ME),
        *(kind(ID, ME, ID) for kind in (o.AgreementShown, o.AgreementProposed, o.AgreementMade)),
        o.AgreementPrinted(ID, ME, ID),
        *(o.TermOffered(ID, ME, ID, REVISION, term) for term in Term),
        *(o.GoalAsked(ID, ID, REVISION, it, bad) for it in Awaited for bad in (True, False)),
        o.MoreOfTurnShown(ID, ME),
        o.TalkKitShown(ID, ME),
        o.TurnEndOffered(ID, ME),
        o.RestOffered(ID, ME),
        o.PhaseTold(ID, ME),
        o.SilenceAsked(ID, ME),
        o.PairSilent(ID),
        o.TurnOver(ID, ME),
        o.CheckInShown(ID, ME, ID),
        o.CheckInsWaiting(ME),
        o.WaitingReminded(ME),
        o.TalkInvited(ID, ME),
        o.TextsShown(ID, ME),
        o.TextsGiven(ID, ME),
        o.TextsGoing(ID, ME),
        o.DestroyingOffered(ID),
        o.TextsDestroyed(ID),
    ]
