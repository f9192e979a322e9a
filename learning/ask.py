"""What can be asked of the core, and what the one who asks must be."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar

O_co = TypeVar("O_co", covariant=True)


class Right(StrEnum):
    """The right an ask declares; `perform` checks it with the actor's own state."""

    ANYONE = "anyone"  # also somebody who never wrote before
    PERSON = "person"  # has arrived
    MENTOR = "mentor"
    COORDINATOR = "coordinator"
    TRAINER = "trainer"  # writes content
    OWNER = "owner"
    CLOCK = "clock"  # the programme itself, never a person


class Ask(Generic[O_co]):
    """A wish, in the imperative. `O_co` is the union of outcomes its use case may return."""

    right: ClassVar[Right]
    # Whether a talk that is open goes on after it; every other act ends one.
    keeps_talk: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Around:
    """A use case's answer: what comes of `ask`, performed in its place, with `put` around it."""

    ask: Ask[Any]
    put: Callable[[Any], object]


UseCase = Callable[..., Awaitable[object]]
UseCases = Mapping[type[Ask[Any]], UseCase]


@dataclass(frozen=True, slots=True)
class Refused:
    """The actor lacks the right; nothing was done."""

    right: Right


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as the messenger names them; `update_id` is the inbox row, if there is one."""

    telegram_id: int
    update_id: int | None = None


CLOCK = Caller(telegram_id=0)


class Conflict(Exception):
    """Somebody else wrote the row first. `perform` begins again with what is now the case."""


class Instead(Exception):
    """What a use case was asked to do cannot be done as things stand: `outcome` is the case. Raised
    before anything is written, by what many use cases of a room begin with."""

    def __init__(self, outcome: object) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome
