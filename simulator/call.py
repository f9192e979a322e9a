"""One call of a bot: its method, parameters and files, however they were sent."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from simulator.errors import ApiError, bad_request
from simulator.limits import UPLOAD_BYTES
from simulator.store import Json

BODY_BYTES = UPLOAD_BYTES + 1_000_000
LARGEST_INTEGER = 2**63 - 1
NOT_UNICODE = "strings must be encoded in UTF-8"


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """Values are texts (form, query) or already parsed (JSON body)."""

    method: str
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A text, empty when it was not given."""
        value = self.params.get(name)
        if value is None:
            return ""
        text = value if isinstance(value, str) else json.dumps(value)
        if not is_unicode(text):
            raise bad_request(NOT_UNICODE)
        return text

    def integer(self, name: str) -> int | None:
        value = self.params.get(name)
        if value is None or value == "":
            return None
        try:
            number = int(value)
            if abs(number) > LARGEST_INTEGER:
                raise ValueError
            return number
        except (TypeError, ValueError):
            # "@name" is a way to name public chats and channels; there are none here.
            if name.endswith("chat_id"):
                raise bad_request("chat not found") from None
            raise bad_request(f"parameter {name} must be an integer") from None

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.params.get(name)
        if value is None or value == "":
            return default
        return str(value).lower() in ("true", "1", "yes")

    def nested(self, name: str) -> Any:
        """A JSON-encoded value, None when it was not given. Raises ApiError 400."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


async def read_call(request: Request, method: str) -> Call:
    """Read query, form, multipart or JSON. Raises ApiError 400 or 413."""
    if int(request.headers.get("content-length", 0)) > BODY_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    params: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _multipart(request, method, params)
    body = await request.body()
    if kind == "application/json" and body:
        params.update(_json_object(body))
    elif body:
        params.update(_form(body))
    return Call(method, params)


def is_unicode(text: str) -> bool:
    """Whether it can be written as UTF-8: JSON may carry half a character."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _form(body: bytes) -> Json:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request(NOT_UNICODE) from None


def _json_object(body: bytes) -> Json:
    try:
        parsed = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(parsed, dict):
        raise bad_request("can't parse JSON object: expected an Object")
    return parsed


async def _multipart(request: Request, method: str, params: Json) -> Call:
    files: dict[str, Upload] = {}
    async with request.form(max_part_size=BODY_BYTES) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                mime = value.content_type or "application/octet-stream"
                files[name] = Upload(value.filename or "file", mime, await value.read())
            else:
                params[name] = value
    return Call(method, params, files)
