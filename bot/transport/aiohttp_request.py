"""python-telegram-bot's transport, on aiohttp: several times its default's messages a second.

Figures: benchmarks/transport.py.
"""

import asyncio

import aiohttp
from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from bot.transport.body import form, upload
from bot.transport.errors import AnswerLost, NotSent, NotSentInTime

DNS_SECONDS = 300
# Answers are small, so offering compression would only cost both sides time.
UNNEEDED_HEADERS = ("Accept", "Accept-Encoding")


class AiohttpRequest(BaseRequest):
    """One pool of connections; build it anywhere, `initialize` it in the running loop.

    Time-outs are seconds, None waits for ever; the write time-out holds for uploads alone,
    because a text fits the socket's buffer whole. Failures tell the effect (`transport.errors`):
    `NotSent` and `NotSentInTime` when there is none, `AnswerLost` when nobody can know.
    No error text and no traceback holds the address, because the address holds the token.
    """

    def __init__(
        self,
        connection_pool_size: int = 256,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 20.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
    ) -> None:
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._places = asyncio.Semaphore(connection_pool_size)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                # No limit here: aiohttp would count waiting for a place as connecting.
                connector=aiohttp.TCPConnector(limit=0, ttl_dns_cache=DNS_SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                skip_auto_headers=UNNEEDED_HEADERS,
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer, whatever the status."""
        await self._take_place(_given(pool_timeout, self._pool_timeout))
        try:
            return await self._send(
                method,
                url,
                self._body(request_data, write_timeout),
                aiohttp.ClientTimeout(
                    connect=_given(connect_timeout, self._connect_timeout),
                    sock_read=_given(read_timeout, self._read_timeout),
                ),
            )
        finally:
            self._places.release()

    async def _take_place(self, seconds: float | None) -> None:
        if not self._places.locked():
            await self._places.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError:
            raise NotSentInTime(
                f"Pool timeout: no connection became free in {seconds} s, nothing was sent"
            ) from None

    def _body(
        self, data: RequestData | None, write_timeout: ODVInput[float]
    ) -> aiohttp.Payload | None:
        if data is None:
            return None
        if not data.contains_files:
            return form(data)
        return upload(data, _given(write_timeout, self._write_timeout))

    async def _send(
        self, method: str, url: str, body: aiohttp.Payload | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("AiohttpRequest is not initialized")
        try:
            async with self._session.request(
                method, url, data=body, timeout=limits, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except aiohttp.ClientConnectorError as error:
            raise NotSent(str(error)) from None
        except aiohttp.ConnectionTimeoutError:
            raise NotSentInTime(f"No connection in {limits.connect} s") from None
        except aiohttp.SocketTimeoutError:
            raise AnswerLost(f"No answer in {limits.sock_read} s") from None
        except TimeoutError:  # raised by Upload alone
            raise NotSentInTime("The upload stalled") from None
        except aiohttp.ClientError as error:
            raise AnswerLost(f"Connection lost: {type(error).__name__}") from None


def _given(seconds: ODVInput[float], default: float | None) -> float | None:
    return seconds if seconds is None or isinstance(seconds, int | float) else default
