"""Files both ways: kept whole in the state file, named by an id."""

import re
import secrets
import sqlite3
import struct
from dataclasses import dataclass

from simulator.store import Json, Store

SUFFIX = re.compile(r"\.\w+$")
PNG = b"\x89PNG\r\n\x1a\n"
PICTURES = {PNG: "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"RIFF": "webp"}
UNKNOWN_SIZE = (1280, 960)
STICKER_SIZE = (512, 512)


@dataclass(frozen=True, slots=True)
class File:
    id: str
    kind: str
    name: str
    mime: str
    size: int
    width: int
    height: int

    @property
    def unique_id(self) -> str:
        return "u" + self.id[:14]

    @property
    def path(self) -> str:
        """Where ``/file/bot<token>/`` offers it."""
        suffix = SUFFIX.search(self.name)
        return f"{self.kind}s/{self.id}{suffix[0] if suffix else ''}"

    def content(self) -> Json:
        """The part of a message that shows this file."""
        ids: Json = {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }
        if self.kind == "photo":
            return {"photo": [{**ids, "width": self.width, "height": self.height}]}
        if self.kind == "voice":
            return {"voice": {**ids, "duration": 3, "mime_type": self.mime}}
        if self.kind == "sticker":
            size = {"width": STICKER_SIZE[0], "height": STICKER_SIZE[1]}
            looks = {"is_animated": False, "is_video": False, "type": "regular"}
            return {"sticker": {**ids, **size, **looks}}
        return {"document": {**ids, "file_name": self.name, "mime_type": self.mime}}


class Files:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, kind: str, name: str, mime: str, body: bytes) -> File:
        width, height = picture_size(body) if kind == "photo" else (0, 0)
        file = File(secrets.token_hex(16), kind, name, mime, len(body), width, height)
        self._store.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            file.id, kind, name, mime, file.size, width, height, body,
        )  # fmt: skip
        return file

    def find(self, file_id: str) -> File | None:
        row = self._store.row(
            "SELECT id, kind, name, mime, size, width, height FROM files WHERE id = ?", file_id
        )
        return _file(row) if row else None

    def body(self, file_id: str) -> bytes:
        row = self._store.row("SELECT body FROM files WHERE id = ?", file_id)
        return bytes(row["body"]) if row else b""


def is_picture(body: bytes) -> bool:
    return any(body.startswith(start) for start in PICTURES)


def picture_size(body: bytes) -> tuple[int, int]:
    """Width and height of a PNG; a guess for other kinds, whose sizes nobody here needs."""
    if body.startswith(PNG) and len(body) >= 24:
        width, height = struct.unpack(">II", body[16:24])
        return width, height
    return UNKNOWN_SIZE


def _file(row: sqlite3.Row) -> File:
    return File(**dict(row))
