"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.mentoring.meeting import (
    afterwards,
    asks,
    looking,
    proposing,
    reminding,
    settling,
    topics,
)
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.FindMeeting: looking.find_meeting,
    asks.ShowMeeting: looking.show_meeting,
    asks.ProposeMeeting: proposing.propose_meeting,
    asks.ProposeOthers: proposing.propose_others,
    asks.ChooseDay: proposing.choose_day,
    asks.AddSlot: proposing.add_slot,
    asks.DropSlot: proposing.drop_slot,
    asks.SendProposal: proposing.send_proposal,
    asks.PickSlot: settling.pick_slot,
    asks.LeaveAsItWas: settling.leave_as_it_was,
    asks.OfferMeetingOff: settling.offer_off,
    asks.CallMeetingOff: settling.call_off,
    asks.GiveMeetingFile: settling.give_file,
    asks.AskPlace: settling.ask_place,
    asks.TypePlace: settling.type_place,
    asks.SayMet: afterwards.say_met,
    asks.SayMeetingFit: afterwards.say_fit,
    asks.OfferTopics: topics.offer_topics,
    asks.TurnTopic: topics.turn_topic,
    asks.PrepareMeetingProposed: reminding.prepare_proposed,
    asks.PrepareMeetingNews: reminding.prepare_news,
    asks.PrepareMeetingsOfDay: reminding.prepare_day,
    asks.PrepareMeetingSoon: reminding.prepare_soon,
    asks.PrepareMet: reminding.prepare_met,
    asks.PrepareMeetingsWanted: reminding.prepare_wanted,
}
PROMPTS: Prompts = {
    Prompt.MEETING_PLACE: PromptKind(asks.TypePlace, settling.place_readiness),
}
PREPARATIONS: Preparations = {
    PushKind.MEETING_PROPOSED: asks.PrepareMeetingProposed,
    PushKind.MEETING_NEWS: asks.PrepareMeetingNews,
    PushKind.MEETING_REMINDER: asks.PrepareMeetingsOfDay,
    PushKind.MEETING_SOON: asks.PrepareMeetingSoon,
    PushKind.MEETING_MET: asks.PrepareMet,
    PushKind.MEETING_WANTED: asks.PrepareMeetingsWanted,
}
