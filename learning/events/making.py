"""For the coordinator: an event is put together, opened, moved, called off."""

from dataclasses import replace
from datetime import datetime

from learning.account.languages import LANGUAGES
from learning.account.model import Actor, Role
from learning.account.settings import learner
from learning.announcements.model import Announcement, Version
from learning.announcements.outcomes import DraftShown
from learning.announcements.own import own_organisation
from learning.announcements.own import shown as announcement_shown
from learning.announcements.ports import Announcements, Audiences
from learning.ask import Instead
from learning.audit import Audit, Deed, Entry
from learning.course.curriculum import Curriculum
from learning.events import asks
from learning.events import outcomes as o
from learning.events.coming import GONE, give_seat, occasion_of
from learning.events.model import (
    DAY_BEFORE,
    SOON_BEFORE,
    TOLD_OF,
    Event,
    EventState,
    Field,
    with_field,
)
from learning.events.ports import Events
from learning.pushes.model import PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses


async def manage(ask: asks.ManageEvents, actor: Actor, now: datetime) -> o.EventsManaged:
    return o.EventsManaged(own_organisation(actor).id, learner(actor)[0].id)


async def own_event(actor: Actor, id: int, events: Events) -> Event:
    """One that the actor coordinates; else it is gone."""
    event = await find(actor, id, events)
    if event is None:
        raise Instead(GONE)
    return event


async def find(actor: Actor, id: int, events: Events) -> Event | None:
    """A draft belongs to whoever began it, an open one to every coordinator."""
    event = await events.get(id)
    if event is None or event.organisation_id != own_organisation(actor).id:
        return None
    mine = event.made_by == learner(actor)[0].id
    return event if mine or event.state is not EventState.DRAFT else None


async def begin(
    ask: asks.BeginEvent, actor: Actor, now: datetime, *, events: Events, focuses: Focuses
) -> o.FieldAsked:
    person, here = learner(actor)[0], own_organisation(actor)
    event = await events.add(Event(0, here.id, person.id, now))
    return await _asked(event, Field.TITLE, person.language, actor, events, focuses)


async def show_draft(
    ask: asks.ShowEventDraft, actor: Actor, now: datetime, *, events: Events
) -> asks.Making:
    event = await own_event(actor, ask.event, events)
    return o.EventDraftShown(event.id)


async def choose_kind(
    ask: asks.ChooseKind, actor: Actor, now: datetime, *, events: Events
) -> asks.Making:
    event = await own_event(actor, ask.event, events)
    await events.put(event.changed(kind=ask.kind))
    return o.EventDraftShown(event.id)


async def ask_field(
    ask: asks.AskField, actor: Actor, now: datetime, *, events: Events, focuses: Focuses
) -> asks.Making:
    event = await own_event(actor, ask.event, events)
    if event.state is EventState.CANCELLED or ask.language not in LANGUAGES:
        return GONE
    return await _asked(event, ask.field, ask.language, actor, events, focuses)


async def _asked(
    event: Event, field: Field, language: str, actor: Actor, events: Events, focuses: Focuses
) -> o.FieldAsked:
    waiting = event.changed(awaited=f"{field}.{language}")
    await events.put(waiting)
    await focuses.put(learner(actor)[0].id, Focus(Prompt.EVENT, event.id))
    zone = own_organisation(actor).zone
    return o.FieldAsked(event.id, waiting.revision, field, language, zone)


async def answer_field(
    ask: asks.AnswerField,
    actor: Actor,
    now: datetime,
    *,
    events: Events,
    pushes: Pushes,
    focuses: Focuses,
    audit: Audit,
) -> asks.Making:
    event = await own_event(actor, ask.event, events)
    if event.awaited is None:
        return o.EventDraftShown(event.id)
    name, _, language = event.awaited.partition(".")
    field, zone = Field(name), own_organisation(actor).zone
    typed = with_field(event, field, language, ask.text, zone, now)
    if typed is None or (field is Field.SEATS and (typed.seats or typed.taken) < typed.taken):
        return o.FieldAsked(event.id, event.revision, field, language, zone, unreadable=True)
    await focuses.clear(learner(actor)[0].id, Focus(Prompt.EVENT, event.id))
    await _put_back(event, replace(typed, awaited=None), field, now, events, pushes)
    if event.state is EventState.OPEN:
        await audit.record(_entry(event, Deed.CHANGED_EVENT, actor, now))
    return o.EventDraftShown(event.id)


async def _put_back(
    before: Event, after: Event, field: Field, now: datetime, events: Events, pushes: Pushes
) -> None:
    """Whoever is registered hears of a change that matters; reminders follow the new start."""
    if before.state is not EventState.OPEN:
        await events.put(after)
        return
    if field is Field.RECORDING and after.recording:
        await events.put(after)
        await _give(after, PushKind.EVENT_RECORDING, max(now, after.ends), events, missed=True)
        return
    if field is Field.MATERIALS and after.materials:
        await events.put(after)
        await _give(after, PushKind.EVENT_MATERIALS, now, events, missed=False)
        return
    if field not in TOLD_OF:
        await give_seat(after, now, events, pushes)
        return
    moved = replace(after, sequence=after.sequence + 1)
    await events.put(moved)
    await events.tell_registered(moved, PushKind.EVENT_NEWS, occasion_of(moved), now)
    await _remind(moved, now, events)


async def _give(
    event: Event, kind: PushKind, due_at: datetime, events: Events, *, missed: bool
) -> None:
    """Another link is given again: the first was perhaps a wrong one."""
    occasion = f"{event.id}.{event.revision}"
    await events.tell_registered(event, kind, occasion, due_at, missed=missed)


async def _remind(event: Event, now: datetime, events: Events) -> None:
    kinds = ((PushKind.EVENT_REMINDER, DAY_BEFORE), (PushKind.EVENT_SOON, SOON_BEFORE))
    for kind, before in kinds:
        if event.begins - before > now:
            await events.tell_registered(event, kind, occasion_of(event), event.begins - before)


async def open_event(
    ask: asks.OpenEvent, actor: Actor, now: datetime, *, events: Events, audit: Audit
) -> asks.Making:
    event = await own_event(actor, ask.event, events)
    if event.state is EventState.DRAFT and event.is_ready and event.begins > now:
        await events.put(event.changed(state=EventState.OPEN, awaited=None))
        await audit.record(_entry(event, Deed.OPENED_EVENT, actor, now))
    return o.EventDraftShown(event.id)


async def drop_event(
    ask: asks.DropEvent, actor: Actor, now: datetime, *, events: Events, focuses: Focuses
) -> o.EventDropped | asks.Making:
    event = await own_event(actor, ask.event, events)
    if event.state is not EventState.DRAFT:
        return o.EventDraftShown(event.id)
    await events.drop(event.id)
    await focuses.clear(learner(actor)[0].id, Focus(Prompt.EVENT, event.id))
    return o.EventDropped()


async def announce(
    ask: asks.AnnounceEvent,
    actor: Actor,
    now: datetime,
    *,
    events: Events,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> DraftShown | asks.Making:
    """Begins with the titles as texts; they can be written anew. Useless once it has begun."""
    event = await own_event(actor, ask.event, events)
    if not event.takes(now):
        return o.EventDraftShown(event.id)
    new = Announcement(0, event.organisation_id, learner(actor)[0].id, now, event=event.id)
    made = await announcements.add(new)
    versions = {language: Version(title) for language, title in event.titles.items()}
    for language, version in versions.items():
        await announcements.write(made.id, language, version)
    ready = made.changed(versions=versions, until=event.closes_at or event.begins)
    await announcements.put(ready)
    return await announcement_shown(ready, audiences, curriculum)


async def offer_cancel(
    ask: asks.OfferEventCancel, actor: Actor, now: datetime, *, events: Events
) -> o.EventCancelOffered | asks.Making:
    event = await own_event(actor, ask.event, events)
    if event.state is not EventState.OPEN:
        return o.EventDraftShown(event.id)
    return o.EventCancelOffered(event.id, event.taken)


async def cancel(
    ask: asks.CancelEvent, actor: Actor, now: datetime, *, events: Events, audit: Audit
) -> o.EventCancelled | asks.Making:
    """Everybody registered is told, also who wants no announcements."""
    event = await own_event(actor, ask.event, events)
    if event.state is not EventState.OPEN:
        return o.EventDraftShown(event.id)
    off = event.changed(state=EventState.CANCELLED, sequence=event.sequence + 1)
    await events.put(off)
    await events.tell_registered(off, PushKind.EVENT_NEWS, occasion_of(off), now)
    await audit.record(_entry(event, Deed.CANCELLED_EVENT, actor, now))
    return o.EventCancelled(event.id, event.taken)


async def show_code(
    ask: asks.ShowAttendanceCode, actor: Actor, now: datetime, *, events: Events
) -> o.AttendanceCodeShown | asks.Making:
    event = await own_event(actor, ask.event, events)
    is_open = event.state is EventState.OPEN
    return o.AttendanceCodeShown(event.id) if is_open else o.EventDraftShown(event.id)


async def report(
    ask: asks.ReportEvent, actor: Actor, now: datetime, *, events: Events
) -> o.EventReported | asks.Making:
    event = await own_event(actor, ask.event, events)
    if event.state is EventState.DRAFT:
        return o.EventDraftShown(event.id)
    return o.EventReported(event.id, ask.form)


async def readiness(id: int, text: str, actor: Actor, *, events: Events) -> Readiness | None:
    if actor.acting_as(Role.COORDINATOR) is None:
        return None
    event = await find(actor, id, events)
    if event is None or event.awaited is None:
        return None
    return Readiness(event.revision, bool(text.strip()))


def _entry(event: Event, deed: Deed, actor: Actor, now: datetime) -> Entry:
    return Entry(event.organisation_id, deed, now, learner(actor)[0].id, thing=event.id)
