"""A real python-telegram-bot Bot talks with phones over real HTTP."""

import asyncio
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyParameters
from telegram.constants import PollType
from telegram.error import BadRequest, Forbidden, InvalidToken

from tests.simulator.world import PIXEL, World, bot_at

pytestmark = pytest.mark.asyncio(loop_scope="module")

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Next", callback_data="next")]])


async def test_a_start_with_a_payload_arrives_as_a_command_with_its_entity(world: World) -> None:
    phone = await world.phone("Ana", "el")
    await world.tell(f"/phones/{phone}/start", {"payload": "code-7"})
    (update,) = await world.bot.get_updates()
    assert update.message
    assert update.message.from_user
    assert update.message.text == "/start code-7"
    assert update.message.from_user.language_code == "el"
    assert update.message.chat.id == phone
    (entity,) = update.message.entities
    assert (entity.type, entity.offset, entity.length) == ("bot_command", 0, 6)


async def test_a_press_waits_for_the_answer_of_the_bot(world: World) -> None:
    phone = await world.started()
    message = await world.bot.send_message(phone, "Card 1", reply_markup=KEYBOARD)
    body = {"chat_id": phone, "message_id": message.message_id, "data": "next"}
    pressing = asyncio.create_task(world.tell(f"/phones/{phone}/press", body))
    (update,) = await world.bot.get_updates(timeout=5)
    assert update.callback_query
    assert update.callback_query.data == "next"
    await update.callback_query.answer("Here you are", show_alert=True)
    assert await pressing == {"answer": {"text": "Here you are", "show_alert": True}}


async def test_a_press_without_an_answer_ends_empty(world: World) -> None:
    phone = await world.started()
    message = await world.bot.send_message(phone, "Card 1", reply_markup=KEYBOARD)
    body = {"chat_id": phone, "message_id": message.message_id, "data": "next", "wait": 0.05}
    assert await world.tell(f"/phones/{phone}/press", body) == {"answer": None}


async def test_an_edit_without_reply_markup_removes_the_keyboard(world: World) -> None:
    phone = await world.started()
    message = await world.bot.send_message(phone, "Card 1", reply_markup=KEYBOARD)
    await world.bot.edit_message_text("Card 2", phone, message.message_id)
    shown = (await world.messages(phone))[-1]
    assert (shown["text"], shown["reply_markup"], shown["edited"]) == ("Card 2", None, True)


async def test_a_picture_can_be_sent_edited_and_seen(world: World) -> None:
    phone = await world.started()
    message = await world.bot.send_photo(phone, PIXEL, caption="<b>Week</b>", parse_mode="HTML")
    assert message.photo[0].width == 1
    again = InputMediaPhoto(message.photo[0].file_id, caption="Month")
    await world.bot.edit_message_media(again, phone, message.message_id)
    shown = (await world.messages(phone))[-1]
    assert shown["caption"] == "Month"
    await world.bot.edit_message_media(InputMediaPhoto(PIXEL), phone, message.message_id)
    shown = (await world.messages(phone))[-1]
    assert shown["caption"] is None
    picture = await world.page.get(shown["photo_url"])
    assert picture.content == PIXEL


async def test_a_document_keeps_its_name(world: World) -> None:
    phone = await world.started()
    await world.bot.send_document(phone, b"BEGIN:VCALENDAR", filename="day.ics", caption="Save")
    shown = (await world.messages(phone))[-1]["document"]
    assert (shown["file_name"], shown["size"]) == ("day.ics", 15)
    assert (await world.page.get(shown["url"])).content == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    ("kind", "name", "mime"),
    [
        ("photo", "me.png", "image/png"),
        ("document", "plan.pdf", "application/pdf"),
        ("voice", "note.ogg", "audio/ogg"),
        ("sticker", "wave.webp", "image/webp"),
    ],
)
async def test_what_a_person_uploads_can_be_downloaded_by_the_bot(
    world: World, kind: str, name: str, mime: str
) -> None:
    phone = await world.started()
    answer = await world.page.post(
        f"/phones/{phone}/upload",
        data={"chat_id": str(phone), "kind": kind},
        files={"file": (name, PIXEL, mime)},
    )
    assert answer.status_code == 200, answer.text
    (update,) = await world.bot.get_updates()
    assert update.message
    attachment: Any = update.message.effective_attachment
    file = await world.bot.get_file(attachment[0] if kind == "photo" else attachment)
    assert bytes(await file.download_as_bytearray()) == PIXEL


async def test_a_quiz_tells_the_bot_who_voted_what(world: World) -> None:
    phone = await world.started()
    message = await world.bot.send_poll(
        phone,
        "Which one?",
        ["One", "Two"],
        type=PollType.QUIZ,
        is_anonymous=False,
        correct_option_ids=[1],
        explanation="<i>Because</i>",
        explanation_parse_mode="HTML",
    )
    body = {"chat_id": phone, "message_id": message.message_id, "options": [1]}
    await world.tell(f"/phones/{phone}/vote", body)
    await world.tell(f"/phones/{phone}/vote", body, status=409)
    updates = await world.bot.get_updates()
    answers = [update.poll_answer for update in updates if update.poll_answer]
    assert [answer.option_ids for answer in answers] == [(1,)]
    assert answers[0].user is not None
    assert answers[0].user.id == phone
    (poll,) = [update.poll for update in updates if update.poll]
    assert [option.voter_count for option in poll.options] == [0, 1]
    shown = (await world.messages(phone))[-1]["poll"]
    assert shown["votes"] == [{"phone": phone, "first_name": "Ana", "options": [1]}]


async def test_an_anonymous_poll_keeps_the_voter_to_itself(world: World) -> None:
    phone = await world.started()
    message = await world.bot.send_poll(phone, "How was it?", ["Good", "Bad"])
    body = {"chat_id": phone, "message_id": message.message_id, "options": [0]}
    await world.tell(f"/phones/{phone}/vote", body)
    assert [update.poll_answer for update in await world.bot.get_updates()] == [None]
    poll = await world.bot.stop_poll(phone, message.message_id)
    assert (poll.is_closed, poll.total_voter_count) == (True, 1)
    await world.tell(f"/phones/{phone}/vote", {**body, "options": []}, status=409)


async def test_who_blocks_the_bot_is_out_of_reach_until_a_new_start(world: World) -> None:
    phone = await world.started()
    await world.tell(f"/phones/{phone}/block")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await world.bot.send_message(phone, "Hello?")
    (update,) = await world.bot.get_updates()
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == "kicked"
    body = {"chat_id": phone, "text": "hello"}
    await world.tell(f"/phones/{phone}/send", body, status=409)
    await world.tell(f"/phones/{phone}/start")
    await world.bot.send_message(phone, "Welcome back")


async def test_a_deleted_account_and_a_stranger_are_out_of_reach(world: World) -> None:
    stranger, gone = await world.phone(), await world.started()
    await world.tell(f"/phones/{gone}/deactivate")
    with pytest.raises(Forbidden, match="initiate conversation"):
        await world.bot.send_message(stranger, "Hello")
    with pytest.raises(Forbidden, match="user is deactivated"):
        await world.bot.send_message(gone, "Hello")
    with pytest.raises(BadRequest, match="Chat not found"):
        await world.bot.send_message(42, "Hello")


async def test_a_reply_and_an_edited_message_name_what_they_concern(world: World) -> None:
    phone = await world.started()
    question = await world.bot.send_message(phone, "What did you try?")
    body = {"chat_id": phone, "text": "A list", "reply_to": question.message_id}
    sent = await world.tell(f"/phones/{phone}/send", body)
    edit = {"chat_id": phone, "message_id": sent["message_id"], "text": "Two lists"}
    await world.tell(f"/phones/{phone}/edit", edit)
    first, second = await world.bot.get_updates()
    assert first.message
    assert first.message.reply_to_message
    assert first.message.reply_to_message.message_id == question.message_id
    assert second.edited_message
    assert second.edited_message.text == "Two lists"
    answer = await world.bot.send_message(
        phone, "Good", reply_parameters=ReplyParameters(sent["message_id"])
    )
    assert answer.reply_to_message
    assert answer.reply_to_message.text == "Two lists"


async def test_in_a_group_the_bot_hears_commands_and_replies_only(world: World) -> None:
    ana, leo = await world.started("Ana"), await world.started("Leo")
    group = (await world.tell("/groups", {"title": "Team", "phones": [ana, leo]}))["id"]
    await world.tell(f"/phones/{ana}/send", {"chat_id": group, "text": "hi Leo"})
    await world.tell(f"/phones/{leo}/send", {"chat_id": group, "text": "/help"})
    joined, command = await world.bot.get_updates()
    assert joined.my_chat_member
    assert command.message
    assert command.message.text == "/help"
    await world.bot.send_message(group, "Write to me in private")
    for phone in (ana, leo):
        texts = [message["text"] for message in await world.messages(phone, group)]
        assert texts == ["hi Leo", "/help", "Write to me in private"]


async def test_a_copy_carries_content_and_a_pin_is_told_by_the_chat(world: World) -> None:
    phone = await world.started()
    original = await world.bot.send_message(phone, "<b>Read me</b>", parse_mode="HTML")
    copy = await world.bot.copy_message(phone, phone, original.message_id)
    await world.bot.pin_chat_message(phone, copy.message_id)
    chat = await world.bot.get_chat(phone)
    assert chat.pinned_message
    assert chat.pinned_message.text_html == "<b>Read me</b>"
    await world.bot.send_chat_action(phone, "typing")


async def test_a_wrong_token_is_refused(world: World) -> None:
    assert await world.call("getMe", token="100001:OTHER") == (401, "Unauthorized")
    stranger = bot_at(world.served.url)
    stranger._base_url = f"{world.served.url}/bot1:no"
    with pytest.raises(InvalidToken):
        await stranger.initialize()
