"""Every method this Bot API knows, with the parameters it takes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from simulator.call import Call
from simulator.methods import about_bot, editing, polls, receiving, sending
from simulator.simulation import Simulation

Handler = Callable[[Simulation, Call], Any | Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Method:
    """``paced`` methods count as sends and edits in the rate profile."""

    name: str
    handler: Handler
    parameters: frozenset[str]
    paced: bool = False


SEND = """chat_id business_connection_id message_thread_id direct_messages_topic_id
    disable_notification protect_content allow_paid_broadcast message_effect_id
    suggested_post_parameters reply_parameters reply_markup reply_to_message_id
    allow_sending_without_reply"""
EDIT = "chat_id message_id inline_message_id business_connection_id reply_markup"
CAPTION = "caption parse_mode caption_entities show_caption_above_media"
POLL = """question question_parse_mode question_entities options is_anonymous type
    allows_multiple_answers allows_revoting shuffle_options allow_adding_options
    hide_results_until_closes members_only country_codes correct_option_id correct_option_ids
    explanation explanation_parse_mode explanation_entities explanation_media open_period
    close_date is_closed description description_parse_mode description_entities media"""
TEXT = "text parse_mode entities link_preview_options disable_web_page_preview"
WEBHOOK = """url certificate ip_address max_connections allowed_updates drop_pending_updates
    secret_token"""


def _method(name: str, handler: Handler, *parameters: str, paced: bool = False) -> Method:
    return Method(name, handler, frozenset(" ".join(parameters).split()), paced)


_ALL = [
    _method("getMe", about_bot.get_me),
    _method("logOut", about_bot.done),
    _method("close", about_bot.done),
    _method("getUpdates", receiving.get_updates, "offset limit timeout allowed_updates"),
    _method("setWebhook", receiving.set_webhook, WEBHOOK),
    _method("deleteWebhook", receiving.delete_webhook, "drop_pending_updates"),
    _method("getWebhookInfo", receiving.get_webhook_info),
    _method("sendMessage", sending.send_message, SEND, TEXT, paced=True),
    _method("sendPhoto", sending.send_photo, SEND, CAPTION, "photo has_spoiler", paced=True),
    _method(
        "sendDocument",
        sending.send_document,
        SEND,
        CAPTION,
        "document thumbnail disable_content_type_detection",
        paced=True,
    ),
    _method(
        "copyMessage",
        sending.copy_message,
        SEND,
        CAPTION,
        "from_chat_id message_id video_start_timestamp",
        paced=True,
    ),
    _method("sendPoll", polls.send_poll, SEND, POLL, paced=True),
    _method("stopPoll", polls.stop_poll, EDIT),
    _method("editMessageText", editing.edit_message_text, EDIT, TEXT, paced=True),
    _method("editMessageCaption", editing.edit_message_caption, EDIT, CAPTION, paced=True),
    _method("editMessageMedia", editing.edit_message_media, EDIT, "media", paced=True),
    _method("editMessageReplyMarkup", editing.edit_message_reply_markup, EDIT, paced=True),
    _method("deleteMessage", editing.delete_message, "chat_id message_id"),
    _method("deleteMessages", editing.delete_messages, "chat_id message_ids"),
    _method(
        "pinChatMessage",
        editing.pin_chat_message,
        "chat_id message_id business_connection_id disable_notification",
    ),
    _method(
        "unpinChatMessage",
        editing.unpin_chat_message,
        "chat_id message_id business_connection_id",
    ),
    _method(
        "answerCallbackQuery",
        receiving.answer_callback_query,
        "callback_query_id text show_alert url cache_time",
    ),
    _method(
        "sendChatAction",
        receiving.send_chat_action,
        "chat_id action business_connection_id message_thread_id",
    ),
    _method("getChat", receiving.get_chat, "chat_id"),
    _method("getFile", receiving.get_file, "file_id"),
    _method("setMyCommands", about_bot.set_my_commands, "commands scope language_code"),
    _method("getMyCommands", about_bot.get_my_commands, "scope language_code"),
    _method("deleteMyCommands", about_bot.delete_my_commands, "scope language_code"),
    _method("setMyName", about_bot.set_my_name, "name language_code"),
    _method("getMyName", about_bot.get_my_name, "language_code"),
    _method("setMyDescription", about_bot.set_my_description, "description language_code"),
    _method("getMyDescription", about_bot.get_my_description, "language_code"),
    _method(
        "setMyShortDescription",
        about_bot.set_my_short_description,
        "short_description language_code",
    ),
    _method("getMyShortDescription", about_bot.get_my_short_description, "language_code"),
    _method("setChatMenuButton", about_bot.set_chat_menu_button, "chat_id menu_button"),
    _method("getChatMenuButton", about_bot.get_chat_menu_button, "chat_id"),
]

# The real server takes method names in any case.
METHODS = {method.name.lower(): method for method in _ALL}
