"""To whom: filters turned on and off, and audiences kept under a name."""

from datetime import datetime

from learning.account.model import Actor
from learning.announcements import asks
from learning.announcements import outcomes as o
from learning.announcements.composing import await_text
from learning.announcements.model import Announcement, Audience, Dimension, Form
from learning.announcements.narrowing import choosable, groups_of
from learning.announcements.own import count_of, draft
from learning.announcements.ports import Announcements, Audiences
from learning.course.curriculum import Curriculum
from learning.events.ports import Events
from learning.organisations.ports import Departments
from learning.talk.ports import Focuses


async def show_audience(
    ask: asks.ShowAudience,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    return await _audience_shown(found, audiences, departments, events, curriculum)


async def show_values(
    ask: asks.ShowValues,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> asks.Composing | o.ValuesShown:
    found = await _open_draft(actor, ask.announcement, announcements)
    return await _values(found, ask.dimension, audiences, departments, events, curriculum)


async def turn_value(
    ask: asks.TurnValue,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> asks.Composing | o.ValuesShown:
    """An old button shows what is chosen now. Stages that can't be told apart go together."""
    found = await _open_draft(actor, ask.announcement, announcements)
    groups = await groups_of(found, ask.dimension, audiences, departments, events, curriculum)
    group = next((g for g in groups if ask.value in {choice.value for choice in g}), ())
    if found.revision == ask.revision and group:
        audience = found.audience
        for choice in group:
            audience = audience.turned(ask.dimension, choice.value)
        found = found.changed(audience=audience)
        await announcements.put(found)
    return await _values(found, ask.dimension, audiences, departments, events, curriculum)


async def clear_audience(
    ask: asks.ClearAudience,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    everybody = found.changed(audience=Audience())
    await announcements.put(everybody)
    return await _audience_shown(everybody, audiences, departments, events, curriculum)


async def show_saved(
    ask: asks.ShowSaved,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    return await saved_shown(found, audiences)


async def use_saved(
    ask: asks.UseSaved,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    saved = await audiences.saved(found.organisation_id)
    chosen = next((each.audience for each in saved if each.id == ask.saved), None)
    if chosen is None:
        return await saved_shown(found, audiences)
    addressed = found.changed(audience=chosen)
    await announcements.put(addressed)
    return await _audience_shown(addressed, audiences, departments, events, curriculum)


async def forget_saved(
    ask: asks.ForgetSaved,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    await audiences.forget(found.organisation_id, ask.saved)
    return await saved_shown(found, audiences)


async def ask_saved_name(
    ask: asks.AskSavedName,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    waiting = await await_text(found, "saved", announcements, focuses)
    return o.SavedNameAsked(waiting.id, waiting.revision)


async def _audience_shown(
    found: Announcement,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> o.AudienceShown:
    told = await count_of(found, audiences, curriculum)
    filters = await choosable(found, audiences, departments, events, curriculum)
    return o.AudienceShown(found.id, found.revision, told, filters)


async def _open_draft(actor: Actor, id: int, announcements: Announcements) -> Announcement:
    """Whom a correction or a change goes to is not chosen."""
    return await draft(actor, id, announcements, {Form.MESSAGE})


async def saved_shown(found: Announcement, audiences: Audiences) -> o.SavedShown:
    saved = await audiences.saved(found.organisation_id)
    return o.SavedShown(found.id, found.revision, tuple((each.id, each.name) for each in saved))


async def _values(
    found: Announcement,
    dimension: Dimension,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> o.ValuesShown:
    groups = await groups_of(found, dimension, audiences, departments, events, curriculum)
    told = await count_of(found, audiences, curriculum)
    return o.ValuesShown(found.id, found.revision, dimension, groups, told)
