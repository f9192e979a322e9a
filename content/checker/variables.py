"""A scenario's variables are declared with their first value."""

from collections.abc import Iterator

from content.finding import Finding
from content.loader import Loaded
from content.plain_yaml import Location


def undeclared_variables(loaded: Loaded) -> Iterator[Finding]:
    for scenario in loaded.files.scenarios:
        declared = scenario.content.variables
        for number, decision in enumerate(scenario.content.decisions):
            for place, choice in enumerate(decision.choices):
                at = ("decisions", number, "choices", place)
                used: list[tuple[str, Location]] = [
                    (name, (*at, "effects", name)) for name in choice.effects
                ]
                for position, branch in enumerate(choice.leads):
                    for count, condition in enumerate(branch.when):
                        spot = (*at, "leads", position, "when", count, "variable")
                        used.append((condition.variable, spot))
                for name, where in used:
                    if name not in declared:
                        message = f"{name} is not under `variables`: declare its first value there"
                        yield scenario.finding(message, *where)
