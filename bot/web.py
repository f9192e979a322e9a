"""Health, metrics and the simulator's question, over HTTP on loopback."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Report = Callable[[], Awaitable[Mapping[str, Any]]]


class PortInUse(Exception):
    """Something else listens there."""


def operators_app(
    health: Report,
    next_due: Report,
    metrics: Callable[[], Awaitable[bytes]],
    public: Sequence[Route] = (),
) -> Starlette:
    """`health` holds "ok"; `next_due` is what the simulator's time travel asks; `public` is what a
    proxy may show to everybody."""

    async def on_health(request: Request) -> Response:
        report = await health()
        return JSONResponse(report, status_code=200 if report["ok"] else 503)

    async def on_next_due(request: Request) -> Response:
        return JSONResponse(await next_due())

    async def on_metrics(request: Request) -> Response:
        return Response(await metrics(), media_type="text/plain; version=0.0.4")

    return Starlette(
        routes=[
            Route("/health", on_health),
            Route("/next-due", on_next_due),
            Route("/metrics", on_metrics),
            *public,
        ]
    )


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to whoever runs this loop."""
        yield


@contextlib.asynccontextmanager
async def serving(app: Starlette, host: str, port: int) -> AsyncIterator[str]:
    """Serves until the block ends and gives the address. Port 0 takes a free one."""
    listener = _listener(host, port)
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, ws="none", timeout_graceful_shutdown=2
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve([listener]))
    try:
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


def _listener(host: str, port: int) -> socket.socket:
    # Without naming TCP asyncio leaves Nagle's algorithm on: 40 ms more for every answer.
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PortInUse(str(port)) from error
    listener.listen(128)
    listener.setblocking(False)
    return listener
