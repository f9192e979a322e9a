"""Phones: who there is, and what each one does."""

from typing import cast

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator import acts
from simulator.entities import typed, with_found
from simulator.errors import PageError
from simulator.limits import CAPTION, utf16_length
from simulator.messages import Message
from simulator.page_api.reading import (
    integer_of,
    integers_of,
    json_object,
    phone_in_path,
    simulation_of,
    text_of,
)
from simulator.phones import Phone
from simulator.store import Json

ANSWER_SECONDS = 5.0
UPLOADS = ("photo", "document", "voice", "sticker")


def shown(phone: Phone) -> Json:
    return {
        "id": phone.id,
        "first_name": phone.first_name,
        "language_code": phone.language_code,
        "username": phone.username,
        "blocked": phone.standing == "blocked",
        "started": phone.standing != "new",
        "deactivated": phone.standing == "deactivated",
    }


async def phones(request: Request) -> Response:
    return JSONResponse([shown(phone) for phone in simulation_of(request).phones.all()])


async def create(request: Request) -> Response:
    body = await json_object(request)
    first_name = text_of(body, "first_name").strip()
    if not first_name:
        raise PageError(400, "first_name must not be empty")
    language = text_of(body, "language_code", "en")
    username = text_of(body, "username", "") or None
    return JSONResponse(shown(simulation_of(request).phones.create(first_name, language, username)))


async def block(request: Request) -> Response:
    acts.block(simulation_of(request), phone_in_path(request))
    return JSONResponse(shown(phone_in_path(request)))


async def unblock(request: Request) -> Response:
    acts.unblock(simulation_of(request), phone_in_path(request))
    return JSONResponse(shown(phone_in_path(request)))


async def deactivate(request: Request) -> Response:
    """The person deletes the account: the bot gets 403 from now on and hears nothing."""
    simulation_of(request).phones.set_standing(phone_in_path(request).id, "deactivated")
    return JSONResponse(shown(phone_in_path(request)))


async def language(request: Request) -> Response:
    code = text_of(await json_object(request), "language_code")
    simulation_of(request).phones.set_language(phone_in_path(request).id, code)
    return JSONResponse(shown(phone_in_path(request)))


async def send(request: Request) -> Response:
    body = await json_object(request)
    reply_to = integer_of(body, "reply_to") if body.get("reply_to") is not None else None
    return _sent(
        acts.send(
            simulation_of(request),
            phone_in_path(request),
            integer_of(body, "chat_id"),
            text_of(body, "text"),
            reply_to,
        )
    )


async def start(request: Request) -> Response:
    payload = text_of(await json_object(request), "payload", "")
    return _sent(acts.start(simulation_of(request), phone_in_path(request), payload))


async def edit(request: Request) -> Response:
    body = await json_object(request)
    return _sent(
        acts.edit(
            simulation_of(request),
            phone_in_path(request),
            integer_of(body, "chat_id"),
            integer_of(body, "message_id"),
            text_of(body, "text"),
        )
    )


async def press(request: Request) -> Response:
    """Waits for the bot's answer: 5 s, or ``wait`` seconds."""
    simulation, body = simulation_of(request), await json_object(request)
    query_id = acts.press(
        simulation,
        phone_in_path(request),
        integer_of(body, "chat_id"),
        integer_of(body, "message_id"),
        text_of(body, "data"),
    )
    wait = float(body.get("wait", ANSWER_SECONDS))
    return JSONResponse({"answer": await simulation.callbacks.answered(query_id, wait)})


async def vote(request: Request) -> Response:
    body = await json_object(request)
    acts.vote(
        simulation_of(request),
        phone_in_path(request),
        integer_of(body, "chat_id"),
        integer_of(body, "message_id"),
        integers_of(body, "options"),
    )
    return JSONResponse({"ok": True})


async def upload(request: Request) -> Response:
    """Multipart: chat_id, kind, file, caption."""
    simulation, phone = simulation_of(request), phone_in_path(request)
    async with request.form() as form:
        kind, caption = str(form.get("kind", "document")), str(form.get("caption", "")).strip()
        if kind not in UPLOADS or not isinstance(form.get("file"), UploadFile):
            raise PageError(400, f"an upload has a file and a kind: {', '.join(UPLOADS)}")
        if utf16_length(caption) > CAPTION:
            raise PageError(400, f"a caption has at most {CAPTION} characters")
        chat_id = str(form.get("chat_id", ""))
        if not chat_id.lstrip("-").isdigit():
            raise PageError(400, "chat_id must be a whole number")
        part = cast(UploadFile, form["file"])
        mime = part.content_type or "application/octet-stream"
        file = simulation.files.add(kind, part.filename or "file", mime, await part.read())
    content = file.content()
    if caption and kind != "sticker":
        caption, formatting = typed(caption)
        content |= {"caption": caption, "caption_entities": with_found(caption, formatting)}
    return _sent(acts.post(simulation, phone, int(chat_id), content))


def _sent(message: Message) -> Response:
    return JSONResponse({"message_id": message.message_id, "seq": message.seq})


PHONE = "/phones/{phone_id:int}"
ROUTES = [
    Route("/phones", phones, methods=["GET"]),
    Route("/phones", create, methods=["POST"]),
    *(
        Route(f"{PHONE}/{act.__name__}", act, methods=["POST"])
        for act in (
            block, unblock, deactivate, language, send, start, edit, press, vote, upload,
        )
    ),
]  # fmt: skip
