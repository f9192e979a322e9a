"""What a push about a day of job shadowing says, decided at the moment of sending."""

from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.ports import People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.ports import Turns, TurnTexts
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DEBRIEF, DayState
from learning.mentoring.shadowing.own import OwnDay, own_day
from learning.mentoring.shadowing.ports import ShadowingDays, ShadowingNotes
from learning.mentoring.shadowing.writing import begin
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted
from learning.rhythm.local import local_day

NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)
LATEST_DEBRIEF = timedelta(days=14)


async def prepare_news(
    ask: asks.PrepareDayNews,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
    shadowing_days: ShadowingDays,
    curriculum: Curriculum,
) -> o.DayNews | NotWanted:
    """Only the latest: what changed twice is told once."""
    found = await _of(ask.telegram_id, ask.occasion, people, shadowing_days, turns, curriculum)
    told = int(ask.occasion.split(".")[1])
    if found is None or found.day.told != told or found.day.state is DayState.WRITING:
        return NOTHING
    return o.DayNews(found.own.turn.id, found.own.person)


async def prepare_before(
    ask: asks.PrepareDayBefore,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
    shadowing_days: ShadowingDays,
    curriculum: Curriculum,
) -> o.DayBefore | NotWanted:
    found = await _of(ask.telegram_id, ask.occasion, people, shadowing_days, turns, curriculum)
    if found is None or not await _holds(found, ask, now, people) or found.day.has_begun(now):
        return NOTHING
    return o.DayBefore(found.own.turn.id, found.own.person)


async def prepare_note(
    ask: asks.PrepareNote,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    curriculum: Curriculum,
) -> o.NoteShown | NotWanted:
    """Of a slot only on the same day, after the day for two weeks; not what was written by then."""
    found = await _of(ask.telegram_id, ask.occasion, people, shadowing_days, turns, curriculum)
    part = ask.occasion.split(".")[2]
    if found is None or not await _holds(found, ask, now, people) or _is_late(found, part, now):
        return NOTHING
    note = await begin(found, part, now, shadowing_notes)
    if note is None or note.done_at is not None:
        return NOTHING
    return o.NoteShown(found.own.turn.id, found.own.person, note.id)


async def prepare_trying(
    ask: asks.PrepareTrying,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    people: People,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    curriculum: Curriculum,
) -> o.TryingReminded | NotWanted:
    """Not in a pause of the pair, and not of what its author has destroyed meanwhile."""
    note = await shadowing_notes.get(int(ask.occasion))
    day = str(note.day_id) if note else "0"
    found = await _of(ask.telegram_id, day, people, shadowing_days, turns, curriculum)
    if found is None or note is None or note.by_when is None:
        return NOTHING
    head = note.head(found.shadowing.trying, now)
    written = await turn_texts.heads(found.own.turn.id)
    where = (head.author_id, head.about) if head else None
    kept = where in [(each.author_id, each.about) for each in written]
    if not kept or await _pair_rests(found, ask.telegram_id, now, people):
        return NOTHING
    return o.TryingReminded(found.own.turn.id, found.own.person, note.day_id, note.by_when)


async def _of(
    telegram_id: int,
    occasion: str,
    people: People,
    shadowing_days: ShadowingDays,
    turns: Turns,
    curriculum: Curriculum,
) -> OwnDay | None:
    """The day, for who is still one of a running pair."""
    reader = await people.actor(telegram_id)
    if reader.person is None or reader.enrolment is None:
        return None
    id = int(occasion.partition(".")[0])
    return await own_day(reader, id, shadowing_days, turns, curriculum)


async def _holds(
    found: OwnDay, ask: asks.PrepareDayBefore | asks.PrepareNote, now: datetime, people: People
) -> bool:
    """Whether the day is as it was agreed then, and the pair does not pause."""
    same = int(ask.occasion.split(".")[1]) == found.day.sequence
    rests = await _pair_rests(found, ask.telegram_id, now, people)
    return same and not found.day.is_off and not rests


async def _pair_rests(found: OwnDay, telegram_id: int, now: datetime, people: People) -> bool:
    reader = await people.actor(telegram_id)
    return found.own.turn.rest_on(local_day(learner(reader)[0], now)) is not None


def _is_late(found: OwnDay, part: str, now: datetime) -> bool:
    plan = found.day.agreed
    if plan is None:
        return True
    if part == DEBRIEF:
        return now > plan.ends + LATEST_DEBRIEF
    return now > plan.ends + timedelta(hours=4)
