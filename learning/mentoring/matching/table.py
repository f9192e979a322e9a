"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.mentoring.matching import (
    answering,
    asks,
    deciding,
    entering,
    inviting,
    rounds,
    settling,
)
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowMatching: entering.show_matching,
    asks.ShowHub: entering.show_hub,
    asks.ShowEntry: entering.show_entry,
    asks.BeginEntry: entering.begin_entry,
    asks.AskField: entering.ask_field,
    asks.TurnValue: entering.turn_value,
    asks.TakeFromNeeds: entering.take_from_needs,
    asks.TypeName: entering.type_name,
    asks.Enter: entering.enter,
    asks.LeaveMatching: entering.leave_side,
    asks.ShowProposed: answering.show_proposed,
    asks.AnswerProposal: answering.answer_proposal,
    asks.ShowBoard: rounds.show_board,
    asks.BeginRound: rounds.begin_round,
    asks.TurnCheck: rounds.turn_check,
    asks.OpenRound: rounds.open_round,
    asks.CloseRound: rounds.close_round,
    asks.ShowCandidates: rounds.show_candidates,
    asks.Propose: rounds.propose,
    asks.ShowProposals: deciding.show_proposals,
    asks.ShowProposal: deciding.show_proposal,
    asks.Approve: deciding.approve,
    asks.Reject: deciding.reject,
    asks.OfferMentors: deciding.offer_mentors,
    asks.ChooseMentor: deciding.choose_mentor,
    asks.SettleProposals: settling.settle_proposals,
    asks.PrepareProposed: settling.prepare_proposed,
    asks.PrepareProposedAgain: settling.prepare_proposed_again,
    asks.PrepareProposalOver: settling.prepare_over,
    asks.DeclineInvitation: inviting.decline_invitation,
    asks.PrepareInvitation: inviting.prepare_invitation,
}
PROMPTS: Prompts = {Prompt.PAIR_NAME: PromptKind(asks.TypeName, entering.name_readiness)}
PREPARATIONS: Preparations = {
    PushKind.PROPOSED: asks.PrepareProposed,
    PushKind.PROPOSED_AGAIN: asks.PrepareProposedAgain,
    PushKind.PROPOSAL_OVER: asks.PrepareProposalOver,
    PushKind.MENTOR_INVITED: asks.PrepareInvitation,
}
