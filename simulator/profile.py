"""What the bot says about itself: commands per scope and language, name, descriptions, menu."""

import json
from typing import Any

from simulator.chats import Chat
from simulator.store import Json, Store

FIELDS = ("name", "description", "short_description")


class Profile:
    def __init__(self, store: Store) -> None:
        self._store = store

    def set_text(self, field: str, language: str, text: str) -> None:
        """An empty text removes the one for that language."""
        if text:
            self._store.execute(
                "INSERT OR REPLACE INTO profile VALUES (?, ?, ?)", field, language, text
            )
        else:
            self._store.execute(
                "DELETE FROM profile WHERE field = ? AND language = ?", field, language
            )

    def text(self, field: str, language: str) -> str:
        """The text for that language, else the one for all languages, else nothing."""
        for spoken in (language, ""):
            row = self._store.row(
                "SELECT text FROM profile WHERE field = ? AND language = ?", field, spoken
            )
            if row:
                return str(row["text"])
        return ""

    def set_commands(self, scope: Json, language: str, commands: list[Json]) -> None:
        self._store.execute(
            "INSERT OR REPLACE INTO commands VALUES (?, ?, ?)",
            _key(scope),
            language,
            json.dumps(commands),
        )

    def delete_commands(self, scope: Json, language: str) -> None:
        self._store.execute(
            "DELETE FROM commands WHERE scope = ? AND language = ?", _key(scope), language
        )

    def commands(self, scope: Json, language: str) -> list[Any]:
        """Exactly those set for this scope and language."""
        return self._commands(_key(scope), language) or []

    def commands_shown(self, chat: Chat, phone_id: int, language: str) -> list[Any]:
        """What a person sees in a chat: the narrowest scope first, each in her language first."""
        for scope in _scopes(chat, phone_id):
            for spoken in (language, ""):
                found = self._commands(_key(scope), spoken)
                if found is not None:
                    return found
        return []

    def _commands(self, key: str, language: str) -> list[Any] | None:
        row = self._store.row(
            "SELECT list FROM commands WHERE scope = ? AND language = ?", key, language
        )
        return list(json.loads(row["list"])) if row else None

    def set_menu_button(self, chat_id: int | None, button: Json) -> None:
        self._store.save_setting(f"menu_button:{chat_id or 'default'}", button)

    def menu_button(self, chat_id: int | None) -> Json:
        default = self._store.setting("menu_button:default", {"type": "default"})
        shown: Json = self._store.setting(f"menu_button:{chat_id or 'default'}", default)
        return shown


def _key(scope: Json) -> str:
    return ":".join(str(scope[name]) for name in ("type", "chat_id", "user_id") if name in scope)


def _scopes(chat: Chat, phone_id: int) -> list[Json]:
    this_chat: Json = {"type": "chat", "chat_id": chat.id}
    if chat.is_group:
        member = {"type": "chat_member", "chat_id": chat.id, "user_id": phone_id}
        return [member, this_chat, {"type": "all_group_chats"}, {"type": "default"}]
    return [this_chat, {"type": "all_private_chats"}, {"type": "default"}]
