"""What a person does on a phone, and the update it makes for the bot."""

import re

from simulator.chats import Chat
from simulator.entities import trimmed, typed, with_found
from simulator.errors import PageError
from simulator.limits import DEEP_LINK, TEXT, utf16_length
from simulator.messages import Message
from simulator.phones import Phone
from simulator.simulation import USERNAME, Simulation
from simulator.store import Json

PAYLOAD = re.compile(rf"[A-Za-z0-9_-]{{0,{DEEP_LINK}}}")


def send(
    simulation: Simulation, phone: Phone, chat_id: int, text: str, reply_to: int | None = None
) -> Message:
    """Type and send a text. Raises PageError."""
    return post(simulation, phone, chat_id, _text_content(text), reply_to)


def start(simulation: Simulation, phone: Phone, payload: str = "") -> Message:
    """Open the bot's link, or press Start (after a block: Restart). Raises PageError."""
    if not PAYLOAD.fullmatch(payload):
        raise PageError(400, "a start payload is up to 64 of A-Z, a-z, 0-9, _ and -")
    if phone.standing == "blocked":
        unblock(simulation, phone)
    return send(simulation, simulation.phones.get(phone.id), phone.id, f"/start {payload}".strip())


def post(
    simulation: Simulation,
    phone: Phone,
    chat_id: int,
    content: Json,
    reply_to: int | None = None,
) -> Message:
    """Put a person's message into a chat and queue its update."""
    chat = _writable(simulation, phone, chat_id)
    if reply_to is not None and not simulation.messages.find(chat.id, reply_to):
        raise PageError(404, f"there is no message {reply_to} in chat {chat.id}")
    with simulation.store.transaction():
        if not chat.is_group and phone.standing == "new":
            simulation.phones.set_standing(phone.id, "active")
        message = simulation.messages.add(
            chat.id, phone.id, simulation.today(), content, reply_to=reply_to
        )
        if _heard_by_bot(simulation, chat, message):
            shape = simulation.message_shape(message, chat)
            simulation.updates.add("message", f"chat {chat.id}", shape)
    simulation.announce(chat.id, message.seq)
    return message


def edit(simulation: Simulation, phone: Phone, chat_id: int, message_id: int, text: str) -> Message:
    """Change one's own text. Raises PageError."""
    chat = _writable(simulation, phone, chat_id)
    message = simulation.messages.find(chat.id, message_id)
    if message is None or message.sender_id != phone.id or "text" not in message.content:
        raise PageError(404, f"phone {phone.id} has no text message {message_id} here")
    content = _text_content(text)
    with simulation.store.transaction():
        changed = simulation.messages.change(message, content, None, simulation.today())
        if _heard_by_bot(simulation, chat, changed):
            shape = simulation.message_shape(changed, chat)
            simulation.updates.add("edited_message", f"chat {chat.id}", shape)
    simulation.announce(chat.id, changed.seq)
    return changed


def press(simulation: Simulation, phone: Phone, chat_id: int, message_id: int, data: str) -> int:
    """Press a button; the callback query's id. Raises PageError.

    Any data is taken: a press may be on its way while the bot takes the button away.
    """
    chat = _writable(simulation, phone, chat_id)
    message = simulation.messages.find(chat.id, message_id)
    if message is None or message.sender_id != simulation.bot_id:
        raise PageError(404, f"there is no message {message_id} of the bot in chat {chat.id}")
    with simulation.store.transaction():
        query_id = simulation.callbacks.ask()
        query = {
            "id": str(query_id),
            "from": phone.user(),
            "message": simulation.message_shape(message, chat),
            "chat_instance": str(chat.id * 1_000_003),
            "data": data,
        }
        simulation.updates.add("callback_query", f"user {phone.id}", query)
    return query_id


def vote(
    simulation: Simulation, phone: Phone, chat_id: int, message_id: int, options: list[int]
) -> None:
    """Vote in a poll; an empty list takes the vote back. Raises PageError."""
    chat = _writable(simulation, phone, chat_id)
    message = simulation.messages.find(chat.id, message_id)
    if message is None or "poll" not in message.content:
        raise PageError(404, f"there is no poll {message_id} in chat {chat.id}")
    poll = simulation.polls.get(message.content["poll"])
    now = simulation.clock.now()
    with simulation.store.transaction():
        simulation.polls.vote(poll, phone.id, options, now)
        simulation.updates.add("poll", f"poll {poll.id}", simulation.polls.shape(poll, now))
        if not poll.body["is_anonymous"]:
            answer = {
                "poll_id": poll.id,
                "user": phone.user(),
                "option_ids": options,
                "option_persistent_ids": [
                    poll.body["options"][number]["persistent_id"] for number in options
                ],
            }
            simulation.updates.add("poll_answer", f"user {phone.id}", answer)
        seq = simulation.messages.touch(message.message_id)
    simulation.announce(chat.id, seq)


def block(simulation: Simulation, phone: Phone) -> None:
    if phone.standing != "blocked":
        _change_standing(simulation, phone, "blocked", "member", "kicked")


def unblock(simulation: Simulation, phone: Phone) -> None:
    if phone.standing == "blocked":
        _change_standing(simulation, phone, "active", "kicked", "member")


def create_group(simulation: Simulation, title: str, phones: list[Phone]) -> Chat:
    """A group with the bot and these phones in it; the first one made it."""
    with simulation.store.transaction():
        chat = simulation.chats.create_group(title, phones)
        change = _membership(simulation, phones[0], chat, "left", "member")
        simulation.updates.add("my_chat_member", f"chat {chat.id}", change)
    return chat


def _change_standing(
    simulation: Simulation, phone: Phone, standing: str, before: str, after: str
) -> None:
    chat = Chat(phone.id, phone)
    with simulation.store.transaction():
        simulation.phones.set_standing(phone.id, standing)
        change = _membership(simulation, phone, chat, before, after)
        simulation.updates.add("my_chat_member", f"chat {chat.id}", change)


def _membership(simulation: Simulation, phone: Phone, chat: Chat, before: str, after: str) -> Json:
    return {
        "chat": chat.shape(),
        "from": phone.user(),
        "date": simulation.today(),
        "old_chat_member": _member(simulation, before),
        "new_chat_member": _member(simulation, after),
    }


def _member(simulation: Simulation, status: str) -> Json:
    member: Json = {"status": status, "user": simulation.bot_user()}
    return member | ({"until_date": 0} if status == "kicked" else {})


def _text_content(text: str) -> Json:
    text, formatting = trimmed(*typed(text))
    if not 1 <= utf16_length(text) <= TEXT:
        raise PageError(400, f"a text has 1 to {TEXT} characters")
    entities = with_found(text, formatting)
    return {"text": text} | ({"entities": entities} if entities else {})


def _writable(simulation: Simulation, phone: Phone, chat_id: int) -> Chat:
    chat = simulation.chats.seen_by(chat_id, phone)
    if phone.standing == "deactivated":
        raise PageError(409, "this account is deactivated")
    if phone.standing == "blocked" and not chat.is_group:
        raise PageError(409, "this phone has blocked the bot; unblock it or press start")
    return chat


def _heard_by_bot(simulation: Simulation, chat: Chat, message: Message) -> bool:
    """In a group a bot hears, by default, only commands, mentions and replies to itself."""
    text = str(message.content.get("text") or message.content.get("caption") or "")
    if not chat.is_group or text.startswith("/") or f"@{USERNAME}" in text:
        return True
    replied = simulation.messages.find(chat.id, message.reply_to)
    return replied is not None and replied.sender_id == simulation.bot_id
