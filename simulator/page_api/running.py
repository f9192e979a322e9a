"""The clock, faults, the rate profile, the log of calls and the stream of events."""

import json
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from simulator.clock import Backwards, from_iso, to_iso
from simulator.errors import PageError
from simulator.page_api.reading import (
    json_body,
    json_object,
    query_integer,
    simulation_of,
    text_of,
)
from simulator.simulation import Simulation
from simulator.store import Json
from simulator.understanding import understanding_at
from simulator.webhook import LOOPBACK


async def clock(request: Request) -> Response:
    return JSONResponse(simulation_of(request).player.state())


async def jump(request: Request) -> Response:
    """Skip time as if everything had been switched off meanwhile."""
    simulation = simulation_of(request)
    to = _instant(await json_object(request), "to")
    if simulation.clock.playing:
        raise PageError(409, "stop the play first")
    left = simulation.clock.now()
    try:
        simulation.clock.jump(to)
    except Backwards:
        raise PageError(409, "programme time only goes forward") from None
    downtime = {"label": "downtime", "from": to_iso(left), "to": to_iso(to)}
    state = {**simulation.player.state(), "jumped": downtime}
    simulation.events.publish({"clock": state})
    return JSONResponse(state)


async def play(request: Request) -> Response:
    simulation = simulation_of(request)
    until = _instant(await json_object(request), "until")
    if until < simulation.clock.now():
        raise PageError(409, "programme time only goes forward")
    if not simulation.player.follower:
        raise PageError(409, "no bot follows this clock: POST /clock/follower first")
    simulation.player.play(until)
    return JSONResponse(simulation.player.state())


async def stop(request: Request) -> Response:
    player = simulation_of(request).player
    player.stop("stopped by hand")
    return JSONResponse(player.state())


async def follower(request: Request) -> Response:
    """The bot says where it can be asked what is due next."""
    body = await json_object(request)
    url = _on_this_machine(body, "next_due_url")
    health = _on_this_machine(body, "health_url") if "health_url" in body else None
    simulation_of(request).player.follow(url, health)
    return JSONResponse({"ok": True})


def _on_this_machine(body: Json, name: str) -> str:
    url = text_of(body, name)
    if urlsplit(url).scheme != "http" or urlsplit(url).hostname not in LOOPBACK:
        raise PageError(400, f"{name} must be http on this machine")
    return url


async def understanding(request: Request) -> Response:
    """How far the bot is with understanding free text; null when nobody says."""
    stage = await understanding_at(simulation_of(request).player.health)
    return JSONResponse({"stage": stage})


async def faults(request: Request) -> Response:
    return JSONResponse(simulation_of(request).faults.state())


async def add_faults(request: Request) -> Response:
    try:
        simulation_of(request).faults.add(await json_body(request))
    except (ValueError, TypeError) as error:
        raise PageError(400, str(error)) from None
    return await faults(request)


async def clear_faults(request: Request) -> Response:
    simulation_of(request).faults.clear()
    return await faults(request)


async def rate(request: Request) -> Response:
    return JSONResponse(simulation_of(request).rates.state())


async def choose_rate(request: Request) -> Response:
    profile = text_of(await json_object(request), "profile")
    try:
        simulation_of(request).rates.choose(profile)
    except ValueError as error:
        raise PageError(400, str(error)) from None
    return await rate(request)


async def calls(request: Request) -> Response:
    after = query_integer(request, "after", 0)
    return JSONResponse(simulation_of(request).events.calls(after))


async def events(request: Request) -> Response:
    """Server-sent events: changed chats, the clock, calls of the bot."""
    headers = {"Cache-Control": "no-store"}
    stream = _stream(simulation_of(request))
    return StreamingResponse(stream, media_type="text/event-stream", headers=headers)


async def _stream(simulation: Simulation) -> AsyncIterator[str]:
    stream = simulation.events.open()
    try:
        yield f"data: {json.dumps({'clock': simulation.player.state()})}\n\n"
        while (event := await stream.get()) is not None:
            yield f"data: {json.dumps(event)}\n\n"
    finally:
        simulation.events.leave(stream)


def _instant(body: Json, name: str) -> float:
    try:
        return from_iso(text_of(body, name))
    except ValueError:
        raise PageError(400, f"{name} must be an ISO-8601 instant") from None


ROUTES = [
    Route("/clock", clock, methods=["GET"]),
    Route("/clock/jump", jump, methods=["POST"]),
    Route("/clock/play", play, methods=["POST"]),
    Route("/clock/stop", stop, methods=["POST"]),
    Route("/clock/follower", follower, methods=["POST"]),
    Route("/understanding", understanding, methods=["GET"]),
    Route("/faults", faults, methods=["GET"]),
    Route("/faults", add_faults, methods=["POST"]),
    Route("/faults", clear_faults, methods=["DELETE"]),
    Route("/rate", rate, methods=["GET"]),
    Route("/rate", choose_rate, methods=["POST"]),
    Route("/calls", calls, methods=["GET"]),
    Route("/events", events, methods=["GET"]),
]
