"""The web application: Bot API, page API and the page itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.bot_api import bot_file, bot_method
from simulator.clock import MachineNow, machine_now
from simulator.errors import PageError
from simulator.guard import LoopbackOnly
from simulator.page_api import chats, phones, running
from simulator.simulation import Options, Simulation, open_simulation

PAGE = Path(__file__).parent / "page"


def create_app(options: Options, machine: MachineNow = machine_now) -> Starlette:
    """``app.state.simulation`` holds the parts. Raises StateInUse."""
    simulation = open_simulation(options, machine)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        simulation.webhook.start()
        yield
        simulation.close()
        simulation.store.close()

    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", bot_method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", bot_file, methods=["GET"]),
            *phones.ROUTES,
            *chats.ROUTES,
            *running.ROUTES,
            Route("/", index, methods=["GET"]),
            Mount("/page", StaticFiles(directory=PAGE, check_dir=False)),
        ],
        middleware=[Middleware(LoopbackOnly)],
        exception_handlers={PageError: _refused},
        lifespan=lifespan,
    )
    app.state.simulation = simulation
    return app


async def index(request: Request) -> Response:
    return FileResponse(PAGE / "index.html")


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, PageError)
    return JSONResponse({"error": error.message}, status_code=error.status)


def simulation_in(app: Starlette) -> Simulation:
    simulation: Simulation = app.state.simulation
    return simulation
