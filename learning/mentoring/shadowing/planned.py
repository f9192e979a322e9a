"""What an agreed day of job shadowing brings, to whom and when, and what follows it. Pure."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from learning.mentoring.model import Side, Turn
from learning.mentoring.shadowing.model import DEBRIEF, ShadowingDay
from learning.mentoring.shadowing.note import Note
from learning.pushes.model import NewPush, PushKind
from learning.rhythm.window import Window

BEFORE_CLOSING = timedelta(hours=3)  # on the working day before
AFTERWARDS = timedelta(minutes=30)  # from the end of the day to the debrief
LONGEST_BREAK = 14  # days to look back for a working day


def prompts(
    day: ShadowingDay, turn: Turn, hours: Mapping[Side, Window], now: datetime
) -> list[NewPush]:
    """All that an agreed day brings; each is judged once more when its time has come."""
    plan = day.agreed
    if plan is None:
        return []
    told: list[NewPush] = []
    for side in Side:
        person = turn.party(side).person_id
        if person is None:
            continue
        before = max(now, _before(plan.begins, hours[side]))
        told.append(NewPush(person, PushKind.SHADOWING_BEFORE, day.occasion, before))
        after = NewPush(
            person,
            PushKind.SHADOWING_DEBRIEF,
            f"{day.occasion}.{DEBRIEF}",
            plan.ends + AFTERWARDS,
        )
        told.append(after)
        if side is plan.host:
            continue
        for number, slot in enumerate(plan.slots):
            occasion, due = f"{day.occasion}.{number}", plan.instant(slot.ends)
            told.append(NewPush(person, PushKind.SHADOWING_SLOT, occasion, due))
    return told


def _before(begins: datetime, hours: Window) -> datetime:
    """On the afternoon of the working day before."""
    first = hours.local_day(begins)
    day = _last_working_day(first - timedelta(days=1), hours) or first
    closes = datetime.combine(day, hours.closes, hours.zone)
    opens = datetime.combine(day, hours.opens, hours.zone)
    return max(opens, closes - BEFORE_CLOSING)


def reminder_to_try(note: Note, by_when: date, hours: Window) -> NewPush:
    """On the morning of that day, or of the last working day before it."""
    day = _last_working_day(by_when, hours) or by_when
    opens = datetime.combine(day, hours.opens, hours.zone)
    return NewPush(note.person_id, PushKind.SHADOWING_TRY, str(note.id), opens.astimezone(UTC))


def _last_working_day(until: date, hours: Window) -> date | None:
    earlier = (until - timedelta(days=back) for back in range(LONGEST_BREAK))
    return next((each for each in earlier if hours.is_learning_day(each)), None)
