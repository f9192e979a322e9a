"""What is true after an act in a turn. Names and texts are read at the moment of speaking, for
`person`, the reader."""

from dataclasses import dataclass

from learning.mentoring.agreement import Awaited, Term
from learning.mentoring.model import Side


@dataclass(frozen=True, slots=True)
class TurnBegun:
    """Told to both; `side` is the reader's."""

    turn: int
    side: Side


@dataclass(frozen=True, slots=True)
class TurnGone:
    """Not there any more, or none of the actor's."""


@dataclass(frozen=True, slots=True)
class NoTurn:
    """The actor is in no pair, and never was."""


@dataclass(frozen=True, slots=True)
class TurnsShown:
    """Several running turns, or none but past ones."""

    person: int


@dataclass(frozen=True, slots=True)
class TurnShown:
    """The reader's home in this turn."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class MoreOfTurnShown:
    """What the home of a running turn leaves out."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """As it is being made, or as it holds."""

    turn: int
    person: int
    agreement: int


@dataclass(frozen=True, slots=True)
class AgreementMade:
    """Both have confirmed."""

    turn: int
    person: int
    agreement: int


@dataclass(frozen=True, slots=True)
class TermOffered:
    turn: int
    person: int
    agreement: int
    revision: int
    term: Term


@dataclass(frozen=True, slots=True)
class GoalAsked:
    turn: int
    agreement: int
    revision: int
    awaited: Awaited
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class AgreementPrinted:
    turn: int
    person: int
    agreement: int


@dataclass(frozen=True, slots=True)
class AgreementProposed:
    """A push: the other side proposes it."""

    turn: int
    person: int
    agreement: int


@dataclass(frozen=True, slots=True)
class TalkKitShown:
    """Questions of the phase, for the mentor, before a meeting."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class TurnEndOffered:
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class RestOffered:
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class PhaseTold:
    """A push: the other side moved on to the next phase, or to the evaluation."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class SilenceAsked:
    """A push to both: an end, or a new start?"""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class PairSilent:
    """A push to a coordinator, who learns nothing but that."""

    turn: int


@dataclass(frozen=True, slots=True)
class TurnOver:
    """A push to whoever did not end it."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class TurnsWoken:
    turns: int


@dataclass(frozen=True, slots=True)
class CheckInShown:
    """As far as it was answered."""

    turn: int
    person: int
    check_in: int


@dataclass(frozen=True, slots=True)
class CheckInsWaiting:
    """Several turns wait for the reader's check-in: one message about all."""

    person: int


@dataclass(frozen=True, slots=True)
class WaitingReminded:
    """A push: what has waited for the reader for a week, of all their turns."""

    person: int


@dataclass(frozen=True, slots=True)
class TalkInvited:
    """A push to both: they see it differently. Nothing but that is said."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class TextsShown:
    """What the reader may read of what was written."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class TextsGiven:
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class DestroyingOffered:
    turn: int


@dataclass(frozen=True, slots=True)
class TextsDestroyed:
    turn: int


@dataclass(frozen=True, slots=True)
class TextsGoing:
    """A push to who wrote something in a turn that is over: it is destroyed in a few days."""

    turn: int
    person: int
