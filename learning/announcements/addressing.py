"""To whom: filters turned on and off, and audiences kept under a name."""

from datetime import datetime

from learning.account.languages import LANGUAGES
from learning.account.model import Actor, Role
from learning.announcements import asks
from learning.announcements import outcomes as o
from learning.announcements.composing import await_text
from learning.announcements.counting import progress_groups
from learning.announcements.model import (
    Announcement,
    Audience,
    Dimension,
    Form,
    Standing,
    standing,
)
from learning.announcements.own import count_of, draft, half_of
from learning.announcements.ports import Announcements, Audiences
from learning.course.curriculum import Curriculum
from learning.events.ports import Events
from learning.mentoring.cycle import PAIRED
from learning.organisations.ports import Departments
from learning.talk.ports import Focuses

Groups = tuple[tuple[o.ValueChoice, ...], ...]
MOST_CHOICES = 40
MOST_EVENTS = 10


async def show_audience(
    ask: asks.ShowAudience,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    return await audience_shown(found, audiences, curriculum)


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
    groups = await _groups(found, ask.dimension, audiences, departments, events, curriculum)
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
    curriculum: Curriculum,
) -> asks.Composing:
    found = await _open_draft(actor, ask.announcement, announcements)
    everybody = found.changed(audience=Audience())
    await announcements.put(everybody)
    return await audience_shown(everybody, audiences, curriculum)


async def show_saved(
    ask: asks.ShowSaved,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
) -> asks.Composing | o.SavedShown:
    found = await _open_draft(actor, ask.announcement, announcements)
    return await _saved(found, audiences)


async def use_saved(
    ask: asks.UseSaved,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing | o.SavedShown:
    found = await _open_draft(actor, ask.announcement, announcements)
    saved = await audiences.saved(found.organisation_id)
    chosen = next((each.audience for each in saved if each.id == ask.saved), None)
    if chosen is None:
        return await _saved(found, audiences)
    addressed = found.changed(audience=chosen)
    await announcements.put(addressed)
    return await audience_shown(addressed, audiences, curriculum)


async def forget_saved(
    ask: asks.ForgetSaved,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
) -> asks.Composing | o.SavedShown:
    found = await _open_draft(actor, ask.announcement, announcements)
    await audiences.forget(found.organisation_id, ask.saved)
    return await _saved(found, audiences)


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


async def audience_shown(
    found: Announcement, audiences: Audiences, curriculum: Curriculum
) -> o.AudienceShown:
    told = await count_of(found, audiences, curriculum)
    return o.AudienceShown(found.id, found.revision, told)


async def _open_draft(actor: Actor, id: int, announcements: Announcements) -> Announcement:
    """Whom a correction or a change goes to is not chosen."""
    return await draft(actor, id, announcements, {Form.MESSAGE})


async def _saved(found: Announcement, audiences: Audiences) -> o.SavedShown:
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
    groups = await _groups(found, dimension, audiences, departments, events, curriculum)
    told = await count_of(found, audiences, curriculum)
    return o.ValuesShown(found.id, found.revision, dimension, groups, told)


async def _groups(
    found: Announcement,
    dimension: Dimension,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> Groups:
    """What may be chosen, one button for each group."""
    match dimension:
        case Dimension.ROLE:
            return _single(*Role)
        case Dimension.LANGUAGE:
            return _single(*LANGUAGES)
        case Dimension.SECTOR:
            return _single(*curriculum.course.sectors)
        case Dimension.DEPARTMENT:
            there = await departments.in_use(found.organisation_id)
            named = (o.ValueChoice(str(each.id), each.name) for each in there[:MOST_CHOICES])
            return tuple((choice,) for choice in named)
        case Dimension.PROGRESS:
            stages = await audiences.cells(found.organisation_id, {}, half_of(curriculum))
            groups = progress_groups(stages)
            return tuple(
                tuple(o.ValueChoice(stage) for stage in group)
                for group in groups
                if len(groups) > 1
            )
        case Dimension.EVENT:
            known = await events.latest(found.organisation_id, MOST_EVENTS)
            return tuple(
                (o.ValueChoice(standing(how, event.id), event.begins.date().isoformat()),)
                for event in known
                for how in (Standing.REGISTERED, Standing.ATTENDED)
            )
        case Dimension.MENTORING:
            return _single(*PAIRED) if curriculum.mentoring.current else ()


def _single(*values: str) -> Groups:
    return tuple((o.ValueChoice(value),) for value in values)
