"""Talks of several turns: what is open of one, and what a text was taken to mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from learning.account.outcomes import Settings
from learning.ask import Ask


class Talk(StrEnum):
    """A talk of several turns; each is a Rasa form of the same name."""

    CHANGE_TIME = "change_time"
    PAUSE = "pause"
    SNOOZE = "snooze"
    LANGUAGE = "language"


class Slot(StrEnum):
    """What a talk asks for."""

    WHEN = "when"
    UNTIL = "until"
    DELAY = "delay"
    LANGUAGE = "language"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class OpenTalk:
    """A talk that waits for the slot `needs`. `slots` holds what was given, as plain values,
    never a person's words: when "0830 0123", until an ISO date, delay minutes, language a code."""

    talk: Talk
    needs: Slot
    slots: Mapping[Slot, str] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """The value that waits for a yes; empty when none does."""
        if self.needs is not Slot.CONFIRMED:
            return ""
        return self.slots.get(Slot.WHEN) or self.slots.get(Slot.UNTIL) or ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """`misses` counts the texts, one after the other, that nobody understood."""

    revision: int
    talk: OpenTalk | None
    misses: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text was taken to mean, before any transaction begins. It holds none of its words.

    `ask` is what was asked for; `talk` is open after it. `guesses` are the likeliest intents.
    """

    ask: Ask[Any] | None = None
    talk: OpenTalk | None = None
    guesses: tuple[str, ...] = ()
    named: bool = False  # it named a button or a command: as good as a press
    turn: bool = False  # it was a turn of the open talk
    aside: bool = False  # it only asks for information, so an open talk goes on
    case: bool = False  # it tells of somebody whom the person serves
    heard: bool = True  # False: nobody can say now what a text means


@dataclass(frozen=True, slots=True)
class Listening:
    """How things stand to a text. `pointed`: it replies to a prompt; `exact`: it is an answer to
    one and can mean nothing else; `asked`: one asked for any text; `waiting`: some wait at all."""

    settings: Settings
    talk: OpenTalk | None
    revision: int | None
    pointed: bool
    exact: bool
    asked: bool
    waiting: bool


@dataclass(frozen=True, slots=True)
class InView:
    """A button that the chat is looking at, and a mark of its label."""

    ask: Ask[Any]
    mark: str
