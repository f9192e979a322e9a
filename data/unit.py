"""All that one transaction of the core can reach."""

from dataclasses import dataclass

from data.announcements import SqlAnnouncements
from data.audiences import SqlAudiences
from data.audit import SqlAudit
from data.certificates import SqlCertificates
from data.codes import SqlCodes
from data.conversations import SqlConversations
from data.counts import SqlCounts, SqlRatings
from data.departments import SqlDepartments
from data.enrolments import SqlEnrolments
from data.erasure import SqlRecords
from data.events import SqlEvents
from data.inbox import SqlApplied
from data.learned import SqlCompletions, SqlLearningDays
from data.ledger import SqlPushes
from data.matching import SqlMatchingRounds, SqlProposals
from data.matching_entries import SqlMatchingEntries
from data.mentoring_agreements import SqlAgreements
from data.mentoring_check_ins import SqlCheckIns
from data.mentoring_evaluations import SqlEvaluations
from data.mentoring_meeting_answers import SqlMeetingAnswers
from data.mentoring_meetings import SqlMeetings
from data.mentoring_pairs import SqlPairs
from data.mentoring_practices import SqlPractices
from data.mentoring_shadowing import SqlShadowingDays, SqlShadowingNotes
from data.mentoring_texts import SqlTurnTexts
from data.mentoring_turns import SqlTurns
from data.needs_answers import ByChance, SqlSentAnswers
from data.needs_drafts import SqlDrafts
from data.needs_reports import SqlNeedsReports
from data.needs_rounds import SqlRounds
from data.people import SqlMemberships, SqlPeople
from data.phone_moves import SqlPhoneMoves
from data.reports.shown import SqlCourseReports
from data.reviews import SqlReviews
from data.runs import SqlRuns
from data.sealing import Sealer
from data.sendings import SqlSendings
from data.session import Session
from data.sheets import SqlSheets
from data.sittings import SqlSittings
from data.talk import SqlFocuses, SqlHeldTexts, SqlPromptMessages
from data.tickets import SqlNames, SqlTickets


@dataclass(frozen=True, slots=True)
class SqlUnit:
    """Properties, because a use case needs few of them."""

    session: Session
    sealer: Sealer

    @property
    def people(self) -> SqlPeople:
        return SqlPeople(self.session)

    @property
    def enrolments(self) -> SqlEnrolments:
        return SqlEnrolments(self.session)

    @property
    def codes(self) -> SqlCodes:
        return SqlCodes(self.session)

    @property
    def memberships(self) -> SqlMemberships:
        return SqlMemberships(self.session)

    @property
    def certificates(self) -> SqlCertificates:
        return SqlCertificates(self.session)

    @property
    def counts(self) -> SqlCounts:
        return SqlCounts(self.session)

    @property
    def ratings(self) -> SqlRatings:
        return SqlRatings(self.session)

    @property
    def phone_moves(self) -> SqlPhoneMoves:
        return SqlPhoneMoves(self.session)

    @property
    def sheets(self) -> SqlSheets:
        return SqlSheets(self.session)

    @property
    def departments(self) -> SqlDepartments:
        return SqlDepartments(self.session)

    @property
    def audit(self) -> SqlAudit:
        return SqlAudit(self.session)

    @property
    def sittings(self) -> SqlSittings:
        return SqlSittings(self.session)

    @property
    def completions(self) -> SqlCompletions:
        return SqlCompletions(self.session)

    @property
    def days(self) -> SqlLearningDays:
        return SqlLearningDays(self.session)

    @property
    def focuses(self) -> SqlFocuses:
        return SqlFocuses(self.session)

    @property
    def prompt_messages(self) -> SqlPromptMessages:
        return SqlPromptMessages(self.session)

    @property
    def held_texts(self) -> SqlHeldTexts:
        return SqlHeldTexts(self.session, self.sealer)

    @property
    def conversations(self) -> SqlConversations:
        return SqlConversations(self.session, self.sealer)

    @property
    def tickets(self) -> SqlTickets:
        return SqlTickets(self.session, self.sealer)

    @property
    def names(self) -> SqlNames:
        return SqlNames(self.session, self.sealer)

    @property
    def reviews(self) -> SqlReviews:
        return SqlReviews(self.session)

    @property
    def runs(self) -> SqlRuns:
        return SqlRuns(self.session)

    @property
    def drafts(self) -> SqlDrafts:
        return SqlDrafts(self.session, self.sealer)

    @property
    def rounds(self) -> SqlRounds:
        return SqlRounds(self.session)

    @property
    def sent_answers(self) -> SqlSentAnswers:
        return SqlSentAnswers(self.session, self.sealer)

    @property
    def needs_reports(self) -> SqlNeedsReports:
        return SqlNeedsReports(self.session)

    @property
    def lots(self) -> ByChance:
        return ByChance()

    @property
    def pushes(self) -> SqlPushes:
        return SqlPushes(self.session)

    @property
    def announcements(self) -> SqlAnnouncements:
        return SqlAnnouncements(self.session, self.sealer)

    @property
    def audiences(self) -> SqlAudiences:
        return SqlAudiences(self.session)

    @property
    def sendings(self) -> SqlSendings:
        return SqlSendings(self.session)

    @property
    def events(self) -> SqlEvents:
        return SqlEvents(self.session, self.sealer)

    @property
    def matching_entries(self) -> SqlMatchingEntries:
        return SqlMatchingEntries(self.session)

    @property
    def matching_rounds(self) -> SqlMatchingRounds:
        return SqlMatchingRounds(self.session)

    @property
    def proposals(self) -> SqlProposals:
        return SqlProposals(self.session)

    @property
    def turns(self) -> SqlTurns:
        return SqlTurns(self.session)

    @property
    def agreements(self) -> SqlAgreements:
        return SqlAgreements(self.session, self.sealer)

    @property
    def check_ins(self) -> SqlCheckIns:
        return SqlCheckIns(self.session)

    @property
    def pairs(self) -> SqlPairs:
        return SqlPairs(self.session)

    @property
    def turn_texts(self) -> SqlTurnTexts:
        return SqlTurnTexts(self.session, self.sealer)

    @property
    def meetings(self) -> SqlMeetings:
        return SqlMeetings(self.session)

    @property
    def meeting_answers(self) -> SqlMeetingAnswers:
        return SqlMeetingAnswers(self.session)

    @property
    def evaluations(self) -> SqlEvaluations:
        return SqlEvaluations(self.session)

    @property
    def shadowing_days(self) -> SqlShadowingDays:
        return SqlShadowingDays(self.session)

    @property
    def shadowing_notes(self) -> SqlShadowingNotes:
        return SqlShadowingNotes(self.session)

    @property
    def practices(self) -> SqlPractices:
        return SqlPractices(self.session, self.sealer)

    @property
    def records(self) -> SqlRecords:
        return SqlRecords(self.session, self.sealer)

    @property
    def course_reports(self) -> SqlCourseReports:
        return SqlCourseReports(self.session)

    @property
    def inbox(self) -> SqlApplied:
        return SqlApplied(self.session)
