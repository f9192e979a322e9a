"""How buttons between the two of a pair are spelled: codes of bot.actions.spelling, all of them
with "bt"."""

from bot.actions.parts import ID, YES_NO, Spellings
from learning.mentoring.between import asks

BETWEEN: Spellings = {
    "btw": (asks.OpenMessage, ID),
    "btl": (asks.LeaveMessage, ID),
    "btu": (asks.ShowUsernames, ID),
    "bts": (asks.ShareUsername, ID, YES_NO),
}
