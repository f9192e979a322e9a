"""The buttons that a chat is looking at, written down so that one of them may be typed."""

from collections.abc import Callable, Iterable

from bot.actions.spelling import decode, encode
from bot.screens.screen import Row
from learning.talk.turns import InView

Mark = Callable[[str], str]


def write(rows: Iterable[Row], mark: Mark) -> str:
    """One line for each button that asks something: callback_data and a mark of its label."""
    asking = (button for row in rows for button in row)
    return "\n".join(f"{encode(each.ask)} {mark(each.label)}" for each in asking if each.ask)


def read(written: str) -> list[InView]:
    pairs = (line.split(" ") for line in written.splitlines())
    return [InView(decode(data), mark) for data, mark in pairs]
