"""callback_data: asks spelled as `<version><code>.<part>.<part>…`, at most 64 bytes.

Buttons stay in chats for years, so a code is never given another meaning: a changed ask gets a
new code, and an ask that is gone leaves its code unused.
"""

from dataclasses import astuple
from typing import Any

from bot.actions.between_spelling import BETWEEN
from bot.actions.evaluating_spelling import EVALUATING
from bot.actions.matching_spelling import MATCHING
from bot.actions.meeting_spelling import MEETINGS
from bot.actions.parts import (
    CODE,
    COUNT,
    DATE,
    DAYS,
    ID,
    REVISION,
    TEXT,
    TIME,
    NotSpelled,
    Spellings,
    one_of,
    optional,
)
from bot.actions.shadowing_spelling import SHADOWING
from bot.actions.spelling_of_mentoring import MENTORING
from learning.account import asks as account
from learning.account.model import PauseScope, Role
from learning.account.outcomes import Field
from learning.announcements import asks as announcements
from learning.announcements import reading_asks, sending_asks
from learning.announcements.model import Dimension, Timing
from learning.ask import Ask
from learning.certificates import asks as certificates
from learning.counts import asks as counts
from learning.counts.model import Usefulness
from learning.events import asks as events
from learning.events.model import EventKind
from learning.events.model import Field as EventField
from learning.facts import asks as facts
from learning.glossary import asks as glossary
from learning.lessons import asks as lessons
from learning.needs import asks as needs
from learning.needs.answers import Wave
from learning.needs.model import Mode
from learning.needs.questionnaire import Fact
from learning.needs.report.chapters import Part as ReportPart
from learning.organisations import asks as organisations
from learning.progress import asks as progress
from learning.records import asks as records
from learning.records.model import Copy
from learning.reports import asks as reports
from learning.reports.model import Form
from learning.resources import asks as resources
from learning.reviews.model import Confidence
from learning.scenarios import asks as scenarios
from learning.talk import asks as talk
from learning.talk.model import Prompt
from learning.tickets import asks as tickets
from learning.tickets.model import TicketKind

VERSION = "1"
MOST_BYTES = 64

SPELLINGS: Spellings = {
    **BETWEEN,
    **EVALUATING,
    **SHADOWING,
    **MATCHING,
    **MEETINGS,
    "df": (account.ShowDefaults,),
    "st": (account.ShowSettings,),
    "ch": (account.ShowChoices, one_of(Field)),
    "cs": (account.ChooseSetting, one_of(Field), TEXT),
    "po": (account.OfferPause,),
    "pe": (account.OfferPauseEnd, one_of(PauseScope)),
    "pa": (account.Pause, one_of(PauseScope), optional(COUNT)),
    "re": (account.Resume,),
    "so": (account.OfferSnooze,),
    "sn": (account.Snooze, COUNT),
    "ct": (account.ChangeTime, optional(TIME), optional(DAYS)),
    "pu": (account.PauseUntil, one_of(PauseScope), DATE),
    "he": (account.ShowHelp,),
    "ab": (account.ShowAbout,),
    "pn": (account.ShowNotice,),
    "be": (lessons.BeginCourse,),
    "nl": (lessons.NextLesson,),
    "ra": (lessons.ReturnAfterAbsence, one_of(lessons.Recalls)),
    "rl": (lessons.RepeatLesson,),
    "rn": (lessons.ReviewNow,),
    "tn": (lessons.TurnOn, ID, REVISION),
    "tb": (lessons.TurnBack, ID, REVISION),
    "pk": (lessons.Pick, ID, REVISION, TEXT),
    "sp": (lessons.SettlePicks, ID, REVISION),
    "ca": (lessons.ChangeAnswer, ID, REVISION),
    "an": (lessons.AnswerQuestion, ID, REVISION, one_of(Confidence)),
    "gu": (lessons.GiveUp, ID, REVISION),
    "os": (scenarios.OpenScenario, TEXT),
    "sc": (scenarios.Choose, ID, REVISION, TEXT),
    "go": (scenarios.GoOn, ID, REVISION),
    "rc": (scenarios.Reconsider, ID, REVISION),
    "pl": (scenarios.PlayAgain, ID, REVISION),
    "pr": (progress.ShowProgress,),
    "kp": (records.ShowKept,),
    "md": (records.OfferMyData,),
    "mg": (records.GiveMyData, one_of(Copy)),
    "eo": (records.OfferErasure,),
    "gt": (talk.GiveTextTo, ID, one_of(Prompt), ID, REVISION),
    "ft": (talk.ForgetText, ID),
    "lt": (talk.LeaveTalk,),
    "to": (tickets.OpenTicket, one_of(TicketKind)),
    "tm": (tickets.ReportMistake, TEXT, TEXT),
    "ts": (tickets.SendTicket, ID),
    "tl": (tickets.StayNameless, ID),
    "td": (tickets.DropTicket, ID),
    "ta": (tickets.AnswerTicket, ID),
    "tc": (tickets.CloseTicket, ID),
    "tw": (tickets.ShowTickets, optional(ID)),
    "tr": (tickets.ShowReported, ID),
    "mv": (account.ConfirmMove, CODE),
    "ol": (account.OfferLeave,),
    "lv": (account.Leave, REVISION),
    "om": (account.OfferPhoneMove,),
    "mp": (account.MovePhone, CODE),
    "iv": (organisations.Invite,),
    "id": (organisations.ChooseDepartment, ID, optional(ID)),
    "ir": (organisations.ChooseRole, ID, one_of(Role)),
    "ic": (organisations.ChooseChannel, ID, TEXT),
    "in": (organisations.ChooseNumber, ID, COUNT),
    "im": (organisations.MakeSheet, ID, REVISION, COUNT),
    "ss": (organisations.ShowSheets, optional(ID)),
    "sh": (organisations.ShowSheet, ID),
    "ps": (organisations.PrintSheet, ID),
    "or": (organisations.OfferSheetRevocation, ID),
    "rs": (organisations.RevokeSheet, ID),
    "rf": (organisations.ConfirmRoster, ID, REVISION),
    "rd": (organisations.DropRoster, ID),
    "kc": (organisations.ShowCode, ID),
    "kr": (organisations.RevokeCode, ID),
    "mo": (organisations.OfferRemoval, ID),
    "mr": (organisations.RemoveMember, ID, REVISION),
    "gr": (organisations.GiveRole, ID, REVISION, one_of(Role)),
    "wr": (organisations.WithdrawRole, ID, REVISION, one_of(Role)),
    "do": (organisations.OfferDepartments, ID),
    "dc": (organisations.ChangeDepartment, ID, REVISION, optional(ID)),
    "oa": (organisations.ShowAudit, optional(ID), optional(ID)),
    "ne": (needs.ShowNeeds,),
    "nb": (needs.BeginNeeds, ID, one_of(Wave)),
    "np": (needs.PickAnswer, ID, REVISION, TEXT),
    "nd": (needs.SettleAnswer, ID, REVISION),
    "nf": (needs.ChangeFact, ID, REVISION, one_of(Fact)),
    "nk": (needs.SkipQuestion, ID, REVISION),
    "ng": (needs.GoBack, ID, REVISION),
    "nr": (needs.ReviseAnswer, ID, REVISION, COUNT),
    "nx": (needs.SendAnswers, ID, REVISION),
    "nm": (needs.KeepForMyself, ID, REVISION),
    "nz": (needs.DropAnswers, ID, REVISION),
    "nh": (needs.ShowPath,),
    "nu": (needs.PutFirst, REVISION, TEXT),
    "nv": (needs.TakeStandardPath, REVISION),
    "ny": (needs.TakeMyPath, REVISION),
    "nqq": (needs.ShowRounds,),
    "nql": (needs.PlanRound, one_of(Mode)),
    "nqd": (needs.ToggleDepartment, ID, REVISION, ID),
    "nqo": (needs.SetOpening, ID, REVISION, COUNT),
    "nqc": (needs.SetClosing, ID, REVISION, COUNT),
    "nqg": (needs.LaunchRound, ID, REVISION),
    "nqx": (needs.DropPlan, ID),
    "nqs": (needs.ShowRound, ID),
    "nqr": (needs.RemindRound, ID, REVISION),
    "nqf": (needs.OfferClosing, ID),
    "nqz": (needs.CloseRound, ID, REVISION),
    "nqa": (needs.CountAgain, ID),
    "nqp": (needs.ReportNeeds, ID, one_of(ReportPart)),
    "er": (records.EraseMe, REVISION),
    "hm": (reports.ShowHome,),
    "rp": (reports.ReportCourse, one_of(Form)),
    "uo": (counts.ShowQuestions,),
    "uq": (counts.ShowAnswers, TEXT),
    "us": (counts.ShowUsefulness,),
    "ux": (facts.ShowFacts,),
    "ru": (scenarios.RateSubunit, ID, one_of(Usefulness)),
    "ce": (certificates.ShowCertificate,),
    "cn": (certificates.AskCertificateName,),
    "co": (certificates.OfferCertificateRevocation, ID),
    "cr": (certificates.RevokeCertificate, ID),
    "ls": (resources.ShowResources,),
    "lm": (resources.ShowSummaries, TEXT),
    "lg": (resources.GiveResource, TEXT),
    "aa": (announcements.ShowAnnouncements,),
    "ak": (announcements.WantSecondLook, COUNT),
    "ae": (announcements.BeginAnnouncement,),
    "as": (announcements.ShowAnnouncement, ID),
    "at": (announcements.AskText, ID, TEXT),
    "ao": (announcements.AskOptions, ID, TEXT),
    "au": (announcements.DropPoll, ID),
    "af": (announcements.AskFile, ID),
    "ax": (announcements.DropFile, ID),
    "av": (announcements.DropVersion, ID, TEXT),
    "ad": (announcements.DropDraft, ID),
    "aw": (announcements.ShowAudience, ID),
    "al": (announcements.ShowValues, ID, one_of(Dimension)),
    "ay": (announcements.TurnValue, ID, REVISION, one_of(Dimension), TEXT),
    "ac": (announcements.ClearAudience, ID),
    "ag": (announcements.ShowSaved, ID),
    "ai": (announcements.UseSaved, ID, ID),
    "aj": (announcements.ForgetSaved, ID, ID),
    "ah": (announcements.AskSavedName, ID),
    "am": (announcements.ShowTiming, ID),
    "aq": (announcements.ChooseTiming, ID, one_of(Timing)),
    "ar": (announcements.TurnUrgent, ID, REVISION),
    "ap": (announcements.TurnRepeats, ID, REVISION),
    "az": (announcements.Preview, ID, TEXT),
    "bm": (announcements.SendToMe, ID),
    "bo": (announcements.OfferSending, ID),
    "bq": (announcements.AskApproval, ID, REVISION),
    "ba": (announcements.Approve, ID, REVISION),
    "bb": (announcements.SendBack, ID, REVISION),
    "bs": (sending_asks.ShowBoard, ID),
    "bp": (sending_asks.PauseSending, ID),
    "br": (sending_asks.ResumeSending, ID),
    "bc": (sending_asks.OfferCancel, ID),
    "bx": (sending_asks.CancelSending, ID),
    "bt": (sending_asks.ReportAnnouncement, ID),
    "bk": (sending_asks.CorrectAnnouncement, ID),
    "bw": (sending_asks.EditSent, ID),
    "bd": (sending_asks.OfferDeletion, ID),
    "by": (sending_asks.DeleteSent, ID),
    "ns": (reading_asks.StopAnnouncements,),
    "nt": (reading_asks.TakeAnnouncements,),
    "nn": (reading_asks.ShowNews,),
    "vt": (reading_asks.Vote, ID, COUNT),
    "xt": (glossary.ExplainTerm, TEXT),
    "xl": (glossary.ShowTerms, COUNT),
    "qa": (events.ShowEvents,),
    "qe": (events.ShowEvent, ID),
    "qr": (events.Register, ID),
    "qx": (events.CancelRegistration, ID),
    "ql": (events.SayLate, ID),
    "qh": (events.AskAttendance, ID),
    "qf": (events.GiveFeedback, ID, COUNT, COUNT),
    "qb": (events.BeginEvent,),
    "qd": (events.ShowEventDraft, ID),
    "qk": (events.ChooseKind, ID, one_of(EventKind)),
    "qi": (events.AskField, ID, one_of(EventField), TEXT),
    "qo": (events.OpenEvent, ID),
    "qp": (events.DropEvent, ID),
    "qn": (events.AnnounceEvent, ID),
    "qc": (events.OfferEventCancel, ID),
    "qy": (events.CancelEvent, ID),
    "qt": (events.ShowAttendanceCode, ID),
    "rh": (reports.ReportReach, one_of(Form)),
    "qm": (events.ManageEvents,),
    "qs": (events.FindSeat,),
    "qu": (events.FindMine,),
    "qg": (events.ReportEvent, ID, one_of(Form)),
    "qw": (certificates.ShowAttendance, ID),
    "qz": (certificates.AskAttendanceName, ID),
    **MENTORING,
}
_CODES = {ask: code for code, (ask, *_) in SPELLINGS.items()}


def encode(ask: Ask[Any]) -> str:
    """The ask as callback_data. Raises NotSpelled for one that no button may carry."""
    code = _CODES.get(type(ask))
    if code is None:
        raise NotSpelled(ask)
    _, *parts = SPELLINGS[code]
    values = astuple(ask)  # type: ignore[call-overload]
    written = (part.write(value) for part, value in zip(parts, values, strict=True))
    data = ".".join((VERSION + code, *written))
    if len(data.encode()) > MOST_BYTES:
        raise NotSpelled(data)
    return data


def decode(data: str) -> Ask[Any]:
    """The ask that `data` spells; PressOutdated for anything that is no spelling of ours."""
    try:
        return _read(data)
    except NotSpelled:
        return account.PressOutdated()


def _read(data: str) -> Ask[Any]:
    head, *texts = data.split(".")
    spelling = SPELLINGS.get(head[1:]) if head[:1] == VERSION else None
    if spelling is None:
        raise NotSpelled(data)
    ask, *parts = spelling
    if len(parts) != len(texts):
        raise NotSpelled(data)
    return ask(*(part.read(text) for part, text in zip(parts, texts, strict=True)))
