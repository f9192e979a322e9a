"""``/bot<token>/<method>``: find the method, let faults and the rate profile speak, answer."""

import asyncio
import inspect
import time
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.call import Call, read_call
from simulator.errors import ApiError, bad_request
from simulator.faults import Rule, first
from simulator.methods.table import METHODS, Method
from simulator.simulation import Simulation

DROPPED = 0


class Dropped(Exception):
    """A fault: the connection ends without an answer."""


async def bot_method(request: Request) -> Response:
    simulation: Simulation = request.app.state.simulation
    name = request.path_params["method"]
    started = time.perf_counter()
    call = Call(name, {})
    try:
        method = _method(simulation, request, name)
        call = await read_call(request, method.name)
        response = _accepted(await _perform(simulation, method, call))
    except ApiError as error:
        response = _refused(error)
    except Dropped:
        response = await _dropped(simulation, request)
    milliseconds = (time.perf_counter() - started) * 1000
    simulation.events.log_call(call.method, call.params, milliseconds, response.status_code)
    return response


async def bot_file(request: Request) -> Response:
    """``/file/bot<token>/<path>``: what getFile named."""
    simulation: Simulation = request.app.state.simulation
    file_id = request.path_params["path"].rpartition("/")[2].partition(".")[0]
    file = simulation.files.find(file_id)
    if request.path_params["token"] != simulation.token or file is None:
        return _refused(ApiError(404, "file not found"))
    return Response(simulation.files.body(file.id), media_type="application/octet-stream")


def _method(simulation: Simulation, request: Request, name: str) -> Method:
    if request.path_params["token"] != simulation.token:
        raise ApiError(401, "Unauthorized")
    method = METHODS.get(name.lower())
    if method is None:
        raise ApiError(404, "method not found")
    return method


async def _perform(simulation: Simulation, method: Method, call: Call) -> Any:
    if unknown := call.params.keys() - method.parameters:
        # The real server overlooks these; here a misspelt parameter is worth a refusal.
        raise bad_request(f"unknown parameter {min(unknown)} for {method.name}")
    chat_id = _chat_id(call)
    spoilt = simulation.faults.firing(method.name, chat_id)
    await _before(simulation, spoilt)
    if method.paced:
        simulation.rates.admit(chat_id or 0)
    result = method.handler(simulation, call)
    if inspect.isawaitable(result):
        result = await result
    if rule := first(spoilt, "timeout_after"):
        await _hang(rule)
    if first(spoilt, "duplicate_updates") and isinstance(result, list):
        return [update for update in result for _ in range(2)]
    return result


def _chat_id(call: Call) -> int | None:
    raw = str(call.params.get("chat_id", ""))
    return int(raw) if raw.lstrip("-").isdigit() else None


async def _before(simulation: Simulation, spoilt: Sequence[Rule]) -> None:
    for rule in spoilt:
        if rule.do == "malformed_update":
            simulation.updates.add_raw("malformed", "malformed", rule.update)
        if rule.do == "timeout_before":
            await _hang(rule)
        if refusal := rule.refusal():
            raise refusal


async def _hang(rule: Rule) -> None:
    await asyncio.sleep(rule.hang)
    raise Dropped


def _accepted(result: Any) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _refused(error: ApiError) -> Response:
    body = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return JSONResponse(body, status_code=error.code)


async def _dropped(simulation: Simulation, request: Request) -> Response:
    if request.client:
        simulation.connections.cut((request.client.host, request.client.port))
        # Only after the loop saw the cut does the server know that nobody waits.
        await asyncio.sleep(0)
    response = Response()
    response.status_code = DROPPED
    return response
