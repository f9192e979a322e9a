"""What is done with a text that was understood, and with one that was not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from learning.ask import Around, Ask, Conflict
from learning.talk import outcomes as o
from learning.talk.asks import SayInWords
from learning.talk.ports import Conversations
from learning.talk.turns import Conversation, Meaning, OpenTalk

OFFERED_EVERY = 3  # texts not understood
LONGEST = timedelta(days=1)
Missed = o.NotUnderstood | o.OnlyButtons | o.ClientCase
Done = Ask[Any] | Around | Missed


async def current(
    person_id: int, now: datetime, conversations: Conversations
) -> Conversation | None:
    """What is open of the person's talk; what was left for a day is over."""
    found = await conversations.get(person_id)
    return found if found and now - found.at < LONGEST else None


@dataclass(frozen=True, slots=True)
class Talking:
    person_id: int
    now: datetime
    conversations: Conversations
    found: Conversation | None

    async def do(self, said: SayInWords) -> Done:
        """What was meant. Raises Conflict when the talk went on since somebody said what."""
        meaning, before = said.meaning, self.found.talk if self.found else None
        if meaning.turn and (self.found is None or self.found.revision != said.revision):
            raise Conflict
        if meaning.ask is None:
            return await self.missed(meaning)
        if meaning.aside and before is not None:
            await self._keep(before)
            return Around(meaning.ask, lambda answer: o.Aside(answer, before.needs, before.told))
        await self._keep(meaning.talk)
        return meaning.ask

    def asks_again(self, meaning: Meaning, patience: int) -> bool:
        """Whether the prompt that waits is shown again, rather than something else offered:
        every third time at the latest comes something else, and then the prompt once more."""
        misses = self.found.misses if self.found else 0
        return not meaning.case and misses % OFFERED_EVERY < patience

    async def missed(self, meaning: Meaning) -> Missed:
        """Counts the misses, so that the same blank answer never comes twice running."""
        talk = meaning.talk or (self.found.talk if self.found else None)
        misses = 1 + (self.found.misses if self.found else 0)
        await self.conversations.put(self.person_id, talk, misses, self.now)
        if meaning.case:
            return o.ClientCase()
        if not meaning.heard:
            return o.OnlyButtons(misses)
        if talk is None:
            return o.NotUnderstood(meaning.guesses, misses, None)
        return o.NotUnderstood(meaning.guesses, misses, talk.needs, talk.told)

    async def end(self) -> None:
        if self.found is not None:
            await self.conversations.end(self.person_id)

    async def _keep(self, talk: OpenTalk | None) -> None:
        if talk is None:
            await self.end()
        else:
            await self.conversations.put(self.person_id, talk, 0, self.now)
