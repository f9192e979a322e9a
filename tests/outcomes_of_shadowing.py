"""An example of every outcome about job shadowing, and of what is read for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from learning.mentoring.cycle import Step
from learning.mentoring.model import Ending, Seen, Side, TextHead, TextKind
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DEBRIEF, DayState, Plan, ShadowingDay, Slot
from learning.mentoring.shadowing.note import Note
from tests.outcomes_of_mentoring import ID, ME, NOW, OTHER, READ_TURN, REVISION, TURN

SLOTS = (Slot(time(9), time(11)), Slot(time(11), time(13)), Slot(time(15), time(17)))
PLAN = Plan(Side.MENTOR, "Europe/Athens", date(2026, 11, 26), SLOTS)
ELSEWHERE = replace(PLAN, zone="Europe/Madrid", host=Side.MENTEE)
BOTH = ("client", "notes")
DAY = ShadowingDay(
    id=ID,
    turn_id=ID,
    number=1,
    mentor_id=OTHER,
    mentee_id=ME,
    begun_at=NOW,
    by=Side.MENTEE,
    draft=PLAN,
    mentee_ticks=BOTH,
    revision=REVISION,
)
NOTE = Note(ID, ID, ID, ME, "0")


def _head(kind: TextKind, author: int, about: str, seen: Seen = Seen.PARTNER) -> TextHead:
    return TextHead(ID, author, kind, about, seen, NOW)


TEXTS = (
    (_head(TextKind.DAY_GOAL, ME, str(ID)), "How do you <say> no? & " * 13),
    *((_head(TextKind.OBSERVATION, ME, f"{ID}.{at}.saw"), "I <saw> & " * 99) for at in range(3)),
    (_head(TextKind.DEBRIEF, OTHER, f"{ID}.debrief.will-try"), "I <try> & " * 99),
)
TRIED = (_head(TextKind.DEBRIEF, ME, f"{ID}.debrief.will-try"), "I <try> & " * 99)
READ = replace(
    READ_TURN,
    texts=TEXTS,
    answered=(_head(TextKind.DEBRIEF, OTHER, f"{ID}.debrief.watched", Seen.ANSWERED),),
    shadowing=DAY,
    notes=(NOTE,),
)


def _with(day: ShadowingDay | None, *notes: Note, **fields: Any) -> TurnRead:
    return replace(READ, shadowing=day, notes=notes, **fields)


def agreed_on(on: date) -> ShadowingDay:
    plan = replace(PLAN, on=on)
    return replace(DAY, state=DayState.AGREED, draft=None, agreed=plan, mentor_ticks=BOTH)


def days() -> Iterator[TurnRead]:
    """A day at every place of its way, and from both sides."""
    agreed = agreed_on(date(2026, 11, 26))
    been = agreed_on(NOW.date() - timedelta(1))
    proposed = replace(DAY, state=DayState.PROPOSED, mentor_ticks=BOTH)
    drafts = [
        DAY,
        replace(DAY, draft=ELSEWHERE, mentee_ticks=()),
        replace(DAY, draft=Plan(Side.MENTOR, "Europe/Athens")),
        replace(DAY, draft=replace(PLAN, slots=())),
        replace(DAY, draft=replace(PLAN, on=date(2026, 1, 7))),
    ]
    for day in (None, *drafts, proposed, agreed, replace(agreed, state=DayState.OFF)):
        for side in Side:
            yield _with(day, side=side)
            yield _with(day, side=side, partner=None, turn=replace(TURN, phase="winding-down"))
    moved = (
        replace(each, agreed=ELSEWHERE) for each in (DAY, proposed, replace(proposed, by=DAY.by))
    )
    for day in (*moved, replace(proposed, draft=drafts[-1].draft)):
        yield from (_with(day, side=side) for side in Side)
    over = replace(TURN, ended_at=NOW, next_on=None, ending=Ending.LEFT)
    yield from (_with(day, turn=over) for day in (None, agreed, been))
    yield _with(None, turn=replace(TURN, step=Step.EVALUATION, phase=None, next_on=None))
    tried = replace(NOTE, part=DEBRIEF, answered=2, tries=True)
    notes = [
        *(replace(NOTE, part=part, seen=seen) for part in ("0", DEBRIEF) for seen in (None, *Seen)),
        tried,
        replace(tried, done_at=NOW, by_when=date(2026, 12, 1)),
    ]
    for note in notes:
        yield from (_with(been, note, side=side) for side in Side)


READ_OF_NOTE = _with(agreed_on(NOW.date()), replace(NOTE, seen=Seen.PARTNER))
_OFFERED = ("2026-11-26", "2026-11-27", "2026-11-30")
READ_BY_TYPE: dict[type, Any] = {
    **dict.fromkeys(
        (o.ShadowingShown, o.DaysOffered, o.SlotsOffered, o.DayGoalAsked, o.CallOffOffered), READ
    ),
    o.DayNews: _with(replace(DAY, state=DayState.PROPOSED, by=Side.MENTOR)),
    o.DayBefore: _with(agreed_on(date(2026, 11, 24))),
    o.DayTold: _with(agreed_on(date(2026, 11, 26))),
    o.TryingReminded: _with(agreed_on(date(2026, 11, 20)), texts=(*TEXTS, TRIED)),
    o.NoteShown: READ_OF_NOTE,
}


def of_shadowing() -> list[Any]:
    return [
        o.ShadowingShown(ID, ME),
        o.DaysOffered(ID, ME, _OFFERED, 0),
        o.DaysOffered(ID, ME, (), 5),
        o.SlotsOffered(ID, ME, tuple((at * 60, at * 60 + 120) for at in range(7, 21, 2))),
        o.DayGoalAsked(ID, ME),
        o.CallOffOffered(ID, ME),
        o.DayNews(ID, ME),
        o.DayBefore(ID, ME),
        o.DayTold(ID, ME),
        o.TryingReminded(ID, ME, ID, date(2026, 12, 1)),
        o.NoteShown(ID, ME, ID),
    ]
