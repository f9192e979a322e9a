"""Every way through a scenario goes on, and every node can be met."""

from collections.abc import Iterator, Mapping

from content.finding import Finding
from content.loader import Loaded
from content.schema.scenario import Branch, Scenario

Graph = Mapping[str, frozenset[str]]


def ways(scenario: Scenario) -> Graph:
    """Which nodes each decision may lead to, whatever the variables are."""
    return {
        decision.id: frozenset(branch.to for choice in decision.choices for branch in choice.leads)
        for decision in scenario.decisions
    }


def stuck(scenario: Scenario) -> frozenset[str]:
    """The decisions from which no ending can be reached, whatever the variables are."""
    graph = ways(scenario)
    endings = {ending.id for ending in scenario.endings}
    return frozenset(id for id in graph if not endings & _reached(graph, id))


def dead_ends(loaded: Loaded) -> Iterator[Finding]:
    for scenario in loaded.files.scenarios:
        ends_nowhere = stuck(scenario.content)
        for number, decision in enumerate(scenario.content.decisions):
            if decision.id in ends_nowhere:
                message = f"no ending can be reached from {decision.id}: let a choice lead on"
                yield scenario.finding(message, "decisions", number)


def unreachable_nodes(loaded: Loaded) -> Iterator[Finding]:
    for scenario in loaded.files.scenarios:
        written = scenario.content
        reached = _reached(ways(written), written.start)
        nodes = [
            *(("decisions", number, node.id) for number, node in enumerate(written.decisions)),
            *(("endings", number, node.id) for number, node in enumerate(written.endings)),
        ]
        for key, number, id in nodes:
            if id not in reached:
                message = f"nothing leads to {id}: lead a choice to it or remove it"
                yield scenario.finding(message, key, number)


def open_branches(loaded: Loaded) -> Iterator[Finding]:
    for scenario in loaded.files.scenarios:
        for number, decision in enumerate(scenario.content.decisions):
            for place, choice in enumerate(decision.choices):
                for position, fault in _faults(choice.leads):
                    at = ("decisions", number, "choices", place, "leads", position)
                    yield scenario.finding(fault, *at)


def _faults(leads: list[Branch]) -> Iterator[tuple[int, str]]:
    *earlier, last = leads
    for position, branch in enumerate(earlier):
        if not branch.when:
            yield position, "the branches after this one are never taken: move it to the end"
    if last.when:
        yield len(earlier), "when no condition holds nothing follows: end with a plain `to`"


def _reached(graph: Graph, start: str) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(graph.get(node, ()))
    return reached
