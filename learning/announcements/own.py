"""What of an organisation's announcements an id may name, and how many it would reach."""

from collections.abc import Container

from learning.account.model import Actor, Organisation, Role
from learning.account.settings import learner
from learning.announcements import outcomes as o
from learning.announcements.counting import compared, is_guarded, told
from learning.announcements.model import Announcement, Form, State, problems_of
from learning.announcements.outcomes import Told
from learning.announcements.ports import Announcements, Audiences
from learning.ask import Instead
from learning.course.curriculum import Curriculum
from learning.reports.ladder import ladder_of

GONE = o.AnnouncementGone()
ANY = frozenset(Form)


def own_organisation(actor: Actor) -> Organisation:
    """Of an actor whose right was checked."""
    member = actor.acting_as(Role.COORDINATOR)
    if member is None:
        raise AssertionError("the right was checked")
    return member.organisation


def coordinates(actor: Actor, announcement: Announcement) -> bool:
    """Whether somebody who is written to still has the right they had when that was planned."""
    member = actor.acting_as(Role.COORDINATOR)
    return member is not None and member.organisation.id == announcement.organisation_id


async def find(actor: Actor, id: int, announcements: Announcements) -> Announcement | None:
    """A draft belongs to whoever began it, everything else to every coordinator."""
    found = await announcements.get(id)
    if found is None or found.organisation_id != own_organisation(actor).id:
        return None
    mine = found.made_by == learner(actor)[0].id
    return found if mine or found.state is not State.DRAFT else None


async def own(
    actor: Actor, id: int, announcements: Announcements, forms: Container[Form] = ANY
) -> Announcement:
    """One that the actor may name, of one of these forms; else it is gone."""
    found = await find(actor, id, announcements)
    if found is None or found.form not in forms:
        raise Instead(GONE)
    return found


async def draft(
    actor: Actor, id: int, announcements: Announcements, forms: Container[Form] = ANY
) -> Announcement:
    """The draft to go on with; what is on its way already is shown, whatever was pressed."""
    found = await own(actor, id, announcements)
    if found.state is not State.DRAFT:
        raise Instead(o.BoardShown(found.id))
    if found.form not in forms:
        raise Instead(GONE)
    return found


def half_of(curriculum: Curriculum) -> int:
    """How many lessons and scenarios somebody has done who is half-way."""
    steps = ladder_of(curriculum).steps
    whole = steps[-1].done
    return min(step.done for step in steps if 2 * step.done >= whole)


async def count_of(
    announcement: Announcement, audiences: Audiences, curriculum: Curriculum
) -> Told:
    audience, here = announcement.audience, announcement.organisation_id
    half = half_of(curriculum)
    count = await audiences.count(here, audience, half)
    if not is_guarded(audience):
        return told(audience, count)
    stages = await audiences.cells(here, {}, half)
    return told(audience, count, stages, await audiences.cells(here, compared(audience), half))


async def shown(
    announcement: Announcement, audiences: Audiences, curriculum: Curriculum
) -> o.DraftShown:
    counted = await count_of(announcement, audiences, curriculum)
    return o.DraftShown(announcement.id, counted, problems_of(announcement))
