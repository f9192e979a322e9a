"""A correction to those who got an announcement, or another wording of what they got."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.announcements import outcomes as o
from learning.announcements import sending_asks as asks
from learning.announcements.asks import Composing
from learning.announcements.composing import asked_text
from learning.announcements.model import MESSAGES, Announcement, Audience, Form
from learning.announcements.own import own, shown
from learning.announcements.ports import Announcements, Audiences
from learning.ask import Instead
from learning.course.curriculum import Curriculum
from learning.talk.ports import Focuses


async def correct(
    ask: asks.CorrectAnnouncement,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    focuses: Focuses,
) -> o.TextAsked | o.BoardShown | o.AnnouncementGone:
    made = await about(actor, ask.announcement, Form.CORRECTION, now, announcements)
    return await asked_text(made, learner(actor)[0].language, announcements, focuses)


async def edit_sent(
    ask: asks.EditSent,
    actor: Actor,
    now: datetime,
    *,
    announcements: Announcements,
    audiences: Audiences,
    curriculum: Curriculum,
) -> Composing:
    """Begins with what was sent, every language of it."""
    made = await about(actor, ask.announcement, Form.EDIT, now, announcements)
    return await shown(made, audiences, curriculum)


async def about(
    actor: Actor, id: int, form: Form, now: datetime, announcements: Announcements
) -> Announcement:
    """A new one about another that somebody got."""
    found = await own(actor, id, announcements, MESSAGES)
    if not found.reached:
        raise Instead(o.BoardShown(found.id))
    new = Announcement(
        0,
        found.organisation_id,
        learner(actor)[0].id,
        now,
        form=form,
        about=found.id,
        audience=Audience(got=found.id),
    )
    made = await announcements.add(new)
    if form is not Form.EDIT:
        return made
    for language, version in found.versions.items():
        await announcements.write(made.id, language, version)
    same = made.changed(versions=found.versions, file=found.file, event=found.event)
    await announcements.put(same)
    return same
