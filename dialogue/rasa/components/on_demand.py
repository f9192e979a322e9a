"""Rasa's graph of components, run without a scheduler."""

# mypy: disable-error-code="import-not-found"
from typing import Any

from rasa.engine.runner.dask import DaskGraphRunner

Told = tuple[str, Any]  # a component's name and what it gave


class OnDemandRunner:
    """Each target asks for what it needs. Rasa's own runner has dask plan the same few steps anew
    for each of the three runs that a text takes, which costs more than most of the steps."""

    def __init__(self, planned: DaskGraphRunner) -> None:
        self._components = planned._instantiated_nodes
        steps = planned._graph_schema.nodes.items()
        self._needs = {name: [*step.needs.values()] for name, step in steps}

    def run(self, inputs: dict[str, Any], targets: list[str]) -> dict[str, Any]:
        told = {name: (name, value) for name, value in inputs.items()}
        return dict(self._told(target, told) for target in targets)

    def _told(self, name: str, told: dict[str, Told]) -> Told:
        if name not in told:
            needed = [self._told(other, told) for other in self._needs[name]]
            told[name] = self._components[name](*needed)
        return told[name]
