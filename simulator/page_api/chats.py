"""Chats, their messages and files, and what the bot shows of itself."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator import acts
from simulator.chats import Chat
from simulator.errors import PageError
from simulator.files import File
from simulator.messages import Message
from simulator.page_api.reading import (
    integers_of,
    json_object,
    phone_in_query,
    query_integer,
    simulation_of,
    text_of,
)
from simulator.profile import FIELDS
from simulator.simulation import Simulation
from simulator.store import Json

SHOWN_AS_DOCUMENT = ("document", "voice", "sticker")


def _chat_shown(simulation: Simulation, chat: Chat) -> Json:
    if chat.is_group:
        return {"id": chat.id, "type": "group", "title": chat.title}
    return {"id": chat.id, "type": "private", "title": simulation.bot_user()["first_name"]}


def _message_shown(simulation: Simulation, message: Message) -> Json:
    content = {} if message.deleted else message.content
    shown: Json = {
        "message_id": message.message_id,
        "date": message.date,
        "from_bot": message.sender_id == simulation.bot_id,
        "from_id": message.sender_id,
        "text": content.get("text"),
        "entities": content.get("entities", []),
        "caption": content.get("caption"),
        "caption_entities": content.get("caption_entities", []),
        "photo_url": None,
        "document": None,
        "poll": None,
        "reply_markup": None if message.deleted else message.markup,
        "reply_to": message.reply_to,
        "edited": message.edit_date is not None,
        "deleted": message.deleted,
        "seq": message.seq,
    }
    if "photo" in content:
        shown["photo_url"] = f"/files/{content['photo'][0]['file_id']}"
    for kind in SHOWN_AS_DOCUMENT:
        if kind in content:
            shown["document"] = _document_shown(simulation, kind, content[kind]["file_id"])
    if "poll" in content:
        shown["poll"] = _poll_shown(simulation, content["poll"])
    return shown


def _document_shown(simulation: Simulation, kind: str, file_id: str) -> Json:
    file = simulation.files.find(file_id)
    name, size = (file.name, file.size) if file else ("", 0)
    return {"file_name": name, "url": f"/files/{file_id}", "size": size, "kind": kind}


def _poll_shown(simulation: Simulation, poll_id: str) -> Json:
    poll = simulation.polls.get(poll_id)
    votes = [
        {"phone": voter, "first_name": simulation.phones.get(voter).first_name, "options": chosen}
        for voter, chosen in simulation.polls.votes(poll_id).items()
    ]
    return {**simulation.polls.shape(poll, simulation.clock.now()), "votes": votes}


async def chats(request: Request) -> Response:
    simulation, phone = simulation_of(request), phone_in_query(request)
    found = simulation.chats.of_phone(phone)
    return JSONResponse([_chat_shown(simulation, chat) for chat in found])


async def create_group(request: Request) -> Response:
    simulation, body = simulation_of(request), await json_object(request)
    phones = [simulation.phones.get(each) for each in integers_of(body, "phones")]
    if not phones:
        raise PageError(400, "a group needs at least one phone")
    chat = acts.create_group(simulation, text_of(body, "title"), phones)
    return JSONResponse(_chat_shown(simulation, chat))


async def messages(request: Request) -> Response:
    """Messages new, edited or deleted after ``after``; ``seq`` is what to ask after next."""
    simulation, phone = simulation_of(request), phone_in_query(request)
    chat = simulation.chats.seen_by(int(request.path_params["chat_id"]), phone)
    after = query_integer(request, "after", 0)
    changed = simulation.messages.changed_after(chat.id, after)
    seq = max([after, *(message.seq for message in changed)])
    shown = [_message_shown(simulation, message) for message in changed]
    return JSONResponse({"messages": shown, "seq": seq})


async def bot(request: Request) -> Response:
    """The bot's profile, in the language of ``phone`` when one is named."""
    simulation = simulation_of(request)
    named = "phone" in request.query_params
    language = phone_in_query(request).language_code[:2] if named else ""
    texts = {field: simulation.profile.text(field, language) for field in FIELDS}
    user = simulation.bot_user()
    texts["name"] = texts["name"] or user["first_name"]
    return JSONResponse({"id": user["id"], "username": user["username"], **texts})


async def commands(request: Request) -> Response:
    simulation, phone = simulation_of(request), phone_in_query(request)
    chat = simulation.chats.seen_by(query_integer(request, "chat", phone.id), phone)
    language = phone.language_code[:2]
    return JSONResponse(simulation.profile.commands_shown(chat, phone.id, language))


async def file(request: Request) -> Response:
    simulation = simulation_of(request)
    found = simulation.files.find(request.path_params["file_id"])
    if found is None:
        raise PageError(404, "there is no such file")
    body = simulation.files.body(found.id)
    mime = found.mime if found.mime.startswith(("image/", "audio/")) else "application/octet-stream"
    return Response(body, media_type=mime, headers=_file_headers(found))


def _file_headers(found: File) -> dict[str, str]:
    """An uploaded page must never run as this origin, so only pictures are shown in place."""
    place = "inline" if found.kind in ("photo", "sticker") else "attachment"
    return {
        "Content-Disposition": f"{place}; filename*=UTF-8''{quote(found.name)}",
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
    }


ROUTES = [
    Route("/chats", chats, methods=["GET"]),
    Route("/groups", create_group, methods=["POST"]),
    Route("/chats/{chat_id}/messages", messages, methods=["GET"]),
    Route("/bot", bot, methods=["GET"]),
    Route("/commands", commands, methods=["GET"]),
    Route("/files/{file_id}", file, methods=["GET"]),
]
