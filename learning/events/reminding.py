"""What a push about an event says, decided at the moment of sending."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.events import asks
from learning.events import outcomes as o
from learning.events.coming import occasion_of
from learning.events.model import QUESTIONS, Event, EventState, Registration, Seat
from learning.events.ports import Events
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted

NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)


async def prepare_reminder(
    ask: asks.PrepareEventReminder, actor: Actor, now: datetime, *, events: Events, people: People
) -> o.EventReminded | NotWanted:
    event, _ = await _of(ask.telegram_id, ask.occasion, events, people)
    if event is None or occasion_of(event) != ask.occasion or now >= event.begins:
        return NOTHING
    return o.EventReminded(event.id, soon=False)


async def prepare_soon(
    ask: asks.PrepareEventSoon, actor: Actor, now: datetime, *, events: Events, people: People
) -> o.EventReminded | NotWanted:
    event, _ = await _of(ask.telegram_id, ask.occasion, events, people)
    if event is None or occasion_of(event) != ask.occasion or now >= event.ends:
        return NOTHING
    return o.EventReminded(event.id, soon=True)


async def prepare_news(
    ask: asks.PrepareEventNews, actor: Actor, now: datetime, *, events: Events, people: People
) -> o.EventMoved | o.EventCalledOff | NotWanted:
    """Only the latest: what was moved twice is told once."""
    event, _ = await _of(ask.telegram_id, ask.occasion, events, people, cancelled_too=True)
    if event is None or occasion_of(event) != ask.occasion:
        return NOTHING
    if event.state is EventState.CANCELLED:
        return o.EventCalledOff(event.id)
    return o.EventMoved(event.id) if now < event.ends else NOTHING


async def prepare_seat(
    ask: asks.PrepareSeat, actor: Actor, now: datetime, *, events: Events, people: People
) -> o.SeatGiven | NotWanted:
    event, _ = await _of(ask.telegram_id, ask.occasion, events, people)
    return o.SeatGiven(event.id) if event and now < event.ends else NOTHING


async def prepare_feedback(
    ask: asks.PrepareFeedback, actor: Actor, now: datetime, *, events: Events, people: People
) -> o.QuestionPut | NotWanted:
    event, mine = await _of(ask.telegram_id, ask.occasion, events, people)
    if event is None or mine is None or mine.answered >= QUESTIONS:
        return NOTHING
    return o.QuestionPut(event.id, mine.answered)


async def prepare_recording(
    ask: asks.PrepareRecording, actor: Actor, now: datetime, *, events: Events, people: People
) -> o.RecordingArrived | NotWanted:
    event, mine = await _of(ask.telegram_id, ask.occasion, events, people)
    if event is None or event.recording is None or mine is None or mine.attended_at is not None:
        return NOTHING
    return o.RecordingArrived(event.id)


async def prepare_materials(
    ask: asks.PrepareMaterials, actor: Actor, now: datetime, *, events: Events, people: People
) -> o.MaterialsArrived | NotWanted:
    event, _ = await _of(ask.telegram_id, ask.occasion, events, people)
    return o.MaterialsArrived(event.id) if event and event.materials else NOTHING


async def _of(
    telegram_id: int,
    occasion: str,
    events: Events,
    people: People,
    *,
    cancelled_too: bool = False,
) -> tuple[Event | None, Registration | None]:
    """The event, for who is still registered and belongs to its organisation."""
    event = await events.get(int(occasion.partition(".")[0]))
    target = await people.actor(telegram_id)
    if event is None or target.person is None or not target.roles_in(event.organisation_id):
        return None, None
    mine = await events.registration(event.id, target.person.id)
    over = event.state is not EventState.OPEN and not cancelled_too
    if over or mine is None or mine.seat is not Seat.REGISTERED:
        return None, None
    return event, mine
