"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.announcements import (
    addressing,
    answering,
    asks,
    choosing_hours,
    composing,
    confirming,
    correcting,
    reading,
    reading_asks,
    sending,
    sending_asks,
)
from learning.ask import UseCases
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowAnnouncements: composing.show_announcements,
    asks.WantSecondLook: confirming.want_second_look,
    asks.BeginAnnouncement: composing.begin,
    asks.ShowAnnouncement: composing.show,
    asks.AskText: composing.ask_text,
    asks.AskOptions: composing.ask_options,
    asks.DropPoll: composing.drop_poll,
    asks.AskFile: composing.ask_file,
    asks.DropFile: composing.drop_file,
    asks.DropVersion: composing.drop_version,
    asks.AnswerDraft: answering.answer,
    asks.OfferAttachment: composing.offer_attachment,
    asks.GiveFile: composing.give_file,
    asks.DropDraft: composing.drop_draft,
    asks.ShowAudience: addressing.show_audience,
    asks.ShowValues: addressing.show_values,
    asks.TurnValue: addressing.turn_value,
    asks.ClearAudience: addressing.clear_audience,
    asks.ShowSaved: addressing.show_saved,
    asks.UseSaved: addressing.use_saved,
    asks.ForgetSaved: addressing.forget_saved,
    asks.AskSavedName: addressing.ask_saved_name,
    asks.ShowTiming: choosing_hours.show_timing,
    asks.ChooseTiming: choosing_hours.choose_timing,
    asks.TurnUrgent: choosing_hours.turn_urgent,
    asks.TurnRepeats: choosing_hours.turn_repeats,
    asks.Preview: confirming.preview,
    asks.SendToMe: confirming.send_to_me,
    asks.OfferSending: confirming.offer_sending,
    asks.AskApproval: confirming.ask_approval,
    asks.Approve: confirming.approve,
    asks.SendBack: confirming.send_back,
    sending_asks.ShowBoard: sending.show_board,
    sending_asks.PauseSending: sending.pause,
    sending_asks.ResumeSending: sending.resume,
    sending_asks.OfferCancel: sending.offer_cancel,
    sending_asks.CancelSending: sending.cancel,
    sending_asks.ReportAnnouncement: sending.report,
    sending_asks.CorrectAnnouncement: correcting.correct,
    sending_asks.EditSent: correcting.edit_sent,
    sending_asks.OfferDeletion: confirming.offer_deletion,
    sending_asks.DeleteSent: confirming.delete_sent,
    reading_asks.StopAnnouncements: reading.stop,
    reading_asks.TakeAnnouncements: reading.take,
    reading_asks.ShowNews: reading.show_news,
    reading_asks.Vote: reading.vote,
    reading_asks.SpreadAnnouncements: sending.spread,
    reading_asks.PrepareAnnouncement: reading.prepare_announcement,
    reading_asks.PrepareChange: reading.prepare_change,
    reading_asks.PrepareApproval: reading.prepare_approval,
    reading_asks.PrepareBoard: reading.prepare_board,
}
PROMPTS: Prompts = {
    Prompt.ANNOUNCEMENT: PromptKind(asks.AnswerDraft, answering.readiness),
}
PREPARATIONS: Preparations = {
    PushKind.ANNOUNCEMENT: reading_asks.PrepareAnnouncement,
    PushKind.ANNOUNCEMENT_URGENT: reading_asks.PrepareAnnouncement,
    PushKind.ANNOUNCEMENT_CHANGE: reading_asks.PrepareChange,
    PushKind.ANNOUNCEMENT_APPROVAL: reading_asks.PrepareApproval,
    PushKind.ANNOUNCEMENT_BOARD: reading_asks.PrepareBoard,
}
