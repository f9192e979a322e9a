"""What became of a typed text that no prompt could take at once. Never the text itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from learning.talk.model import Feature, Prompt, SmallTalk
from learning.talk.turns import Slot


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nobody knows what the text means, `misses` times running. `guesses` are the likeliest
    intents; `needs` is what the open talk still waits for, `told` the value it wants a yes to, as
    the talk's slots hold it."""

    guesses: tuple[str, ...]
    misses: int
    needs: Slot | None
    told: str = ""


@dataclass(frozen=True, slots=True)
class OnlyButtons:
    """Free text is not understood just now, and this is the `misses`-th in a row."""

    misses: int


@dataclass(frozen=True, slots=True)
class ClientCase:
    """The text told of somebody whom the person serves; it was not kept."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A question in the middle of a talk: its `answer`, an outcome, and what the talk waits
    for; `told` as above."""

    answer: Any
    needs: Slot
    told: str = ""


@dataclass(frozen=True, slots=True)
class TalkLeft:
    """Nothing was changed."""


@dataclass(frozen=True, slots=True)
class SmallTalkMade:
    """`next_at` is when the next lesson comes; None: not by itself."""

    kind: SmallTalk
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class NotThereYet:
    feature: Feature


@dataclass(frozen=True, slots=True)
class PromptOver:
    """What the text was meant for no longer waits for one; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Candidate:
    prompt: Prompt
    id: int
    revision: int
    about: str | None


@dataclass(frozen=True, slots=True)
class WhichPrompt:
    """The text could belong to each of these; it waits, sealed, as `held`."""

    held: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class AnswerInDoubt:
    """The text may be the answer to the open question, or something else; it waits, sealed, as
    `held`."""

    held: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class TextForgotten:
    """The writer meant none of them."""
