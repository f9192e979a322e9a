"""Where messages are: one private chat per phone, and groups with the bot in them."""

from dataclasses import dataclass

from simulator.errors import ApiError, PageError, bad_request
from simulator.phones import Phone, Phones
from simulator.store import Json, Store

GROUP_IDS_END = -4_000_000_000


@dataclass(frozen=True, slots=True)
class Chat:
    """``phone`` is set for a private chat, ``title`` for a group."""

    id: int
    phone: Phone | None = None
    title: str = ""

    @property
    def is_group(self) -> bool:
        return self.phone is None

    def shape(self) -> Json:
        """The Bot API's Chat."""
        if self.phone:
            return self.phone.private_chat()
        return {"id": self.id, "type": "group", "title": self.title}


class Chats:
    def __init__(self, store: Store, phones: Phones) -> None:
        self._store = store
        self._phones = phones

    def create_group(self, title: str, phones: list[Phone]) -> Chat:
        with self._store.transaction():
            number = self._store.execute("INSERT INTO groups (title) VALUES (?)", title)
            chat = Chat(GROUP_IDS_END - number, title=title)
            for phone in phones:
                self._store.execute("INSERT INTO group_members VALUES (?, ?)", chat.id, phone.id)
        return chat

    def find(self, chat_id: int) -> Chat | None:
        if chat_id > 0:
            phone = self._phones.find(chat_id)
            return Chat(chat_id, phone) if phone else None
        row = self._store.row("SELECT title FROM groups WHERE number = ?", GROUP_IDS_END - chat_id)
        return Chat(chat_id, title=row["title"]) if row else None

    def get(self, chat_id: int | None) -> Chat:
        """The chat a bot names. Raises ApiError 400."""
        if chat_id is None:
            raise bad_request("chat_id is empty")
        chat = self.find(chat_id)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable(self, chat_id: int | None) -> Chat:
        """The chat a bot wants to write to. Raises ApiError 400 or 403."""
        chat = self.get(chat_id)
        standing = chat.phone.standing if chat.phone else "active"
        if standing == "new":
            raise ApiError(403, "bot can't initiate conversation with a user")
        if standing == "blocked":
            raise ApiError(403, "bot was blocked by the user")
        if standing == "deactivated":
            raise ApiError(403, "user is deactivated")
        return chat

    def of_phone(self, phone: Phone) -> list[Chat]:
        groups = self._store.rows(
            "SELECT chat_id FROM group_members WHERE phone_id = ? ORDER BY chat_id DESC", phone.id
        )
        return [Chat(phone.id, phone)] + [self.get(row["chat_id"]) for row in groups]

    def seen_by(self, chat_id: int, phone: Phone) -> Chat:
        """A chat this phone is in. Raises PageError 404."""
        for chat in self.of_phone(phone):
            if chat.id == chat_id:
                return chat
        raise PageError(404, f"phone {phone.id} is not in chat {chat_id}")
