"""How buttons about matching are spelled: codes of bot.actions.spelling, all of them with "nw"."""

from bot.actions.parts import COUNT, ID, REVISION, TEXT, Spellings, one_of
from learning.mentoring.matching import asks as matching
from learning.mentoring.matching.outcomes import Field
from learning.mentoring.matching.states import Says
from learning.mentoring.model import Side
from learning.mentoring.pairs import asks as pairs

MATCHING: Spellings = {
    "nwh": (matching.ShowHub,),
    "nwe": (matching.ShowEntry, one_of(Side)),
    "nwb": (matching.BeginEntry, one_of(Side)),
    "nwf": (matching.AskField, one_of(Side), one_of(Field)),
    "nwv": (matching.TurnValue, one_of(Side), REVISION, one_of(Field), TEXT),
    "nwn": (matching.TakeFromNeeds, REVISION),
    "nwr": (matching.Enter, one_of(Side), REVISION),
    "nwl": (matching.LeaveMatching, one_of(Side)),
    "nwp": (matching.ShowProposed, ID),
    "nwq": (matching.DeclineInvitation,),
    "nwa": (matching.AnswerProposal, ID, one_of(Says)),
    "nwm": (matching.ShowBoard,),
    "nwo": (matching.BeginRound,),
    "nwc": (matching.TurnCheck, ID, REVISION, TEXT),
    "nwg": (matching.OpenRound, ID, REVISION),
    "nwz": (matching.CloseRound, ID, REVISION),
    "nww": (matching.ShowCandidates, one_of(Side), ID),
    "nwx": (matching.Propose, ID, REVISION),
    "nws": (matching.ShowProposals, ID),
    "nwd": (matching.ShowProposal, ID),
    "nwy": (matching.Approve, ID, REVISION),
    "nwj": (matching.Reject, ID, REVISION),
    "nwt": (matching.OfferMentors, ID),
    "nwu": (matching.ChooseMentor, ID, ID),
    "nwi": (pairs.ShowPairs, COUNT),
    "nwk": (pairs.ShowGenerations,),
}
