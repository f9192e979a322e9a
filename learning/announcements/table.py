"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.announcements import (
    addressing,
    answering,
    asks,
    choosing_hours,
    composing,
    confirming,
    reading,
    sending,
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
    asks.ShowBoard: sending.show_board,
    asks.PauseSending: sending.pause,
    asks.ResumeSending: sending.resume,
    asks.OfferCancel: sending.offer_cancel,
    asks.CancelSending: sending.cancel,
    asks.ReportAnnouncement: sending.report,
    asks.CorrectAnnouncement: composing.correct,
    asks.EditSent: composing.edit_sent,
    asks.OfferDeletion: confirming.offer_deletion,
    asks.DeleteSent: confirming.delete_sent,
    asks.StopAnnouncements: reading.stop,
    asks.TakeAnnouncements: reading.take,
    asks.ShowNews: reading.show_news,
    asks.Vote: reading.vote,
    asks.SpreadAnnouncements: sending.spread,
    asks.PrepareAnnouncement: reading.prepare_announcement,
    asks.PrepareChange: reading.prepare_change,
    asks.PrepareTrial: reading.prepare_trial,
    asks.PrepareApproval: reading.prepare_approval,
    asks.PrepareBoard: reading.prepare_board,
}
PROMPTS: Prompts = {
    Prompt.ANNOUNCEMENT: PromptKind(asks.AnswerDraft, answering.standing),
}
PREPARATIONS: Preparations = {
    PushKind.ANNOUNCEMENT: asks.PrepareAnnouncement,
    PushKind.ANNOUNCEMENT_URGENT: asks.PrepareAnnouncement,
    PushKind.ANNOUNCEMENT_CHANGE: asks.PrepareChange,
    PushKind.ANNOUNCEMENT_TRIAL: asks.PrepareTrial,
    PushKind.ANNOUNCEMENT_APPROVAL: asks.PrepareApproval,
    PushKind.ANNOUNCEMENT_BOARD: asks.PrepareBoard,
}
