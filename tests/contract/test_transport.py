"""What every transport of python-telegram-bot owes, held by its own and by ours alike."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    MessageEntity,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.transport.aiohttp_request import AiohttpRequest
from tests.contract.telegram_server import MESSAGE, Sent, TelegramServer, telegram_server

TOKEN = "42:secret"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 300


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with telegram_server() as running:
        yield running


@pytest.fixture(params=[HTTPXRequest, AiohttpRequest], ids=["theirs", "ours"])
def transport(request: pytest.FixtureRequest) -> BaseRequest:
    made: BaseRequest = request.param()
    return made


@pytest.fixture
async def bot(server: TelegramServer, transport: BaseRequest) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{server.root}/bot", request=transport) as running:
        yield running


@pytest.mark.parametrize(
    "text",
    ["hello", "Καλημέρα", "¿Qué es?", "👩‍🏫🏛️", "a&b=c+d%20e f;g\n\n\t\"'<b>\\", "ά" * 4096],
)
async def test_a_text_arrives_as_it_was_written(
    bot: Bot, server: TelegramServer, text: str
) -> None:
    message = await bot.send_message(7, text, parse_mode="HTML")
    assert message.text == MESSAGE["text"]
    assert server.calls[-1].method == "sendMessage"
    assert server.calls[-1].fields == {"chat_id": "7", "text": text, "parse_mode": "HTML"}


async def test_nested_values_arrive_as_json(bot: Bot, server: TelegramServer) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Σίγουρα", callback_data="1:a")]])
    bold = MessageEntity(MessageEntity.BOLD, 0, 2)
    await bot.send_message(7, "text", entities=[bold], reply_markup=keyboard)
    fields = server.calls[-1].fields
    assert json.loads(fields["reply_markup"]) == keyboard.to_dict()
    assert json.loads(fields["entities"]) == [bold.to_dict()]


async def test_numbers_truths_and_lists_arrive_as_json(bot: Bot, server: TelegramServer) -> None:
    server.answers(200, {"ok": True, "result": True})
    await bot.set_webhook("https://example.org", max_connections=4, drop_pending_updates=True)
    fields = server.calls[-1].fields
    assert (fields["max_connections"], fields["drop_pending_updates"]) == ("4", "true")
    await bot.delete_messages(7, [1, 2])
    assert json.loads(server.calls[-1].fields["message_ids"]) == [1, 2]


async def test_a_call_without_parameters_is_answered(bot: Bot, server: TelegramServer) -> None:
    server.answers(200, {"ok": True, "result": []})
    assert await bot.get_my_commands() == ()
    assert server.calls[-1].fields == {}


@pytest.mark.parametrize("kind", ["bytes", "path", "stream", "input file", "open handle"])
async def test_a_file_arrives_whole(
    bot: Bot, server: TelegramServer, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "certificate.png"
    path.write_bytes(PNG)
    with path.open("rb") as handle:
        files: dict[str, Any] = {
            "bytes": PNG,
            "path": path,
            "stream": BytesIO(PNG),
            "input file": InputFile(PNG, path.name),
            "open handle": InputFile(handle, read_file_handle=False),
        }
        await bot.send_document(7, files[kind], caption="Μπράβο", filename=path.name)
    call = server.calls[-1]
    assert (call.fields["chat_id"], call.fields["caption"]) == ("7", "Μπράβο")
    assert call.files == {"document": Sent(path.name, "image/png", PNG)}


@pytest.mark.parametrize("name", ["Ασφάλεια 1.pdf", "información.pdf", "plain.pdf"])
async def test_a_file_keeps_its_name(bot: Bot, server: TelegramServer, name: str) -> None:
    await bot.send_document(7, b"%PDF", filename=name)
    assert server.calls[-1].files["document"].filename == name


async def test_a_media_group_attaches_each_file(bot: Bot, server: TelegramServer) -> None:
    server.answers(200, {"ok": True, "result": [MESSAGE, MESSAGE]})
    media = [InputMediaPhoto(PNG, caption="ένα"), InputMediaPhoto(PNG[::-1])]
    await bot.send_media_group(7, media)
    call = server.calls[-1]
    attached = [
        item["media"].removeprefix("attach://") for item in json.loads(call.fields["media"])
    ]
    assert [call.files[name].content for name in attached] == [PNG, PNG[::-1]]


async def test_an_edited_medium_brings_its_thumbnail(bot: Bot, server: TelegramServer) -> None:
    medium = InputMediaDocument(b"text", filename="notes.txt", thumbnail=PNG)
    await bot.edit_message_media(medium, chat_id=7, message_id=1)
    contents = sorted(file.content for file in server.calls[-1].files.values())
    assert contents == sorted([b"text", PNG])


async def test_a_file_is_fetched_whole(server: TelegramServer, transport: BaseRequest) -> None:
    server.answers(200, PNG)
    async with transport:
        assert await transport.retrieve(f"{server.root}/file/bot{TOKEN}/photos/α β.png") == PNG


def failure(code: int, description: str, **parameters: int) -> dict[str, Any]:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return body | ({"parameters": parameters} if parameters else {})


@pytest.mark.parametrize(
    ("status", "body", "error", "text"),
    [
        (400, failure(400, "Bad Request: chat not found"), BadRequest, "Chat not found"),
        (400, failure(400, "Bad Request: moved", migrate_to_chat_id=-100), ChatMigrated, "-100"),
        (401, failure(401, "Unauthorized"), InvalidToken, "Unauthorized"),
        (403, failure(403, "Forbidden: bot was blocked by the user"), Forbidden, "blocked"),
        (404, failure(404, "Not Found"), InvalidToken, "Not Found"),
        (409, failure(409, "Conflict: other getUpdates request"), Conflict, "getUpdates"),
        (413, failure(413, "Request Entity Too Large"), NetworkError, "Too Large"),
        (413, b"<html>too large</html>", NetworkError, "Request Entity Too Large"),
        (429, failure(429, "Too Many Requests", retry_after=5), RetryAfter, "5"),
        (429, failure(429, "Too Many Requests"), NetworkError, "Too Many Requests"),
        (500, failure(500, "Internal Server Error"), NetworkError, "Internal Server Error"),
        (502, b"<html>Bad Gateway</html>", NetworkError, "Bad Gateway"),
        (302, b"", NetworkError, "Found"),
        (200, b"<html>captive portal</html>", TelegramError, "Invalid server response"),
    ],
)
async def test_an_error_of_the_server_raises_its_class(
    bot: Bot, server: TelegramServer, status: int, body: Any, error: type[Exception], text: str
) -> None:
    server.answers(status, body)
    with pytest.raises(TelegramError, match=text) as raised:
        await bot.send_message(7, "text")
    assert raised.type is error


async def test_a_slow_answer_times_out(bot: Bot, server: TelegramServer) -> None:
    server.delay = 5
    with pytest.raises(TimedOut):
        await bot.send_message(7, "text", read_timeout=0.05)


async def test_a_dropped_connection_is_a_network_error(bot: Bot, server: TelegramServer) -> None:
    server.drops = True
    with pytest.raises(NetworkError):
        await bot.send_message(7, "text")
    server.drops = False
    await bot.send_message(7, "text")


async def test_a_refused_connection_is_a_network_error(transport: BaseRequest) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    async with transport:
        with pytest.raises(NetworkError):
            await transport.post(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")


async def test_a_full_pool_times_out_and_sends_nothing(
    server: TelegramServer, transport: BaseRequest
) -> None:
    server.delay = 0.3
    small = type(transport)(connection_pool_size=1)  # type: ignore[call-arg]
    bot = Bot(TOKEN, base_url=f"{server.root}/bot", request=small)
    async with bot, asyncio.TaskGroup() as tasks:
        tasks.create_task(bot.send_message(7, "first"))
        await asyncio.sleep(0.1)
        with pytest.raises(TimedOut, match="Pool timeout"):
            await bot.send_message(7, "second", pool_timeout=0.05)
    assert [call.fields["text"] for call in server.calls] == ["first"]


async def test_a_transport_starts_and_stops_as_often_as_asked(
    server: TelegramServer, transport: BaseRequest
) -> None:
    for _ in range(2):
        await transport.initialize()
        await transport.initialize()
        await transport.post(f"{server.root}/bot{TOKEN}/getMe")
        await transport.shutdown()
        await transport.shutdown()


@pytest.mark.parametrize("seconds", [7.5, None])
async def test_the_read_time_out_is_told(transport: BaseRequest, seconds: float | None) -> None:
    assert transport.read_timeout == 5.0
    assert type(transport)(read_timeout=seconds).read_timeout == seconds  # type: ignore[call-arg]
