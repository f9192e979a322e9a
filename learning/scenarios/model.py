"""One person's way through a decision scenario."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    DECIDING = "deciding"
    CONSEQUENCE = "consequence"
    COACHING = "coaching"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Run:
    """`definition` is the hash of the edition it began with and finishes on (promise 10).

    `node` is a decision's id, or an ending's once ENDED; `choice` what was chosen there.
    `path` lists (decision, choice) in the order taken.
    """

    id: int
    person_id: int
    scenario_id: str
    definition: str
    node: str
    variables: Mapping[str, int]
    stage: Stage = Stage.DECIDING
    choice: str | None = None
    path: tuple[tuple[str, str], ...] = ()
    finished_at: datetime | None = None
    revision: int = 0
