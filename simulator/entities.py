"""Entities of a text: found in plain text, trimmed with it, checked when a bot names them."""

import re
from typing import Any

from simulator.errors import bad_request
from simulator.limits import ENTITIES, utf16_length
from simulator.store import Json

FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<url>\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)
OPAQUE = {"code", "pre", "text_link", "text_mention", "url", "bot_command", "mention", "email"}
TYPES = OPAQUE | {
    "bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "hashtag",
    "blockquote", "expandable_blockquote", "cashtag", "phone_number", "date_time",
}  # fmt: skip


# What Telegram's own apps turn into formatting as somebody types it.
TYPED = re.compile(
    r"\*\*(?P<bold>\S(?:.*?\S)?)\*\*|__(?P<italic>\S(?:.*?\S)?)__"
    r"|~~(?P<strikethrough>\S(?:.*?\S)?)~~|\|\|(?P<spoiler>\S(?:.*?\S)?)\|\|"
    r"|`(?P<code>[^`\n]+)`",
    re.DOTALL,
)


def typed(text: str) -> tuple[str, list[Json]]:
    """The text without the signs that mean formatting to an app, and that formatting."""
    plain, entities, at = "", [], 0
    for match in TYPED.finditer(text):
        kind = str(match.lastgroup)
        plain += text[at : match.start()]
        offset = utf16_length(plain)
        plain += match[kind]
        entities.append({"type": kind, "offset": offset, "length": utf16_length(match[kind])})
        at = match.end()
    return plain + text[at:], entities


def finished(entities: list[Json]) -> list[Json]:
    """In the order the server sends: by offset, the longer one first, at most 100."""
    ordered = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return ordered[:ENTITIES]


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """Add the commands, addresses and mentions that Telegram finds by itself."""
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in OPAQUE
    ]
    found = []
    for match in FOUND.finditer(text):
        offset, length = utf16_length(text[: match.start()]), utf16_length(match[0])
        if all(end <= offset or offset + length <= start for start, end in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return finished(entities + found)


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cut white space at both ends, as the server does, and move the entities with it."""
    shift = utf16_length(text[: len(text) - len(text.lstrip())])
    text = text.strip()
    end = utf16_length(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] + entity["length"] - shift, end)
        if start < stop:
            kept.append({**entity, "offset": start, "length": stop - start})
    return text, kept


def checked(raw: Any, text: str) -> list[Json]:
    """Entities that a bot names instead of a parse mode. Raises ApiError 400."""
    if not isinstance(raw, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    end = utf16_length(text)
    kept = []
    for entity in raw:
        if not isinstance(entity, dict) or entity.get("type") not in TYPES:
            raise bad_request("can't parse MessageEntity: unsupported type specified")
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request("can't parse MessageEntity: offset and length must be of type Number")
        if offset < 0 or length < 1 or offset + length > end:
            raise bad_request("entity is out of the text's bounds")
        kept.append(entity)
    return finished(kept)
