"""Rules about methods, files, edits, deletions and answers to presses."""

import json
from typing import Any

import pytest

from simulator.limits import CALLBACK_SECONDS, DELETABLE_SECONDS
from tests.simulator.world import PIXEL, World

pytestmark = pytest.mark.asyncio(loop_scope="module")


def button(**fields: Any) -> Any:
    return {"inline_keyboard": [[{"text": "Go", **fields}]]}


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
