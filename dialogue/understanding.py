"""What a typed text was taken to mean. Neither words nor wiring: the bot decides what follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from learning.talk.turns import OpenTalk, Slot, Talk


@dataclass(frozen=True, slots=True)
class FilledTalk:
    """A talk with nothing left to ask; `confirmed` is False when the person said no at the end."""

    talk: Talk
    slots: Mapping[Slot, str]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of the text, e.g. kind "term" and value "refugee"."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Guess:
    intent: str
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Understanding:
    """`intent` is one of shared by all languages, or "nlu_fallback" where nothing is likely.

    `talk` is open after this message; `filled` was completed by it; `left` says it was given up.
    `answered` says that the message filled a slot, so its intent alone asks for nothing.
    """

    intent: str
    confidence: float
    guesses: tuple[Guess, ...] = ()
    entities: tuple[Entity, ...] = ()
    talk: OpenTalk | None = None
    filled: FilledTalk | None = None
    left: bool = False
    answered: bool = False

    def first(self, kind: str) -> str | None:
        """The value of the first entity of that kind."""
        return next((entity.value for entity in self.entities if entity.kind == kind), None)


class NotAvailable(Exception):
    """Nobody can say now what a text means; buttons and commands go on."""


class Understander(Protocol):
    async def understand(
        self, text: str, language: str, talk: OpenTalk | None = None
    ) -> Understanding:
        """Raises NotAvailable, within two seconds."""

    async def answers(self) -> bool:
        """Whether texts are understood just now."""


class NoUnderstander:
    """Free text is switched off."""

    async def understand(
        self, text: str, language: str, talk: OpenTalk | None = None
    ) -> Understanding:
        raise NotAvailable

    async def answers(self) -> bool:
        return False
