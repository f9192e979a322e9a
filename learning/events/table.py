"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.events import asks, coming, making, reminding
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowEvents: coming.show_events,
    asks.ShowEvent: coming.show_event,
    asks.Register: coming.register,
    asks.CancelRegistration: coming.cancel_registration,
    asks.SayLate: coming.say_late,
    asks.AskAttendance: coming.ask_attendance,
    asks.TypeAttendance: coming.type_attendance,
    asks.AttendByCode: coming.attend_by_code,
    asks.GiveFeedback: coming.give_feedback,
    asks.BeginEvent: making.begin,
    asks.ShowEventDraft: making.show_draft,
    asks.ChooseKind: making.choose_kind,
    asks.AskField: making.ask_field,
    asks.AnswerField: making.answer_field,
    asks.OpenEvent: making.open_event,
    asks.DropEvent: making.drop_event,
    asks.AnnounceEvent: making.announce,
    asks.OfferEventCancel: making.offer_cancel,
    asks.CancelEvent: making.cancel,
    asks.ShowAttendanceCode: making.show_code,
    asks.FindSeat: coming.find_seat,
    asks.FindMine: coming.find_mine,
    asks.ManageEvents: making.manage,
    asks.ReportEvent: making.report,
    asks.PrepareEventReminder: reminding.prepare_reminder,
    asks.PrepareEventSoon: reminding.prepare_soon,
    asks.PrepareEventNews: reminding.prepare_news,
    asks.PrepareSeat: reminding.prepare_seat,
    asks.PrepareFeedback: reminding.prepare_feedback,
    asks.PrepareRecording: reminding.prepare_recording,
    asks.PrepareMaterials: reminding.prepare_materials,
}
PROMPTS: Prompts = {
    Prompt.EVENT: PromptKind(asks.AnswerField, making.readiness),
    Prompt.ATTENDANCE: PromptKind(asks.TypeAttendance, coming.attendance_readiness),
}
PREPARATIONS: Preparations = {
    PushKind.EVENT_REMINDER: asks.PrepareEventReminder,
    PushKind.EVENT_SOON: asks.PrepareEventSoon,
    PushKind.EVENT_NEWS: asks.PrepareEventNews,
    PushKind.EVENT_SEAT: asks.PrepareSeat,
    PushKind.EVENT_FEEDBACK: asks.PrepareFeedback,
    PushKind.EVENT_RECORDING: asks.PrepareRecording,
    PushKind.EVENT_MATERIALS: asks.PrepareMaterials,
}
