"""When it is sent: now, at a moment, or in each person's own lesson hour. A change of what was
sent has no hour: it is silent and goes at once."""

from datetime import datetime

from learning.account.model import Actor, Organisation
from learning.announcements import asks
from learning.announcements import outcomes as o
from learning.announcements.composing import await_text
from learning.announcements.counting import is_guarded
from learning.announcements.model import CHANGES, MESSAGES, Announcement, Timing
from learning.announcements.own import draft, half_of, own_organisation
from learning.announcements.ports import Announcements, Audiences
from learning.announcements.timing import too_late
from learning.course.curriculum import Curriculum
from learning.talk.ports import Focuses

MOMENT = "moment"


async def show_timing(
    ask: asks.ShowTiming,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    return await timing_shown(found, own_organisation(actor), now, audiences, curriculum)


async def choose_timing(
    ask: asks.ChooseTiming,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    here = own_organisation(actor)
    if ask.timing is Timing.AT:
        waiting = await await_text(found, MOMENT, announcements, focuses)
        return o.MomentAsked(waiting.id, waiting.revision, here.zone)
    timed = found.changed(timing=ask.timing, at=None, awaited=None)
    await announcements.put(timed)
    return await timing_shown(timed, here, now, audiences, curriculum)


async def turn_urgent(
    ask: asks.TurnUrgent,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    if found.revision == ask.revision:
        found = found.changed(urgent=not found.urgent)
        await announcements.put(found)
    return await timing_shown(found, own_organisation(actor), now, audiences, curriculum)


async def turn_repeats(
    ask: asks.TurnRepeats,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    if found.revision == ask.revision:
        found = found.changed(repeats=not found.repeats)
        await announcements.put(found)
    return await timing_shown(found, own_organisation(actor), now, audiences, curriculum)


async def timing_shown(
    found: Announcement,
    here: Organisation,
    now: datetime,
    audiences: Audiences,
    curriculum: Curriculum,
) -> o.TimingShown:
    return o.TimingShown(found.id, await late(found, here, now, audiences, curriculum))


async def late(
    found: Announcement,
    here: Organisation,
    now: datetime,
    audiences: Audiences,
    curriculum: Curriculum,
) -> int | None:
    """How many would get it too late; None where a number would tell on somebody."""
    if is_guarded(found.audience) or found.form in CHANGES:
        return None
    shared_hours = await audiences.shared_hours(
        found.organisation_id, found.audience, half_of(curriculum)
    )
    return too_late(found, here, shared_hours, now)
