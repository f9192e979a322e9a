"""Updates as Telegram sends them, before the bot has cleaned anything."""

from itertools import count
from typing import Any

Raw = dict[str, Any]
DATE = 1_800_000_000

_update_ids = count(1)
_message_ids = count(1)


def message(phone: int, text: str) -> Raw:
    content: Raw = {"text": text}
    if text.startswith("/"):
        length = len(text.split()[0].encode("utf-16-le", "surrogatepass")) // 2
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return update("message", {**_message(phone), **content})


def press(phone: int, data: str, message_id: int = 1) -> Raw:
    query = {
        "id": str(next(_message_ids)),
        "from": _user(phone),
        "chat_instance": "1",
        "data": data,
        "message": {**_message(phone), "message_id": message_id, "text": "shown"},
    }
    return update("callback_query", query)


def edit(phone: int, text: str) -> Raw:
    return update("edited_message", {**_message(phone), "edit_date": DATE, "text": text})


def photo(phone: int) -> Raw:
    size = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}
    return update("message", {**_message(phone), "photo": [size], "caption": "look"})


def membership(phone: int, status: str) -> Raw:
    bot = {"id": 100001, "is_bot": True, "first_name": "Bot", "username": "bot"}
    change = {
        "chat": _chat(phone),
        "from": _user(phone),
        "date": DATE,
        "old_chat_member": {"status": "member", "user": bot},
        "new_chat_member": {"status": status, "user": bot, "until_date": 0},
    }
    return update("my_chat_member", change)


def group(phone: int, text: str) -> Raw:
    chat = {"id": -4_000_000_001, "type": "group", "title": "Desk"}
    return update("message", {**_message(phone), "chat": chat, "text": text})


def update(kind: str, body: Raw) -> Raw:
    return {"update_id": next(_update_ids), kind: body}


def _message(phone: int) -> Raw:
    return {
        "message_id": next(_message_ids),
        "date": DATE,
        "chat": _chat(phone),
        "from": _user(phone),
    }


def _chat(phone: int) -> Raw:
    return {"id": phone, "type": "private", "first_name": "Ana"}


def _user(phone: int) -> Raw:
    return {"id": phone, "is_bot": False, "first_name": "Ana", "language_code": "en"}
