"""Certificates on the web: whoever has a code learns whether it is valid, and never whose it is."""

from collections.abc import Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.clock import Clock
from bot.locales.catalogues import languages
from bot.screens.certificate_page import certificate_page
from bot.screens.view import View
from learning.account.languages import language_for, zone_for
from learning.certificates.checking import checked, readable_code
from learning.course.curriculum import Curriculum
from learning.readings import Readings, attended_event

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
}


def certificate_routes(
    readings: Readings, clock: Clock, curriculum: Callable[[], Curriculum]
) -> list[Route]:
    """GET /certificates/<code>, in the language that the browser asks for."""

    async def on_certificate(request: Request) -> Response:
        found = await readings.certificate(readable_code(request.path_params["code"]))
        view = _view(request, await clock.now(), curriculum())
        read = await attended_event(readings, found.kind, found.about) if found else None
        event = read.event if read else None
        page = certificate_page(checked(found) if found else None, event, view)
        return HTMLResponse(page, status_code=200 if found else 404, headers=_HEADERS)

    return [Route("/certificates/{code}", on_certificate)]


def _view(request: Request, now: datetime, curriculum: Curriculum) -> View:
    language = _language(request.headers.get("accept-language", ""))
    return View(language, zone_for(language), now, curriculum)


def _language(accepted: str) -> str:
    """The first of the accepted languages that we speak; they come the preferred first."""
    for part in accepted.lower().split(","):
        code = part.split(";")[0].split("-")[0].strip()
        if code in languages():
            return code
    return language_for(None, None)
