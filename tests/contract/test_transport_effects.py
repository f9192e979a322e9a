"""What our transport alone promises: a failure tells whether the call may have had effect."""

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.errors import AnswerLost, NotSent, NotSentInTime
from tests.contract.telegram_server import TelegramServer, telegram_server

TOKEN = "42:secret"
LARGE = bytes(24 * 2**20)
PIECE = 256 * 1024
Peer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def bot_at(root: str, places: int = 4) -> AsyncIterator[Bot]:
    """A bot that makes no call of its own."""
    request = AiohttpRequest(places)
    async with request:
        yield Bot(TOKEN, base_url=f"{root}/bot", request=request)


@asynccontextmanager
async def peer(behave: Peer) -> AsyncIterator[str]:
    """The address of a bare server that treats each connection so, and then closes it."""

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await behave(reader, writer)
        finally:
            writer.close()

    async with await asyncio.start_server(served, "127.0.0.1", 0) as listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with telegram_server() as running:
        yield running


@pytest.fixture
def full_backlog() -> Iterator[str]:
    """The address of a server that takes no further connection."""
    with ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


async def answer_in_part(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok":')


async def answer_nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"nonsense\r\n\r\n")


async def read_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


async def read_slowly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    while length > 0:
        length -= len(await reader.read(PIECE))
        await asyncio.sleep(0.01)
    body = b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"}}}'
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))


async def failure_at(root: str, **limits: float) -> NetworkError:
    async with bot_at(root) as bot:
        with pytest.raises(NetworkError) as raised:
            await bot.send_message(7, "text", **limits)  # type: ignore[arg-type]
    assert TOKEN not in "".join(traceback.format_exception(raised.value))
    return raised.value


async def test_a_refused_connection_was_not_sent() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        error = await failure_at(f"http://127.0.0.1:{unused.getsockname()[1]}")
    assert type(error) is NotSent


async def test_a_connection_that_takes_too_long_was_not_sent(full_backlog: str) -> None:
    error = await failure_at(full_backlog, connect_timeout=0.05)
    assert type(error) is NotSentInTime
    assert isinstance(error, TimedOut)


@pytest.mark.parametrize("behave", [hang_up, answer_in_part, answer_nonsense])
async def test_a_call_cut_off_after_it_was_sent_has_its_answer_lost(behave: Peer) -> None:
    async with peer(behave) as root:
        assert type(await failure_at(root)) is AnswerLost


async def test_a_call_that_is_not_answered_in_time_has_its_answer_lost() -> None:
    async with peer(read_nothing) as root:
        assert type(await failure_at(root, read_timeout=0.05)) is AnswerLost


async def test_an_upload_that_nobody_takes_was_not_sent() -> None:
    async with peer(read_nothing) as root, bot_at(root) as bot:
        with pytest.raises(NotSentInTime, match="stalled"):
            await bot.send_document(7, LARGE, write_timeout=0.1)


async def test_a_long_upload_may_take_longer_than_the_write_time_out() -> None:
    async with peer(read_slowly) as root, bot_at(root) as bot:
        await bot.send_document(7, LARGE, write_timeout=0.3)


async def test_a_read_time_out_counts_from_the_end_of_the_upload() -> None:
    async with peer(read_slowly) as root, bot_at(root) as bot:
        await bot.send_document(7, LARGE, read_timeout=0.5)


async def test_waiting_for_a_place_too_long_was_not_sent(server: TelegramServer) -> None:
    server.delay = 0.3
    async with bot_at(server.root, places=1) as bot, asyncio.TaskGroup() as tasks:
        tasks.create_task(bot.send_message(7, "first"))
        await asyncio.sleep(0.1)
        with pytest.raises(NotSentInTime, match="nothing was sent"):
            await bot.send_message(7, "second", pool_timeout=0.05)
    assert len(server.calls) == 1


async def test_no_more_calls_run_at_once_than_there_are_places(server: TelegramServer) -> None:
    server.delay = 0.02
    async with bot_at(server.root, places=3) as bot:
        await asyncio.gather(*(bot.send_message(7, "text") for _ in range(12)))
    assert (server.most_at_once, len(server.connections)) == (3, 3)


async def test_a_failed_call_gives_its_place_back(server: TelegramServer) -> None:
    async with bot_at(server.root, places=1) as bot:
        server.delay = 5
        for _ in range(3):
            with pytest.raises(AnswerLost):
                await bot.send_message(7, "text", read_timeout=0.05)
        server.delay = 0
        await bot.send_message(7, "text")


async def test_a_cancelled_call_gives_its_place_back(server: TelegramServer) -> None:
    async with bot_at(server.root, places=1) as bot:
        server.delay = 5
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await bot.send_message(7, "text")
        server.delay = 0
        await bot.send_message(7, "text")


async def test_one_call_after_another_shares_a_connection(server: TelegramServer) -> None:
    async with bot_at(server.root) as bot:
        for _ in range(5):
            await bot.send_message(7, "text")
            await bot.send_document(7, b"text")
    assert len(server.connections) == 1


async def test_a_call_before_the_start_says_so() -> None:
    with pytest.raises(NetworkError, match="not initialized"):
        await AiohttpRequest().post("http://127.0.0.1/")
