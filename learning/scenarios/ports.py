"""What the scenarios room needs remembered."""

from typing import Protocol

from learning.course.scenario import Scenario
from learning.scenarios.model import Run


class Runs(Protocol):
    async def get(self, id: int) -> Run | None: ...

    async def open_of(self, person_id: int, scenario_id: str) -> Run | None:
        """The unfinished run of this scenario, the latest if there are several."""

    async def add(self, person_id: int, scenario: Scenario, definition: str) -> Run:
        """A new run at the scenario's first decision, revision 0."""

    async def put(self, run: Run) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""
