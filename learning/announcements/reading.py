"""What a reader gets, decided at the moment of sending; and how they stop it."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.account.settings import learner
from learning.announcements import outcomes as o
from learning.announcements import reading_asks
from learning.announcements.confirming import deletable_since
from learning.announcements.model import DECIDED_HERE, Announcement, Form, State
from learning.announcements.own import GONE, coordinates, count_of
from learning.announcements.ports import Announcements, Audiences, Sendings
from learning.course.curriculum import Curriculum
from learning.events.model import EventState
from learning.events.ports import Events
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted, PutOff, Removed


async def prepare_announcement(
    ask: reading_asks.PrepareAnnouncement,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    events: Events,
    people: People,
) -> o.AnnouncementArrived | NotWanted | PutOff:
    """A late one is of no use, nor one of an event that was called off; who wants none gets none,
    however long it was queued, and neither does who meanwhile left the organisation, or the
    department or role that it is for."""
    found = await announcements.get(int(ask.occasion))
    target = await people.actor(ask.telegram_id)
    stopped = _stopped(found, now)
    if found is None or target.person is None or stopped is not None:
        return stopped or NotWanted(SkipReason.GONE)
    if not target.roles_in(found.organisation_id):  # who left is no longer spoken to
        return NotWanted(SkipReason.GONE)
    here = found.audience.only(DECIDED_HERE)
    if here.dimensions and not await audiences.holds(found.organisation_id, here, target.person.id):
        return NotWanted(SkipReason.GONE)
    if await announcements.opted_out(target.person.id):
        return NotWanted(SkipReason.OPTED_OUT)
    event = None if found.event is None else await events.get(found.event)
    if event is not None and event.state is EventState.CANCELLED:
        return NotWanted(SkipReason.CANCELLED)
    return o.AnnouncementArrived(found.id)


async def prepare_change(
    ask: reading_asks.PrepareChange,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    sendings: Sendings,
    people: People,
) -> o.AnnouncementEdited | Removed | NotWanted | PutOff:
    found = await announcements.get(int(ask.occasion))
    target = (await people.actor(ask.telegram_id)).person
    stopped = _stopped(found, now)
    if found is None or target is None or stopped is not None:
        return stopped or NotWanted(SkipReason.GONE)
    got = await sendings.got(target.id, str(found.about))
    if got is None:
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    if found.form is Form.EDIT:
        return o.AnnouncementEdited(found.about or found.id, got.message_id)
    young = got.at > deletable_since(now)
    return Removed(got.message_id) if young else NotWanted(SkipReason.TOO_OLD)


def _stopped(found: Announcement | None, now: datetime) -> NotWanted | PutOff | None:
    """A held row stays as it is until it is let go or dropped."""
    if found is None:
        return NotWanted(SkipReason.GONE)
    if found.state is State.CANCELLED:
        return NotWanted(SkipReason.CANCELLED)
    if found.state is State.PAUSED:
        return PutOff(now)
    late = found.until is not None and now > found.until
    return NotWanted(SkipReason.TOO_LATE) if late else None


async def prepare_approval(
    ask: reading_asks.PrepareApproval,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    people: People,
    curriculum: Curriculum,
) -> o.ApprovalWanted | NotWanted:
    found = await announcements.get(id_of(ask.occasion))
    if found is None or found.state is not State.AWAITING:
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    if not coordinates(await people.actor(ask.telegram_id), found):
        return NotWanted(SkipReason.GONE)
    told = await count_of(found, audiences, curriculum)
    return o.ApprovalWanted(found.id, found.revision, told)


async def prepare_board(
    ask: reading_asks.PrepareBoard,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    people: People,
) -> o.BoardShown | NotWanted:
    found = await announcements.get(id_of(ask.occasion))
    if found is None or found.state in (State.DRAFT, State.AWAITING):
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    if not coordinates(await people.actor(ask.telegram_id), found):
        return NotWanted(SkipReason.GONE)
    return o.BoardShown(found.id)


def id_of(occasion: str) -> int:
    return int(occasion.partition(".")[0])


async def stop(
    ask: reading_asks.StopAnnouncements,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
) -> o.AnnouncementsStopped:
    await announcements.opt_out(learner(actor)[0].id, now)
    return o.AnnouncementsStopped()


async def take(
    ask: reading_asks.TakeAnnouncements,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
) -> o.AnnouncementsTaken:
    await announcements.opt_in(learner(actor)[0].id)
    return o.AnnouncementsTaken()


async def show_news(
    ask: reading_asks.ShowNews, actor: Actor, now: datetime, *, announcements: Announcements
) -> o.NewsShown:
    return o.NewsShown(await announcements.opted_out(learner(actor)[0].id))


async def vote(
    ask: reading_asks.Vote,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    sendings: Sendings,
) -> o.Voted | o.NotSentYet | o.AnnouncementGone:
    """Only who got it; another vote replaces the first."""
    me = learner(actor)[0].id
    found = await announcements.get(ask.announcement)
    if found is None:
        return GONE
    if await sendings.got(me, found.occasion) is None:
        return o.NotSentYet() if found.made_by == me else GONE
    version = found.version_for(None)
    if version is None or ask.option >= len(version.options):
        return GONE
    await announcements.vote(found.id, me, ask.option)
    return o.Voted(found.id, ask.option)
