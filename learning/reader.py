"""Who will read a message: what wording and showing it needs, in one look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from learning.account.languages import language_for, zone_for
from learning.account.model import Role
from learning.talk.model import Shown


@dataclass(frozen=True, slots=True)
class LiveMessage:
    """The one message of a chat that answers edit; a picture cannot become a text. `prompt` is
    what it asks to be typed, `buttons` what may be pressed, as bot.actions writes it."""

    message_id: int
    has_media: bool = False
    prompt: Shown | None = None
    buttons: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """`organisation_language` is the fallback for course text; `country` gives country notes.

    Of somebody who is not `known`, a stranger or erased, nothing is remembered.
    """

    language: str
    zone: str
    country: str | None = None
    organisation_language: str | None = None
    live: LiveMessage | None = None
    known: bool = True


def stranger(language_code: str | None) -> Reader:
    """Somebody who has not arrived: their messenger's language is all we have."""
    language = language_for(language_code, None)
    return Reader(language, zone_for(language), known=False)


class Readers(Protocol):
    """Outside transactions of `perform`."""

    async def reader(self, telegram_id: int) -> Reader | None:
        """None for somebody unknown. One query."""

    async def shown(self, messages: Sequence[tuple[int, LiveMessage]]) -> None:
        """(chat id, a message as it reads now), in the order shown: the last of a chat is its live
        one. In one transaction."""


@dataclass(frozen=True, slots=True)
class RoleMenu:
    """The commands that a chat is to show: `roles` beside learning, none for everybody's menu."""

    chat_id: int
    language: str
    roles: frozenset[Role]


class RoleMenus(Protocol):
    """Which chats were told of their roles, and which were not yet."""

    async def untold(self) -> Sequence[RoleMenu]: ...

    async def told(self, menu: RoleMenu) -> None: ...
