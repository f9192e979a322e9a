"""By what an audience may be narrowed here and now."""

from collections import Counter

from learning.account.languages import LANGUAGES
from learning.account.model import Role
from learning.announcements import outcomes as o
from learning.announcements.counting import progress_groups
from learning.announcements.model import Announcement, Dimension, Standing, standing
from learning.announcements.own import half_of
from learning.announcements.ports import Audiences
from learning.course.curriculum import Curriculum
from learning.events.ports import Events
from learning.mentoring.cycle import PAIRED
from learning.organisations.ports import Departments
from learning.reports.model import FEWEST

Groups = tuple[tuple[o.ValueChoice, ...], ...]
MOST_CHOICES = 40
MOST_EVENTS = 10


async def choosable(
    found: Announcement,
    audiences: Audiences,
    departments: Departments,
    events: Events,
    curriculum: Curriculum,
) -> tuple[Dimension, ...]:
    """The filters that have something to choose, and those that are in use."""
    return tuple(
        [
            dimension
            for dimension in Dimension
            if dimension in found.audience.dimensions
            or await groups_of(found, dimension, audiences, departments, events, curriculum)
        ]
    )


async def groups_of(
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
            return tuple(_together(*group) for group in groups if len(groups) > 1)
        case Dimension.EVENT:
            known = await events.latest(found.organisation_id, MOST_EVENTS)
            ways = (Standing.REGISTERED, Standing.ATTENDED)
            return _single(*(standing(how, event.id) for event in known for how in ways))
        case Dimension.MENTORING:
            return _single(*await _steps(found, audiences, curriculum))


async def _steps(
    found: Announcement, audiences: Audiences, curriculum: Curriculum
) -> tuple[str, ...]:
    """Those that enough people are at to be written to, and those that are named already."""
    if curriculum.mentoring.current is None:
        return ()
    steps = {Dimension.MENTORING: PAIRED}
    cells = await audiences.cells(found.organisation_id, steps, half_of(curriculum))
    people: Counter[str | None] = Counter()
    for (_, step), number in cells.items():
        people[step] += number
    named = found.audience.named(Dimension.MENTORING)
    return tuple(step for step in PAIRED if people[step] >= FEWEST or step in named)


def _together(*values: str) -> tuple[o.ValueChoice, ...]:
    return tuple(o.ValueChoice(value) for value in values)


def _single(*values: str) -> Groups:
    return tuple((o.ValueChoice(value),) for value in values)
