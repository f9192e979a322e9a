"""A person plays a scenario: opens it, chooses, sees what follows, and why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from learning.account.model import Actor, Enrolment
from learning.account.ports import Enrolments
from learning.account.settings import learner
from learning.completing import finish
from learning.counts.ports import Ratings
from learning.course.curriculum import Curriculum
from learning.course.scenario import Scenario
from learning.lessons.ports import Completions, LearningDays
from learning.scenarios import asks
from learning.scenarios import outcomes as o
from learning.scenarios.model import Run, Stage
from learning.scenarios.ports import Runs
from learning.scenarios.walking import chosen, decision_of, gone_on, reconsidered

Tap = asks.Choose | asks.GoOn | asks.Reconsider | asks.PlayAgain


async def open_scenario(
    ask: asks.OpenScenario, actor: Actor, now: datetime, *, curriculum: Curriculum, runs: Runs
) -> o.RunView | o.RunGone:
    person, enrolment = learner(actor)
    scenario = curriculum.scenarios.get(ask.scenario)
    if scenario is None:
        return o.RunGone()
    run = await runs.open_of(person.id, scenario.id)
    if run is None or run.definition not in curriculum.editions:
        run = await runs.add(person.id, scenario, curriculum.hashes[scenario.id])
    return view(run, curriculum.editions[run.definition], enrolment)


async def choose(
    ask: asks.Choose, actor: Actor, now: datetime, *, curriculum: Curriculum, runs: Runs
) -> o.RunView | o.AlreadyThere | o.RunGone:
    return await _step(
        ask, (Stage.DECIDING,), lambda r, s: chosen(r, s, ask.choice), actor, curriculum, runs
    )


async def reconsider(
    ask: asks.Reconsider, actor: Actor, now: datetime, *, curriculum: Curriculum, runs: Runs
) -> o.RunView | o.AlreadyThere | o.RunGone:
    return await _step(
        ask, (Stage.COACHING,), lambda r, s: reconsidered(r), actor, curriculum, runs
    )


async def go_on(
    ask: asks.GoOn,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    runs: Runs,
    enrolments: Enrolments,
    completions: Completions,
    days: LearningDays,
    ratings: Ratings,
) -> o.RunView | o.AlreadyThere | o.RunGone:
    def walk(run: Run, scenario: Scenario) -> Run:
        run = gone_on(run, scenario)
        return replace(run, finished_at=now) if run.stage is Stage.ENDED else run

    stages = (Stage.CONSEQUENCE, Stage.COACHING)
    outcome = await _step(ask, stages, walk, actor, curriculum, runs)
    if isinstance(outcome, o.AlreadyThere) and isinstance(outcome.now, o.EndingReached):
        return o.AlreadyThere(await _with_rating(outcome.now, actor, curriculum, ratings))
    if not isinstance(outcome, o.EndingReached):
        return outcome
    scenario = curriculum.editions[outcome.definition]
    enrolment = await finish(
        scenario.id,
        actor,
        now,
        curriculum=curriculum,
        enrolments=enrolments,
        completions=completions,
        days=days,
    )
    _, before = learner(actor)
    finished = before.finished_at is None and enrolment.finished_at is not None
    outcome = replace(outcome, course_finished=finished)
    return await _with_rating(outcome, actor, curriculum, ratings)


async def _with_rating(
    ending: o.EndingReached, actor: Actor, curriculum: Curriculum, ratings: Ratings
) -> o.EndingReached:
    """With the question how useful the subunit was, for who has not said so yet."""
    person, _ = learner(actor)
    subunit = curriculum.subunit_of(curriculum.editions[ending.definition].id)
    asked = subunit is not None and not await ratings.has(person.id, subunit.id)
    return replace(ending, rating_asked=asked)


async def play_again(
    ask: asks.PlayAgain, actor: Actor, now: datetime, *, curriculum: Curriculum, runs: Runs
) -> o.RunView | o.AlreadyThere | o.RunGone:
    """A new run of today's edition; an unfinished one is gone on with instead."""
    found = await run_of(ask.run, actor, curriculum, runs)
    if found is None:
        return o.RunGone()
    run, scenario = found
    _, enrolment = learner(actor)
    if run.revision != ask.revision or run.stage is not Stage.ENDED:
        return o.AlreadyThere(view(run, scenario, enrolment))
    again = asks.OpenScenario(run.scenario_id)
    return await open_scenario(again, actor, now, curriculum=curriculum, runs=runs)


async def run_of(
    id: int, actor: Actor, curriculum: Curriculum, runs: Runs
) -> tuple[Run, Scenario] | None:
    person, _ = learner(actor)
    run = await runs.get(id)
    if run is None or run.person_id != person.id:
        return None
    scenario = curriculum.editions.get(run.definition)
    return (run, scenario) if scenario else None


async def _step(
    ask: Tap,
    stages: tuple[Stage, ...],
    walk: Callable[[Run, Scenario], Run | None],
    actor: Actor,
    curriculum: Curriculum,
    runs: Runs,
) -> o.RunView | o.AlreadyThere | o.RunGone:
    """Puts the run back as `walk` gives it; a tap that means nothing shows where we are."""
    found = await run_of(ask.run, actor, curriculum, runs)
    if found is None:
        return o.RunGone()
    run, scenario = found
    _, enrolment = learner(actor)
    if run.revision != ask.revision or run.stage not in stages:
        return o.AlreadyThere(view(run, scenario, enrolment))
    walked = walk(run, scenario)
    if walked is None:
        return o.AlreadyThere(view(run, scenario, enrolment))
    await runs.put(walked)
    return view(walked, scenario, enrolment)


def view(run: Run, scenario: Scenario, enrolment: Enrolment) -> o.RunView:
    """What a run shows now, as an outcome.

    The run that finished the course is the one that ended at the same instant.
    """
    if run.stage is Stage.ENDED:
        return o.EndingReached(
            run=run.id,
            revision=run.revision,
            definition=run.definition,
            ending=run.node,
            endings=len(scenario.endings),
            course_finished=run.finished_at is not None
            and run.finished_at == enrolment.finished_at,
        )
    if run.stage is Stage.DECIDING:
        return o.DecisionShown(
            run=run.id,
            revision=run.revision,
            definition=run.definition,
            decision=run.node,
            choices=_shown(run, scenario),
            number=len(run.path) + 1,
        )
    shown = o.ConsequenceShown if run.stage is Stage.CONSEQUENCE else o.CoachingShown
    return shown(run.id, run.revision, run.definition, run.node, run.choice or "")


def _shown(run: Run, scenario: Scenario) -> tuple[str, ...]:
    """A fixed order per run and decision, so that the first choice means nothing."""
    ids = [choice.id for choice in decision_of(run, scenario).choices]
    return tuple(sorted(ids, key=lambda id: sha256(f"{run.id}/{run.node}/{id}".encode()).digest()))
