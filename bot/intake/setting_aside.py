"""An update that cannot be read: kept sealed for a week, and its sender told, if one can be."""

import json
import logging
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from bot.intake.cleaning import CannotRead, is_id
from bot.logs import log_failure
from learning.inbox import Source, Unreadable


def unreadable(raw: Any, error: CannotRead) -> Unreadable:
    body = _written(raw)
    update_id = _id_of(body) if error.update_id is None else error.update_id
    source = _source(raw)
    return Unreadable(
        update_id=update_id,
        lane=source.chat_id if source else 0,
        body=body,
        source=source,
        error_id=log_failure(
            "update_unreadable", error, level=logging.WARNING, update_id=update_id
        ),
    )


def _written(raw: Any) -> str:
    try:
        return json.dumps(raw)
    except RecursionError:  # it can be read deeper than it can be written
        return ""


def _id_of(body: str) -> int:
    """For what came without an id: the same for the same body, and below all of Telegram's."""
    return -1 - (int.from_bytes(sha256(body.encode()).digest()[:8]) >> 1)


def _source(raw: Any) -> Source | None:
    """Only who wrote in private is answered: there the chat has the person's id."""
    press = _part(raw, "callback_query")
    chat = _part(_part(press, "message") or _part(raw, "message"), "chat")
    chat_id, press_id = chat.get("id"), press.get("id")
    if chat.get("type") != "private" or not is_id(chat_id):
        return None
    return Source(chat_id, callback_id=press_id if isinstance(press_id, str) else None)


def _part(raw: Any, name: str) -> Mapping[str, Any]:
    part = raw.get(name) if isinstance(raw, Mapping) else None
    return part if isinstance(part, Mapping) else {}
