"""getUpdates, webhooks, answers to presses, chats and files."""

import re
from typing import Any

from simulator.call import Call
from simulator.errors import ApiError, bad_request
from simulator.limits import (
    CALLBACK_ANSWER,
    DOWNLOAD_BYTES,
    LONG_POLL_SECONDS,
    SECRET_TOKEN,
    UPDATES_PER_CALL,
    WEBHOOK_CONNECTIONS,
    utf16_length,
)
from simulator.simulation import Simulation
from simulator.store import Json
from simulator.webhook import Target, check_url

WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)
SECRET = re.compile(r"[A-Za-z0-9_-]*")
CHAT_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


async def get_updates(simulation: Simulation, call: Call) -> list[Json]:
    if simulation.webhook.target:
        raise ApiError(409, WEBHOOK_ACTIVE)
    _allow(simulation, call)
    if (offset := call.integer("offset")) is not None:
        simulation.updates.confirm_before(offset)
    limit = min(max(call.integer("limit") or UPDATES_PER_CALL, 1), UPDATES_PER_CALL)
    timeout = min(max(call.integer("timeout") or 0, 0), LONG_POLL_SECONDS)
    return [update.shape() for update in await simulation.polling.take(limit, timeout)]


async def set_webhook(simulation: Simulation, call: Call) -> bool:
    url = call.text("url")
    if not url:
        return await delete_webhook(simulation, call)
    check_url(url)
    secret = call.text("secret_token")
    if len(secret) > SECRET_TOKEN:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    asked = call.integer("max_connections")
    fewest, most = WEBHOOK_CONNECTIONS
    if asked is not None and not fewest <= asked <= most:
        raise bad_request(f"max_connections must be {fewest}-{most}")
    _allow(simulation, call)
    _drop_pending(simulation, call)
    simulation.polling.end("terminated by setWebhook request")
    simulation.webhook.set(Target(url, secret, asked or 40))
    return True


async def delete_webhook(simulation: Simulation, call: Call) -> bool:
    _drop_pending(simulation, call)
    simulation.webhook.set(None)
    return True


def get_webhook_info(simulation: Simulation, call: Call) -> Json:
    return simulation.webhook.info()


def answer_callback_query(simulation: Simulation, call: Call) -> bool:
    text = call.text("text")
    if utf16_length(text) > CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    raw_id = call.text("callback_query_id")
    query_id = int(raw_id) if raw_id.isdigit() else None
    answer: Json = {"text": text, "show_alert": call.flag("show_alert")}
    if url := call.text("url"):
        answer["url"] = url
    simulation.callbacks.answer(query_id, answer)
    return True


def send_chat_action(simulation: Simulation, call: Call) -> bool:
    chat = simulation.chats.writable(call.integer("chat_id"))
    if call.text("action") not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    simulation.events.publish({"chat_id": chat.id, "action": call.text("action")})
    return True


def get_chat(simulation: Simulation, call: Call) -> Json:
    chat = simulation.chats.get(call.integer("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return {
        **chat.shape(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys([*gifts, "gifts_from_channels"], True),
        **_pinned(simulation, chat.id),
    }


def _pinned(simulation: Simulation, chat_id: int) -> Json:
    chat = simulation.chats.get(chat_id)
    pinned_id = simulation.store.setting(f"pinned:{chat_id}")
    pinned = simulation.messages.find(chat_id, pinned_id) if pinned_id else None
    return {"pinned_message": simulation.message_shape(pinned, chat)} if pinned else {}


def get_file(simulation: Simulation, call: Call) -> Json:
    file = simulation.files.find(call.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }


def _allow(simulation: Simulation, call: Call) -> None:
    """Omitted keeps the old choice; an empty list means the default kinds."""
    kinds: Any = call.nested("allowed_updates")
    if kinds is None:
        return
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("can't parse allowed updates: expected an Array of String")
    simulation.updates.allow(kinds)


def _drop_pending(simulation: Simulation, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        simulation.updates.drop_all()
