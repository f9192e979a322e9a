"""How buttons about looking back at a turn are spelled: codes of bot.actions.spelling, all of them
with "lb"."""

from bot.actions.parts import COUNT, ID, REVISION, TEXT, Spellings, one_of
from learning.mentoring.evaluating import asks
from learning.mentoring.evaluating.model import PracticeState
from learning.mentoring.model import Seen

EVALUATING: Spellings = {
    "lbh": (asks.ShowPractices,),
    "lbp": (asks.ShowPractice, ID),
    "lbo": (asks.OpenEvaluation, ID),
    "lbr": (asks.RateStatement, ID, REVISION, TEXT, COUNT),
    "lbs": (asks.ChooseReader, ID, REVISION, one_of(Seen)),
    "lbe": (asks.SendEvaluation, ID, REVISION),
    "lbc": (asks.OpenCard, ID),
    "lbw": (asks.RewritePart, ID, TEXT),
    "lby": (asks.ReleaseCard, ID),
    "lbt": (asks.TakeCardBack, ID),
    "lbv": (asks.ReviewPractices,),
    "lbd": (asks.DecidePractice, ID, REVISION, one_of(PracticeState)),
    "lbg": (asks.ShowEvaluations,),
}
