"""A typed text goes to whatever the draft waits for."""

from datetime import datetime

from learning.account.languages import LANGUAGES
from learning.account.model import Actor, Role
from learning.account.settings import learner
from learning.announcements import asks
from learning.announcements import outcomes as o
from learning.announcements.addressing import saved_shown
from learning.announcements.choosing_hours import MOMENT, timing_shown
from learning.announcements.composing import FILE, OPTIONS, TEXT, write_text
from learning.announcements.confirming import COUNT, offered, plan
from learning.announcements.model import Announcement, State, Timing, problems_of
from learning.announcements.own import count_of, draft, find, own_organisation, shown
from learning.announcements.polls import answered, lacking, read_options
from learning.announcements.ports import Announcements, Audiences
from learning.announcements.timing import read_moment
from learning.audit import Audit
from learning.course.curriculum import Curriculum
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses

SAVED = "saved"
LONGEST_NAME = 60


async def answer(
    ask: asks.AnswerDraft,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
    focuses: Focuses,
    pushes: Pushes,
    audit: Audit,
) -> asks.Composing:
    found = await draft(actor, ask.announcement, announcements)
    awaited, _, language = (found.awaited or TEXT).partition(".")
    if awaited == COUNT:
        return await _count(
            found,
            ask.text,
            actor,
            now,
            announcements,
            audiences,
            curriculum,
            focuses,
            pushes,
            audit,
        )
    if awaited == MOMENT:
        return await _moment(found, ask.text, actor, now, announcements, audiences, curriculum)
    if awaited == FILE:  # a text must not take the place of the one that was written
        return o.FileAsked(found.id, found.revision)
    if awaited == SAVED:
        return await _save(found, ask.text, announcements, audiences)
    language = language if language in LANGUAGES else learner(actor)[0].language
    if awaited == OPTIONS:
        return await _options(found, language, ask.text, announcements, audiences, curriculum)
    written = (await write_text(found, language, ask.text, announcements)).changed(awaited=None)
    await announcements.put(written)
    return await shown(written, audiences, curriculum)


async def readiness(
    id: int, text: str, actor: Actor, *, announcements: Announcements
) -> Readiness | None:
    if actor.acting_as(Role.COORDINATOR) is None:
        return None
    found = await find(actor, id, announcements)
    if found is None or found.state is not State.DRAFT or found.awaited is None:
        return None
    return Readiness(found.revision, bool(text.strip()) and found.awaited != FILE)


async def _options(
    found: Announcement,
    language: str,
    text: str,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    """One language after the other, until each has the answers of the poll."""
    options = read_options(text)
    versions = answered(found.versions, language, options) if options else None
    if versions is None:
        return o.OptionsAsked(found.id, found.revision, language, unreadable=True)
    for at, version in versions.items():
        await announcements.write(found.id, at, version)
    other = lacking(versions)
    after = found.changed(versions=versions, awaited=other and f"{OPTIONS}.{other}")
    await announcements.put(after)
    if other:
        return o.OptionsAsked(after.id, after.revision, other)
    return await shown(after, audiences, curriculum)


async def _moment(
    found: Announcement,
    text: str,
    actor: Actor,
    now: datetime,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> asks.Composing:
    here = own_organisation(actor)
    moment = read_moment(text, here.zone, now)
    if moment is None:
        return o.MomentAsked(found.id, found.revision, here.zone, unreadable=True)
    timed = found.changed(timing=Timing.AT, at=moment, awaited=None)
    await announcements.put(timed)
    return await timing_shown(timed, here, now, audiences, curriculum)


async def _save(
    found: Announcement, text: str, announcements: Announcements, audiences: Audiences
) -> asks.Composing:
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_NAME:
        return o.SavedNameAsked(found.id, found.revision)
    await audiences.save(found.organisation_id, name, found.audience)
    saved = found.changed(awaited=None)
    await announcements.put(saved)
    return await saved_shown(saved, audiences)


async def _count(
    found: Announcement,
    text: str,
    actor: Actor,
    now: datetime,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
    focuses: Focuses,
    pushes: Pushes,
    audit: Audit,
) -> asks.Composing:
    """The number typed back is the one that is true now; else it is shown once more."""
    told = await count_of(found, audiences, curriculum)
    if told.problem or problems_of(found):
        return o.NotSendable(found.id, told, problems_of(found))
    typed = "".join(sign for sign in text if sign.isdecimal())
    here = own_organisation(actor)
    if await announcements.second_look(here.id) or typed != str(told.people):
        again = await offered(found, here, now, announcements, audiences, curriculum)
        return o.SendingOffered(
            again.announcement, again.revision, again.told, again.late, again.second, mistyped=True
        )
    await focuses.clear(learner(actor)[0].id, Focus(Prompt.ANNOUNCEMENT, found.id))
    return await plan(found, actor, now, announcements, pushes, audit)
