"""What a person sees: a text, perhaps a picture or a file, and buttons."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.screens.drawing import Drawing
from bot.screens.html import Html
from learning.announcements.model import File
from learning.ask import Ask
from learning.talk.model import Shown


@dataclass(frozen=True, slots=True)
class Button:
    """Carries an `ask`, or opens a `url`. `label` is plain text."""

    label: str
    ask: Ask[Any] | None = None
    url: str | None = None


Row = tuple[Button, ...]
LONGEST_LABEL = 40  # characters that a button shows whole on a phone


@dataclass(frozen=True, slots=True)
class Picture:
    """`alt` says in words what the picture shows."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to keep or to print. `name` is what it is called on the phone."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reusable:
    """A file that is the same for everybody: once Telegram has it, it is not drawn again. `key`
    names its content; `draw` makes it and computes, so call it outside the event loop."""

    name: str
    key: str
    draw: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Screen:
    """With a `picture` or an `attachment`, never both, `html` is the caption. `toast` is a short
    plain answer to the press.

    `drawing` waits for bot.documents to become the one or the other; of a picture `html` says
    the same in words. `prompt` is what waits for a typed text here. `stored` is a picture or file
    that Telegram has already; `replaces` a message that is to read like this from now on. One
    said `beside` leaves the message whose button was pressed as it is.
    """

    html: Html
    rows: tuple[Row, ...] = ()
    picture: Picture | None = None
    toast: str | None = None
    drawing: Drawing | None = None
    attachment: Attachment | Reusable | None = None
    prompt: Shown | None = None
    stored: File | None = None
    replaces: int | None = None
    beside: bool = False

    @property
    def has_media(self) -> bool:
        """Whether a file carries the words: such a message never becomes one of text."""
        return any((self.picture, self.attachment, self.stored))


def in_rows(buttons: list[Button], width: int) -> tuple[Row, ...]:
    """Buttons side by side, `width` in a row."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def one_a_row(*buttons: Button | None) -> tuple[Row, ...]:
    """None stands for a button that this time is not there."""
    return tuple((button,) for button in buttons if button)


def shortened(label: str) -> str:
    """For names that others chose: what a button shows whole, or its beginning."""
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
