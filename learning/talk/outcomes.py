"""What became of a typed text that no prompt could take at once. Never the text itself."""

from dataclasses import dataclass

from learning.talk.model import Prompt


@dataclass(frozen=True, slots=True)
class NothingOpen:
    """A text came, and no open prompt takes one."""


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
class TextForgotten:
    """The writer meant none of them."""
