"""While it runs: rows for the ledger a thousand at a time, pause, resume, cancel, and the end."""

from datetime import datetime

from learning.account.model import Actor
from learning.announcements import outcomes as o
from learning.announcements import reading_asks, sending_asks
from learning.announcements.confirming import entry
from learning.announcements.model import OVER, UNDER_WAY, Announcement, State
from learning.announcements.own import half_of, own
from learning.announcements.ports import Announcements, Audiences, Sendings, Tally
from learning.announcements.timing import hours
from learning.audit import Audit, Deed
from learning.course.curriculum import Curriculum
from learning.pushes.model import PushState, SkipReason


async def spread(
    ask: reading_asks.SpreadAnnouncements,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    sendings: Sendings,
    curriculum: Curriculum,
) -> o.Spread:
    """One step of each announcement that is at work."""
    more = False
    for found in await announcements.at_work(now):
        if found.state is State.CANCELLED:
            more |= await _drop_rest(found, SkipReason.CANCELLED, now, ask.limit, sendings)
            await _end_when_empty(found, now, announcements, sendings)
        elif found.until is not None and now > found.until and found.spread:
            more |= await _drop_rest(found, SkipReason.TOO_LATE, now, ask.limit, sendings)
            await _end_when_empty(found, now, announcements, sendings)
        elif found.state is State.PAUSED:
            continue
        elif not found.spread:
            more |= await _spread_one(found, now, ask.limit, announcements, audiences, curriculum)
        else:
            await _end_when_empty(found, now, announcements, sendings)
    return o.Spread(more)


async def _spread_one(
    found: Announcement,
    now: datetime,
    limit: int,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> bool:
    half, begun = half_of(curriculum), found.begins_at or now
    last = await audiences.last_of_next(found, half, limit)
    if last is not None:
        here = await audiences.organisation(found.organisation_id)
        shared_hours = await audiences.shared_hours(
            here.id, found.audience, half, found.reached, last
        )
        await audiences.spread(found, last, hours(found, here, shared_hours, begun), half, begun)
    after = found.changed(state=State.RUNNING, reached=last or found.reached, spread=last is None)
    await announcements.put(after)
    return True


async def _drop_rest(
    found: Announcement, reason: SkipReason, now: datetime, limit: int, sendings: Sendings
) -> bool:
    dropped = await sendings.skip(found.kind, found.occasion, reason, now, limit)
    return dropped == limit


async def _end_when_empty(
    found: Announcement, now: datetime, announcements: Announcements, sendings: Sendings
) -> None:
    """Nothing is due any more; what is uncertain is sent once more where that was chosen."""
    if await sendings.any_due(found.kind, found.occasion):
        return
    tally = await sendings.tally(found.kind, found.occasion)
    if found.state is State.RUNNING and found.repeats and _number(tally, PushState.UNCERTAIN):
        await sendings.repeat(found.kind, found.occasion)
        await announcements.put(found.changed(repeats=False))
        return
    state = State.CANCELLED if found.state is State.CANCELLED else State.DONE
    await sendings.release(found.kind, found.occasion)
    await announcements.put(found.changed(state=state, finished_at=now))


def _number(tally: Tally, state: PushState) -> int:
    return sum(people for (each, _), people in tally.items() if each is state)


async def show_board(
    ask: sending_asks.ShowBoard, actor: Actor, now: datetime, *, announcements: Announcements
) -> o.BoardShown | o.AnnouncementGone:
    found = await own(actor, ask.announcement, announcements)
    return o.BoardShown(found.id)


async def report(
    ask: sending_asks.ReportAnnouncement,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
) -> o.AnnouncementReported | o.AnnouncementGone:
    found = await own(actor, ask.announcement, announcements)
    return o.AnnouncementReported(found.id)


async def pause(
    ask: sending_asks.PauseSending,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    sendings: Sendings,
    audit: Audit,
) -> o.BoardShown | o.AnnouncementGone:
    """Nothing that is not on its way already goes out after this."""
    found = await own(actor, ask.announcement, announcements)
    if found.state is State.RUNNING:
        await sendings.hold(found.kind, found.occasion)
        await announcements.put(found.changed(state=State.PAUSED))
        await audit.record(entry(found, Deed.PAUSED_ANNOUNCEMENT, actor, now))
    return o.BoardShown(found.id)


async def resume(
    ask: sending_asks.ResumeSending,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    sendings: Sendings,
    audit: Audit,
) -> o.BoardShown | o.AnnouncementGone:
    found = await own(actor, ask.announcement, announcements)
    if found.state is State.PAUSED:
        await sendings.release(found.kind, found.occasion)
        await announcements.put(found.changed(state=State.RUNNING))
        await audit.record(entry(found, Deed.RESUMED_ANNOUNCEMENT, actor, now))
    return o.BoardShown(found.id)


async def offer_cancel(
    ask: sending_asks.OfferCancel, actor: Actor, now: datetime, *, announcements: Announcements
) -> o.CancelOffered | o.BoardShown | o.AnnouncementGone:
    found = await own(actor, ask.announcement, announcements)
    if found.state in OVER or found.state is State.DRAFT:
        return o.BoardShown(found.id)
    return o.CancelOffered(found.id, found.revision)


async def cancel(
    ask: sending_asks.CancelSending,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    sendings: Sendings,
    audit: Audit,
) -> o.BoardShown | o.AnnouncementGone:
    """What was sent stays sent; the rest is dropped."""
    found = await own(actor, ask.announcement, announcements)
    if found.state in {*UNDER_WAY, State.PLANNED, State.AWAITING}:
        await sendings.hold(found.kind, found.occasion)
        await announcements.put(found.changed(state=State.CANCELLED))
        await audit.record(entry(found, Deed.CANCELLED_ANNOUNCEMENT, actor, now))
    return o.BoardShown(found.id)
