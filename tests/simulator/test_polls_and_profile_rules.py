"""One case for each rule about polls and about what the bot says of itself."""

from typing import Any

import pytest

from tests.simulator.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


def poll(**changes: Any) -> Any:
    return {"question": "Which?", "options": ["a", "b"], **changes}


def quiz(**changes: Any) -> Any:
    return poll(type="quiz", **{"correct_option_ids": [0], **changes})


POLLS = {
    "the longest": (poll(question="q" * 300, options=["o" * 100] * 12), None),
    "a question too long": (
        poll(question="q" * 301),
        "poll question length must not exceed 300",
    ),
    "no question": (poll(question=""), "poll question must be non-empty"),
    "one option": (poll(options=["a"]), "poll must have at least 2 options"),
    "thirteen options": (poll(options=["a"] * 13), "poll can't have more than 12 options"),
    "an option too long": (
        poll(options=["a", "b" * 101]),
        "poll options length must not exceed 100",
    ),
    "an empty option": (poll(options=["a", " "]), "poll options must be non-empty"),
    "a quiz without solution": (
        quiz(correct_option_ids=None),
        "wrong correct option ID specified",
    ),
    "a solution out of range": (
        quiz(correct_option_ids=[2]),
        "wrong correct option ID specified",
    ),
    "two solutions": (
        quiz(correct_option_ids=[0, 1]),
        "a quiz without multiple answers has exactly one correct option",
    ),
    "an explanation too long": (quiz(explanation="e" * 201), "message is too long"),
    "an explanation of four lines": (
        quiz(explanation="a\nb\nc\nd"),
        "too many line feeds in the poll explanation",
    ),
    "a kind unknown": (poll(type="survey"), "unsupported poll type specified"),
    "open too short": (
        poll(open_period=4),
        "wrong poll close date or open period specified",
    ),
}


@pytest.mark.parametrize(("params", "refusal"), POLLS.values(), ids=POLLS)
async def test_polls(world: World, params: Any, refusal: str | None) -> None:
    phone = await world.started()
    status, result = await world.call("sendPoll", chat_id=phone, **params)
    assert (status, result) == (400, f"Bad Request: {refusal}") if refusal else status == 200


ABOUT_BOT = {
    "commands": ("setMyCommands", {"commands": [{"command": "go", "description": "d"}]}, None),
    "a command in capitals": (
        "setMyCommands",
        {"commands": [{"command": "Go", "description": "d"}]},
        "BOT_COMMAND_INVALID",
    ),
    "a command too long": (
        "setMyCommands",
        {"commands": [{"command": "g" * 33, "description": "d"}]},
        "BOT_COMMAND_INVALID",
    ),
    "a command's description too long": (
        "setMyCommands",
        {"commands": [{"command": "go", "description": "d" * 257}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "too many commands": (
        "setMyCommands",
        {"commands": [{"command": "go", "description": "d"}] * 101},
        "BOT_COMMANDS_TOO_MUCH",
    ),
    "a language of three letters": (
        "setMyCommands",
        {"commands": [], "language_code": "eng"},
        "invalid language code specified",
    ),
    "an unknown scope": (
        "getMyCommands",
        {"scope": {"type": "everyone"}},
        "can't parse BotCommandScope: unsupported type specified",
    ),
    "a scope of an unknown chat": (
        "getMyCommands",
        {"scope": {"type": "chat", "chat_id": 5}},
        "chat not found",
    ),
    "a name too long": ("setMyName", {"name": "n" * 65}, "bot name is too long"),
    "the longest description": ("setMyDescription", {"description": "d" * 512}, None),
    "a description too long": (
        "setMyDescription",
        {"description": "d" * 513},
        "bot description is too long",
    ),
    "a short description too long": (
        "setMyShortDescription",
        {"short_description": "d" * 121},
        "bot short description is too long",
    ),
    "an unknown menu button": (
        "setChatMenuButton",
        {"menu_button": {"type": "lamp"}},
        "can't parse menu button: unsupported type specified",
    ),
}


@pytest.mark.parametrize(("method", "params", "refusal"), ABOUT_BOT.values(), ids=ABOUT_BOT)
async def test_the_profile_of_the_bot(
    world: World, method: str, params: Any, refusal: str | None
) -> None:
    status, result = await world.call(method, **params)
    assert (status, result) == (400, f"Bad Request: {refusal}") if refusal else status == 200
