"""Only this machine's own pages may speak to the simulator."""

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HOSTS = {"127.0.0.1", "localhost"}
READING = {"GET", "HEAD", "OPTIONS"}


class LoopbackOnly:
    """Refuses names that point here from outside, and writes from pages of another origin."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        problem = _problem(scope) if scope["type"] == "http" else None
        if problem:
            await JSONResponse({"error": problem}, status_code=403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _problem(scope: Scope) -> str | None:
    headers = HTTPConnection(scope).headers
    host = headers.get("host", "")
    if host.partition(":")[0].lower() not in HOSTS:
        return "this server answers to 127.0.0.1 and localhost only"
    origin = headers.get("origin")
    if scope["method"] not in READING and origin and origin.partition("://")[2] != host:
        return "this server takes no writes from other pages"
    return None
