"""The messages that say how a sending stands while it runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Board:
    """`over`: it is to say how it ended, and then stays as it is."""

    announcement: int
    chat_id: int
    message_id: int
    over: bool


class Boards(Protocol):
    """Outside transactions of `perform`."""

    async def shown(self) -> Sequence[Board]:
        """Of sendings under way, and of those over whose end was not told yet."""

    async def told(self, announcement: int) -> None: ...
