"""editMessage*, deleteMessage(s), pinning."""

from simulator.call import Call
from simulator.chats import Chat
from simulator.errors import bad_request
from simulator.keyboards import read_markup
from simulator.limits import CAPTION, DELETABLE_SECONDS
from simulator.messages import Message
from simulator.methods.sending import (
    CAPTION_TOO_LONG,
    caption_content,
    file_content,
    named_file,
    text_content,
)
from simulator.simulation import Simulation
from simulator.store import Json
from simulator.texts import formatted

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)
MEDIA = ("photo", "document")


def edit_message_text(simulation: Simulation, call: Call) -> Json:
    chat, message = _editable(simulation, call)
    content = text_content(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _edit(simulation, call, chat, message, content)


def edit_message_caption(simulation: Simulation, call: Call) -> Json:
    chat, message = _editable(simulation, call)
    caption = caption_content(call)
    if "text" in message.content or "poll" in message.content:
        raise bad_request("there is no caption in the message to edit")
    return _edit(simulation, call, chat, message, _uncaptioned(message.content) | caption)


def edit_message_media(simulation: Simulation, call: Call) -> Json:
    chat, message = _editable(simulation, call)
    if "poll" in message.content:
        raise bad_request("message can't be edited")
    media = call.nested("media")
    if not isinstance(media, dict) or media.get("type") not in MEDIA:
        raise bad_request("can't parse InputMedia: type must be photo or document")
    caption, entities = formatted(
        media.get("caption") or "",
        media.get("parse_mode") or "",
        media.get("caption_entities"),
        CAPTION,
        CAPTION_TOO_LONG,
    )
    read_markup(call, inline_only=True)
    named, upload = named_file(call, str(media.get("media", "")), "media")
    content = file_content(simulation, media["type"], named, upload)
    if caption:
        content["caption"] = caption
    if entities:
        content["caption_entities"] = entities
    return _edit(simulation, call, chat, message, content)


def edit_message_reply_markup(simulation: Simulation, call: Call) -> Json:
    chat, message = _editable(simulation, call)
    return _edit(simulation, call, chat, message, message.content, shown_as_edited=False)


def delete_message(simulation: Simulation, call: Call) -> bool:
    chat = simulation.chats.get(call.integer("chat_id"))
    message = simulation.messages.find(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(simulation, chat, message)
    simulation.announce(chat.id, simulation.messages.delete(message.message_id))
    return True


def delete_messages(simulation: Simulation, call: Call) -> bool:
    """Those not found are skipped, as the real server does."""
    chat = simulation.chats.get(call.integer("chat_id"))
    ids = call.nested("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message_ids must be a list of 1-100 message identifiers")
    found = [simulation.messages.find(chat.id, message_id) for message_id in ids]
    messages = [message for message in found if message]
    for message in messages:
        _check_deletable(simulation, chat, message)
    for message in messages:
        simulation.announce(chat.id, simulation.messages.delete(message.message_id))
    return True


def pin_chat_message(simulation: Simulation, call: Call) -> bool:
    chat = simulation.chats.writable(call.integer("chat_id"))
    message = simulation.messages.find(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    simulation.store.save_setting(f"pinned:{chat.id}", message.message_id)
    simulation.announce(chat.id, simulation.messages.touch(message.message_id))
    return True


def unpin_chat_message(simulation: Simulation, call: Call) -> bool:
    chat = simulation.chats.writable(call.integer("chat_id"))
    simulation.store.save_setting(f"pinned:{chat.id}", None)
    return True


def _editable(simulation: Simulation, call: Call) -> tuple[Chat, Message]:
    if call.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = simulation.chats.writable(call.integer("chat_id"))
    message_id = call.integer("message_id")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    message = simulation.messages.find(chat.id, message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender_id != simulation.bot_id:
        raise bad_request("message can't be edited")
    return chat, message


def _edit(
    simulation: Simulation,
    call: Call,
    chat: Chat,
    message: Message,
    content: Json,
    shown_as_edited: bool = True,
) -> Json:
    """A call without reply_markup removes the keyboard."""
    markup = read_markup(call, inline_only=True)
    if content == message.content and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    edit_date = simulation.today() if shown_as_edited else message.edit_date
    changed = simulation.messages.change(message, content, markup, edit_date)
    simulation.announce(chat.id, changed.seq)
    return simulation.message_shape(changed, chat)


def _check_deletable(simulation: Simulation, chat: Chat, message: Message) -> None:
    if chat.is_group and message.sender_id != simulation.bot_id:
        raise bad_request("message can't be deleted")
    if simulation.today() - message.date >= DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")


def _uncaptioned(content: Json) -> Json:
    return {name: value for name, value in content.items() if not name.startswith("caption")}
