"""The prompts of all rooms, and how they are looked at."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from learning.account.model import Actor
from learning.ask import Ask
from learning.talk.model import Focus, Prompt, Readiness


@dataclass(frozen=True, slots=True)
class PromptKind:
    """A room's line in the table of prompts.

    `ask(id, text)` gives the prompt a text. `readiness(id, text, actor, *, ports)` says how the
    prompt stands to it; None when it is no longer open, or not the actor's. `patience` is how
    many texts running it takes that nobody understood, before something else is offered.
    """

    ask: Callable[[int, str], Ask[Any]]
    readiness: Callable[..., Awaitable[Readiness | None]]
    patience: int = 1


Prompts = Mapping[Prompt, PromptKind]


def wanted_by(kind: PromptKind) -> tuple[str, ...]:
    parameters = inspect.signature(kind.readiness).parameters.values()
    return tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY)


@dataclass(frozen=True, slots=True)
class Look:
    """All prompts as they stand to one text of one actor; `ports` are what any of them needs."""

    prompts: Prompts
    actor: Actor
    text: str
    ports: Mapping[str, Any]

    async def at(self, focus: Focus) -> Readiness | None:
        kind = self.prompts.get(focus.prompt)
        if kind is None:
            return None
        ports = {name: self.ports[name] for name in wanted_by(kind)}
        return await kind.readiness(focus.id, self.text, self.actor, **ports)

    def patience(self, focus: Focus) -> int:
        return self.prompts[focus.prompt].patience

    def give(self, focus: Focus) -> Ask[Any]:
        return self.prompts[focus.prompt].ask(focus.id, self.text)
