"""How a run moves through its scenario. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from learning.course.scenario import Branch, Choice, Condition, Decision, Scenario
from learning.scenarios.model import Run, Stage


class BrokenScenario(Exception):
    """The edition leads nowhere; the content check refuses such a scenario."""


def decision_of(run: Run, scenario: Scenario) -> Decision:
    decision = scenario.decision(run.node)
    if decision is None:
        raise BrokenScenario(f"{scenario.id} has no decision {run.node}")
    return decision


def choice_in(decision: Decision, id: str | None) -> Choice | None:
    return next((choice for choice in decision.choices if choice.id == id), None)


def chosen(run: Run, scenario: Scenario, choice_id: str) -> Run | None:
    """The run at the consequence of `choice_id`; None when it is no choice here."""
    choice = choice_in(decision_of(run, scenario), choice_id)
    if choice is None:
        return None
    return replace(run, stage=Stage.CONSEQUENCE, choice=choice_id, revision=run.revision + 1)


def gone_on(run: Run, scenario: Scenario) -> Run:
    """From the consequence to the coaching, and from there along the choice's branches."""
    if run.stage is Stage.CONSEQUENCE:
        return replace(run, stage=Stage.COACHING, revision=run.revision + 1)
    choice = choice_in(decision_of(run, scenario), run.choice)
    if choice is None:
        raise BrokenScenario(f"{scenario.id}/{run.node} has no choice {run.choice}")
    variables = with_effects(run.variables, choice.effects)
    to = destination(choice, variables)
    ended = scenario.ending(to) is not None
    if not ended and scenario.decision(to) is None:
        raise BrokenScenario(f"{scenario.id}/{run.node}/{choice.id} leads to {to}")
    return replace(
        run,
        node=to,
        variables=variables,
        stage=Stage.ENDED if ended else Stage.DECIDING,
        choice=None,
        path=(*run.path, (run.node, choice.id)),
        revision=run.revision + 1,
    )


def reconsidered(run: Run) -> Run:
    """Back at the decision; its choice has changed nothing yet."""
    return replace(run, stage=Stage.DECIDING, choice=None, revision=run.revision + 1)


def with_effects(variables: Mapping[str, int], effects: Mapping[str, int]) -> dict[str, int]:
    return {name: value + effects.get(name, 0) for name, value in variables.items()}


def destination(choice: Choice, variables: Mapping[str, int]) -> str:
    """The first branch whose conditions all hold."""
    for branch in choice.leads:
        if _opens(branch, variables):
            return branch.to
    raise BrokenScenario(f"choice {choice.id} has no branch that always opens")


def _opens(branch: Branch, variables: Mapping[str, int]) -> bool:
    return all(_holds(condition, variables) for condition in branch.when)


def _holds(condition: Condition, variables: Mapping[str, int]) -> bool:
    value = variables.get(condition.variable, 0)
    return value >= condition.value if condition.is_ == "at_least" else value <= condition.value
