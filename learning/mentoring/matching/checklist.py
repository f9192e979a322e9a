"""The selection checklist: what is looked at before anybody is matched."""

from dataclasses import dataclass
from enum import StrEnum

from learning.course.words import Words


class Who(StrEnum):
    """Who looks at an item: the coordinator before a round, the others before they take part."""

    COORDINATOR = "coordinator"
    MENTOR = "mentor"
    MENTEE = "mentee"


@dataclass(frozen=True, slots=True)
class CheckItem:
    """`published` by Q-SER; else it is our own proposal."""

    id: str
    who: Who
    text: Words
    published: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """`published` is where Q-SER speaks of its own list."""

    published: str
    items: tuple[CheckItem, ...]

    def of(self, who: Who) -> tuple[CheckItem, ...]:
        return tuple(item for item in self.items if item.who is who)
