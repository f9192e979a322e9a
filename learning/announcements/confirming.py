"""The last looks: a preview, a trial, then the number typed back or a second coordinator's eyes."""

from datetime import datetime, timedelta

from learning.account.languages import LANGUAGES
from learning.account.model import Actor, Organisation, Role
from learning.account.settings import learner
from learning.announcements import asks, sending_asks
from learning.announcements import outcomes as o
from learning.announcements.choosing_hours import late
from learning.announcements.composing import await_text
from learning.announcements.correcting import about
from learning.announcements.model import (
    MESSAGES,
    OVER,
    Announcement,
    Form,
    State,
    problems_of,
)
from learning.announcements.own import (
    GONE,
    count_of,
    draft,
    own,
    own_organisation,
    shown,
)
from learning.announcements.ports import Announcements, Audiences, Sendings
from learning.announcements.timing import begins, ends
from learning.ask import Refused, Right
from learning.audit import Audit, Deed, Entry
from learning.course.curriculum import Curriculum
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses
from learning.tickets.ports import Tickets

COUNT = "count"
DELETABLE_HOURS = 48  # Telegram lets a bot delete what is younger


async def preview(
    ask: asks.Preview,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing | o.Previewed:
    found = await own(actor, ask.announcement, announcements)
    if ask.language not in LANGUAGES:
        return GONE
    if problems_of(found):
        return await shown(found, audiences, curriculum)
    return o.Previewed(found.id, ask.language)


async def send_to_me(
    ask: asks.SendToMe,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing | o.SentToMe:
    """Comes as the answer, so it waits behind nothing that is being sent."""
    found = await own(actor, ask.announcement, announcements)
    if problems_of(found):
        return await shown(found, audiences, curriculum)
    return o.SentToMe(found.id)


async def offer_sending(
    ask: asks.OfferSending,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements)
    told = await count_of(found, audiences, curriculum)
    if told.problem or problems_of(found):
        return o.NotSendable(found.id, told, problems_of(found))
    waiting = await await_text(found, COUNT, announcements, focuses)
    here = own_organisation(actor)
    return await offered(waiting, here, now, announcements, audiences, curriculum)


async def ask_approval(
    ask: asks.AskApproval,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    tickets: Tickets,
    pushes: Pushes,
    focuses: Focuses,
    audit: Audit,
    curriculum: Curriculum,
) -> asks.Composing | o.ApprovalAsked | o.SecondNeeded:
    found = await draft(actor, ask.announcement, announcements)
    told = await count_of(found, audiences, curriculum)
    if told.problem or problems_of(found):
        return o.NotSendable(found.id, told, problems_of(found))
    me = learner(actor)[0].id
    others = set(await tickets.staff(found.organisation_id, Role.COORDINATOR)) - {me}
    if not others:
        return o.SecondNeeded()
    waiting = found.changed(state=State.AWAITING, awaited=None)
    await announcements.put(waiting)
    await focuses.clear(me, Focus(Prompt.ANNOUNCEMENT, found.id))
    occasion = f"{waiting.id}.{waiting.revision}"
    kind = PushKind.ANNOUNCEMENT_APPROVAL
    await pushes.add([NewPush(each, kind, occasion, now) for each in sorted(others)])
    await audit.record(entry(waiting, Deed.ASKED_APPROVAL, actor, now))
    return o.ApprovalAsked(waiting.id)


async def approve(
    ask: asks.Approve,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    pushes: Pushes,
    audit: Audit,
    curriculum: Curriculum,
) -> o.BoardShown | o.NotSendable | o.AnnouncementGone | Refused:
    """The message that follows the sending goes to the one who wrote it."""
    found = await own(actor, ask.announcement, announcements)
    if found.state is State.DRAFT:
        return GONE
    if found.state is not State.AWAITING or found.revision != ask.revision:
        return o.BoardShown(found.id)
    if found.made_by == learner(actor)[0].id:
        return Refused(Right.COORDINATOR)
    told = await count_of(found, audiences, curriculum)
    if told.problem or problems_of(found):
        return o.NotSendable(found.id, told, problems_of(found))
    await audit.record(entry(found, Deed.APPROVED_ANNOUNCEMENT, actor, now))
    await plan(found, actor, now, announcements, pushes, audit)
    return o.BoardShown(found.id)


async def send_back(
    ask: asks.SendBack,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    audit: Audit,
    curriculum: Curriculum,
) -> asks.Composing:
    """Also what is planned and has not begun can be worked on again."""
    found = await own(actor, ask.announcement, announcements)
    if found.state not in (State.AWAITING, State.PLANNED) or found.revision != ask.revision:
        return o.BoardShown(found.id)
    again = found.changed(state=State.DRAFT, begins_at=None)
    await announcements.put(again)
    await audit.record(entry(again, Deed.SENT_BACK_ANNOUNCEMENT, actor, now))
    if found.made_by != learner(actor)[0].id:
        return o.BoardShown(found.id)
    return await shown(again, audiences, curriculum)


async def want_second_look(
    ask: asks.WantSecondLook,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    tickets: Tickets,
    audit: Audit,
) -> o.AnnouncementsShown | o.SecondNeeded:
    """Refused where there is only one coordinator: nothing could be sent any more."""
    member = actor.acting_as(Role.OWNER)
    if member is None:
        raise AssertionError("the right was checked")
    here, me = member.organisation, learner(actor)[0].id
    if ask.wanted and len(await tickets.staff(here.id, Role.COORDINATOR)) < 2:
        return o.SecondNeeded()
    await announcements.want_second_look(here.id, bool(ask.wanted))
    await audit.record(Entry(here.id, Deed.CHANGED_SECOND_LOOK, now, me, thing=ask.wanted))
    return o.AnnouncementsShown(here.id, bool(ask.wanted), owner=True, person=me)


async def offer_deletion(
    ask: sending_asks.OfferDeletion,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    sendings: Sendings,
) -> o.DeletionOffered | o.BoardShown | o.AnnouncementGone:
    found = await own(actor, ask.announcement, announcements, MESSAGES)
    if found.state not in OVER:
        return o.BoardShown(found.id)
    within, beyond = await sendings.got_since(found.occasion, deletable_since(now))
    return o.DeletionOffered(found.id, within, beyond)


async def delete_sent(
    ask: sending_asks.DeleteSent,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    sendings: Sendings,
    pushes: Pushes,
    audit: Audit,
) -> o.Planned | o.BoardShown | o.AnnouncementGone:
    found = await own(actor, ask.announcement, announcements, MESSAGES)
    within, _ = await sendings.got_since(found.occasion, deletable_since(now))
    if found.state not in OVER or not within:
        return o.BoardShown(found.id)
    made = await about(actor, found.id, Form.DELETION, now, announcements)
    return await plan(made, actor, now, announcements, pushes, audit)


async def offered(
    found: Announcement,
    here: Organisation,
    now: datetime,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> o.SendingOffered:
    return o.SendingOffered(
        found.id,
        found.revision,
        await count_of(found, audiences, curriculum),
        await late(found, here, now, audiences, curriculum),
        await announcements.second_look(here.id),
    )


async def plan(
    found: Announcement,
    actor: Actor,
    now: datetime,
    announcements: Announcements,
    pushes: Pushes,
    audit: Audit,
) -> o.Planned:
    """From here on the clock does it; the one who wrote it gets a message that says how."""
    begins_at = begins(found, now)
    planned = found.changed(
        state=State.PLANNED, awaited=None, begins_at=begins_at, until=ends(found, begins_at)
    )
    await announcements.put(planned)
    if planned.form is Form.EDIT and planned.about is not None:  # whoever still waits, too
        for language, version in planned.versions.items():
            await announcements.write(planned.about, language, version)
    await audit.record(entry(planned, Deed.SENT_ANNOUNCEMENT, actor, now))
    if planned.made_by is not None:
        board = NewPush(
            planned.made_by,
            PushKind.ANNOUNCEMENT_BOARD,
            f"{planned.id}.{planned.revision}",
            begins_at,
        )
        await pushes.add([board])
    return o.Planned(planned.id, begins_at)


def entry(found: Announcement, deed: Deed, actor: Actor, now: datetime) -> Entry:
    return Entry(found.organisation_id, deed, now, learner(actor)[0].id, thing=found.id)


def deletable_since(now: datetime) -> datetime:
    return now - timedelta(hours=DELETABLE_HOURS)
