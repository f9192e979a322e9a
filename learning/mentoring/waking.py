"""The tick: what the day brings to each turn."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from learning.account.model import EVERY_DAY, Actor, PauseScope, Role
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring import clock_asks
from learning.mentoring import outcomes as o
from learning.mentoring.model import Side, Turn
from learning.mentoring.own import invitations
from learning.mentoring.ports import DueTurn, Turns, TurnTexts
from learning.mentoring.turning import NOTICE, Sign, Signal, Stopped, looked_at
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.rhythm.local import end_of_day, local_day
from learning.rhythm.window import window_of
from learning.tickets.ports import Tickets

A_DAY = timedelta(days=1)
# After a check-in, when no meeting is planned: the mentee is asked first, then the mentor.
UNTIL_WANTED = {Side.MENTEE: timedelta(days=3), Side.MENTOR: timedelta(days=5)}
_TO_A_SIDE = {
    Signal.CHECK_IN: PushKind.CHECK_IN,
    Signal.REMINDER: PushKind.CHECK_IN_REMINDER,
    Signal.OFFER: PushKind.MENTORING_SILENCE,
    Signal.OVER: PushKind.MENTORING_OVER,
}


async def wake_turns(
    ask: clock_asks.WakeTurns,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    pushes: Pushes,
    tickets: Tickets,
    turn_texts: TurnTexts,
    curriculum: Curriculum,
) -> o.TurnsWoken:
    """Two queries and one insert, however many turns; what changed is put back one by one. Of
    those that ended a month ago the texts are destroyed."""
    due = await turns.due(now, ask.limit)
    told: list[NewPush] = []
    again: list[tuple[int, datetime]] = []
    for each in due:
        if not each.turn.running:
            told += await _after_end(each.turn, now, turns, turn_texts)
            continue
        looked, signs = _looked(each, now, curriculum)
        if looked.look_at is not None and not signs:
            again.append((looked.id, looked.look_at))
        else:
            await turns.put(looked.changed())
        told += [push for sign in signs for push in _pushes(looked, sign, now)]
        told += invitations(looked, now)
        told += await _to_coordinators(looked, signs, now, tickets)
    await turns.look_again(again)
    await pushes.add(told)
    return o.TurnsWoken(len(due))


async def _after_end(
    turn: Turn, now: datetime, turns: Turns, turn_texts: TurnTexts
) -> list[NewPush]:
    """First who wrote something is told that it goes soon; on the last day it is destroyed."""
    if turn.ended_at is None:
        raise AssertionError("it is over")
    goes_at = turn.ended_at + NOTICE
    if now >= goes_at:
        await turn_texts.destroy(turn.id)
        await turns.put(turn.changed(look_at=None))
        return []
    await turns.put(turn.changed(look_at=goes_at))
    authors = {head.author_id for head in await turn_texts.heads(turn.id)}
    return [NewPush(id, PushKind.TEXTS_GOING, str(turn.id), now) for id in sorted(authors)]


def _looked(due: DueTurn, now: datetime, curriculum: Curriculum) -> tuple[Turn, tuple[Sign, ...]]:
    """Days are those of the mentor, so that several turns of theirs come in one message."""
    cycle, mentor = curriculum.mentoring.get(due.turn.definition), due.mentor.person
    if cycle is None or mentor is None:
        return replace(due.turn, look_at=now + A_DAY), ()
    stopped = {Side.MENTOR: _stops(due.mentor), Side.MENTEE: _stops(due.mentee)}
    turn, signs = looked_at(due.turn, cycle, now, local_day(mentor, now), stopped)
    return (replace(turn, look_at=end_of_day(mentor, now)) if turn.running else turn), signs


def _stops(actor: Actor) -> Stopped:
    """Pauses of everything, holidays and days off; weekends count as days."""
    if actor.person is None or actor.enrolment is None:
        return lambda day: True
    window = window_of(*learner(actor), actor.organisation)
    pauses = tuple(pause for pause in window.pauses if pause.scope is PauseScope.EVERYTHING)
    every_day = replace(window, weekdays=EVERY_DAY, pauses=pauses)
    return lambda day: not every_day.is_learning_day(day)


def _pushes(turn: Turn, sign: Sign, now: datetime) -> Sequence[NewPush]:
    """Check-ins and reminders of several turns share one message a day."""
    person = turn.party(sign.side).person_id
    kind = _TO_A_SIDE.get(sign.signal)
    if person is None or kind is None:
        return []
    occasions = {
        Signal.CHECK_IN: sign.since.isoformat(),
        Signal.REMINDER: _day(turn).isoformat(),
        Signal.OFFER: f"{turn.id}.{sign.since.isoformat()}",
        Signal.OVER: str(turn.id),
    }
    told = [NewPush(person, kind, occasions[sign.signal], now)]
    if sign.signal is Signal.CHECK_IN:
        wanted = now + UNTIL_WANTED[sign.side]
        told.append(NewPush(person, PushKind.MEETING_WANTED, _day(turn).isoformat(), wanted))
    return told


def _day(turn: Turn) -> date:
    if turn.looked_on is None:
        raise AssertionError("it was looked at today")
    return turn.looked_on


async def _to_coordinators(
    turn: Turn, signs: Sequence[Sign], now: datetime, tickets: Tickets
) -> list[NewPush]:
    """Those of both sides, none of whom is one of the two; once for a silence of both."""
    since = [sign.since for sign in signs if sign.signal is Signal.SILENT]
    if not since:
        return []
    here = {turn.party(side).organisation_id for side in Side}
    staff = {id for place in here for id in await tickets.staff(place, Role.COORDINATOR)}
    staff -= {turn.mentor.person_id or 0, turn.mentee.person_id or 0}
    occasion = f"{turn.id}.{min(since).isoformat()}"
    return [NewPush(id, PushKind.MENTORING_SILENT, occasion, now) for id in sorted(staff)]
