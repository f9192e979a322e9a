"""How buttons about meetings are spelled: codes of bot.actions.spelling, all of them with "mt"."""

from bot.actions.parts import COUNT, DATE, ID, REVISION, TEXT, TIME, Spellings, one_of
from learning.mentoring.meeting import asks
from learning.mentoring.meeting.model import Met

MEETINGS: Spellings = {
    "mtf": (asks.FindMeeting,),
    "mts": (asks.ShowMeeting, ID),
    "mtp": (asks.ProposeMeeting, ID),
    "mto": (asks.ProposeOthers, ID, REVISION),
    "mtd": (asks.ChooseDay, ID, DATE),
    "mta": (asks.AddSlot, ID, DATE, TIME),
    "mtx": (asks.DropSlot, ID, REVISION, COUNT),
    "mtg": (asks.SendProposal, ID, REVISION),
    "mtk": (asks.PickSlot, ID, REVISION, COUNT),
    "mtl": (asks.LeaveAsItWas, ID, REVISION),
    "mtn": (asks.OfferMeetingOff, ID),
    "mtc": (asks.CallMeetingOff, ID, REVISION),
    "mti": (asks.GiveMeetingFile, ID),
    "mtw": (asks.AskPlace, ID),
    "mtm": (asks.SayMet, ID, one_of(Met)),
    "mth": (asks.SayMeetingFit, ID, TEXT),
    "mtt": (asks.OfferTopics, ID),
    "mtv": (asks.TurnTopic, ID, TEXT),
}
