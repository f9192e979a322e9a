"""Writing an announcement: its texts, a picture or file, a poll."""

from dataclasses import replace
from datetime import datetime

from learning.account.languages import LANGUAGES
from learning.account.model import Actor, Role
from learning.account.settings import learner
from learning.announcements import asks
from learning.announcements import outcomes as o
from learning.announcements.model import (
    MESSAGES,
    Announcement,
    File,
    State,
    Version,
)
from learning.announcements.own import GONE, count_of, draft, find, own, own_organisation, shown
from learning.announcements.ports import Announcements, Audiences
from learning.course.curriculum import Curriculum
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses
from learning.written import spans_of

TEXT, OPTIONS, FILE = "text", "options", "file"


async def show_announcements(
    ask: asks.ShowAnnouncements, actor: Actor, now: datetime, *, announcements: Announcements
) -> o.AnnouncementsShown:
    here, person = own_organisation(actor), learner(actor)[0]
    second, owner = await announcements.second_look(here.id), Role.OWNER in actor.roles_in(here.id)
    return o.AnnouncementsShown(here.id, second, owner, person.id)


async def begin(
    ask: asks.BeginAnnouncement,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> o.TextAsked:
    person, _ = learner(actor)
    new = Announcement(0, own_organisation(actor).id, person.id, now)
    made = await announcements.add(new)
    return await asked_text(made, person.language, announcements, focuses)


async def show(
    ask: asks.ShowAnnouncement,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await own(actor, ask.announcement, announcements)
    if found.state is State.AWAITING and found.made_by != learner(actor)[0].id:
        told = await count_of(found, audiences, curriculum)
        return o.ApprovalWanted(found.id, found.revision, told)
    found = await draft(actor, ask.announcement, announcements)
    if found.awaited is not None:
        found = found.changed(awaited=None)
        await announcements.put(found)
    return await shown(found, audiences, curriculum)


async def ask_text(
    ask: asks.AskText,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements)
    if ask.language not in LANGUAGES:
        return GONE
    return await asked_text(found, ask.language, announcements, focuses)


async def ask_options(
    ask: asks.AskOptions,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    if ask.language not in found.versions:
        return await ask_text(
            asks.AskText(ask.announcement, ask.language),
            actor,
            now,
            announcements=announcements,
            focuses=focuses,
        )
    waiting = await await_text(found, f"{OPTIONS}.{ask.language}", announcements, focuses)
    return o.OptionsAsked(waiting.id, waiting.revision, ask.language)


async def drop_poll(
    ask: asks.DropPoll,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    bare = {at: replace(version, options=()) for at, version in found.versions.items()}
    for language, version in bare.items():
        await announcements.write(found.id, language, version)
    unasked = found.changed(versions=bare, awaited=None)
    await announcements.put(unasked)
    return await shown(unasked, audiences, curriculum)


async def ask_file(
    ask: asks.AskFile,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    waiting = await await_text(found, FILE, announcements, focuses)
    return o.FileAsked(waiting.id, waiting.revision)


async def drop_file(
    ask: asks.DropFile,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements, MESSAGES)
    bare = found.changed(file=None, awaited=None)
    await announcements.put(bare)
    return await shown(bare, audiences, curriculum)


async def drop_version(
    ask: asks.DropVersion,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements)
    await announcements.write(found.id, ask.language, None)
    others = {at: version for at, version in found.versions.items() if at != ask.language}
    less = found.changed(versions=others, awaited=None)
    await announcements.put(less)
    return await shown(less, audiences, curriculum)


async def offer_attachment(
    ask: asks.OfferAttachment,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> o.AttachmentWanted | o.AttachmentNotWanted:
    """Only while the announcement is what the person is busy with."""
    if actor.person is None or actor.acting_as(Role.COORDINATOR) is None:
        return o.AttachmentNotWanted()
    focus = await focuses.get(actor.person.id)
    if focus is None or focus.prompt is not Prompt.ANNOUNCEMENT:
        return o.AttachmentNotWanted()
    found = await find(actor, focus.id, announcements)
    if found is None or found.state is not State.DRAFT or found.form not in MESSAGES:
        return o.AttachmentNotWanted()
    waits = (found.awaited or "").partition(".")[0] in (TEXT, FILE)
    return o.AttachmentWanted(focus.id) if waits else o.AttachmentNotWanted()


async def give_file(
    ask: asks.GiveFile,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    """What stands below it is the text in the language that was asked for."""
    found = await draft(actor, ask.announcement, announcements)
    awaited, _, language = (found.awaited or "").partition(".")
    if ask.caption.strip():
        found = await write_text(
            found, language or learner(actor)[0].language, ask.caption, announcements
        )
    filed = found.changed(file=File(ask.kind, ask.file), awaited=None)
    if awaited == TEXT and not ask.caption.strip():
        filed = replace(filed, awaited=found.awaited)
    await announcements.put(filed)
    if filed.awaited:
        return o.TextAsked(filed.id, filed.revision, language)
    return await shown(filed, audiences, curriculum)


async def drop_draft(
    ask: asks.DropDraft,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> o.DraftDropped | o.BoardShown | o.AnnouncementGone:
    found = await draft(actor, ask.announcement, announcements)
    await announcements.drop(found.id)
    await focuses.clear(learner(actor)[0].id, Focus(Prompt.ANNOUNCEMENT, found.id))
    return o.DraftDropped()


async def write_text(
    found: Announcement, language: str, text: str, announcements: Announcements
) -> Announcement:
    """In one language; the poll's answers there stay."""
    before = found.versions.get(language)
    version = Version(str(text), spans_of(text), before.options if before else ())
    await announcements.write(found.id, language, version)
    return replace(found, versions={**found.versions, language: version})


async def await_text(
    found: Announcement, awaited: str, announcements: Announcements, focuses: Focuses
) -> Announcement:
    waiting = found.changed(awaited=awaited)
    await announcements.put(waiting)
    if found.made_by is not None:
        await focuses.put(found.made_by, Focus(Prompt.ANNOUNCEMENT, found.id))
    return waiting


async def asked_text(
    found: Announcement, language: str, announcements: Announcements, focuses: Focuses
) -> o.TextAsked:
    waiting = await await_text(found, f"{TEXT}.{language}", announcements, focuses)
    return o.TextAsked(waiting.id, waiting.revision, language)
