"""The whole database in memory, with the attributes of `data.engine.Database`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.contract.memory.account import (
    MemoryCodes,
    MemoryEnrolments,
    MemoryMemberships,
    MemoryPeople,
    MemoryPhoneMoves,
)
from tests.contract.memory.announcements import (
    MemoryAnnouncements,
    MemoryAudiences,
    MemorySendings,
)
from tests.contract.memory.certificates import MemoryCertificates
from tests.contract.memory.counts import MemoryCounts, MemoryRatings
from tests.contract.memory.evaluating import MemoryEvaluations, MemoryPractices
from tests.contract.memory.events import MemoryEvents
from tests.contract.memory.inbox import MemoryApplied, MemoryInbox
from tests.contract.memory.lessons import (
    MemoryCompletions,
    MemoryLearningDays,
    MemorySittings,
)
from tests.contract.memory.matching import (
    MemoryMatchingEntries,
    MemoryMatchingRounds,
    MemoryProposals,
)
from tests.contract.memory.meeting import MemoryMeetingAnswers, MemoryMeetings
from tests.contract.memory.mentoring import (
    MemoryAgreements,
    MemoryCheckIns,
    MemoryTurns,
    MemoryTurnTexts,
)
from tests.contract.memory.needs import (
    FirstOnes,
    MemoryDrafts,
    MemoryNeedsReports,
    MemoryRounds,
    MemorySentAnswers,
)
from tests.contract.memory.organisations import MemoryAudit, MemoryDepartments, MemorySheets
from tests.contract.memory.outbox import MemoryOutbox, MemoryPushes
from tests.contract.memory.pairs import MemoryPairs
from tests.contract.memory.practice import MemoryReviews, MemoryRuns
from tests.contract.memory.records import MemoryCourseReports, MemoryRecords
from tests.contract.memory.setup import (
    MemoryDefinitions,
    MemoryInstallation,
    MemoryOrganisations,
)
from tests.contract.memory.shadowing import MemoryShadowingDays, MemoryShadowingNotes
from tests.contract.memory.state import State
from tests.contract.memory.talk import (
    MemoryConversations,
    MemoryFocuses,
    MemoryHeldTexts,
    MemoryPromptMessages,
)
from tests.contract.memory.tickets import MemoryNames, MemoryTickets
from tests.contract.memory.transactions import Transactions


class MemoryUnit:
    def __init__(self, state: State) -> None:
        self.people = MemoryPeople(state)
        self.enrolments = MemoryEnrolments(state)
        self.codes = MemoryCodes(state)
        self.memberships = MemoryMemberships(state)
        self.phone_moves = MemoryPhoneMoves(state)
        self.counts = MemoryCounts(state)
        self.ratings = MemoryRatings(state)
        self.certificates = MemoryCertificates(state)
        self.sheets = MemorySheets(state)
        self.departments = MemoryDepartments(state)
        self.audit = MemoryAudit(state)
        self.sittings = MemorySittings(state)
        self.completions = MemoryCompletions(state)
        self.days = MemoryLearningDays(state)
        self.focuses = MemoryFocuses(state)
        self.prompt_messages = MemoryPromptMessages(state)
        self.held_texts = MemoryHeldTexts(state)
        self.conversations = MemoryConversations(state)
        self.tickets = MemoryTickets(state)
        self.names = MemoryNames(state)
        self.reviews = MemoryReviews(state)
        self.runs = MemoryRuns(state)
        self.drafts = MemoryDrafts(state)
        self.rounds = MemoryRounds(state)
        self.sent_answers = MemorySentAnswers(state)
        self.needs_reports = MemoryNeedsReports(state)
        self.lots = FirstOnes()
        self.pushes = MemoryPushes(state)
        self.events = MemoryEvents(state)
        self.matching_entries = MemoryMatchingEntries(state)
        self.matching_rounds = MemoryMatchingRounds(state)
        self.proposals = MemoryProposals(state)
        self.turns = MemoryTurns(state)
        self.agreements = MemoryAgreements(state)
        self.check_ins = MemoryCheckIns(state)
        self.pairs = MemoryPairs(state)
        self.turn_texts = MemoryTurnTexts(state)
        self.meetings = MemoryMeetings(state)
        self.meeting_answers = MemoryMeetingAnswers(state)
        self.evaluations = MemoryEvaluations(state)
        self.practices = MemoryPractices(state)
        self.shadowing_days = MemoryShadowingDays(state)
        self.shadowing_notes = MemoryShadowingNotes(state)
        self.announcements = MemoryAnnouncements(state)
        self.audiences = MemoryAudiences(state)
        self.sendings = MemorySendings(state)
        self.records = MemoryRecords(state)
        self.course_reports = MemoryCourseReports(state)
        self.inbox = MemoryApplied(state)


class MemoryDatabase:
    def __init__(self) -> None:
        self.transactions = Transactions()
        self.inbox = MemoryInbox(self.transactions)
        self.outbox = MemoryOutbox(self.transactions)
        self.definitions = MemoryDefinitions(self.transactions)
        self.organisations = MemoryOrganisations(self.transactions)
        self.installation = MemoryInstallation(self.transactions)

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[MemoryUnit]:
        async with self.transactions.begin() as state:
            yield MemoryUnit(state)

    async def close(self) -> None:
        pass
