"""Reply markup: what the real server refuses in a keyboard, refused here."""

from typing import Any
from urllib.parse import urlsplit

from simulator.call import Call
from simulator.errors import bad_request
from simulator.limits import BUTTONS, BUTTONS_PER_ROW, CALLBACK_DATA_BYTES, COPY_TEXT, utf16_length
from simulator.store import Json

ACTIONS = {
    "callback_data", "url", "web_app", "login_url", "switch_inline_query", "copy_text",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "pay", "callback_game",
}  # fmt: skip
LOOKS = {"text", "style", "icon_custom_emoji_id"}
OTHER_KINDS = {"keyboard", "remove_keyboard", "force_reply"}


def read_markup(call: Call, inline_only: bool = False) -> Json | None:
    """The reply markup of a call, None when there is none. Raises ApiError 400."""
    markup = call.nested("reply_markup")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if not OTHER_KINDS & markup.keys():
        raise bad_request("can't parse reply keyboard markup JSON object")
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        _rows(markup["keyboard"], "keyboard")
    return markup


def _rows(raw: Any, what: str) -> list[list[Any]]:
    if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
        raise bad_request(f"can't parse {what}: expected an Array of Array")
    if any(len(row) > BUTTONS_PER_ROW for row in raw):
        raise bad_request("too many buttons in a row of the reply markup")
    if sum(len(row) for row in raw) > BUTTONS:
        raise bad_request("reply markup is too long")
    return raw


def _inline(raw: Any) -> Json | None:
    rows = [[_button(button) for button in row] for row in _rows(raw, "inline keyboard")]
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: field "text" must be a String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if unknown := button.keys() - ACTIONS - LOOKS:
        raise bad_request(f"unknown field {min(unknown)} in an inline keyboard button")
    actions = ACTIONS & button.keys()
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is expected")
    _check_action(button)
    return button


def _check_action(button: Json) -> None:
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not _is_address(button["url"], {"http", "https", "tg"}):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid")
    if "web_app" in button and not _is_address(_inner(button, "web_app", "url"), {"https"}):
        raise bad_request(
            "inline keyboard button Web App URL is invalid: Only HTTPS links are allowed"
        )
    if "copy_text" in button:
        text = _inner(button, "copy_text", "text")
        if not isinstance(text, str) or not 1 <= utf16_length(text) <= COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _inner(button: Json, action: str, name: str) -> Any:
    value = button[action]
    return value.get(name) if isinstance(value, dict) else None


def _is_address(url: Any, schemes: set[str]) -> bool:
    if not isinstance(url, str):
        return False
    parts = urlsplit(url)
    return parts.scheme in schemes and bool(parts.netloc)
