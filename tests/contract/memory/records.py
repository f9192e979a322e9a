"""Erasure in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from learning.account.model import Person
from learning.mentoring.matching.model import Proposal
from learning.mentoring.model import Side, Turn
from learning.mentoring.shadowing.model import ShadowingDay
from learning.reports.model import CourseCounts, CourseReport, ShownReport
from tests.contract.memory.state import State

_BY_PERSON = (
    "enrolments",
    "focuses",
    "held_texts",
    "conversations",
    "names",
    "opted_out",
)
_BY_PERSON_AND_MORE = (
    "completions",
    "days",
    "reviews",
    "ratings",
    "votes",
    "registrations",
    "sent",
    "turn_texts",
)
_WITH_PERSON = (
    "memberships",
    "past_memberships",
    "sittings",
    "runs",
    "drafts",
    "agreements",
    "check_ins",
    "evaluations",
    "practices",
    "shadowing_notes",
    "matching_entries",
)


@dataclass(frozen=True)
class MemoryRecords:
    state: State

    async def erase(self, person: Person, at: datetime) -> str:
        state = self.state
        state.persons.pop(person.id, None)
        for name in _BY_PERSON:
            getattr(state, name).pop(person.id, None)
        for name in _BY_PERSON_AND_MORE:
            rows = getattr(state, name)
            setattr(state, name, {key: row for key, row in rows.items() if key[0] != person.id})
        for name in _WITH_PERSON:
            rows = getattr(state, name)
            kept = {key: row for key, row in rows.items() if row.person_id != person.id}
            setattr(state, name, kept)
        state.certificates = {
            key: replace(each, person_id=None) if each.person_id == person.id else each
            for key, each in state.certificates.items()
        }
        state.matching_rounds = {
            key: replace(each, opened_by=None) if each.opened_by == person.id else each
            for key, each in state.matching_rounds.items()
        }
        state.proposals = {
            key: _nobody_in(each, person.id) for key, each in state.proposals.items()
        }
        state.turns = {key: _without(turn, person.id) for key, turn in state.turns.items()}
        state.shadowing_days = {
            key: _unnamed(day, person.id) for key, day in state.shadowing_days.items()
        }
        state.review_log = {
            key: entry for key, entry in state.review_log.items() if entry[0] != person.id
        }
        state.answered = {key: None for key in state.answered if key[1] != person.id}
        state.pushes = {
            key: push for key, push in state.pushes.items() if push.new.person_id != person.id
        }
        state.inbox = {
            key: row
            for key, row in state.inbox.items()
            if row.lane != person.telegram_id or row.state == "taken"
        }
        return f"{person.id}-{at:%Y%m%d%H%M}"


def _nobody_in(proposal: Proposal, person_id: int) -> Proposal:
    match proposal.side_of(person_id):
        case Side.MENTOR:
            return replace(proposal, mentor_id=None)
        case Side.MENTEE:
            return replace(proposal, mentee_id=None)
        case None:
            return proposal


def _unnamed(day: ShadowingDay, person_id: int) -> ShadowingDay:
    mentor = None if day.mentor_id == person_id else day.mentor_id
    mentee = None if day.mentee_id == person_id else day.mentee_id
    return replace(day, mentor_id=mentor, mentee_id=mentee)


def _without(turn: Turn, person_id: int) -> Turn:
    side = turn.side_of(person_id)
    if side is None:
        return turn
    nobody = replace(turn.party(side), person_id=None)
    return replace(turn, mentor=nobody) if side is Side.MENTOR else replace(turn, mentee=nobody)


@dataclass(frozen=True)
class MemoryCourseReports:
    """Counts are the database's own: here nobody has joined yet."""

    state: State

    async def counts(self, organisation_id: int, now: datetime) -> CourseCounts | None:
        name = self.state.organisations[organisation_id].name
        return CourseCounts(name, {}, {}, {}, 0)

    async def shown(self, organisation_id: int) -> Sequence[ShownReport]:
        return [
            ShownReport(day, report)
            for (organisation, day), report in sorted(
                self.state.course_reports.items(), key=lambda item: item[0]
            )
            if organisation == organisation_id
        ]

    async def add(self, organisation_id: int, day: date, report: CourseReport | None) -> None:
        self.state.course_reports[organisation_id, day] = report
