"""What one may ask about finding a mentor, being one, and putting pairs together."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.states import Says
from learning.mentoring.model import Side
from learning.pushes.outcomes import NotWanted

Form = o.EntryOffered | o.FieldAsked | o.EntryShown | o.NoOrganisation
Board = o.BoardShown | o.NoOrganisation
Decided = o.ProposalShown | o.OwnPair | o.MatchingGone
Answered = o.Paired | o.AnswerNoted | o.ProposedShown | o.ProposalOver


@dataclass(frozen=True, slots=True)
class ShowMatching(Ask[o.HubShown | o.NoOrganisation]):
    """For a coordinator the matching of the organisation, for everybody else their own."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowHub(Ask[o.HubShown | o.NoOrganisation]):
    """To find a mentor, or to be one."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowEntry(Ask[Form]):
    """What the actor says of themselves on this side; first who will see it."""

    right: ClassVar[Right] = Right.PERSON
    side: Side


@dataclass(frozen=True, slots=True)
class BeginEntry(Ask[Form]):
    right: ClassVar[Right] = Right.PERSON
    side: Side


@dataclass(frozen=True, slots=True)
class AskField(Ask[Form]):
    right: ClassVar[Right] = Right.PERSON
    side: Side
    field: o.Field


@dataclass(frozen=True, slots=True)
class TurnValue(Ask[Form]):
    """Ticks a value, or takes the tick away; of a number it is the one chosen."""

    right: ClassVar[Right] = Right.PERSON
    side: Side
    revision: int
    field: o.Field
    value: str


@dataclass(frozen=True, slots=True)
class TakeFromNeeds(Ask[Form]):
    """The mentee allows it: the abilities that they were least sure of become their wish."""

    right: ClassVar[Right] = Right.PERSON
    revision: int


@dataclass(frozen=True, slots=True)
class TypeName(Ask[Form]):
    """A typed text: the name by which coordinators and a partner see its writer."""

    right: ClassVar[Right] = Right.PERSON
    entry: int
    text: str


@dataclass(frozen=True, slots=True)
class Enter(Ask[Form]):
    """From now on it counts."""

    right: ClassVar[Right] = Right.PERSON
    side: Side
    revision: int


@dataclass(frozen=True, slots=True)
class LeaveMatching(Ask[o.EntryDropped | o.NoOrganisation]):
    """Nothing of it is kept."""

    right: ClassVar[Right] = Right.PERSON
    side: Side


@dataclass(frozen=True, slots=True)
class ShowProposed(Ask[Answered]):
    """To one of the two people concerned."""

    right: ClassVar[Right] = Right.PERSON
    proposal: int


@dataclass(frozen=True, slots=True)
class AnswerProposal(Ask[Answered]):
    right: ClassVar[Right] = Right.PERSON
    proposal: int
    says: Says


@dataclass(frozen=True, slots=True)
class ShowBoard(Ask[Board]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class BeginRound(Ask[o.ChecklistShown | Board]):
    """The checklist first."""

    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class TurnCheck(Ask[o.ChecklistShown | Board]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int
    item: str


@dataclass(frozen=True, slots=True)
class OpenRound(Ask[o.ChecklistShown | Board]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int


@dataclass(frozen=True, slots=True)
class CloseRound(Ask[Board]):
    """What was not sent is dropped; what was sent goes on to its deadline."""

    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int


@dataclass(frozen=True, slots=True)
class ShowCandidates(Ask[o.CandidatesShown]):
    """Who offers and who wishes, later than the entry `after`."""

    right: ClassVar[Right] = Right.COORDINATOR
    side: Side
    after: int = 0


@dataclass(frozen=True, slots=True)
class Propose(Ask[Board]):
    """Proposals for everybody who has none yet."""

    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int


@dataclass(frozen=True, slots=True)
class ShowProposals(Ask[o.ProposalsShown]):
    """The open round's, later than the proposal `after`."""

    right: ClassVar[Right] = Right.COORDINATOR
    after: int = 0


@dataclass(frozen=True, slots=True)
class ShowProposal(Ask[Decided]):
    right: ClassVar[Right] = Right.COORDINATOR
    proposal: int


@dataclass(frozen=True, slots=True)
class Approve(Ask[Decided]):
    """Both people are asked."""

    right: ClassVar[Right] = Right.COORDINATOR
    proposal: int
    revision: int


@dataclass(frozen=True, slots=True)
class Reject(Ask[Decided]):
    right: ClassVar[Right] = Right.COORDINATOR
    proposal: int
    revision: int


@dataclass(frozen=True, slots=True)
class OfferMentors(Ask[o.MentorsOffered | o.OwnPair | o.MatchingGone]):
    """Who else could be this mentee's mentor; `mentee` is their entry."""

    right: ClassVar[Right] = Right.COORDINATOR
    mentee: int


@dataclass(frozen=True, slots=True)
class ChooseMentor(Ask[Decided]):
    """In the place of a proposal that was not sent yet; both ids are of entries."""

    right: ClassVar[Right] = Right.COORDINATOR
    mentee: int
    mentor: int


@dataclass(frozen=True, slots=True)
class SettleProposals(Ask[o.ProposalsSettled]):
    """Up to `limit` whose deadline has come are over, and both sides hear it."""

    right: ClassVar[Right] = Right.CLOCK
    limit: int = 500


@dataclass(frozen=True, slots=True)
class PrepareProposed(Ask[o.ProposedShown | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareProposedAgain(Ask[o.ProposedShown | NotWanted]):
    """The one reminder, to who has not answered."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareProposalOver(Ask[o.ProposalOver]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class DeclineInvitation(Ask[o.InvitationDeclined]):
    """Not a mentor now, after one's own turn as a mentee."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class PrepareInvitation(Ask[o.MentorInvited | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
