"""Open prompts and held texts in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from learning.talk.model import Focus, Shown
from learning.talk.turns import Conversation, OpenTalk
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryFocuses:
    state: State

    async def get(self, person_id: int) -> Focus | None:
        return next(iter(await self.open(person_id)), None)

    async def open(self, person_id: int) -> Sequence[Focus]:
        return self.state.focuses.get(person_id, ())

    async def put(self, person_id: int, focus: Focus) -> None:
        self.state.focuses[person_id] = (focus, *self._others(person_id, focus))

    async def clear(self, person_id: int, focus: Focus) -> None:
        self.state.focuses[person_id] = self._others(person_id, focus)

    def _others(self, person_id: int, focus: Focus) -> tuple[Focus, ...]:
        several = focus.prompt.several
        return tuple(
            other
            for other in self.state.focuses.get(person_id, ())
            if (other != focus if several else other.prompt is not focus.prompt)
        )


@dataclass(frozen=True)
class MemoryPromptMessages:
    state: State

    async def shown_in(self, telegram_id: int, message_id: int) -> Shown | None:
        return self.state.prompt_messages.get((telegram_id, message_id))


@dataclass(frozen=True)
class MemoryHeldTexts:
    state: State

    async def hold(self, person_id: int, text: str, at: datetime) -> int:
        id = next(self.state.ids)
        self.state.held_texts[person_id] = (id, text)
        return id

    async def take(self, person_id: int, id: int) -> str | None:
        held = self.state.held_texts.get(person_id)
        if held is None or held[0] != id:
            return None
        del self.state.held_texts[person_id]
        return held[1]

    async def drop(self, person_id: int) -> None:
        self.state.held_texts.pop(person_id, None)


@dataclass(frozen=True)
class MemoryConversations:
    state: State

    async def get(self, person_id: int) -> Conversation | None:
        return self.state.conversations.get(person_id)

    async def put(self, person_id: int, talk: OpenTalk | None, misses: int, at: datetime) -> None:
        revision = next(self.state.ids)
        self.state.conversations[person_id] = Conversation(revision, talk, misses, at)

    async def end(self, person_id: int) -> None:
        self.state.conversations.pop(person_id, None)
