"""At the end of a subunit: one tap on how useful it was, counted and not kept with the person."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.counts.ports import Counts, Ratings
from learning.course.curriculum import Curriculum
from learning.reports.model import FEWEST_OF_ATTITUDES
from learning.scenarios import asks
from learning.scenarios import outcomes as o
from learning.scenarios.playing import run_of, view
from learning.scenarios.ports import Runs


async def rate_subunit(
    ask: asks.RateSubunit,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    runs: Runs,
    ratings: Ratings,
    counts: Counts,
) -> o.SubunitRated | o.RunGone:
    person, enrolment = learner(actor)
    found = await run_of(ask.run, actor, curriculum, runs)
    if found is None:
        return o.RunGone()
    run, scenario = found
    subunit = curriculum.subunit_of(scenario.id)
    ended = run.finished_at is not None
    if subunit and ended and await ratings.add(person.id, subunit.id) and actor.organisation:
        await counts.note(actor.organisation.id, subunit.id, (ask.usefulness,), FEWEST_OF_ATTITUDES)
    return o.SubunitRated(view(run, scenario, enrolment))
