"""A day of job shadowing: a guest watches a host at work. Pure.

Either of the two writes a plan and proposes it, the other one accepts it or proposes a change. An
agreed plan holds until a change of it is accepted too, or the day is called off. When and where one
stands is plain; what is typed is sealed (`TurnTexts`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from learning.mentoring.cycle import Shadowing
from learning.mentoring.model import Seen, Side, TextHead, TextKind

LONGEST_GOAL, LONGEST_NOTE = 300, 1000
SHORTEST = timedelta(minutes=60)  # of what is left of the hours, to be a slot
DEBRIEF = "debrief"  # the part of the day that comes after its slots


@dataclass(frozen=True, slots=True)
class Slot:
    """By the clocks of the host's place."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Plan:
    """`host` works, the other one watches; `zone` is an IANA name, the host's."""

    host: Side
    zone: str
    on: date | None = None
    slots: tuple[Slot, ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.on is not None and bool(self.slots)

    @property
    def begins(self) -> datetime:
        """Of a whole plan."""
        return self.instant(self.slots[0].starts)

    @property
    def ends(self) -> datetime:
        return self.instant(self.slots[-1].ends)

    def instant(self, at: time) -> datetime:
        if self.on is None:
            raise AssertionError("a whole plan has a day")
        return datetime.combine(self.on, at, ZoneInfo(self.zone)).astimezone(UTC)


class DayState(StrEnum):
    WRITING = "writing"  # `by` writes a plan
    PROPOSED = "proposed"  # it waits for the other side
    AGREED = "agreed"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class ShadowingDay:
    """The `number`-th of its turn. `draft` is being written or proposed by `by`, `agreed` holds.

    `sequence` counts what was agreed and called off: a prompt of an older one is not wanted.
    `told` is the revision of which the other side was told last.
    `mentor_ticks` and `mentee_ticks` are ids of the rules that each of them agreed to.
    """

    id: int
    turn_id: int
    number: int
    mentor_id: int | None
    mentee_id: int | None
    begun_at: datetime
    by: Side
    state: DayState = DayState.WRITING
    draft: Plan | None = None
    agreed: Plan | None = None
    mentor_ticks: tuple[str, ...] = ()
    mentee_ticks: tuple[str, ...] = ()
    sequence: int = 0
    told: int = 0
    revision: int = 0

    def changed(self, **fields: Any) -> "ShadowingDay":
        return replace(self, revision=self.revision + 1, **fields)

    @property
    def occasion(self) -> str:
        return f"{self.id}.{self.sequence}"

    @property
    def is_off(self) -> bool:
        return self.state is DayState.OFF

    def ticks(self, side: Side) -> tuple[str, ...]:
        return self.mentor_ticks if side is Side.MENTOR else self.mentee_ticks

    def has_all_rules(self, side: Side, shadowing: Shadowing) -> bool:
        return {rule.id for rule in shadowing.rules} <= set(self.ticks(side))

    def has_begun(self, now: datetime) -> bool:
        return self.agreed is not None and not self.is_off and self.agreed.begins <= now

    def is_past(self, now: datetime) -> bool:
        return self.agreed is not None and not self.is_off and self.agreed.ends <= now

    def goal_head(self, turn_id: int, author: int, at: datetime) -> TextHead:
        return TextHead(turn_id, author, TextKind.DAY_GOAL, str(self.id), Seen.PARTNER, at)


def slots_offered(opens: time, closes: time, minutes: int) -> tuple[Slot, ...]:
    """The hours of a place, cut into slots; a rest of less than an hour is left out."""
    day, step = date.min, timedelta(minutes=minutes)
    at, end = datetime.combine(day, opens), datetime.combine(day, closes)
    slots = []
    while end - at >= SHORTEST:
        slots.append(Slot(at.time(), min(at + step, end).time()))
        at = min(at + step, end)
    return tuple(slots)


def spans(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Slots that follow one another without a break, as one."""
    joined: list[Slot] = []
    for slot in slots:
        if joined and joined[-1].ends == slot.starts:
            slot = Slot(joined.pop().starts, slot.ends)
        joined.append(slot)
    return tuple(joined)


def begun(day: ShadowingDay, by: Side, zone: str) -> ShadowingDay:
    """This side writes: from what they proposed or both agreed, else from an empty page. What the
    other one has only begun to write stays unread."""
    known = day.draft if day.by is by or day.state is DayState.PROPOSED else None
    plan = known or day.agreed or Plan(Side.MENTOR, zone)
    return day.changed(state=DayState.WRITING, by=by, draft=plan)


def with_plan(day: ShadowingDay, **fields: Any) -> ShadowingDay:
    if day.draft is None:
        raise AssertionError("a plan is being written")
    return day.changed(draft=replace(day.draft, **fields))


def with_slot(day: ShadowingDay, slot: Slot, most: int) -> ShadowingDay:
    """Takes it, or leaves it when it was taken; beyond `most` nothing changes."""
    taken = set(day.draft.slots) if day.draft else set()
    chosen = taken ^ {slot}
    if len(chosen) > most:
        return day
    return with_plan(day, slots=tuple(sorted(chosen, key=lambda each: each.starts)))


def with_tick(day: ShadowingDay, side: Side, rule: str, shadowing: Shadowing) -> ShadowingDay:
    """Ticks a rule, or takes the tick away."""
    known = [each.id for each in shadowing.rules]
    wanted = set(day.ticks(side)) ^ {rule}
    ticks = tuple(id for id in known if id in wanted)
    if side is Side.MENTOR:
        return day.changed(mentor_ticks=ticks)
    return day.changed(mentee_ticks=ticks)


def proposed(day: ShadowingDay) -> ShadowingDay:
    return day.changed(state=DayState.PROPOSED, told=day.revision + 1)


def accepted(day: ShadowingDay) -> ShadowingDay:
    return day.changed(
        state=DayState.AGREED,
        agreed=day.draft,
        draft=None,
        sequence=day.sequence + 1,
        told=day.revision + 1,
    )


def without_draft(day: ShadowingDay) -> ShadowingDay:
    """What was agreed holds; where nothing was, nothing is left."""
    state = DayState.AGREED if day.agreed else DayState.OFF
    return day.changed(state=state, draft=None)


def kept(day: ShadowingDay) -> ShadowingDay:
    """The other side said so to a change."""
    return day.changed(state=DayState.AGREED, draft=None, told=day.revision + 1)


def called_off(day: ShadowingDay) -> ShadowingDay:
    return day.changed(
        state=DayState.OFF, draft=None, sequence=day.sequence + 1, told=day.revision + 1
    )
