"""What a person sees: a text, perhaps a picture, and buttons."""

from dataclasses import dataclass
from typing import Any

from bot.screens.drawing import ProgressDrawing
from bot.screens.html import Html
from learning.ask import Ask


@dataclass(frozen=True, slots=True)
class Button:
    """Carries an `ask`, or opens a `url`. `label` is plain text."""

    label: str
    ask: Ask[Any] | None = None
    url: str | None = None


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`alt` says in words what the picture shows."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Screen:
    """With a `picture`, `html` is its caption. `toast` is a short plain answer to the press.

    `drawing` waits for bot.documents to become the `picture`; `html` says the same in words.
    """

    html: Html
    rows: tuple[Row, ...] = ()
    picture: Picture | None = None
    toast: str | None = None
    drawing: ProgressDrawing | None = None


def in_rows(buttons: list[Button], width: int) -> tuple[Row, ...]:
    """Buttons side by side, `width` in a row."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def one_a_row(*buttons: Button | None) -> tuple[Row, ...]:
    """None stands for a button that this time is not there."""
    return tuple((button,) for button in buttons if button)
