"""Somebody who is nearly through the course."""

from dataclasses import replace

from tests.flows.learner import Learner
from tests.flows.phone import Bubble
from tests.flows.world import World


async def nearly_through(world: World, language: str = "en", payload: str = "") -> Learner:
    """Everything is done but the last scenario: remembered so, and not walked through."""
    learner = Learner(world, await world.phone(language=language))
    await learner.enrol(payload)
    curriculum, now = world.app.core.curriculum, await world.now()
    async with world.app.database.unit() as unit:
        actor = await unit.people.actor(learner.phone.id)
        assert actor.person is not None
        first = await unit.sittings.open_lesson(actor.person.id)
        assert first is not None
        await unit.sittings.put(replace(first, finished_at=now, revision=first.revision + 1))
        for id in curriculum.order[:-1]:
            await unit.completions.add(actor.person.id, id, id in curriculum.lessons, now)
    return learner


async def through(world: World, language: str = "en", payload: str = "") -> tuple[Learner, Bubble]:
    """At the ending of the last scenario."""
    learner = await nearly_through(world, language, payload)
    await learner.go_on()
    return learner, await learner.finish()
