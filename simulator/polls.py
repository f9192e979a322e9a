"""Polls and quizzes: their text, who voted what, and whether they are closed."""

import json
from dataclasses import dataclass

from simulator.errors import PageError
from simulator.store import Json, Store


@dataclass(frozen=True, slots=True)
class Poll:
    """``body`` is the Bot API's Poll without counts."""

    id: str
    chat_id: int
    message_id: int
    body: Json

    def closed_at(self, now: float) -> bool:
        return bool(self.body["is_closed"]) or self.body.get("close_date", now + 1) <= now


class Polls:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, poll_id: str, chat_id: int, message_id: int, body: Json) -> None:
        self._store.execute(
            "INSERT INTO polls VALUES (?, ?, ?, ?)", poll_id, chat_id, message_id, json.dumps(body)
        )

    def get(self, poll_id: str) -> Poll:
        row = self._store.row("SELECT * FROM polls WHERE id = ?", poll_id)
        if row is None:
            raise PageError(404, f"there is no poll {poll_id}")
        return Poll(poll_id, row["chat_id"], row["message_id"], json.loads(row["body"]))

    def close(self, poll: Poll) -> None:
        body = json.dumps({**poll.body, "is_closed": True})
        self._store.execute("UPDATE polls SET body = ? WHERE id = ?", body, poll.id)

    def votes(self, poll_id: str) -> dict[int, list[int]]:
        """Option positions by phone id."""
        rows = self._store.rows(
            "SELECT phone_id, options FROM votes WHERE poll_id = ? ORDER BY phone_id", poll_id
        )
        return {row["phone_id"]: json.loads(row["options"]) for row in rows}

    def vote(self, poll: Poll, phone_id: int, options: list[int], now: float) -> None:
        """Store a vote; an empty list takes it back. Raises PageError 409 or 400."""
        before = self.votes(poll.id).get(phone_id)
        self._check_vote(poll, before, options, now)
        if not options:
            self._store.execute(
                "DELETE FROM votes WHERE poll_id = ? AND phone_id = ?", poll.id, phone_id
            )
            return
        self._store.execute(
            "INSERT OR REPLACE INTO votes VALUES (?, ?, ?)", poll.id, phone_id, json.dumps(options)
        )

    def _check_vote(
        self, poll: Poll, before: list[int] | None, options: list[int], now: float
    ) -> None:
        if poll.closed_at(now):
            raise PageError(409, "the poll is closed")
        if before is not None and not poll.body["allows_revoting"]:
            raise PageError(409, "this vote can't be changed")
        count = len(poll.body["options"])
        if len(set(options)) != len(options) or any(not 0 <= n < count for n in options):
            raise PageError(400, "options must be different positions of this poll's options")
        if len(options) > 1 and not poll.body["allows_multiple_answers"]:
            raise PageError(400, "this poll takes one option")

    def shape(self, poll: Poll, now: float) -> Json:
        """The Bot API's Poll, with counts."""
        votes = self.votes(poll.id).values()
        options = [
            {**option, "voter_count": sum(number in chosen for chosen in votes)}
            for number, option in enumerate(poll.body["options"])
        ]
        return {
            **poll.body,
            "options": options,
            "total_voter_count": len(votes),
            "is_closed": poll.closed_at(now),
        }
