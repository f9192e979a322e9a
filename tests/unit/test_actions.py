import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.commands import COMMANDS, WITH_WORDS
from bot.actions.parts import NotSpelled
from bot.actions.spelling import SPELLINGS, decode, encode
from bot.screens.menu import commands
from bot.screens.speech import Speech
from learning.account import asks as account
from learning.account.model import PauseScope, Role
from learning.account.outcomes import Field
from learning.announcements import asks as announcements
from learning.announcements import reading_asks, sending_asks
from learning.announcements.model import Dimension, Timing
from learning.ask import Ask
from learning.certificates import asks as certificates
from learning.counts import asks as counting
from learning.counts.model import Usefulness
from learning.events import asks as events
from learning.events.model import EventKind
from learning.events.model import Field as EventField
from learning.facts import asks as facts
from learning.glossary import asks as glossary
from learning.lessons import asks as lessons
from learning.mentoring import asks as mentoring
from learning.mentoring import clock_asks as mentoring_clock
from learning.mentoring.agreement import Term
from learning.mentoring.between import asks as between
from learning.mentoring.check_in import Result
from learning.mentoring.concern import asks as concern
from learning.mentoring.evaluating import asks as evaluating
from learning.mentoring.evaluating.model import PracticeState
from learning.mentoring.matching import asks as matching
from learning.mentoring.matching.outcomes import Field as MatchingField
from learning.mentoring.matching.states import Says
from learning.mentoring.meeting import asks as meeting
from learning.mentoring.meeting.model import Met
from learning.mentoring.model import Seen, Side
from learning.mentoring.pairs import asks as pairs
from learning.mentoring.shadowing import asks as shadowing
from learning.needs import asks as needs
from learning.needs.answers import Wave
from learning.needs.model import Mode
from learning.needs.questionnaire import Fact
from learning.needs.report.chapters import Part
from learning.organisations import asks as organisations
from learning.progress import asks as progress
from learning.pushes import asks as pushes
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

ROOMS = (
    account,
    announcements,
    events,
    facts,
    reading_asks,
    sending_asks,
    glossary,
    certificates,
    counting,
    between,
    concern,
    evaluating,
    shadowing,
    lessons,
    mentoring,
    mentoring_clock,
    matching,
    meeting,
    pairs,
    needs,
    organisations,
    progress,
    pushes,
    records,
    reports,
    resources,
    scenarios,
    talk,
    tickets,
)
NO_BUTTON = {
    between.WriteMessage,
    between.PrepareMessage,
    between.PrepareUsernames,
    concern.TypeConcern,
    concern.TypeNote,
    shadowing.FindShadowing,
    shadowing.TypeDayGoal,
    shadowing.TypeNote,
    shadowing.PrepareDayNews,
    shadowing.PrepareDayBefore,
    shadowing.PrepareNote,
    shadowing.PrepareTrying,
    evaluating.TypeLookingBack,
    evaluating.TypeCard,
    evaluating.PreparePracticeWaiting,
    evaluating.PreparePracticeDecided,
    meeting.TypePlace,
    meeting.PrepareMeetingProposed,
    meeting.PrepareMeetingNews,
    meeting.PrepareMeetingsOfDay,
    meeting.PrepareMeetingSoon,
    meeting.PrepareMet,
    meeting.PrepareMeetingsWanted,
    matching.ShowMatching,  # /matching
    matching.TypeName,
    matching.SettleProposals,
    matching.PrepareProposed,
    matching.PrepareProposedAgain,
    matching.PrepareProposalOver,
    matching.PrepareInvitation,
    organisations.AnswerInvitation,
    organisations.OfferFile,
    organisations.ReadRoster,
    organisations.LookUpCode,
    announcements.AnswerDraft,
    announcements.OfferAttachment,
    announcements.GiveFile,
    reading_asks.SpreadAnnouncements,
    reading_asks.PrepareAnnouncement,
    reading_asks.PrepareChange,
    reading_asks.PrepareApproval,
    reading_asks.PrepareBoard,
    facts.PrepareExpired,
    facts.TellExpired,
    events.TypeAttendance,
    events.AttendByCode,
    events.AnswerField,
    events.PrepareEventReminder,
    events.PrepareEventSoon,
    events.PrepareEventNews,
    events.PrepareSeat,
    events.PrepareFeedback,
    events.PrepareRecording,
    events.PrepareMaterials,
    mentoring.TypeGoal,
    mentoring.TypeCheckIn,
    mentoring.SayHowItWent,  # typed
    mentoring_clock.WakeTurns,
    mentoring_clock.PrepareTurnBegun,
    mentoring_clock.PrepareAgreement,
    mentoring_clock.PreparePhase,
    mentoring_clock.PrepareTextsGoing,
    mentoring_clock.PrepareSilenceOffer,
    mentoring_clock.PreparePairSilent,
    mentoring_clock.PrepareTurnOver,
    mentoring_clock.PrepareCheckIns,
    mentoring_clock.PrepareWaiting,
    mentoring_clock.PrepareTalk,
    account.Arrive,  # /start and deep links
    account.SendSomethingElse,
    account.EditMessage,
    account.SpeakInGroup,
    account.PressOutdated,
    account.ComeBack,
    lessons.AnswerInWords,
    talk.ListenTo,
    talk.SayInWords,
    talk.MakeSmallTalk,
    talk.AskAhead,
    account.OfferTime,
    account.OfferPauseUntil,
    tickets.WriteTicket,
    tickets.GiveName,
    glossary.OfferTerms,
    resources.FindResources,
    organisations.PrepareRemoval,
    organisations.PrepareRole,
    certificates.IssueCertificate,
    certificates.IssueAttendance,
    certificates.CheckCertificate,
    tickets.PrepareTicket,
    tickets.PrepareReminder,
    tickets.PrepareAnswer,
    tickets.PrepareEnd,
    needs.AnswerNeeds,
    needs.TurnRounds,
    needs.PrepareRound,
    needs.PrepareRoundReminder,
    needs.PrepareHalfway,
    needs.PrepareAgain,
    pushes.PrepareDaily,
    pushes.WakeLearners,
    pushes.PreparePush,
    pushes.NoteUnreachable,
}

rows = st.integers(0, 2**63 - 1)
revisions = st.integers(0, 2**31 - 1)
sides, matching_fields = st.sampled_from(Side), st.sampled_from(MatchingField)
counts = st.integers(0, 9999)
option_ids = st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True)
content_ids = st.from_regex(r"[a-z0-9-]{1,24}", fullmatch=True)
codes = st.from_regex(r"[A-Za-z0-9_-]{1,60}", fullmatch=True)
roles, some_row = st.sampled_from(Role), st.one_of(st.none(), rows)
zones = st.from_regex(r"[A-Za-z]+/[A-Za-z_]+(/[A-Za-z_+-]+)?", fullmatch=True).filter(
    lambda zone: len(zone) <= 32
)
minutes_of_a_day = st.times().map(lambda at: at.replace(second=0, microsecond=0))
hours = st.one_of(st.none(), st.times().map(lambda at: at.replace(second=0, microsecond=0)))
weekdays = st.one_of(st.none(), st.frozensets(st.integers(0, 6), min_size=1))
fields, scopes = st.sampled_from(Field), st.sampled_from(PauseScope)

ASKS: dict[type[Ask[Any]], tuple[st.SearchStrategy[Any], ...]] = {
    announcements.WantSecondLook: (counts,),
    announcements.ShowAnnouncement: (rows,),
    announcements.AskText: (
        rows,
        option_ids,
    ),
    announcements.AskOptions: (
        rows,
        option_ids,
    ),
    announcements.AskFile: (rows,),
    announcements.DropFile: (rows,),
    announcements.DropPoll: (rows,),
    announcements.DropVersion: (
        rows,
        option_ids,
    ),
    announcements.DropDraft: (rows,),
    announcements.ShowAudience: (rows,),
    announcements.ShowValues: (
        rows,
        st.sampled_from(Dimension),
    ),
    announcements.TurnValue: (
        rows,
        revisions,
        st.sampled_from(Dimension),
        option_ids,
    ),
    announcements.ClearAudience: (rows,),
    announcements.ShowSaved: (rows,),
    announcements.UseSaved: (
        rows,
        rows,
    ),
    announcements.ForgetSaved: (
        rows,
        rows,
    ),
    announcements.AskSavedName: (rows,),
    announcements.ShowTiming: (rows,),
    announcements.ChooseTiming: (
        rows,
        st.sampled_from(Timing),
    ),
    announcements.TurnUrgent: (
        rows,
        revisions,
    ),
    announcements.TurnRepeats: (
        rows,
        revisions,
    ),
    announcements.Preview: (
        rows,
        option_ids,
    ),
    announcements.SendToMe: (rows,),
    announcements.OfferSending: (rows,),
    announcements.AskApproval: (
        rows,
        revisions,
    ),
    announcements.Approve: (
        rows,
        revisions,
    ),
    announcements.SendBack: (
        rows,
        revisions,
    ),
    sending_asks.ShowBoard: (rows,),
    sending_asks.PauseSending: (rows,),
    sending_asks.ResumeSending: (rows,),
    sending_asks.OfferCancel: (rows,),
    sending_asks.CancelSending: (rows,),
    sending_asks.ReportAnnouncement: (rows,),
    sending_asks.CorrectAnnouncement: (rows,),
    sending_asks.EditSent: (rows,),
    sending_asks.OfferDeletion: (rows,),
    sending_asks.DeleteSent: (rows,),
    reading_asks.Vote: (
        rows,
        counts,
    ),
    mentoring.ShowTurn: (rows,),
    mentoring.ShowMoreOfTurn: (rows,),
    mentoring.ShowTalkKit: (rows,),
    mentoring.OpenAgreement: (rows,),
    mentoring.ChangeAgreement: (rows,),
    mentoring.OfferTerm: (rows, st.sampled_from(Term)),
    mentoring.ChooseTerm: (rows, revisions, st.sampled_from(Term), option_ids),
    mentoring.AskGoal: (rows,),
    mentoring.DropGoal: (rows, revisions, counts),
    mentoring.ProposeAgreement: (rows, revisions),
    mentoring.ConfirmAgreement: (rows, revisions),
    mentoring.DropChange: (rows,),
    mentoring.PrintAgreement: (rows,),
    mentoring.OfferTurnEnd: (rows,),
    mentoring.EndTurn: (rows,),
    mentoring.OfferRest: (rows,),
    mentoring.RestTurn: (rows, counts),
    mentoring.ResumeTurn: (rows,),
    mentoring.BeginAnew: (rows,),
    mentoring.SayStillHere: (rows,),
    mentoring.MovePhase: (rows, option_ids, st.booleans()),
    mentoring.OpenCheckIn: (rows,),
    mentoring.SayResult: (rows, revisions, st.sampled_from(Result)),
    mentoring.RateMentoring: (rows, revisions, counts),
    mentoring.ChooseSeen: (rows, revisions, st.sampled_from(Seen)),
    mentoring.SkipCheckInText: (rows, revisions),
    mentoring.SayFit: (rows, revisions, option_ids),
    mentoring.ShowTexts: (rows,),
    mentoring.GiveTexts: (rows,),
    mentoring.OfferDestroying: (rows,),
    mentoring.DestroyTexts: (rows,),
    events.ShowEvent: (rows,),
    events.Register: (rows,),
    events.CancelRegistration: (rows,),
    events.SayLate: (rows,),
    events.AskAttendance: (rows,),
    events.GiveFeedback: (rows, counts, counts),
    events.ShowEventDraft: (rows,),
    events.ChooseKind: (rows, st.sampled_from(EventKind)),
    events.AskField: (rows, st.sampled_from(EventField), option_ids),
    events.OpenEvent: (rows,),
    events.DropEvent: (rows,),
    events.AnnounceEvent: (rows,),
    events.OfferEventCancel: (rows,),
    events.CancelEvent: (rows,),
    events.ShowAttendanceCode: (rows,),
    events.ReportEvent: (rows, st.sampled_from(Form)),
    account.ShowChoices: (fields,),
    account.ChooseSetting: (fields, st.one_of(zones, content_ids)),
    account.OfferPauseEnd: (scopes,),
    account.ChangeTime: (hours, weekdays),
    account.PauseUntil: (scopes, st.dates()),
    account.Pause: (scopes, st.one_of(st.none(), counts)),
    account.Snooze: (counts,),
    account.ConfirmMove: (codes,),
    account.Leave: (revisions,),
    account.MovePhone: (codes,),
    organisations.ChooseDepartment: (rows, some_row),
    organisations.ChooseRole: (rows, roles),
    organisations.ChooseChannel: (rows, option_ids),
    organisations.ChooseNumber: (rows, counts),
    organisations.MakeSheet: (rows, revisions, counts),
    organisations.ShowSheets: (some_row,),
    organisations.ShowSheet: (rows,),
    organisations.PrintSheet: (rows,),
    organisations.OfferSheetRevocation: (rows,),
    organisations.RevokeSheet: (rows,),
    organisations.ConfirmRoster: (rows, revisions),
    organisations.DropRoster: (rows,),
    organisations.ShowCode: (rows,),
    organisations.RevokeCode: (rows,),
    organisations.OfferRemoval: (rows,),
    organisations.RemoveMember: (rows, revisions),
    organisations.GiveRole: (rows, revisions, roles),
    organisations.WithdrawRole: (rows, revisions, roles),
    organisations.OfferDepartments: (rows,),
    organisations.ChangeDepartment: (rows, revisions, some_row),
    organisations.ShowAudit: (some_row, some_row),
    lessons.ReturnAfterAbsence: (st.sampled_from(lessons.Recalls),),
    lessons.TurnOn: (rows, revisions),
    lessons.TurnBack: (rows, revisions),
    lessons.Pick: (rows, revisions, option_ids),
    lessons.SettlePicks: (rows, revisions),
    lessons.ChangeAnswer: (rows, revisions),
    lessons.AnswerQuestion: (rows, revisions, st.sampled_from(Confidence)),
    lessons.GiveUp: (rows, revisions),
    between.OpenMessage: (rows,),
    between.LeaveMessage: (rows,),
    between.ShowUsernames: (rows,),
    between.ShareUsername: (rows, st.booleans()),
    concern.RaiseConcern: (rows,),
    concern.ChooseReceiver: (rows, rows),
    concern.NamePartner: (rows, revisions, st.booleans()),
    concern.AskConcernText: (rows,),
    concern.LeaveTextOut: (rows,),
    concern.NoteConcern: (rows,),
    shadowing.ShowShadowing: (rows,),
    shadowing.PlanShadowing: (rows,),
    shadowing.OfferDays: (rows, counts),
    shadowing.ChooseDay: (rows, revisions, st.dates()),
    shadowing.OfferSlots: (rows,),
    shadowing.ToggleSlot: (rows, revisions, minutes_of_a_day),
    shadowing.ChooseHost: (rows, revisions, sides),
    shadowing.AskDayGoal: (rows,),
    shadowing.TickRule: (rows, revisions, option_ids),
    shadowing.DropPlan: (rows, revisions),
    shadowing.ProposePlan: (rows, revisions),
    shadowing.AcceptPlan: (rows, revisions),
    shadowing.OfferCallOff: (rows,),
    shadowing.CallOff: (rows, revisions),
    shadowing.GiveDayFile: (rows,),
    shadowing.OpenNote: (rows, option_ids),
    shadowing.ChooseNoteReader: (rows, revisions, st.sampled_from(Seen)),
    shadowing.SkipNoteText: (rows, revisions),
    shadowing.SayByWhen: (rows, revisions, counts),
    evaluating.ShowPractice: (rows,),
    evaluating.OpenEvaluation: (rows,),
    evaluating.RateStatement: (rows, revisions, option_ids, counts),
    evaluating.ChooseReader: (rows, revisions, st.sampled_from(Seen)),
    evaluating.SendEvaluation: (rows, revisions),
    evaluating.OpenCard: (rows,),
    evaluating.RewritePart: (rows, option_ids),
    evaluating.ReleaseCard: (rows,),
    evaluating.TakeCardBack: (rows,),
    evaluating.DecidePractice: (rows, revisions, st.sampled_from(PracticeState)),
    meeting.ShowMeeting: (rows,),
    meeting.ProposeMeeting: (rows,),
    meeting.ProposeOthers: (rows, revisions),
    meeting.ChooseDay: (rows, st.dates()),
    meeting.AddSlot: (rows, st.dates(), hours.filter(bool)),
    meeting.DropSlot: (rows, revisions, counts),
    meeting.SendProposal: (rows, revisions),
    meeting.PickSlot: (rows, revisions, counts),
    meeting.LeaveAsItWas: (rows, revisions),
    meeting.OfferMeetingOff: (rows,),
    meeting.CallMeetingOff: (rows, revisions),
    meeting.GiveMeetingFile: (rows,),
    meeting.AskPlace: (rows,),
    meeting.SayMet: (rows, st.sampled_from(Met)),
    meeting.SayMeetingFit: (rows, option_ids),
    meeting.OfferTopics: (rows,),
    meeting.TurnTopic: (rows, option_ids),
    matching.ShowEntry: (sides,),
    matching.BeginEntry: (sides,),
    matching.AskField: (sides, matching_fields),
    matching.TurnValue: (sides, revisions, matching_fields, option_ids),
    matching.TakeFromNeeds: (revisions,),
    matching.Enter: (sides, revisions),
    matching.LeaveMatching: (sides,),
    matching.ShowProposed: (rows,),
    matching.AnswerProposal: (rows, st.sampled_from(Says)),
    matching.TurnCheck: (rows, revisions, option_ids),
    matching.OpenRound: (rows, revisions),
    matching.CloseRound: (rows, revisions),
    matching.ShowCandidates: (sides, rows),
    matching.Propose: (rows, revisions),
    matching.ShowProposals: (rows,),
    matching.ShowProposal: (rows,),
    matching.Approve: (rows, revisions),
    matching.Reject: (rows, revisions),
    matching.OfferMentors: (rows,),
    matching.ChooseMentor: (rows, rows),
    pairs.ShowPairs: (counts,),
    needs.BeginNeeds: (rows, st.sampled_from(Wave)),
    needs.PickAnswer: (rows, revisions, content_ids),
    needs.SettleAnswer: (rows, revisions),
    needs.ChangeFact: (rows, revisions, st.sampled_from(Fact)),
    needs.SkipQuestion: (rows, revisions),
    needs.GoBack: (rows, revisions),
    needs.ReviseAnswer: (rows, revisions, counts),
    needs.SendAnswers: (rows, revisions),
    needs.KeepForMyself: (rows, revisions),
    needs.DropAnswers: (rows, revisions),
    needs.PutFirst: (revisions, content_ids),
    needs.TakeStandardPath: (revisions,),
    needs.TakeMyPath: (revisions,),
    needs.PlanRound: (st.sampled_from(Mode),),
    needs.ToggleDepartment: (rows, revisions, rows),
    needs.SetOpening: (rows, revisions, counts),
    needs.SetClosing: (rows, revisions, counts),
    needs.LaunchRound: (rows, revisions),
    needs.DropPlan: (rows,),
    needs.ShowRound: (rows,),
    needs.RemindRound: (rows, revisions),
    needs.CountAgain: (rows,),
    needs.OfferClosing: (rows,),
    needs.CloseRound: (rows, revisions),
    needs.ReportNeeds: (rows, st.sampled_from(Part)),
    records.GiveMyData: (st.sampled_from(Copy),),
    records.EraseMe: (revisions,),
    reports.ReportReach: (st.sampled_from(Form),),
    reports.ReportCourse: (st.sampled_from(Form),),
    glossary.ExplainTerm: (content_ids,),
    glossary.ShowTerms: (st.integers(0, 99),),
    counting.ShowAnswers: (content_ids,),
    scenarios.RateSubunit: (rows, st.sampled_from(Usefulness)),
    certificates.OfferCertificateRevocation: (rows,),
    certificates.RevokeCertificate: (rows,),
    certificates.ShowAttendance: (rows,),
    certificates.AskAttendanceName: (rows,),
    resources.ShowSummaries: (content_ids,),
    resources.GiveResource: (content_ids,),
    scenarios.OpenScenario: (content_ids,),
    scenarios.Choose: (rows, revisions, option_ids),
    scenarios.GoOn: (rows, revisions),
    scenarios.Reconsider: (rows, revisions),
    scenarios.PlayAgain: (rows, revisions),
    talk.GiveTextTo: (rows, st.sampled_from(Prompt), rows, revisions),
    talk.ForgetText: (rows,),
    tickets.OpenTicket: (st.sampled_from(TicketKind),),
    tickets.ReportMistake: (content_ids, content_ids),
    tickets.SendTicket: (rows,),
    tickets.StayNameless: (rows,),
    tickets.DropTicket: (rows,),
    tickets.AnswerTicket: (rows,),
    tickets.CloseTicket: (rows,),
    tickets.ShowTickets: (some_row,),
    tickets.ShowReported: (rows,),
}
EVERY_ASK = st.sampled_from([ask for ask, *_ in SPELLINGS.values()]).flatmap(
    lambda ask: st.builds(ask, *ASKS.get(ask, ()))
)


def asks_of_the_rooms() -> Iterator[type[Any]]:
    """Without what only says what several have in common: it is generic still."""
    for room in ROOMS:
        kinds = (thing for thing in vars(room).values() if isinstance(thing, type))
        for kind in kinds:
            if issubclass(kind, Ask) and not getattr(kind, "__parameters__", ()):
                yield kind


def test_every_ask_is_a_button_or_is_known_not_to_be_one() -> None:
    spelled = {ask for ask, *_ in SPELLINGS.values()}
    assert spelled | NO_BUTTON == set(asks_of_the_rooms())
    assert not spelled & NO_BUTTON


@given(EVERY_ASK)
def test_what_is_encoded_is_decoded_and_fits_a_button(ask: Ask[Any]) -> None:
    data = encode(ask)
    assert decode(data) == ask
    assert len(data.encode()) <= 64


@given(st.one_of(st.text(), st.from_regex(r"1(pk|an|cs|sn|os)(\.[0-9a-zA-Z_/-]{0,16}){0,4}")))
def test_any_text_decodes_to_an_ask_that_says_the_same(data: str) -> None:
    ask = decode(data)
    assert ask == account.PressOutdated() or encode(ask) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "1",
        "2nl",  # another version
        "1xx",  # a code nobody gave
        "1nl.1",  # too many parts
        "1tn.1",  # too few
        "1tn.1.1.1",
        "1tn.01.1",  # not how we write it
        "1tn.A.1",
        "1tn.٣.1",
        "1tn.1y2p0ij32e8e8.1",  # one more than fits a row's key
        "1sn.7ps",  # 10,000 minutes
        "1an.1.1.certain",
        "1pk.1.1.a b",
        "1pk.1.1.",
    ],
)
def test_old_or_forged_data_is_outdated(data: str) -> None:
    assert decode(data) == account.PressOutdated()


@pytest.mark.parametrize("ask", [talk.SayInWords("hello"), account.Arrive("code", "el")])
def test_what_can_never_be_a_button_is_not_spelled(ask: Ask[Any]) -> None:
    with pytest.raises(NotSpelled):
        encode(ask)


@pytest.mark.parametrize(
    "ask", [lessons.TurnOn(-1, 0), lessons.Pick(1, 1, "a.b"), scenarios.OpenScenario("é")]
)
def test_a_value_that_would_not_come_back_is_not_spelled(ask: Ask[Any]) -> None:
    with pytest.raises(NotSpelled):
        encode(ask)


def test_every_command_in_the_menu_asks_something() -> None:
    menu = {name for name, _ in commands(Speech("en"))}
    assert menu <= COMMANDS.keys() | WITH_WORDS.keys()
    assert all(re.fullmatch("[a-z]{1,32}", command) for command in COMMANDS)


@pytest.mark.parametrize(
    ("code", "ask"),
    [
        ("1nl", lessons.NextLesson()),
        ("1pk.1z.a.left", lessons.Pick(71, 10, "left")),
        ("1cs.zone.Europe/Athens", account.ChooseSetting(Field.ZONE, "Europe/Athens")),
        ("1pa.lessons.-", account.Pause(PauseScope.LESSONS, None)),
        ("1an.1.0.guess", lessons.AnswerQuestion(1, 0, Confidence.GUESS)),
    ],
)
def test_buttons_of_old_messages_keep_their_meaning(code: str, ask: Ask[Any]) -> None:
    assert encode(ask) == code
    assert decode(code) == ask
