"""Every way through a scenario comes to an ending."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from content.loader import load
from learning.course.scenario import Branch, Choice, Condition, Scenario
from learning.scenarios.model import Run, Stage
from learning.scenarios.walking import (
    BrokenScenario,
    chosen,
    decision_of,
    destination,
    gone_on,
    reconsidered,
)
from tests.curricula import ASK, DESK, ROAD, choice

COURSE = load(Path(content.__file__).parent).scenarios
SCENARIOS = [DESK, ROAD, *COURSE.values()]


def started(scenario: Scenario) -> Run:
    return Run(1, 1, scenario.id, "hash", scenario.start, dict(scenario.variables))


def taken(run: Run, scenario: Scenario, choice_id: str) -> Run:
    """Through consequence and coaching to what follows."""
    at_consequence = chosen(run, scenario, choice_id)
    assert at_consequence is not None
    return gone_on(gone_on(at_consequence, scenario), scenario)


def endings(run: Run, scenario: Scenario) -> Iterator[Run]:
    """The last state of every path there is."""
    if run.stage is Stage.ENDED:
        yield run
        return
    assert len(run.path) < 20, "a path without an end"
    for each in decision_of(run, scenario).choices:
        yield from endings(taken(run, scenario, each.id), scenario)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_every_path_ends_and_every_ending_is_met(scenario: Scenario) -> None:
    ends = list(endings(started(scenario), scenario))
    assert {run.node for run in ends} == {ending.id for ending in scenario.endings}
    assert all(run.choice is None for run in ends)


@given(scenario=st.sampled_from(SCENARIOS), data=st.data())
def test_changing_ones_mind_any_number_of_times_changes_nothing(
    scenario: Scenario, data: st.DataObject
) -> None:
    run = started(scenario)
    while run.stage is not Stage.ENDED:
        ids = [each.id for each in decision_of(run, scenario).choices]
        for regretted in data.draw(st.lists(st.sampled_from(ids), max_size=3)):
            at_consequence = chosen(run, scenario, regretted)
            assert at_consequence is not None
            back = reconsidered(gone_on(at_consequence, scenario))
            assert replace(back, revision=run.revision) == run
            run = back
        final = data.draw(st.sampled_from(ids))
        straight = taken(run, scenario, final)
        assert straight.path == (*run.path, (run.node, final))
        run = straight


def test_the_consequence_comes_before_the_coaching_and_both_before_the_effect() -> None:
    start = started(DESK)
    consequence = chosen(start, DESK, "ask")
    assert consequence is not None
    coaching = gone_on(consequence, DESK)
    following = gone_on(coaching, DESK)
    stages = [run.stage for run in (start, consequence, coaching, following)]
    assert stages == [Stage.DECIDING, Stage.CONSEQUENCE, Stage.COACHING, Stage.DECIDING]
    assert [run.variables["trust"] for run in (consequence, coaching, following)] == [0, 0, 1]
    assert [run.revision for run in (start, consequence, coaching, following)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("choices", "ending"),
    [(("ask", "ask"), "good"), (("wait", "ask"), "cold"), (("ask", "wait"), "cold")],
)
def test_trust_opens_a_branch(choices: tuple[str, ...], ending: str) -> None:
    run = started(DESK)
    for each in choices:
        run = taken(run, DESK, each)
    assert (run.stage, run.node) == (Stage.ENDED, ending)


LEADS = choice(
    "any",
    ASK,
    {},
    Branch("both", (Condition("trust", "at_least", 2), Condition("time", "at_most", 1))),
    Branch("trusted", (Condition("trust", "at_least", 2),)),
    Branch("else"),
)


@pytest.mark.parametrize(
    ("variables", "to"),
    [
        ({"trust": 2, "time": 1}, "both"),
        ({"trust": 3, "time": 2}, "trusted"),
        ({"trust": 1, "time": 0}, "else"),
        ({"trust": 2}, "both"),  # what was never set is 0
        ({}, "else"),
    ],
)
def test_the_first_branch_that_opens_is_taken(variables: Mapping[str, int], to: str) -> None:
    assert destination(LEADS, variables) == to


def test_a_choice_that_is_not_there_cannot_be_taken() -> None:
    assert chosen(started(DESK), DESK, "run-away") is None


def changed(scenario: Scenario, **fields: object) -> Scenario:
    """The first choice of the first decision, differently."""
    first, *others = scenario.decisions
    spoilt: Choice = replace(first.choices[0], **fields)  # type: ignore[arg-type]
    first = replace(first, choices=(spoilt, *first.choices[1:]))
    return replace(scenario, decisions=(first, *others))


@pytest.mark.parametrize(
    "leads",
    [(), (Branch("nowhere"),), (Branch("d2", (Condition("trust", "at_least", 9),)),)],
)
def test_a_scenario_that_leads_nowhere_fails_loudly(leads: tuple[Branch, ...]) -> None:
    with pytest.raises(BrokenScenario):
        taken(started(DESK), changed(DESK, leads=leads), "ask")


def test_a_run_on_another_edition_fails_loudly() -> None:
    with pytest.raises(BrokenScenario):
        decision_of(replace(started(DESK), node="d9"), DESK)
    with pytest.raises(BrokenScenario):
        gone_on(replace(started(DESK), stage=Stage.COACHING, choice="gone"), DESK)
