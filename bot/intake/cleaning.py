"""An update as it may be stored: names are removed, and all that the bot does not read."""

import json
from collections.abc import Mapping
from typing import Any, TypeGuard

from telegram.constants import MessageAttachmentType

from learning.inbox import NewUpdate, Source

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
_SAID = ("text", "checklist", *MessageAttachmentType)
_TALKING = ("private", "group", "supergroup")
_LATEST = 2**32  # seconds since 1970: what is later is no date of a message

Json = Mapping[str, Any]


class CannotRead(Exception):
    """Not an update of a shape we know; `update_id` is None when even that is missing."""

    def __init__(self, update_id: int | None) -> None:
        super().__init__(f"update {update_id}")
        self.update_id = update_id


class NothingSaid(Exception):
    """What the messenger itself notes in a chat: somebody joined, something was pinned."""


def clean(raw: Any) -> NewUpdate:
    """The update to store. Raises CannotRead, NothingSaid."""
    if not isinstance(raw, Mapping) or not is_id(raw.get("update_id")):
        raise CannotRead(None)
    update_id = raw["update_id"]
    try:
        if _says_nothing(raw.get("message")):
            raise NothingSaid
        body = {"update_id": update_id, **_content(raw)}
        source = source_of(body)
        return NewUpdate(update_id, _lane(body, source), json.dumps(body), source)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CannotRead(update_id) from error


def source_of(body: Json) -> Source | None:
    """Where to answer; None for what is no message and no press."""
    if query := body.get("callback_query"):
        message = query.get("message")
        return Source(
            chat_id=message["chat"]["id"] if message else query["from"]["id"],
            language=query["from"].get("language_code"),
            message_id=message["message_id"] if message else None,
            callback_id=query["id"],
        )
    message = body.get("message") or body.get("edited_message")
    if message is None:
        return None
    return Source(message["chat"]["id"], message.get("from", {}).get("language_code"))


def _content(raw: Json) -> dict[str, Any]:
    for name, keep in _KEEP.items():
        if raw.get(name) is not None:
            return {name: keep(raw[name])}
    raise KeyError("none of the kinds that were asked for")


def _message(raw: Json) -> dict[str, Any]:
    kept = {**_outline(raw), "from": _user(raw["from"])}
    if kept["chat"]["type"] not in _TALKING:
        raise ValueError("nobody talks to a bot there")
    if raw.get("text") is not None:
        kept["text"] = _text(raw["text"])
        kept["entities"] = [_entity(entity) for entity in raw.get("entities", ())]
    if document := raw.get("document"):
        kept["document"] = _document(document)
    if isinstance(photo := raw.get("photo"), list) and photo:
        kept["photo"] = [_photo(photo[-1])]
    if ("document" in kept or "photo" in kept) and raw.get("caption") is not None:
        kept["caption"] = _text(raw["caption"])
        kept["caption_entities"] = [_entity(each) for each in raw.get("caption_entities", ())]
    if reply := raw.get("reply_to_message"):
        kept["reply_to_message"] = _outline(reply)
    return kept


def _says_nothing(message: Json | None) -> bool:
    if message is None or "from" not in message:
        return False
    return all(message.get(name) is None for name in _SAID)


def _query(raw: Json) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "id": _text(raw["id"]),
        "from": _user(raw["from"]),
        "chat_instance": _text(raw.get("chat_instance", "")),
    }
    if raw.get("data") is not None:
        kept["data"] = _text(raw["data"])
    if message := raw.get("message"):
        kept["message"] = _outline(message)
    return kept


def _member(raw: Json) -> dict[str, Any]:
    return {
        "chat": _chat(raw["chat"]),
        "from": _user(raw["from"]),
        "date": _date(raw["date"]),
        **{side: _standing(raw[side]) for side in ("old_chat_member", "new_chat_member")},
    }


def _standing(raw: Json) -> dict[str, Any]:
    """Out or in: every other status would need fields that nobody here reads."""
    user = _user(raw["user"])
    match _text(raw["status"]):
        case "kicked":
            return {"status": "kicked", "user": user, "until_date": 0}
        case "left":
            return {"status": "left", "user": user}
        case _:
            return {"status": "member", "user": user}


_KEEP = {
    "message": _message,
    "edited_message": _message,
    "callback_query": _query,
    "my_chat_member": _member,
}


def _outline(message: Json) -> dict[str, Any]:
    return {
        "message_id": _whole(message["message_id"]),
        "date": _date(message["date"]),
        "chat": _chat(message["chat"]),
    }


def _user(raw: Json) -> dict[str, Any]:
    user = {"id": _whole(raw["id"]), "is_bot": bool(raw.get("is_bot")), "first_name": ""}
    if isinstance(raw.get("language_code"), str):
        user["language_code"] = raw["language_code"][:16]
    return user


def _chat(raw: Json) -> dict[str, Any]:
    return {"id": _whole(raw["id"]), "type": _text(raw["type"])}


def _document(raw: Json) -> dict[str, Any]:
    """What fetching it, or sending it on, needs."""
    kept: dict[str, Any] = {"file_id": _text(raw["file_id"]), "file_unique_id": ""}
    for name, read in (("file_name", _text), ("mime_type", _text), ("file_size", _whole)):
        if raw.get(name) is not None:
            kept[name] = read(raw[name])
    return kept


def _photo(raw: Json) -> dict[str, Any]:
    """The largest of the sizes that Telegram made."""
    return {"file_id": _text(raw["file_id"]), "file_unique_id": "", "width": 0, "height": 0}


def _entity(raw: Json) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "type": _text(raw["type"]),
        "offset": _whole(raw["offset"]),
        "length": _whole(raw["length"]),
    }
    if raw.get("url") is not None:
        kept["url"] = _text(raw["url"])
    return kept


def _whole(value: Any) -> int:
    if not is_id(value):
        raise ValueError("a whole number of at most 64 bits is expected")
    return int(value)


def _date(value: Any) -> int:
    if not 0 <= _whole(value) < _LATEST:
        raise ValueError("a date is expected")
    return int(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is expected")
    return value


def is_id(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _lane(body: Json, source: Source | None) -> int:
    """The user's id, else the chat's: whose updates keep their order."""
    for name in _KEEP:
        part = body.get(name)
        if part and "from" in part:
            return int(part["from"]["id"])
    return source.chat_id if source else 0
