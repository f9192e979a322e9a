"""Who the bot is, what it says about itself, its commands and menu."""

import re
from typing import Any

from simulator.call import Call
from simulator.errors import bad_request
from simulator.limits import (
    BOT_DESCRIPTION,
    BOT_NAME,
    BOT_SHORT_DESCRIPTION,
    COMMAND_DESCRIPTION,
    COMMANDS,
    utf16_length,
)
from simulator.simulation import FIRST_NAME, Simulation
from simulator.store import Json

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
MENU_BUTTONS = ("default", "commands", "web_app")
TEXT_LIMITS = {
    "name": BOT_NAME,
    "description": BOT_DESCRIPTION,
    "short_description": BOT_SHORT_DESCRIPTION,
}


def get_me(simulation: Simulation, call: Call) -> Json:
    return {
        **simulation.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def done(simulation: Simulation, call: Call) -> bool:
    """logOut and close: nothing is held here that they would let go."""
    return True


def set_my_commands(simulation: Simulation, call: Call) -> bool:
    raw = call.nested("commands")
    if not isinstance(raw, list):
        raise bad_request("can't parse commands JSON object: expected an Array")
    if len(raw) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(each) for each in raw]
    simulation.profile.set_commands(_scope(simulation, call), _language(call), commands)
    return True


def get_my_commands(simulation: Simulation, call: Call) -> list[Any]:
    return simulation.profile.commands(_scope(simulation, call), _language(call))


def delete_my_commands(simulation: Simulation, call: Call) -> bool:
    simulation.profile.delete_commands(_scope(simulation, call), _language(call))
    return True


def set_my_name(simulation: Simulation, call: Call) -> bool:
    return _set_text(simulation, call, "name")


def set_my_description(simulation: Simulation, call: Call) -> bool:
    return _set_text(simulation, call, "description")


def set_my_short_description(simulation: Simulation, call: Call) -> bool:
    return _set_text(simulation, call, "short_description")


def get_my_name(simulation: Simulation, call: Call) -> Json:
    return {"name": simulation.profile.text("name", _language(call)) or FIRST_NAME}


def get_my_description(simulation: Simulation, call: Call) -> Json:
    return {"description": simulation.profile.text("description", _language(call))}


def get_my_short_description(simulation: Simulation, call: Call) -> Json:
    return {"short_description": simulation.profile.text("short_description", _language(call))}


def set_chat_menu_button(simulation: Simulation, call: Call) -> bool:
    button = call.nested("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in MENU_BUTTONS:
        raise bad_request("can't parse menu button: unsupported type specified")
    web_app = button.get("web_app", {})
    if button["type"] == "web_app" and not str(web_app.get("url")).startswith("https://"):
        raise bad_request("menu button Web App URL is invalid: Only HTTPS links are allowed")
    simulation.profile.set_menu_button(_private_chat(simulation, call), button)
    return True


def get_chat_menu_button(simulation: Simulation, call: Call) -> Json:
    return simulation.profile.menu_button(_private_chat(simulation, call))


def _private_chat(simulation: Simulation, call: Call) -> int | None:
    chat_id = call.integer("chat_id")
    return simulation.chats.get(chat_id).id if chat_id is not None else None


def _set_text(simulation: Simulation, call: Call, field: str) -> bool:
    text = call.text(field).strip()
    if utf16_length(text) > TEXT_LIMITS[field]:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    simulation.profile.set_text(field, _language(call), text)
    return True


def _command(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(raw.get("command", "")).removeprefix("/")
    description = str(raw.get("description", "")).strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(description) <= COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _language(call: Call) -> str:
    language = call.text("language_code")
    if language and not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(simulation: Simulation, call: Call) -> Json:
    raw = call.nested("scope") or {"type": "default"}
    if not isinstance(raw, dict) or raw.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    scope: Json = {"type": raw["type"]}
    for name in SCOPES[raw["type"]]:
        if not isinstance(raw.get(name), int):
            raise bad_request(f"can't parse BotCommandScope: {name} must be of type Integer")
        scope[name] = raw[name]
    if "chat_id" in scope:
        simulation.chats.get(scope["chat_id"])
    return scope
