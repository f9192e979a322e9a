"""For somebody who may come: register, cancel, wait for a seat, be late, be there."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from learning.account.model import Actor, Role
from learning.account.settings import learner
from learning.ask import Ask, Instead
from learning.events import asks
from learning.events import outcomes as o
from learning.events.model import (
    ANSWERS,
    DAY_BEFORE,
    MOST_MINUTES,
    QUESTIONS,
    SOON_BEFORE,
    Event,
    EventState,
    Registration,
    Seat,
)
from learning.events.ports import Events
from learning.mentoring.meeting.asks import ShowMeeting
from learning.mentoring.meeting.model import FURTHEST
from learning.mentoring.meeting.ports import Meetings
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses

GONE = o.EventGone()
MOST = 12  # events looked at
LONGEST = timedelta(minutes=MOST_MINUTES)


async def show_events(ask: asks.ShowEvents, actor: Actor, now: datetime) -> o.EventsShown:
    member = actor.acting_as(Role.COORDINATOR)
    return o.EventsShown(learner(actor)[0].id, now, member.organisation.id if member else None)


async def find_seat(ask: asks.FindSeat, actor: Actor, now: datetime, *, events: Events) -> Ask[Any]:
    """Said without naming one: nothing is registered before the person has seen which."""
    coming = await _coming(actor, now, events)
    free = [event for event, seat in coming if seat is None and event.takes(now)]
    return asks.ShowEvent(free[0].id) if len(free) == 1 else asks.ShowEvents()


async def find_mine(
    ask: asks.FindMine, actor: Actor, now: datetime, *, events: Events, meetings: Meetings
) -> Ask[Any]:
    """ "I cannot come": to the only event, or without one to the next meeting of one's pair."""
    mine = [event for event, seat in await _coming(actor, now, events) if seat is not None]
    if not mine:
        meeting = next(
            iter(await meetings.between(learner(actor)[0].id, now, now + FURTHEST)), None
        )
        return ShowMeeting(meeting.turn_id) if meeting else asks.ShowEvents()
    return asks.ShowEvent(mine[0].id) if len(mine) == 1 else asks.ShowEvents()


async def _coming(actor: Actor, now: datetime, events: Events) -> list[tuple[Event, Seat | None]]:
    """What has not ended, and how the actor stands to it."""
    here = [member.organisation.id for member in actor.memberships]
    found: list[tuple[Event, Seat | None]] = []
    for event in await events.of_organisations(here, now - LONGEST, MOST):
        mine = await events.registration(event.id, learner(actor)[0].id)
        seat = mine.seat if mine and mine.seat is not Seat.CANCELLED else None
        if now < event.ends:
            found.append((event, seat))
    return found


async def open_event(actor: Actor, id: int, events: Events) -> Event:
    event = await find(actor, id, events)
    if event is None:
        raise Instead(GONE)
    return event


async def find(actor: Actor, id: int, events: Events) -> Event | None:
    """One that was opened, of an organisation that the actor belongs to."""
    event = await events.get(id)
    if event is None or event.state is EventState.DRAFT:
        return None
    return event if actor.roles_in(event.organisation_id) else None


async def show_event(
    ask: asks.ShowEvent, actor: Actor, now: datetime, *, events: Events
) -> asks.Looking:
    event = await open_event(actor, ask.event, events)
    return _shown(event, await events.registration(event.id, learner(actor)[0].id), actor, now)


def _shown(event: Event, mine: Registration | None, actor: Actor, now: datetime) -> o.EventShown:
    coordinating = actor.acting_as(Role.COORDINATOR)
    return o.EventShown(
        event.id,
        seat=mine.seat if mine and mine.seat is not Seat.CANCELLED else None,
        takes=event.takes(now),
        now=event.is_now(now),
        attended=mine is not None and mine.attended_at is not None,
        late=mine is not None and mine.late,
        over=now >= event.ends,
        coordinates=bool(coordinating and coordinating.organisation.id == event.organisation_id),
    )


async def register(
    ask: asks.Register, actor: Actor, now: datetime, *, events: Events, pushes: Pushes
) -> o.Registered | o.WaitingListed | o.RegistrationClosed | o.EventGone:
    """The event's row is written with each seat taken, so two can't take the last one."""
    event = await open_event(actor, ask.event, events)
    me = learner(actor)[0].id
    mine = await events.registration(event.id, me)
    if mine is not None and mine.seat is Seat.REGISTERED:
        return o.Registered(event.id)
    if not event.takes(now):
        return o.RegistrationClosed(event.id)
    if mine is not None and mine.seat is Seat.WAITING:
        return o.WaitingListed(event.id)
    seat = Seat.REGISTERED if event.has_seat() else Seat.WAITING
    await events.register(Registration(event.id, me, seat, now))
    if seat is Seat.WAITING:
        return o.WaitingListed(event.id)
    await events.put(event.changed(taken=event.taken + 1))
    await pushes.add(reminders(event, me, now))
    return o.Registered(event.id)


def reminders(event: Event, person: int, now: datetime) -> list[NewPush]:
    """A day before, and a quarter of an hour before, as far as that is still to come."""
    occasion = occasion_of(event)
    kinds = ((PushKind.EVENT_REMINDER, DAY_BEFORE), (PushKind.EVENT_SOON, SOON_BEFORE))
    due = [(kind, event.begins - before) for kind, before in kinds]
    return [NewPush(person, kind, occasion, at) for kind, at in due if at > now]


def occasion_of(event: Event) -> str:
    """One for each time that calendars had to be told."""
    return f"{event.id}.{event.sequence}"


async def cancel_registration(
    ask: asks.CancelRegistration, actor: Actor, now: datetime, *, events: Events, pushes: Pushes
) -> o.RegistrationCancelled | asks.Looking:
    """The seat goes to whoever has waited longest, at once."""
    event = await open_event(actor, ask.event, events)
    mine = await events.registration(event.id, learner(actor)[0].id)
    if mine is None or mine.seat is Seat.CANCELLED:
        return _shown(event, mine, actor, now)
    await give_up(event, mine, now, events, pushes)
    return o.RegistrationCancelled(event.id, waited=mine.seat is Seat.WAITING)


async def give_up(
    event: Event, mine: Registration, now: datetime, events: Events, pushes: Pushes
) -> None:
    await events.register(replace(mine, seat=Seat.CANCELLED, late=False))
    if mine.seat is Seat.REGISTERED:
        await give_seat(event.changed(taken=event.taken - 1), now, events, pushes)


async def give_seat(event: Event, now: datetime, events: Events, pushes: Pushes) -> None:
    """Puts the event back, its free seats given to those who wait."""
    free = None if event.seats is None else event.seats - event.taken
    while (free is None or free > 0) and event.state is EventState.OPEN and now < event.ends:
        waiting = await events.first_waiting(event.id)
        if waiting is None:
            break
        await events.register(replace(waiting, seat=Seat.REGISTERED))
        event = replace(event, taken=event.taken + 1)
        free = None if free is None else free - 1
        told = NewPush(waiting.person_id, PushKind.EVENT_SEAT, f"{event.id}.{now.timestamp()}", now)
        await pushes.add([told, *reminders(event, waiting.person_id, now)])
    await events.put(event)


async def say_late(
    ask: asks.SayLate, actor: Actor, now: datetime, *, events: Events
) -> o.LateNoted | asks.Looking:
    event = await open_event(actor, ask.event, events)
    mine = await events.registration(event.id, learner(actor)[0].id)
    if mine is None or mine.seat is not Seat.REGISTERED or now >= event.ends:
        return _shown(event, mine, actor, now)
    await events.register(replace(mine, late=True))
    return o.LateNoted(event.id)


async def ask_attendance(
    ask: asks.AskAttendance, actor: Actor, now: datetime, *, events: Events, focuses: Focuses
) -> o.AttendanceAsked | o.NotItsTime | o.EventGone:
    event = await open_event(actor, ask.event, events)
    if not event.is_now(now):
        return o.NotItsTime(event.id)
    await focuses.put(learner(actor)[0].id, Focus(Prompt.ATTENDANCE, event.id))
    return o.AttendanceAsked(event.id)


async def type_attendance(
    ask: asks.TypeAttendance,
    actor: Actor,
    now: datetime,
    *,
    events: Events,
    pushes: Pushes,
    focuses: Focuses,
) -> o.Attended | o.AttendanceAsked | o.NotItsTime | o.EventGone:
    event = await open_event(actor, ask.event, events)
    if "".join(ask.text.split()).upper() != event.code:
        return o.AttendanceAsked(event.id, unreadable=True)
    await focuses.clear(learner(actor)[0].id, Focus(Prompt.ATTENDANCE, event.id))
    return await _attend(event, actor, now, events, pushes)


async def attend_by_code(
    ask: asks.AttendByCode, actor: Actor, now: datetime, *, events: Events, pushes: Pushes
) -> o.Attended | o.NotItsTime | o.EventGone:
    found = await events.by_code(ask.code.upper())
    event = await find(actor, found.id, events) if found else None
    return await _attend(event, actor, now, events, pushes) if event else GONE


async def _attend(
    event: Event, actor: Actor, now: datetime, events: Events, pushes: Pushes
) -> o.Attended | o.NotItsTime:
    """Once each, around its time; also who comes without having registered."""
    if not event.is_now(now):
        return o.NotItsTime(event.id)
    me = learner(actor)[0].id
    mine = await events.registration(event.id, me)
    if mine is not None and mine.attended_at is not None:
        return o.Attended(event.id, again=True)
    if mine is None or mine.seat is not Seat.REGISTERED:
        mine = Registration(event.id, me, Seat.REGISTERED, now)
        await events.put(event.changed(taken=event.taken + 1))
    await events.register(replace(mine, attended_at=now))
    asked = NewPush(me, PushKind.EVENT_FEEDBACK, str(event.id), max(now, event.ends))
    await pushes.add([asked])
    return o.Attended(event.id, again=False)


async def give_feedback(
    ask: asks.GiveFeedback, actor: Actor, now: datetime, *, events: Events
) -> o.QuestionPut | o.FeedbackGiven | o.EventGone:
    """Each question once, in order; only the answer is counted, without the person."""
    event = await find(actor, ask.event, events)
    mine = await events.registration(ask.event, learner(actor)[0].id)
    if event is None or mine is None or mine.attended_at is None:
        return GONE
    answered = mine.answered
    if ask.question == answered < QUESTIONS and 0 < ask.answer <= ANSWERS:
        await events.count_answer(event.id, ask.question, ask.answer)
        answered += 1
        await events.register(replace(mine, answered=answered))
    if answered < QUESTIONS:
        return o.QuestionPut(event.id, answered)
    return o.FeedbackGiven(event.id)


async def attendance_readiness(
    id: int, text: str, actor: Actor, *, events: Events
) -> Readiness | None:
    event = await find(actor, id, events)
    if event is None or event.state is not EventState.OPEN:
        return None
    return Readiness(0, "".join(text.split()).upper() == event.code)
