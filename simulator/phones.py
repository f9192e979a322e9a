"""People with a phone, and whether the bot may write to them."""

import sqlite3
from dataclasses import dataclass

from simulator.errors import PageError
from simulator.store import Json, Store


@dataclass(frozen=True, slots=True)
class Phone:
    """``standing``: new (never pressed start), active, blocked or deactivated."""

    id: int
    first_name: str
    username: str | None
    language_code: str
    standing: str

    def user(self) -> Json:
        """The Bot API's User."""
        shape: Json = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }
        return shape | ({"username": self.username} if self.username else {})

    def private_chat(self) -> Json:
        """The Bot API's Chat of this person with the bot: both have the same id."""
        shape: Json = {"id": self.id, "type": "private", "first_name": self.first_name}
        return shape | ({"username": self.username} if self.username else {})


class Phones:
    def __init__(self, store: Store) -> None:
        self._store = store

    def create(self, first_name: str, language_code: str, username: str | None = None) -> Phone:
        phone_id = self._store.execute(
            "INSERT INTO phones (first_name, username, language_code) VALUES (?, ?, ?)",
            first_name,
            username,
            language_code,
        )
        return self.get(phone_id)

    def find(self, phone_id: int) -> Phone | None:
        row = self._store.row("SELECT * FROM phones WHERE id = ?", phone_id)
        return _phone(row) if row else None

    def get(self, phone_id: int) -> Phone:
        """The phone with this id. Raises PageError 404."""
        phone = self.find(phone_id)
        if phone is None:
            raise PageError(404, f"there is no phone {phone_id}")
        return phone

    def all(self) -> list[Phone]:
        return [_phone(row) for row in self._store.rows("SELECT * FROM phones ORDER BY id")]

    def set_standing(self, phone_id: int, standing: str) -> None:
        self._store.execute("UPDATE phones SET standing = ? WHERE id = ?", standing, phone_id)

    def set_language(self, phone_id: int, language_code: str) -> None:
        self._store.execute(
            "UPDATE phones SET language_code = ? WHERE id = ?", language_code, phone_id
        )


def _phone(row: sqlite3.Row) -> Phone:
    return Phone(
        row["id"], row["first_name"], row["username"], row["language_code"], row["standing"]
    )
