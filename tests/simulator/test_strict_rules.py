"""One case for each rule of the real server that a bot could break."""

import json
from typing import Any

import pytest

from simulator.limits import CALLBACK_SECONDS, DELETABLE_SECONDS
from tests.simulator.world import PIXEL, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

FACE = "😀"
UNPARSED = "Bad Request: can't parse entities: "


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


async def test_an_unknown_method_is_not_found(world: World) -> None:
    assert await world.call("sendPigeon") == (404, "Not Found: method not found")


async def test_method_names_come_in_any_case_and_parameters_in_any_encoding(world: World) -> None:
    phone = await world.started()
    by_query = await world.page.get("/bot100001:SIM/SENDMESSAGE", params={
        "chat_id": phone, "text": "a", "reply_markup": json.dumps(button(callback_data="b")),
    })  # fmt: skip
    by_json = await world.page.post("/bot100001:SIM/sendmessage", json={
        "chat_id": phone, "text": "a", "reply_markup": button(callback_data="b"),
    })  # fmt: skip
    for answer in (by_query, by_json):
        assert answer.json()["result"]["reply_markup"] == button(callback_data="b")


async def test_captions_are_counted_after_parsing(world: World) -> None:
    phone = await world.started()
    for length, status in ((1024, 200), (1025, 400)):
        answer = await world.page.post(
            "/bot100001:SIM/sendPhoto",
            data={"chat_id": phone, "caption": f"<b>{'a' * length}</b>", "parse_mode": "HTML"},
            files={"photo": ("p.png", PIXEL)},
        )
        assert answer.status_code == status
    assert answer.json()["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("photo", "refusal"),
    [
        (b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (b"", "Bad Request: file must be non-empty"),
        (PIXEL + bytes(10_000_000), "Bad Request: file is too big for a photo"),
    ],
    ids=["text", "empty", "big"],
)
async def test_a_photo_must_be_a_picture_of_up_to_10_megabytes(
    world: World, photo: bytes, refusal: str
) -> None:
    phone = await world.started()
    answer = await world.page.post(
        "/bot100001:SIM/sendPhoto", data={"chat_id": phone}, files={"photo": ("p.png", photo)}
    )
    assert answer.json()["description"] == refusal


async def test_a_file_over_20_megabytes_cannot_be_fetched(world: World) -> None:
    file = world.simulation.files.add("document", "film.mp4", "video/mp4", bytes(20_000_001))
    assert await world.call("getFile", file_id=file.id) == (400, "Bad Request: file is too big")
    assert await world.call("getFile", file_id="x") == (400, "Bad Request: invalid file_id")


async def test_edits_are_refused_when_they_change_nothing_or_have_no_object(world: World) -> None:
    phone = await world.started()
    own = await world.bot.send_message(phone, "a")
    theirs = await world.tell(f"/phones/{phone}/send", {"chat_id": phone, "text": "b"})
    cases: list[tuple[str, Any, str]] = [
        ("editMessageText", {"message_id": own.message_id, "text": "a"}, "message is not modified"),
        ("editMessageText", {"message_id": 99, "text": "a"}, "message to edit not found"),
        ("editMessageText", {"text": "a"}, "message identifier is not specified"),
        (
            "editMessageText",
            {"message_id": theirs["message_id"], "text": "a"},
            "message can't be edited",
        ),
        (
            "editMessageCaption",
            {"message_id": own.message_id, "caption": "a"},
            "there is no caption in the message to edit",
        ),
        ("editMessageReplyMarkup", {"message_id": own.message_id}, "message is not modified"),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
    ]
    for method, params, reason in cases:
        status, description = await world.call(method, chat_id=phone, **params)
        assert status == 400
        assert description.startswith(f"Bad Request: {reason}"), description


async def test_a_bot_deletes_only_messages_younger_than_48_hours(world: World) -> None:
    phone = await world.started()
    old = await world.bot.send_message(phone, "old")
    world.time.now += DELETABLE_SECONDS - 1
    fresh = await world.bot.send_message(phone, "fresh")
    world.time.now += 1
    status, description = await world.call(
        "deleteMessage", chat_id=phone, message_id=old.message_id
    )
    assert (status, description) == (400, "Bad Request: message can't be deleted for everyone")
    assert await world.bot.delete_message(phone, fresh.message_id)
    assert [message["deleted"] for message in await world.messages(phone)] == [False, False, True]


@pytest.mark.parametrize(("age", "status"), [(CALLBACK_SECONDS, 200), (CALLBACK_SECONDS + 1, 400)])
async def test_a_press_can_be_answered_for_150_seconds_of_machine_time(
    world: World, age: int, status: int
) -> None:
    query_id = str(world.simulation.callbacks.ask())
    world.time.now += age
    found, description = await world.call("answerCallbackQuery", callback_query_id=query_id)
    assert found == status
    if status == 400:
        assert description == (
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )


async def test_a_press_is_answered_once_with_up_to_200_characters(world: World) -> None:
    query_id = str(world.simulation.callbacks.ask())
    long = await world.call("answerCallbackQuery", callback_query_id=query_id, text="a" * 201)
    assert long == (400, "Bad Request: MESSAGE_TOO_LONG")
    for status in (200, 400):
        answer = await world.call("answerCallbackQuery", callback_query_id=query_id, text="a" * 200)
        assert answer[0] == status


ODD = [
    ("sendMessage", b'{"chat_id": 1, "text": "\\ud83d"}', "chat not found"),
    (
        "sendMessage",
        b'{"chat_id": %(phone)d, "text": "\\ud83d"}',
        "strings must be encoded in UTF-8",
    ),
    ("sendMessage", b'{"chat_id": 9999999999999999999999, "text": "a"}', "chat not found"),
    ("sendMessage", b'{"chat_id": "@channel", "text": "a"}', "chat not found"),
    ("sendMessage", b'{"text": "a"}', "chat_id is empty"),
    ("sendMessage", b"[]", "can't parse JSON object: expected an Object"),
    ("sendMessage", b"{", "can't parse JSON object"),
    (
        "sendMessage",
        b'{"chat_id": %(phone)d, "text": "a", "reply_markup":'
        b' {"inline_keyboard": [[{"text": "a", "web_app": 7}]]}}',
        "inline keyboard button Web App URL is invalid: Only HTTPS links are allowed",
    ),
    (
        "sendPoll",
        b'{"chat_id": %(phone)d, "question": "a", "options": ["a", "b"], "type": "quiz",'
        b' "correct_option_ids": ["0"]}',
        "wrong correct option ID specified",
    ),
]


@pytest.mark.parametrize(("method", "body", "reason"), ODD)
async def test_odd_bodies_get_a_refusal_and_never_a_crash(
    world: World, method: str, body: bytes, reason: str
) -> None:
    content = body.replace(b"%(phone)d", str(await world.started()).encode())
    answer = await world.page.post(
        f"/bot100001:SIM/{method}", content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.json()["description"] == f"Bad Request: {reason}"
