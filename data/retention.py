"""What has had its time is removed; the tables say how long that is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, delete, select, update

from data.session import Engine
from data.tables.announcements import announcement_texts, announcement_votes, announcements
from data.tables.audit import audit_log
from data.tables.evaluating import mentoring_evaluations
from data.tables.lessons import sittings
from data.tables.matching import matching_proposals, matching_rounds
from data.tables.meeting import mentoring_meeting_answers, mentoring_meetings
from data.tables.mentoring import mentoring_agreements, mentoring_check_ins, mentoring_turns
from data.tables.needs import needs_drafts, needs_rounds
from data.tables.open_prompts import conversations, held_texts
from data.tables.organisations import sheets
from data.tables.people import memberships, phone_moves
from data.tables.pushes import pushes
from data.tables.scenarios import scenario_runs
from data.tables.shadowing import mentoring_shadowing_days, mentoring_shadowing_notes
from data.tables.tickets import ticket_concerns, ticket_texts, tickets
from learning.tickets.model import TicketState

THIRTEEN_MONTHS, A_DAY = timedelta(days=396), timedelta(days=1)
_ENDS: tuple[tuple[Table, ColumnElement[datetime]], ...] = (
    (sittings, sittings.c.finished_at),
    (scenario_runs, scenario_runs.c.finished_at),
    (memberships, memberships.c.until),
    (pushes, pushes.c.settled_at),
    (audit_log, audit_log.c.at),
    (phone_moves, phone_moves.c.expires_at),
    (tickets, tickets.c.closed_at),
    (needs_drafts, needs_drafts.c.touched_at),
    (mentoring_evaluations, mentoring_evaluations.c.sent_at),
    (matching_proposals, matching_proposals.c.made_at),
)
# What goes when nobody knows any more whose turn it was.
_OF_TURNS = (
    mentoring_check_ins,
    mentoring_agreements,
    mentoring_meetings,
    mentoring_shadowing_notes,
    mentoring_shadowing_days,
)
# The sheet or the round stays, who made it does not: whose, and since when.
_MADE = (
    (sheets.c.made_by, sheets.c.made_at),
    (needs_rounds.c.made_by, needs_rounds.c.launched_at),
    (matching_rounds.c.opened_by, matching_rounds.c.begun_at),
)


@dataclass(frozen=True, slots=True)
class SqlRetention:
    engine: Engine

    async def carry_out(self, now: datetime) -> int:
        """Removes what ended thirteen months before `now`, and texts that nobody sent within a
        day; gives the number of rows."""
        await self._drop_unsent(now)
        await self._drop_announcements(now)
        removed = await self._forget_makers(now)
        await self._forget_turns(now)
        for table, ended in _ENDS:
            async with self.engine.writing() as session:
                removed += await session.run(delete(table).where(ended < now - THIRTEEN_MONTHS))
        return removed

    async def _forget_makers(self, now: datetime) -> int:
        forgotten = 0
        async with self.engine.writing() as session:
            for maker, since in _MADE:
                old = and_(maker.is_not(None), since < now - THIRTEEN_MONTHS)
                forgotten += await session.run(
                    update(maker.table).where(old).values({maker.name: None})
                )
        return forgotten

    async def _forget_turns(self, now: datetime) -> None:
        """That there was a pair stays, as a number in a line of generations; who it was does
        not, nor what they agreed, planned and answered."""
        old = mentoring_turns.c.ended_at < now - THIRTEEN_MONTHS
        ids = select(mentoring_turns.c.id).where(old)
        async with self.engine.writing() as session:
            held = select(mentoring_meetings.c.id).where(mentoring_meetings.c.turn_id.in_(ids))
            answers = mentoring_meeting_answers
            await session.run(delete(answers).where(answers.c.meeting_id.in_(held)))
            for table in _OF_TURNS:
                await session.run(delete(table).where(table.c.turn_id.in_(ids)))
            await session.run(
                update(mentoring_turns).where(old).values(mentor_id=None, mentee_id=None)
            )

    async def _drop_unsent(self, now: datetime) -> None:
        unsent = and_(tickets.c.state == TicketState.DRAFT, tickets.c.opened_at < now - A_DAY)
        ids = select(tickets.c.id).where(unsent)
        async with self.engine.writing() as session:
            await session.run(delete(held_texts).where(held_texts.c.at < now - A_DAY))
            await session.run(delete(conversations).where(conversations.c.at < now - A_DAY))
            for table in (ticket_texts, ticket_concerns):
                await session.run(delete(table).where(table.c.ticket_id.in_(ids)))
            await session.run(delete(tickets).where(unsent))

    async def _drop_announcements(self, now: datetime) -> None:
        ids = select(announcements.c.id).where(announcements.c.made_at < now - THIRTEEN_MONTHS)
        async with self.engine.writing() as session:
            for table in (announcement_texts, announcement_votes):
                await session.run(delete(table).where(table.c.announcement_id.in_(ids)))
            await session.run(delete(announcements).where(announcements.c.id.in_(ids)))
