"""What the page asks for: commands and texts per language, events, calls, and who may ask."""

import asyncio
import json
from typing import Any

import pytest
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from tests.simulator.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_narrowest_commands_in_the_language_of_the_phone_are_shown(world: World) -> None:
    ana, leo = await world.started("Ana", "el"), await world.started("Leo", "es-ES")
    group = (await world.tell("/groups", {"title": "Team", "phones": [ana, leo]}))["id"]

    async def teach(word: str, scope: BotCommandScope | None = None, language: str = "") -> None:
        command = [BotCommand(word, word)]
        await world.bot.set_my_commands(command, scope=scope, language_code=language)

    await teach("default")
    await teach("private", BotCommandScopeAllPrivateChats())
    await teach("privado", BotCommandScopeAllPrivateChats(), "es")
    await teach("mentor", BotCommandScopeChat(ana))
    await teach("group", BotCommandScopeAllGroupChats())
    for phone, chat, word in (
        (ana, ana, "mentor"),
        (leo, leo, "privado"),
        (leo, group, "group"),
    ):
        shown = await world.ask("/commands", phone=phone, chat=chat)
        assert [command["command"] for command in shown] == [word]
    await world.bot.delete_my_commands(scope=BotCommandScopeChat(ana))
    assert (await world.ask("/commands", phone=ana))[0]["command"] == "private"


async def test_the_bot_describes_itself_in_the_language_of_the_phone(world: World) -> None:
    phone = await world.started("Ana", "el")
    await world.bot.set_my_name("Assistant")
    await world.bot.set_my_description("A lesson a day")
    await world.bot.set_my_description("Ένα μάθημα τη μέρα", language_code="el")
    await world.bot.set_my_short_description("Lessons")
    shown = await world.ask("/bot", phone=phone)
    assert shown["name"] == "Assistant"
    assert shown["description"] == "Ένα μάθημα τη μέρα"
    assert shown["short_description"] == "Lessons"
    assert (await world.bot.get_me()).first_name == "Assistant"


async def test_a_reader_sees_only_what_changed_since(world: World) -> None:
    phone = await world.started()
    sent = await world.bot.send_message(phone, "a")
    other = await world.bot.send_message(phone, "b")
    seq = (await world.ask(f"/chats/{phone}/messages", phone=phone))["seq"]
    assert await world.messages(phone, after=seq) == []
    await world.bot.edit_message_text("c", phone, sent.message_id)
    await world.bot.delete_message(phone, other.message_id)
    edited, deleted = await world.messages(phone, after=seq)
    assert (edited["text"], edited["edited"], edited["deleted"]) == ("c", True, False)
    assert (deleted["text"], deleted["deleted"]) == (None, True)


async def test_events_name_the_chat_the_clock_and_the_call(world: World) -> None:
    phone = await world.started()
    seen: list[Any] = []
    async with world.page.stream("GET", "/events") as stream, asyncio.timeout(5):
        lines = stream.aiter_lines()
        assert "clock" in await _next(lines)
        await world.bot.send_message(phone, "hello")
        seen = [await _next(lines), await _next(lines)]
    assert set(seen[0]) == {"chat_id", "seq"}
    assert seen[0]["chat_id"] == phone
    call = seen[1]["call"]
    assert (call["method"], call["status"]) == ("sendMessage", 200)


async def _next(lines: Any) -> Any:
    async for line in lines:
        if line.startswith("data: "):
            return json.loads(line.removeprefix("data: "))
    raise AssertionError("the stream ended")


async def test_calls_are_logged_with_their_parameters_shortened(world: World) -> None:
    phone = await world.started()
    await world.call("sendMessage", chat_id=phone, text="a" * 1000)
    await world.call("sendPigeon", chat_id=phone)
    sent, refused = (await world.ask("/calls"))[-2:]
    assert (sent["method"], sent["status"]) == ("sendMessage", 200)
    assert len(sent["params"]["text"]) < 400
    assert (refused["method"], refused["status"]) == ("sendPigeon", 404)
    assert await world.ask("/calls", after=refused["n"]) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:1"}, 200),
        ({"Host": "example.org"}, 403),
        ({"Origin": "http://example.org"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_only_this_machines_own_pages_may_write(
    world: World, headers: dict[str, str], status: int
) -> None:
    body = {"first_name": "Ana"}
    answer = await world.page.post("/phones", json=body, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/phones", {"first_name": " "}, 400),
        ("/phones", [], 400),
        ("/phones/1/send", {"chat_id": 1, "text": "a"}, 404),
        ("/phones/{phone}/send", {"chat_id": 1, "text": "a"}, 404),
        ("/phones/{phone}/send", {"chat_id": "{phone}", "text": "a"}, 400),
        ("/phones/{phone}/start", {"payload": "a b"}, 400),
        ("/phones/{phone}/start", {"payload": "a" * 65}, 400),
        ("/groups", {"title": "Team", "phones": []}, 400),
        ("/groups", {"title": "Team", "phones": [1]}, 404),
    ],
)
async def test_a_mistake_is_told_in_one_sentence(
    world: World, path: str, body: Any, status: int
) -> None:
    phone = await world.started()
    answer = await world.tell(path.format(phone=phone), body, status=status)
    assert set(answer) == {"error"}
