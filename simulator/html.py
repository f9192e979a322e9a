"""Telegram's HTML: a text with tags becomes a plain text and entities in UTF-16 offsets."""

import re
from dataclasses import dataclass

from simulator.entities import finished
from simulator.errors import ApiError, bad_request
from simulator.limits import utf16_length
from simulator.store import Json

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:(lt|gt|amp|quot);?|#(\d+);?|#x([0-9a-fA-F]+);?)")
PLAIN = re.compile(r"[^&<]+")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]+)\s*(?:(?P<equals>=)\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?"""
)
URL = re.compile(r"(?:(?:https?|tg|ton|mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+\S*)", re.IGNORECASE)
USER_LINK = re.compile(r"tg://user\?id=(\d+)")


@dataclass
class OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int
    start: int


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The text and its entities. Raises ApiError 400, worded as the real server words it."""
    return _Reader(source).read()


def _decoded(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    if named:
        return CHARACTERS[named]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    valid = 0 < number < 0x110000 and not 0xD800 <= number < 0xE000
    return chr(number) if valid else match[0]


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[OpenTag] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if plain := PLAIN.match(self.source, self.at):
                self._put(plain[0], plain.end())
            elif self.source[self.at] == "&":
                self._character()
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            name = self.open[-1].name
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\""
            )
        return "".join(self.parts), finished(_merged_code(self.entities))

    def _put(self, text: str, end: int) -> None:
        self.parts.append(text)
        self.offset += utf16_length(text)
        self.at = end

    def _character(self) -> None:
        # An unknown name stays as it was typed: the real server does not refuse "&nbsp;".
        match = CHARACTER.match(self.source, self.at)
        if match:
            self._put(_decoded(match), match.end())
        else:
            self._put("&", self.at + 1)

    def _start_tag(self) -> None:
        begin = self.at
        name_match = TAG_NAME.match(self.source, begin + 1)
        name = name_match[0].lower() if name_match else ""
        if begin + 1 + len(name) >= len(self.source):
            raise self._error("Unclosed start tag", begin)
        if name not in KINDS:
            raise self._error(f'Unsupported start tag "{name}"', begin)
        self.at = begin + 1 + len(name)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        if name == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        self.open.append(OpenTag(name, attributes, self.offset, len(self.parts)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            rest = self.source[self.at :].lstrip()
            if rest.startswith(">"):
                self.at = self.source.index(">", self.at) + 1
                return found
            if rest.startswith("=") and not found:
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            match = ATTRIBUTE.match(self.source, self.at)
            if match is None:
                raise self._error("Unclosed start tag", begin)
            value = next((text for text in match.groups()[2:] if text is not None), "")
            found[match["name"].lower()] = CHARACTER.sub(_decoded, value)
            self.at = match.end()

    def _end_tag(self) -> None:
        begin = self.at
        close = self.source.find(">", begin)
        if close < 0:
            raise self._error("Unclosed end tag", begin)
        name = self.source[begin + 2 : close].strip().lower()
        if not self.open:
            raise self._error("Unexpected end tag", begin)
        tag = self.open.pop()
        if name not in ("", tag.name):
            found = f'expected "</{tag.name}>", found "</{name}>"'
            raise self._error("Unmatched end tag", begin, found)
        self.at = close + 1
        entity = self._entity(tag)
        if entity:
            self.entities.append(entity)

    def _entity(self, tag: OpenTag) -> Json | None:
        length = self.offset - tag.offset
        entity: Json = {"type": KINDS[tag.name], "offset": tag.offset, "length": length}
        if length == 0:
            return None
        if tag.name == "a":
            url = tag.attributes.get("href") or "".join(self.parts[tag.start :])
            return _link(entity, url.strip())
        if tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.attributes["emoji-id"]
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        language = tag.attributes.get("class", "")
        if tag.name == "code" and language.startswith("language-"):
            entity["language"] = language.removeprefix("language-")
        return entity

    def _error(self, what: str, at: int, more: str = "") -> ApiError:
        byte = len(self.source[:at].encode())
        tail = f", {more}" if more else ""
        return bad_request(f"can't parse entities: {what} at byte offset {byte}{tail}")


def _link(entity: Json, url: str) -> Json | None:
    """A link with an address the server does not take is shown as plain text."""
    if user := USER_LINK.fullmatch(url):
        person = {"id": int(user[1]), "is_bot": False, "first_name": ""}
        return entity | {"type": "text_mention", "user": person}
    return entity | {"url": url} if URL.fullmatch(url) else None


def _merged_code(entities: list[Json]) -> list[Json]:
    """``<pre><code class="language-x">`` is one block with a language; code alone has none."""
    codes = {_place(entity): entity for entity in entities if entity["type"] == "code"}
    blocks = {_place(entity) for entity in entities if entity["type"] == "pre"}
    merged: list[Json] = []
    for entity in entities:
        if entity["type"] == "pre":
            merged.append({**codes.get(_place(entity), {}), **entity})
        elif entity["type"] != "code":
            merged.append(entity)
        elif _place(entity) not in blocks:
            merged.append({name: entity[name] for name in ("type", "offset", "length")})
    return merged


def _place(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["length"]
