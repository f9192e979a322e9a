"""Plays every run of a scenario, variables and all: each branch is taken by one, and all can end.

The rules on the bare graph cannot see a condition that never holds, or that holds for ever.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from content.checker.dead_ends import stuck
from content.document import Document
from content.finding import Finding
from content.loader import Loaded
from content.schema import scenario as written
from learning.course.scenario import Decision, Scenario
from learning.scenarios.walking import BrokenScenario, destination, with_effects

MOST_STATES = 5000  # a loop that counts on and on has no last state

State = tuple[str, tuple[tuple[str, int], ...]]
"""A node, and what the variables are there."""
Step = tuple[str, str, str]
"""A decision, a choice in it, and where it led."""


@dataclass
class Play:
    """`whole` is False when there were more states than were looked at."""

    steps: set[Step] = field(default_factory=set)
    led: dict[State, set[State]] = field(default_factory=dict)
    whole: bool = True


def untaken_branches(loaded: Loaded) -> Iterator[Finding]:
    for document, play in _plays(loaded):
        met = {node for node, _ in play.led}
        for number, decision in enumerate(document.content.decisions):
            if not play.whole or decision.id not in met:
                continue
            for place, choice in enumerate(decision.choices):
                for position, branch in enumerate(choice.leads):
                    if (decision.id, choice.id, branch.to) not in play.steps:
                        at = ("decisions", number, "choices", place, "leads", position)
                        message = f"no run goes from here to {branch.to}: mend the conditions"
                        yield document.finding(message, *at)


def endless_runs(loaded: Loaded) -> Iterator[Finding]:
    for document, play in _plays(loaded):
        caught = dict(_caught(play))
        named_already = stuck(document.content)
        for number, decision in enumerate(document.content.decisions):
            if decision.id in caught and decision.id not in named_already:
                values = ", ".join(f"{name} {value}" for name, value in caught[decision.id])
                message = f"a run that comes here with {values or 'anything'} never ends"
                at = ("decisions", number)
                yield document.finding(f"{message}: let a choice lead on", *at)


def _plays(loaded: Loaded) -> Iterator[tuple[Document[written.Scenario], Play]]:
    for document in loaded.files.scenarios:
        try:
            yield document, play_all(loaded.scenarios[document.content.id])
        except BrokenScenario:
            continue  # the rules on the graph name it


def play_all(scenario: Scenario, most: int = MOST_STATES) -> Play:
    """Raises BrokenScenario where a run has nowhere to go."""
    play = Play()
    waiting: list[State] = [(scenario.start, tuple(sorted(scenario.variables.items())))]
    while waiting:
        state = waiting.pop()
        decision = scenario.decision(state[0])
        if decision is None or state in play.led:
            continue
        if len(play.led) == most:
            play.whole = False
            return play
        play.led[state] = set(_moves(decision, state, play.steps))
        waiting.extend(play.led[state])
    return play


def _moves(decision: Decision, state: State, steps: set[Step]) -> Iterator[State]:
    for choice in decision.choices:
        variables = with_effects(dict(state[1]), choice.effects)
        to = destination(choice, variables)
        steps.add((decision.id, choice.id, to))
        yield to, tuple(sorted(variables.items()))


def _caught(play: Play) -> Iterator[State]:
    """The states from which no run ends; one that was not looked into counts as an end."""
    came_from: dict[State, set[State]] = {}
    for state, followers in play.led.items():
        for follower in followers:
            came_from.setdefault(follower, set()).add(state)
    waiting = [state for state in came_from if state not in play.led]
    ending: set[State] = set()
    while waiting:
        state = waiting.pop()
        if state not in ending:
            ending.add(state)
            waiting.extend(came_from.get(state, ()))
    yield from (state for state in play.led if state not in ending)
