"""How buttons between the two of a pair and about private concerns are spelled: codes of
bot.actions.spelling, all of them with "bt"."""

from bot.actions.parts import ID, REVISION, YES_NO, Spellings
from learning.mentoring.between import asks
from learning.mentoring.concern import asks as concern

BETWEEN: Spellings = {
    "btw": (asks.OpenMessage, ID),
    "btl": (asks.LeaveMessage, ID),
    "btu": (asks.ShowUsernames, ID),
    "bts": (asks.ShareUsername, ID, YES_NO),
    "btc": (concern.RaiseConcern, ID),
    "btr": (concern.ChooseReceiver, ID, ID),
    "btp": (concern.NamePartner, ID, REVISION, YES_NO),
    "bta": (concern.AskConcernText, ID),
    "btx": (concern.LeaveTextOut, ID),
    "btn": (concern.NoteConcern, ID),
}
