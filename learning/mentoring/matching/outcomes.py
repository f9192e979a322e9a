"""What is true after an act about matching. Names are read at the moment of speaking: here stand
the ids of people."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from learning.mentoring.matching.states import Alone, ProposalState, Says
from learning.mentoring.model import Side


class Field(StrEnum):
    """What an entry says, in the order asked."""

    CAPACITY = "capacity"
    COMPETENCES = "competences"
    LANGUAGES = "languages"
    SECTORS = "sectors"
    ELSEWHERE = "elsewhere"
    AGAIN = "again"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Fit:
    """Why two go together. `competences` are wished by the one and offered by the other, of
    `wished` in all; `sector` is one that both work in."""

    language: str
    competences: tuple[str, ...] = ()
    wished: int = 0
    sector: str | None = None
    own_language: bool = False
    other_department: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """An entry as its own person sees it. `named`: others have a name to see them by."""

    id: int
    revision: int
    side: Side
    organisation: str
    capacity: int
    languages: tuple[str, ...]
    sectors: tuple[str, ...]
    competences: tuple[str, ...]
    elsewhere: bool
    again: bool
    entered: bool
    named: bool
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class NoOrganisation:
    """Mentoring is arranged by an organisation, and the actor belongs to none."""


@dataclass(frozen=True, slots=True)
class HubShown:
    """How the actor stands on each side: None without an entry, else whether it counts.
    `proposals` are those that wait for both sides' answers."""

    organisation: str
    mentor: bool | None
    mentee: bool | None
    proposals: tuple[int, ...]
    coordinates: bool


@dataclass(frozen=True, slots=True)
class EntryOffered:
    """Before anything is said: who will see it, and what is looked at first."""

    side: Side
    organisation: str


@dataclass(frozen=True, slots=True)
class FieldAsked:
    """`needs`: the answers of the needs analysis could be taken. `unreadable`: what was typed is
    no name."""

    entry: EntryFacts
    field: Field
    person: int
    needs: bool = False
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class EntryShown:
    """All that was said, to change and, before it counts, to enter. `just`: it counts from this
    moment on."""

    entry: EntryFacts
    person: int
    just: bool = False


@dataclass(frozen=True, slots=True)
class EntryDropped:
    side: Side


@dataclass(frozen=True, slots=True)
class BoardShown:
    """The matching of an organisation. `round` and its `revision` are those of the open round.

    `mentors` offer `places` free places, `elsewhere` of these mentors belong to other
    organisations; `mentees` wait for a mentor. `waiting` proposals wait for a coordinator, `own`
    of these are about the actor; `sent` wait for both sides, `paired` became pairs in the
    round, `over` did not.
    `found` is how many were proposed just now, `alone` who stays without one and why.
    """

    organisation: str
    round: int | None
    revision: int
    mentors: int
    elsewhere: int
    places: int
    mentees: int
    waiting: int
    own: int
    sent: int
    paired: int
    over: int
    found: int | None = None
    alone: tuple[tuple[Alone, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistShown:
    """`missing`: a published item is not ticked yet, so the round does not open."""

    round: int
    revision: int
    checked: tuple[str, ...]
    missing: bool = False


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """`places` are a mentor's free ones; `organisation` is told of who belongs to another."""

    entry: int
    person: int
    languages: tuple[str, ...]
    competences: tuple[str, ...]
    sectors: tuple[str, ...]
    places: int
    organisation: str | None


@dataclass(frozen=True, slots=True)
class CandidatesShown:
    """`later` is where the next page begins."""

    side: Side
    found: tuple[CandidateFacts, ...]
    later: int | None


@dataclass(frozen=True, slots=True)
class ProposalLine:
    proposal: int
    mentor: int | None
    mentee: int | None
    state: ProposalState


@dataclass(frozen=True, slots=True)
class ProposalsShown:
    """Those about the actor are left out. `later` is where the next page begins."""

    proposals: tuple[ProposalLine, ...]
    later: int | None


@dataclass(frozen=True, slots=True)
class ProposalShown:
    """To a coordinator. `mentee_entry` is where another mentor is looked for. Until its deadline
    one that was sent looks the same, whatever the two have said."""

    proposal: int
    revision: int
    mentor: int | None
    mentee: int | None
    mentee_entry: int | None
    fit: Fit
    state: ProposalState
    deadline: datetime | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class OwnPair:
    """A coordinator never handles a pair of their own; `others`: somebody else there can."""

    others: bool


@dataclass(frozen=True, slots=True)
class MatchingGone:
    """The proposal, the entry or the round is no longer there."""


@dataclass(frozen=True, slots=True)
class MentorOption:
    entry: int
    person: int
    fit: Fit
    places: int
    organisation: str | None


@dataclass(frozen=True, slots=True)
class MentorsOffered:
    """The best fits for one mentee, the best first."""

    mentee: int
    person: int
    mentors: tuple[MentorOption, ...]


@dataclass(frozen=True, slots=True)
class ProposedShown:
    """To one of the two. `partner` and `fit` are None for a mentor of another organisation, who
    learns nothing about the mentee before both have accepted; `organisation` is told to the
    mentee when the mentor belongs to another one."""

    proposal: int
    side: Side
    language: str
    deadline: datetime
    partner: int | None
    fit: Fit | None
    organisation: str | None = None
    said: Says | None = None
    reminded: bool = False


@dataclass(frozen=True, slots=True)
class AnswerNoted:
    """Nobody else learns what it was."""

    proposal: int
    says: Says
    deadline: datetime


@dataclass(frozen=True, slots=True)
class ProposalOver:
    """In the same words, whatever the reason."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Both have accepted, and know each other now; `organisation` is told to who belongs to
    another one."""

    partner: int
    side: Side
    language: str
    fit: Fit
    organisation: str | None


@dataclass(frozen=True, slots=True)
class ProposalsSettled:
    number: int


@dataclass(frozen=True, slots=True)
class MentorInvited:
    """A push to who went all the way as a mentee."""

    organisation: str


@dataclass(frozen=True, slots=True)
class InvitationDeclined:
    """They are not asked again."""
