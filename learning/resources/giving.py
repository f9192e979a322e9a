"""A person looks for a paper and gets it."""

from datetime import datetime

from learning.account.model import Actor
from learning.course.curriculum import Curriculum
from learning.resources import asks
from learning.resources import outcomes as o
from learning.resources.finding import find
from learning.resources.model import ResourceKind

LONGEST_WISH = 200  # characters looked at


async def show_resources(
    ask: asks.ShowResources, actor: Actor, now: datetime, *, curriculum: Curriculum
) -> o.ResourcesShown:
    return _all(curriculum)


async def show_summaries(
    ask: asks.ShowSummaries, actor: Actor, now: datetime, *, curriculum: Curriculum
) -> o.SummariesShown | o.ResourcesShown:
    for module in curriculum.course.modules:
        if module.id == ask.module:
            subunits = (subunit.id for subunit in module.subunits)
            there = tuple(id for id in subunits if id in curriculum.resources)
            return o.SummariesShown(module.id, there)
    return _all(curriculum, gone=True)


async def find_resources(
    ask: asks.FindResources, actor: Actor, now: datetime, *, curriculum: Curriculum
) -> o.ResourcesShown | o.ResourcesFound | o.ResourceReady:
    if not ask.words.strip():
        return _all(curriculum)
    found = find(ask.words[:LONGEST_WISH], curriculum.resources.values())
    return o.ResourceReady(found[0]) if len(found) == 1 else o.ResourcesFound(found)


async def give_resource(
    ask: asks.GiveResource, actor: Actor, now: datetime, *, curriculum: Curriculum
) -> o.ResourceReady | o.ResourcesShown:
    if ask.resource in curriculum.resources:
        return o.ResourceReady(ask.resource)
    return _all(curriculum, gone=True)


def _all(curriculum: Curriculum, gone: bool = False) -> o.ResourcesShown:
    """The summaries stand under their modules."""
    there = curriculum.resources
    forms = tuple(id for id, each in there.items() if each.kind is not ResourceKind.SUMMARY)
    modules = tuple(
        module.id
        for module in curriculum.course.modules
        if any(subunit.id in there for subunit in module.subunits)
    )
    return o.ResourcesShown(forms, modules, gone)
