"""What one may ask of the talk."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.talk import outcomes as o
from learning.talk.model import Prompt


@dataclass(frozen=True, slots=True)
class SayInWords(Ask[o.NothingOpen | o.PromptOver | o.WhichPrompt]):
    """A typed text, perhaps as a reply to a message of the bot. Whatever prompt it belongs to
    brings the outcome."""

    right: ClassVar[Right] = Right.PERSON
    text: str
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class GiveTextTo(Ask[o.PromptOver]):
    """The held text belongs to this prompt, as it stood at `revision`."""

    right: ClassVar[Right] = Right.PERSON
    held: int
    prompt: Prompt
    id: int
    revision: int


@dataclass(frozen=True, slots=True)
class ForgetText(Ask[o.TextForgotten]):
    right: ClassVar[Right] = Right.PERSON
    held: int
