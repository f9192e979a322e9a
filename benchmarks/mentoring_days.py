"""What a simulated pair does together: a meeting, a day of job shadowing, each agreed by both."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from data.engine import Database
from learning.ask import Ask, Caller
from learning.mentoring.cycle import Shadowing
from learning.mentoring.meeting import asks as meetings
from learning.mentoring.meeting.model import Meeting
from learning.mentoring.meeting.outcomes import DaysOffered, HoursOffered
from learning.mentoring.model import Side
from learning.mentoring.shadowing import asks as shadowing
from learning.mentoring.shadowing.model import DEBRIEF, ShadowingDay
from learning.mentoring.shadowing.outcomes import NoteShown, SlotsOffered

QUESTIONS = 3  # after the day, to either side
Perform = Callable[[Ask[Any], Caller], Awaitable[Any]]


@dataclass
class Together:
    """The two of a turn, by the bot's own use cases."""

    turn: int
    callers: Mapping[Side, Caller]
    database: Database
    perform: Perform

    async def meet(self, by: Side) -> None:
        """Proposed by one, picked by the other."""
        mine, theirs = self.callers[by], self.callers[by.other]
        offered = await self.perform(meetings.ProposeMeeting(self.turn), mine)
        if not isinstance(offered, DaysOffered) or not offered.days:
            return
        hours = await self.perform(meetings.ChooseDay(offered.meeting, offered.days[-1]), mine)
        if not isinstance(hours, HoursOffered) or not hours.hours:
            return
        at = time(hours.hours[0])
        await self.perform(meetings.AddSlot(offered.meeting, hours.day, at), mine)
        made = await self.meeting()
        if made is not None:
            await self.perform(meetings.SendProposal(made.id, made.revision), mine)
            await self.perform(meetings.PickSlot(made.id, made.revision + 1, 0), theirs)

    async def shadow(self, by: Side, part: Shadowing) -> None:
        """Planned by one, accepted by the other, both having ticked every rule."""
        mine, theirs = self.callers[by], self.callers[by.other]
        await self.perform(shadowing.PlanShadowing(self.turn), mine)
        day = await self.day()
        offered = await self.perform(shadowing.OfferDays(day.id, 0), mine)
        on = date.fromisoformat(offered.days[-1])
        slots = await self.perform(shadowing.ChooseDay(day.id, day.revision, on), mine)
        if not isinstance(slots, SlotsOffered):
            return
        starts = slots.slots[0][0]
        day = await self.day()
        slot = shadowing.ToggleSlot(day.id, day.revision, time(starts // 60, starts % 60))
        await self.perform(slot, mine)
        for caller, settles in ((mine, shadowing.ProposePlan), (theirs, shadowing.AcceptPlan)):
            for rule in part.rules:
                day = await self.day()
                await self.perform(shadowing.TickRule(day.id, day.revision, rule.id), caller)
            day = await self.day()
            await self.perform(settles(day.id, day.revision), caller)

    async def look_back(self, by: Side) -> None:
        """Without a word: each may be left out."""
        day, caller = await self.day(), self.callers[by]
        shown = await self.perform(shadowing.OpenNote(day.id, DEBRIEF), caller)
        if not isinstance(shown, NoteShown):
            return
        async with self.database.unit() as unit:
            note = await unit.shadowing_notes.get(shown.note)
        questions = range(note.answered, QUESTIONS) if note else range(0)
        for asked in questions:
            revision = note.revision + asked if note else 0
            await self.perform(shadowing.SkipNoteText(shown.note, revision), caller)

    async def meeting(self) -> Meeting | None:
        async with self.database.unit() as unit:
            return await unit.meetings.latest(self.turn)

    async def day(self) -> ShadowingDay:
        """The one that is planned."""
        async with self.database.unit() as unit:
            found = await unit.shadowing_days.latest(self.turn)
        if found is None:
            raise AssertionError("a day is planned")
        return found
