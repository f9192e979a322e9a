"""Asks the Rasa server what a text means. Only the text and a random id leave the bot."""

import asyncio
import secrets
from types import TracebackType
from typing import Any, Self

import aiohttp

from dialogue import wire
from dialogue.breaker import CircuitBreaker
from dialogue.talks import STOP, leaves
from dialogue.understanding import NotAvailable, Understanding
from learning.talk.turns import OpenTalk

# Seconds, waiting for a place, both tries and every request together; the rest of the two that
# somebody waits at most is for the bot itself.
_IN_ALL = 1.7
_ONE_TRY = 0.6  # of that
_AT_ONCE = 4  # the server does the sums one by one: whoever waits, waits here
_BROKEN = (aiohttp.ClientError, TimeoutError, LookupError, TypeError, ValueError, AttributeError)


class RasaClient:
    """One session to one server; used as an async context manager, or closed with `close`.

    `patience` is how many seconds somebody waits for an answer at most.
    """

    def __init__(
        self, url: str, breaker: CircuitBreaker | None = None, patience: float = _IN_ALL
    ) -> None:
        self._url = url.rstrip("/")
        self._patience = patience
        self._breaker = breaker or CircuitBreaker()
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def understand(
        self, text: str, language: str, talk: OpenTalk | None = None
    ) -> Understanding:
        """Raises NotAvailable when Rasa is down, slow or talks nonsense."""
        said = STOP if talk and leaves(text, language) else wire.plain_text(text)
        if not said:
            return Understanding("nlu_fallback", 0.0, talk=talk)
        if not self._breaker.lets_through():
            raise NotAvailable
        try:
            async with asyncio.timeout(self._patience), self._places:
                return await self._twice(said, talk)
        except _BROKEN as problem:
            # The problem may quote the text, so it is not chained.
            raise NotAvailable(type(problem).__name__) from None

    async def answers(self) -> bool:
        """Whether the server is there with a model."""
        try:
            async with asyncio.timeout(self._patience * _ONE_TRY):
                await self._ask("GET", "/status")
        except _BROKEN:
            return False
        return True

    async def _twice(self, text: str, talk: OpenTalk | None) -> Understanding:
        try:
            return await self._once(text, talk)
        except _BROKEN:
            return await self._once(text, talk)

    async def _once(self, text: str, talk: OpenTalk | None) -> Understanding:
        """A fresh conversation for each try, so that a retry finds nothing half done. To have
        waited for a place in vain is no failure of the server's."""
        turn = wire.turn(secrets.token_hex(12), text, talk)
        try:
            async with asyncio.timeout(self._patience * _ONE_TRY):
                answer = await self._ask("POST", "/webhooks/turn", turn)
            understood = wire.understanding(answer, talk)
        except _BROKEN:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        return understood

    async def _ask(self, method: str, path: str, body: object = None) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession(trust_env=False)
        async with self._session.request(method, self._url + path, json=body) as response:
            response.raise_for_status()
            return await response.json()
