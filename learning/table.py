"""Every ask the core knows, room by room."""

from learning.account.table import USE_CASES as ACCOUNT
from learning.announcements.table import PREPARATIONS as ANNOUNCEMENT_PREPARATIONS
from learning.announcements.table import PROMPTS as ANNOUNCEMENT_PROMPTS
from learning.announcements.table import USE_CASES as ANNOUNCEMENTS
from learning.ask import UseCases
from learning.certificates.table import PROMPTS as CERTIFICATE_PROMPTS
from learning.certificates.table import USE_CASES as CERTIFICATES
from learning.counts.table import USE_CASES as COUNTS
from learning.events.table import PREPARATIONS as EVENT_PREPARATIONS
from learning.events.table import PROMPTS as EVENT_PROMPTS
from learning.events.table import USE_CASES as EVENTS
from learning.facts.table import PREPARATIONS as FACT_PREPARATIONS
from learning.facts.table import USE_CASES as FACTS
from learning.glossary.table import USE_CASES as GLOSSARY
from learning.lessons.table import PROMPTS as LESSON_PROMPTS
from learning.lessons.table import USE_CASES as LESSONS
from learning.mentoring.between.table import PREPARATIONS as BETWEEN_PREPARATIONS
from learning.mentoring.between.table import PROMPTS as BETWEEN_PROMPTS
from learning.mentoring.between.table import USE_CASES as BETWEEN
from learning.mentoring.concern.table import PROMPTS as CONCERN_PROMPTS
from learning.mentoring.concern.table import USE_CASES as CONCERNS
from learning.mentoring.evaluating.table import PREPARATIONS as EVALUATING_PREPARATIONS
from learning.mentoring.evaluating.table import PROMPTS as EVALUATING_PROMPTS
from learning.mentoring.evaluating.table import USE_CASES as EVALUATING
from learning.mentoring.matching.table import PREPARATIONS as MATCHING_PREPARATIONS
from learning.mentoring.matching.table import PROMPTS as MATCHING_PROMPTS
from learning.mentoring.matching.table import USE_CASES as MATCHING
from learning.mentoring.meeting.table import PREPARATIONS as MEETING_PREPARATIONS
from learning.mentoring.meeting.table import PROMPTS as MEETING_PROMPTS
from learning.mentoring.meeting.table import USE_CASES as MEETINGS
from learning.mentoring.pairs.table import USE_CASES as PAIRS
from learning.mentoring.shadowing.table import PREPARATIONS as SHADOWING_PREPARATIONS
from learning.mentoring.shadowing.table import PROMPTS as SHADOWING_PROMPTS
from learning.mentoring.shadowing.table import USE_CASES as SHADOWING
from learning.mentoring.table import PREPARATIONS as MENTORING_PREPARATIONS
from learning.mentoring.table import PROMPTS as MENTORING_PROMPTS
from learning.mentoring.table import USE_CASES as MENTORING
from learning.needs.table import PREPARATIONS as NEEDS_PREPARATIONS
from learning.needs.table import PROMPTS as NEEDS_PROMPTS
from learning.needs.table import USE_CASES as NEEDS
from learning.organisations.table import PREPARATIONS as ORGANISATION_PREPARATIONS
from learning.organisations.table import PROMPTS as ORGANISATION_PROMPTS
from learning.organisations.table import USE_CASES as ORGANISATIONS
from learning.progress.table import USE_CASES as PROGRESS
from learning.pushes.preparations import Preparations
from learning.pushes.table import PREPARATIONS as DAILY_PREPARATION
from learning.pushes.table import use_cases as push_use_cases
from learning.records.table import USE_CASES as RECORDS
from learning.reports.table import USE_CASES as REPORTS
from learning.resources.table import USE_CASES as RESOURCES
from learning.scenarios.table import USE_CASES as SCENARIOS
from learning.talk.prompts import Prompts
from learning.talk.table import use_cases as talk_use_cases
from learning.tickets.table import PREPARATIONS as TICKET_PREPARATIONS
from learning.tickets.table import PROMPTS as TICKET_PROMPTS
from learning.tickets.table import USE_CASES as TICKETS

# What may wait for a typed text.
PROMPTS: Prompts = {
    **BETWEEN_PROMPTS,
    **CERTIFICATE_PROMPTS,
    **CONCERN_PROMPTS,
    **EVALUATING_PROMPTS,
    **LESSON_PROMPTS,
    **MATCHING_PROMPTS,
    **MEETING_PROMPTS,
    **NEEDS_PROMPTS,
    **ORGANISATION_PROMPTS,
    **TICKET_PROMPTS,
    **ANNOUNCEMENT_PROMPTS,
    **EVENT_PROMPTS,
    **MENTORING_PROMPTS,
    **SHADOWING_PROMPTS,
}
# What is sent unasked.
PREPARATIONS: Preparations = {
    **DAILY_PREPARATION,
    **ORGANISATION_PREPARATIONS,
    **NEEDS_PREPARATIONS,
    **TICKET_PREPARATIONS,
    **BETWEEN_PREPARATIONS,
    **EVALUATING_PREPARATIONS,
    **MATCHING_PREPARATIONS,
    **MEETING_PREPARATIONS,
    **ANNOUNCEMENT_PREPARATIONS,
    **EVENT_PREPARATIONS,
    **FACT_PREPARATIONS,
    **MENTORING_PREPARATIONS,
    **SHADOWING_PREPARATIONS,
}

USE_CASES: UseCases = {
    **ACCOUNT,
    **ANNOUNCEMENTS,
    **BETWEEN,
    **CONCERNS,
    **GLOSSARY,
    **CERTIFICATES,
    **EVENTS,
    **FACTS,
    **COUNTS,
    **EVALUATING,
    **LESSONS,
    **MATCHING,
    **MEETINGS,
    **MENTORING,
    **PAIRS,
    **NEEDS,
    **ORGANISATIONS,
    **PROGRESS,
    **push_use_cases(PREPARATIONS),
    **RECORDS,
    **REPORTS,
    **RESOURCES,
    **SCENARIOS,
    **SHADOWING,
    **talk_use_cases(PROMPTS),
    **TICKETS,
}
