"""Button presses that wait for an answer, for 150 seconds of machine time."""

import asyncio
from collections.abc import Callable

from simulator.errors import bad_request
from simulator.limits import CALLBACK_SECONDS
from simulator.store import Json, Store

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class Callbacks:
    def __init__(self, store: Store, machine: Callable[[], float]) -> None:
        self._store = store
        self._machine = machine
        self._waiting: dict[int, asyncio.Future[Json]] = {}

    def ask(self) -> int:
        """A new callback query's id."""
        return self._store.execute("INSERT INTO callbacks (asked) VALUES (?)", self._machine())

    def answer(self, query_id: int | None, answer: Json) -> None:
        """Take the bot's answer, once. Raises ApiError 400."""
        row = self._store.row("SELECT * FROM callbacks WHERE id = ?", query_id)
        if not row or row["answered"] or self._machine() - row["asked"] > CALLBACK_SECONDS:
            raise bad_request(TOO_OLD)
        self._store.execute("UPDATE callbacks SET answered = 1 WHERE id = ?", query_id)
        waiting = self._waiting.get(row["id"])
        if waiting and not waiting.done():
            waiting.set_result(answer)

    async def answered(self, query_id: int, wait: float) -> Json | None:
        """The bot's answer, or None after ``wait`` seconds."""
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[query_id] = future
        try:
            async with asyncio.timeout(wait):
                return await future
        except TimeoutError:
            return None
        finally:
            del self._waiting[query_id]
