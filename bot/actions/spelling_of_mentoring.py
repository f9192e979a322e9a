"""How asks about mentoring are spelled; a part of bot.actions.spelling, under its rules."""

from typing import Any

from bot.actions.parts import COUNT, ID, REVISION, TEXT, YES_NO, Part, one_of
from learning.ask import Ask
from learning.mentoring import asks as mentoring
from learning.mentoring.agreement import Term
from learning.mentoring.check_in import Result
from learning.mentoring.model import Seen

MENTORING: dict[str, tuple[type[Ask[Any]], *tuple[Part, ...]]] = {
    "ga": (mentoring.ShowMentoring,),
    "gb": (mentoring.ShowTurn, ID),
    "hw": (mentoring.ShowMoreOfTurn, ID),
    "hh": (mentoring.ShowTalkKit, ID),
    "gc": (mentoring.OpenAgreement, ID),
    "gd": (mentoring.ChangeAgreement, ID),
    "ge": (mentoring.OfferTerm, ID, one_of(Term)),
    "gf": (mentoring.ChooseTerm, ID, REVISION, one_of(Term), TEXT),
    "gg": (mentoring.AskGoal, ID),
    "gh": (mentoring.DropGoal, ID, REVISION, COUNT),
    "gi": (mentoring.ProposeAgreement, ID, REVISION),
    "gj": (mentoring.ConfirmAgreement, ID, REVISION),
    "gk": (mentoring.DropChange, ID),
    "gl": (mentoring.PrintAgreement, ID),
    "gm": (mentoring.OfferTurnEnd, ID),
    "gn": (mentoring.EndTurn, ID),
    "hk": (mentoring.OfferRest, ID),
    "gp": (mentoring.RestTurn, ID, COUNT),
    "gq": (mentoring.ResumeTurn, ID),
    "gs": (mentoring.BeginAnew, ID),
    "gv": (mentoring.SayStillHere, ID),
    "gw": (mentoring.MovePhase, ID, TEXT, YES_NO),
    "gx": (mentoring.OpenCheckIn, ID),
    "gy": (mentoring.SayResult, ID, REVISION, one_of(Result)),
    "gz": (mentoring.RateMentoring, ID, REVISION, COUNT),
    "ha": (mentoring.ChooseSeen, ID, REVISION, one_of(Seen)),
    "hb": (mentoring.SkipCheckInText, ID, REVISION),
    "hc": (mentoring.SayFit, ID, REVISION, TEXT),
    "hd": (mentoring.ShowTexts, ID),
    "hf": (mentoring.GiveTexts, ID),
    "hg": (mentoring.OfferDestroying, ID),
    "hi": (mentoring.DestroyTexts, ID),
}
