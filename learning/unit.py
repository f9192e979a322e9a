"""All that one transaction can reach. Use cases name, as keyword-only parameters, what they use."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from learning.account.ports import Codes, Enrolments, Memberships, People, PhoneMoves
from learning.announcements.ports import Announcements, Audiences, Sendings
from learning.audit import Audit
from learning.certificates.ports import Certificates
from learning.lessons.ports import Completions, LearningDays, Sittings
from learning.organisations.ports import Departments, Sheets
from learning.pushes.ports import Pushes
from learning.records.ports import Records
from learning.reports.ports import CourseReports
from learning.reviews.ports import Reviews
from learning.scenarios.ports import Runs
from learning.talk.ports import Focuses, HeldTexts, PromptMessages
from learning.tickets.ports import Names, Tickets


class Applied(Protocol):
    """The inbox as `perform` sees it."""

    async def mark_applied(self, update_id: int, outcome: object) -> bool:
        """Stores the outcome and wipes the body; False when the row was applied before."""


class Unit(Protocol):
    """The attributes carry the names that use cases ask for."""

    @property
    def people(self) -> People: ...
    @property
    def enrolments(self) -> Enrolments: ...
    @property
    def codes(self) -> Codes: ...
    @property
    def memberships(self) -> Memberships: ...
    @property
    def certificates(self) -> Certificates: ...
    @property
    def phone_moves(self) -> PhoneMoves: ...
    @property
    def sheets(self) -> Sheets: ...
    @property
    def departments(self) -> Departments: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def sittings(self) -> Sittings: ...
    @property
    def completions(self) -> Completions: ...
    @property
    def days(self) -> LearningDays: ...
    @property
    def focuses(self) -> Focuses: ...
    @property
    def prompt_messages(self) -> PromptMessages: ...
    @property
    def held_texts(self) -> HeldTexts: ...
    @property
    def tickets(self) -> Tickets: ...
    @property
    def names(self) -> Names: ...
    @property
    def reviews(self) -> Reviews: ...
    @property
    def runs(self) -> Runs: ...
    @property
    def pushes(self) -> Pushes: ...
    @property
    def announcements(self) -> Announcements: ...
    @property
    def audiences(self) -> Audiences: ...
    @property
    def sendings(self) -> Sendings: ...
    @property
    def records(self) -> Records: ...
    @property
    def course_reports(self) -> CourseReports: ...
    @property
    def inbox(self) -> Applied: ...


class Store(Protocol):
    def unit(self) -> AbstractAsyncContextManager[Unit]:
        """One transaction: committed at the end of the block, rolled back when it raises."""
