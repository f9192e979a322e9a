"""What one may ask of the talk."""

from dataclasses import dataclass, field
from typing import ClassVar

from learning.ask import Ask, Right
from learning.talk import outcomes as o
from learning.talk.model import Feature, Prompt, SmallTalk
from learning.talk.turns import Listening, Meaning


@dataclass(frozen=True, slots=True)
class ListenTo(Ask[Listening]):
    """How things stand to a text before anybody says what it means. Changes nothing."""

    right: ClassVar[Right] = Right.PERSON
    keeps_talk: ClassVar[bool] = True
    text: str
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class SayInWords(
    Ask[
        o.PromptOver
        | o.WhichPrompt
        | o.AnswerInDoubt
        | o.Aside
        | o.NotUnderstood
        | o.OnlyButtons
        | o.ClientCase
    ]
):
    """A typed text, perhaps as a reply to a message of the bot, and what it was taken to mean
    while the talk stood at `revision`. Whatever it belongs to brings the outcome."""

    right: ClassVar[Right] = Right.PERSON
    keeps_talk: ClassVar[bool] = True
    text: str
    reply_to: int | None = None
    meaning: Meaning = field(default_factory=Meaning)
    revision: int | None = None


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


@dataclass(frozen=True, slots=True)
class LeaveTalk(Ask[o.TalkLeft]):
    """Out of whatever is being talked about; nothing changes."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class MakeSmallTalk(Ask[o.SmallTalkMade]):
    right: ClassVar[Right] = Right.PERSON
    kind: SmallTalk


@dataclass(frozen=True, slots=True)
class AskAhead(Ask[o.NotThereYet]):
    """For a feature that is not there yet."""

    right: ClassVar[Right] = Right.PERSON
    feature: Feature
