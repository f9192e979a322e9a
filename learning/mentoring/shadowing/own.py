"""A day of job shadowing in an actor's own turn: whoever is not one of the two finds nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.course.curriculum import Curriculum
from learning.mentoring.cycle import Shadowing, Step
from learning.mentoring.model import Side
from learning.mentoring.own import Own, own_turn
from learning.mentoring.ports import Turns
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DayState, Plan, ShadowingDay
from learning.mentoring.shadowing.ports import ShadowingDays
from learning.pushes.model import PushKind
from learning.pushes.voice import window_for
from learning.rhythm.window import Window


@dataclass(frozen=True, slots=True)
class OwnDay:
    """Of a running turn whose circle has job shadowing."""

    own: Own
    shadowing: Shadowing
    day: ShadowingDay

    @property
    def shown(self) -> o.ShadowingShown:
        return shadowing_shown(self.own)

    @property
    def told(self) -> o.DayTold:
        """Of a day that was agreed."""
        return o.DayTold(self.own.turn.id, self.own.person)

    def written(self, revision: int | None = None) -> Plan | None:
        """The plan, while the actor writes it (and nothing has changed since `revision`)."""
        fresh = revision is None or self.day.revision == revision
        mine = self.day.by is self.own.side and self.day.state is DayState.WRITING
        return self.day.draft if fresh and mine else None


def shadowing_shown(own: Own) -> o.ShadowingShown:
    return o.ShadowingShown(own.turn.id, own.person)


def may_plan(own: Own) -> bool:
    """While the two are where their circle offers it."""
    shadowing, turn = own.cycle.shadowing, own.turn
    here = turn.running and turn.step is Step.MENTORING
    return shadowing is not None and here and turn.phase in shadowing.phases


async def own_day(
    actor: Actor, id: int, days: ShadowingDays, turns: Turns, curriculum: Curriculum
) -> OwnDay | None:
    day = await days.get(id)
    own = await own_turn(actor, day.turn_id, turns, curriculum) if day else None
    if day is None or own is None or own.cycle.shadowing is None or not own.turn.running:
        return None
    return OwnDay(own, own.cycle.shadowing, day)


async def both(actor: Actor, own: Own, people: People) -> Mapping[Side, Actor]:
    """The two of a running turn, by their side."""
    other = await people.by_id(own.partner) if own.partner else actor
    known = other if other.person and other.enrolment else actor
    return {own.side: actor, own.side.other: known}


def working_hours(actor: Actor) -> Window:
    """Of their organisation, in their own zone, but for pauses of everything."""
    return window_for(PushKind.SHADOWING_SLOT, actor)


def is_over(day: ShadowingDay | None, now: datetime) -> bool:
    """Whether one more day may be planned."""
    return day is None or day.is_off or (day.state is DayState.AGREED and day.is_past(now))
