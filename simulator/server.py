"""Serve a simulation on 127.0.0.1, in a process of its own or inside a test."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import uvicorn

from simulator.app import create_app, simulation_in
from simulator.clock import MachineNow, machine_now
from simulator.simulation import Options, Simulation

HOST = "127.0.0.1"


class PortInUse(Exception):
    """Something else listens there."""


@dataclass(frozen=True, slots=True)
class Served:
    """``url`` has no slash at its end; a bot's base URL is ``url + "/bot"``."""

    url: str
    simulation: Simulation


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to whoever runs this loop."""
        yield


@contextlib.asynccontextmanager
async def serve(
    options: Options, port: int = 0, machine: MachineNow = machine_now
) -> AsyncIterator[Served]:
    """Serve until the block ends. Port 0 takes a free one. Raises PortInUse, StateInUse."""
    listener = _listener(port)
    try:
        app = create_app(options, machine)
    except BaseException:
        listener.close()
        raise
    simulation = simulation_in(app)
    config = uvicorn.Config(
        app,
        http=simulation.connections.protocol(),
        ws="none",
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=1,
        # Longer than clients keep an idle connection, so that none writes on one being closed.
        timeout_keep_alive=60,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve([listener]))
    try:
        await server.ready.wait()
        yield Served(f"http://{HOST}:{listener.getsockname()[1]}", simulation)
    finally:
        simulation.close()
        server.should_exit = True
        await serving


def _listener(port: int) -> socket.socket:
    # Without naming TCP asyncio leaves Nagle's algorithm on: 40 ms more for every answer.
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise PortInUse(f"port {port}: {error.strerror}") from error
    return listener
