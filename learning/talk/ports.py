"""What the talk room needs remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.talk.model import Focus, Shown
from learning.talk.turns import Conversation, OpenTalk


class Focuses(Protocol):
    """The open prompts of a person; the one in focus was opened or taken up last."""

    async def get(self, person_id: int) -> Focus | None:
        """The one in focus."""

    async def open(self, person_id: int) -> Sequence[Focus]:
        """All of them, the one in focus first."""

    async def put(self, person_id: int, focus: Focus) -> None:
        """Puts it in focus, in the place of others of its kind unless there may be several."""

    async def clear(self, person_id: int, focus: Focus) -> None:
        """This prompt is over, and where there is one of a kind, whatever of that kind."""


class PromptMessages(Protocol):
    async def shown_in(self, telegram_id: int, message_id: int) -> Shown | None:
        """The prompt that this message of the chat shows now; None when it asks nothing."""


class HeldTexts(Protocol):
    """A typed text that fits several prompts waits, sealed, with its formatting, for its writer to
    say where it goes. One per person: the next text takes its place."""

    async def hold(self, person_id: int, text: str, at: datetime) -> int: ...

    async def take(self, person_id: int, id: int) -> str | None:
        """The text, which is not kept any longer; None when it is gone."""

    async def drop(self, person_id: int) -> None: ...


class Conversations(Protocol):
    """What of a person's talk is open; sealed."""

    async def get(self, person_id: int) -> Conversation | None: ...

    async def put(self, person_id: int, talk: OpenTalk | None, misses: int, at: datetime) -> None:
        """In the place of the former one, under a revision never used before."""

    async def end(self, person_id: int) -> None:
        """Nothing is open any more; without one it does nothing."""
