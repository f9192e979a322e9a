"""sendMessage, sendPhoto, sendDocument, copyMessage and what all sends share."""

from simulator.call import Call, Upload
from simulator.chats import Chat
from simulator.errors import bad_request
from simulator.files import File, is_picture
from simulator.keyboards import read_markup
from simulator.limits import CAPTION, PHOTO_BYTES, TEXT, UPLOAD_BYTES
from simulator.messages import Message
from simulator.simulation import Simulation
from simulator.store import Json
from simulator.texts import read_text

TEXT_TOO_LONG = "message is too long"
CAPTION_TOO_LONG = "message caption is too long"


def send_message(simulation: Simulation, call: Call) -> Json:
    chat = simulation.chats.writable(call.integer("chat_id"))
    content = text_content(call)
    return send(simulation, call, chat, content)


def send_photo(simulation: Simulation, call: Call) -> Json:
    return _send_file(simulation, call, "photo")


def send_document(simulation: Simulation, call: Call) -> Json:
    return _send_file(simulation, call, "document")


def copy_message(simulation: Simulation, call: Call) -> Json:
    chat = simulation.chats.writable(call.integer("chat_id"))
    source = simulation.chats.get(call.integer("from_chat_id"))
    original = simulation.messages.find(source.id, call.integer("message_id"))
    if original is None:
        raise bad_request("message to copy not found")
    if "poll" in original.content:
        raise bad_request("message can't be copied")
    content = original.content
    if "caption" in call.params and "text" not in content:
        bare = {k: v for k, v in content.items() if not k.startswith("caption")}
        content = bare | caption_content(call)
    return {"message_id": send(simulation, call, chat, content)["message_id"]}


def text_content(call: Call) -> Json:
    """The content of a text message. Raises ApiError 400."""
    text, entities = read_text(call, "text", TEXT, TEXT_TOO_LONG, entities="entities")
    if not text:
        raise bad_request("message text is empty")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_content(call: Call) -> Json:
    """The caption of a message with a file, if there is one. Raises ApiError 400."""
    caption, entities = read_text(call, "caption", CAPTION, CAPTION_TOO_LONG)
    if not caption:
        return {}
    return {"caption": caption} | ({"caption_entities": entities} if entities else {})


def file_content(simulation: Simulation, kind: str, named: str, upload: Upload | None) -> Json:
    """The content that shows a new file or one named by its id. Raises ApiError 400."""
    if upload is None:
        if named.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        if not named:
            raise bad_request(f"there is no {kind} in the request")
        known = simulation.files.find(named)
        if known is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return known.content()
    return _stored(simulation, kind, upload).content()


def _stored(simulation: Simulation, kind: str, upload: Upload) -> File:
    if not upload.body:
        raise bad_request("file must be non-empty")
    if len(upload.body) > (PHOTO_BYTES if kind == "photo" else UPLOAD_BYTES):
        raise bad_request(f"file is too big for a {kind}")
    if kind == "photo" and not is_picture(upload.body):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return simulation.files.add(kind, upload.name, upload.mime, upload.body)


def _send_file(simulation: Simulation, call: Call, kind: str) -> Json:
    chat = simulation.chats.writable(call.integer("chat_id"))
    caption = caption_content(call)
    read_markup(call)
    content = file_content(simulation, kind, *named_file(call, call.text(kind), kind))
    return send(simulation, call, chat, content | caption)


def named_file(call: Call, reference: str, field: str) -> tuple[str, Upload | None]:
    """A file given as part ``field``, as ``attach://part``, or by its id."""
    if reference.startswith("attach://"):
        return "", call.files.get(reference.removeprefix("attach://"))
    return reference, call.files.get(field)


def send(simulation: Simulation, call: Call, chat: Chat, content: Json) -> Json:
    """Put a message of the bot into a chat and tell everyone. Raises ApiError 400."""
    markup = read_markup(call)
    reply_to = _replied(simulation, call, chat)
    message = simulation.messages.add(
        chat.id, simulation.bot_id, simulation.today(), content, markup, reply_to
    )
    arrived(simulation, message)
    return simulation.message_shape(message, chat)


def arrived(simulation: Simulation, message: Message) -> None:
    simulation.announce(message.chat_id, message.seq)
    simulation.player.message_arrived(message.buttons)


def _replied(simulation: Simulation, call: Call, chat: Chat) -> int | None:
    reply = call.nested("reply_parameters") or {}
    if not isinstance(reply, dict):
        raise bad_request("can't parse reply parameters JSON object")
    message_id = reply.get("message_id", call.integer("reply_to_message_id"))
    if message_id is None:
        return None
    if simulation.messages.find(chat.id, message_id):
        return int(message_id)
    if reply.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")
