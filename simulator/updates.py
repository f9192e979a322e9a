"""The queue of updates for the bot: ids rise and are never given twice."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from simulator.limits import CALLBACK_SECONDS, UPDATE_KEPT_SECONDS
from simulator.store import Json, Store

NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True)
class Update:
    """``lane`` names what is delivered in order to a webhook: a chat, or a user's presses."""

    update_id: int
    lane: str
    body: Json

    def shape(self) -> Json:
        return {"update_id": self.update_id, **self.body}


class Updates:
    def __init__(self, store: Store, machine: Callable[[], float]) -> None:
        self._store = store
        self._machine = machine
        self._allowed: list[str] = store.setting("allowed_updates", [])
        self._changed = asyncio.Event()

    @property
    def allowed(self) -> list[str]:
        return self._allowed

    def allow(self, kinds: list[str]) -> None:
        """Which kinds to queue from now on; an empty list means the server's default."""
        if kinds != self._allowed:
            self._allowed = kinds
            self._store.save_setting("allowed_updates", kinds)

    def add(self, kind: str, lane: str, value: Json) -> None:
        """Queue an update, unless its kind is not asked for."""
        wanted = kind in self._allowed if self._allowed else kind not in NOT_BY_DEFAULT
        if wanted:
            self.add_raw(kind, lane, {kind: value})

    def add_raw(self, kind: str, lane: str, body: Json) -> None:
        """Queue any body, a malformed one too."""
        kept = CALLBACK_SECONDS if kind == "callback_query" else UPDATE_KEPT_SECONDS
        self._store.execute(
            "INSERT INTO updates (kind, lane, body, expires) VALUES (?, ?, ?, ?)",
            kind,
            lane,
            json.dumps(body),
            self._machine() + kept,
        )
        self.wake()

    def wake(self) -> None:
        """Let everyone who waits for a change look again."""
        self._changed.set()
        self._changed = asyncio.Event()

    @property
    def changed(self) -> asyncio.Event:
        """Set once, at the next change."""
        return self._changed

    def pending(self, limit: int) -> list[Update]:
        """The oldest unconfirmed updates. Those too old are dropped, as the real server does."""
        rows = self._store.rows("SELECT * FROM updates ORDER BY update_id LIMIT ?", limit)
        now = self._machine()
        if all(row["expires"] >= now for row in rows):
            return [_update(row) for row in rows]
        self._drop_expired(now)
        return self.pending(limit)

    def heads(self) -> list[Update]:
        """The oldest update of each lane."""
        self._drop_expired(self._machine())
        rows = self._store.rows(
            "SELECT * FROM updates WHERE update_id IN"
            " (SELECT min(update_id) FROM updates GROUP BY lane) ORDER BY update_id"
        )
        return [_update(row) for row in rows]

    def _drop_expired(self, now: float) -> None:
        """Noted, so that a test can tell them from what a bot lost."""
        with self._store.transaction():
            self._store.execute(
                "INSERT INTO expired_updates SELECT update_id FROM updates WHERE expires < ?", now
            )
            self._store.execute("DELETE FROM updates WHERE expires < ?", now)

    def confirm_before(self, offset: int) -> None:
        """Forget updates below ``offset``; a negative one keeps only that many of the newest."""
        if offset >= 0:
            self._store.execute("DELETE FROM updates WHERE update_id < ?", offset)
            return
        self._store.execute(
            "DELETE FROM updates WHERE update_id NOT IN"
            " (SELECT update_id FROM updates ORDER BY update_id DESC LIMIT ?)",
            -offset,
        )

    def confirm(self, update_id: int) -> None:
        self._store.execute("DELETE FROM updates WHERE update_id = ?", update_id)

    def drop_all(self) -> None:
        self._store.execute("DELETE FROM updates")

    def count(self) -> int:
        row = self._store.row("SELECT count(*) AS n FROM updates")
        return int(row["n"]) if row else 0


def _update(row: sqlite3.Row) -> Update:
    return Update(row["update_id"], row["lane"], json.loads(row["body"]))
