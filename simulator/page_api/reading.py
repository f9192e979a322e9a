"""What requests of the page carry, read with one clear refusal each."""

import json
from typing import Any

from starlette.requests import Request

from simulator.call import is_unicode
from simulator.errors import PageError
from simulator.phones import Phone
from simulator.simulation import Simulation
from simulator.store import Json


def simulation_of(request: Request) -> Simulation:
    simulation: Simulation = request.app.state.simulation
    return simulation


def phone_in_path(request: Request) -> Phone:
    return simulation_of(request).phones.get(int(request.path_params["phone_id"]))


def phone_in_query(request: Request) -> Phone:
    return simulation_of(request).phones.get(query_integer(request, "phone"))


def query_integer(request: Request, name: str, default: int | None = None) -> int:
    raw = request.query_params.get(name)
    if raw is None and default is not None:
        return default
    try:
        return int(raw or "")
    except ValueError:
        raise PageError(400, f"{name} in the address must be a whole number") from None


async def json_body(request: Request) -> Any:
    try:
        return json.loads(await request.body() or b"{}")
    except ValueError:
        raise PageError(400, "the body must be JSON") from None


async def json_object(request: Request) -> Json:
    body = await json_body(request)
    if not isinstance(body, dict):
        raise PageError(400, "the body must be a JSON object")
    return body


def text_of(body: Json, name: str, default: str | None = None) -> str:
    value = body.get(name, default)
    if not isinstance(value, str) or not is_unicode(value):
        raise PageError(400, f"{name} must be a text")
    return value


def integer_of(body: Json, name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise PageError(400, f"{name} must be a whole number")
    return value


def integers_of(body: Json, name: str) -> list[int]:
    value = body.get(name)
    if not isinstance(value, list) or not all(isinstance(each, int) for each in value):
        raise PageError(400, f"{name} must be a list of whole numbers")
    return value
