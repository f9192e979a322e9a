"""One case for each rule about texts and keyboards."""

from typing import Any

import pytest

from tests.simulator.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")

FACE = "😀"


def button(**fields: Any) -> Any:
    return {"inline_keyboard": [[{"text": "Go", **fields}]]}


def buttons(rows: int, columns: int) -> Any:
    row = [{"text": "x", "callback_data": "x"}] * columns
    return {"inline_keyboard": [row] * rows}


TEXTS = {
    "the longest text": ({"text": "a" * 4096}, None),
    "a text too long": ({"text": "a" * 4097}, "Bad Request: message is too long"),
    "faces count twice": ({"text": FACE * 2049}, "Bad Request: message is too long"),
    "tags don't count": ({"text": f"<b>{'a' * 4096}</b>", "parse_mode": "HTML"}, None),
    "no text": ({}, "Bad Request: message text is empty"),
    "white space": ({"text": " \n "}, "Bad Request: message text is empty"),
    "only tags": ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
    "another parse mode": (
        {"text": "*a*", "parse_mode": "MarkdownV2"},
        "Bad Request: unsupported parse_mode: this simulator reads HTML",
    ),
    "a misspelt parameter": (
        {"text": "a", "reply_markups": "{}"},
        "Bad Request: unknown parameter reply_markups for sendMessage",
    ),
    "entities out of bounds": (
        {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "Bad Request: entity is out of the text's bounds",
    ),
    "a reply to nothing": (
        {"text": "a", "reply_parameters": {"message_id": 99}},
        "Bad Request: message to be replied not found",
    ),
    "a reply to nothing, allowed": (
        {"text": "a", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
        None,
    ),
    "a keyboard that is no JSON": (
        {"text": "a", "reply_markup": "{"},
        "Bad Request: can't parse reply markup JSON object",
    ),
}


@pytest.mark.parametrize(("params", "refusal"), TEXTS.values(), ids=TEXTS)
async def test_sending_a_text(world: World, params: Any, refusal: str | None) -> None:
    phone = await world.started()
    status, result = await world.call("sendMessage", chat_id=phone, **params)
    assert (status, result) == (400, refusal) if refusal else status == 200


KEYBOARDS = {
    "data of 64 bytes": (button(callback_data="a" * 64), None),
    "data of 65 bytes": (button(callback_data="a" * 65), "BUTTON_DATA_INVALID"),
    "33 Greek letters are 66 bytes": (button(callback_data="α" * 33), "BUTTON_DATA_INVALID"),
    "empty data": (button(callback_data=""), "BUTTON_DATA_INVALID"),
    "no action": (
        button(),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "two actions": (
        button(callback_data="a", url="https://example.org"),
        "can't parse inline keyboard button: exactly one action is expected",
    ),
    "an unknown field": (
        button(callback_data="a", color="red"),
        "unknown field color in an inline keyboard button",
    ),
    "an address": (button(url="https://example.org/a"), None),
    "no address": (button(url="nowhere"), "inline keyboard button URL 'nowhere' is invalid"),
    "a web app without TLS": (
        button(web_app={"url": "http://127.0.0.1/"}),
        "inline keyboard button Web App URL is invalid: Only HTTPS links are allowed",
    ),
    "a long text to copy": (button(copy_text={"text": "a" * 257}), "BUTTON_COPY_TEXT_INVALID"),
    "eight in a row": (buttons(1, 8), None),
    "nine in a row": (buttons(1, 9), "too many buttons in a row of the reply markup"),
    "a hundred": (buttons(20, 5), None),
    "a hundred and five": (buttons(21, 5), "reply markup is too long"),
    "a reply keyboard": ({"keyboard": [["Yes", "No"]]}, None),
    "neither": ({"buttons": []}, "can't parse reply keyboard markup JSON object"),
    "a list": ([], "object expected as reply markup"),
}


@pytest.mark.parametrize(("markup", "refusal"), KEYBOARDS.values(), ids=KEYBOARDS)
async def test_keyboards(world: World, markup: Any, refusal: str | None) -> None:
    phone = await world.started()
    status, result = await world.call("sendMessage", chat_id=phone, text="a", reply_markup=markup)
    assert (status, result) == (400, f"Bad Request: {refusal}") if refusal else status == 200
