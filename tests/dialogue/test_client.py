"""Whatever Rasa does, an answer or NotAvailable comes within two seconds."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from aiohttp import web

from dialogue.breaker import CircuitBreaker
from dialogue.client import RasaClient
from dialogue.understanding import NotAvailable
from learning.talk.turns import OpenTalk, Slot, Talk

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

_SAID = {"intent": {"name": "greet", "confidence": 0.9}, "entities": [], "intent_ranking": []}
_TRACKER = {
    "events": [{"event": "user", "parse_data": _SAID}],
    "slots": {},
    "active_loop": {},
}


class StandIn:
    """A server on loopback that behaves as `answer` says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer: Answer = well
        self.asked: list[tuple[str, str, object]] = []
        self.at_once = self.most_at_once = 0
        self.url = ""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.can_read_body else None
        self.asked.append((request.method, request.path, body))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            return await self.answer(request)
        finally:
            self.at_once -= 1


async def well(request: web.Request) -> web.StreamResponse:
    if request.path == "/webhooks/rest/webhook":
        return web.json_response([{"custom": {"ask": "greet"}}])
    return web.json_response(_TRACKER)


async def never(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def slowly(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(0.9)
    return await well(request)


async def with_an_error(request: web.Request) -> web.StreamResponse:
    return web.Response(status=500, text="no model")


async def with_a_page(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>", content_type="text/html")


async def with_strange_json(request: web.Request) -> web.StreamResponse:
    return web.json_response({"intent": [1, 2, {"a": None}]})


async def with_broken_json(request: web.Request) -> web.StreamResponse:
    return web.Response(text='{"slots": ', content_type="application/json")


@pytest_asyncio.fixture
async def server() -> AsyncIterator[StandIn]:
    stand_in = StandIn()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", stand_in.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stand_in.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield stand_in
    await runner.cleanup()


async def test_one_hiccup_is_tried_again(server: StandIn) -> None:
    once = iter([with_an_error])

    async def first_badly(request: web.Request) -> web.StreamResponse:
        return await next(once, well)(request)

    server.answer = first_badly
    async with RasaClient(server.url) as client:
        assert (await client.understand("hello", "en")).intent == "greet"


@pytest.mark.parametrize(
    "answer",
    [never, slowly, with_an_error, with_a_page, with_strange_json, with_broken_json],
)
async def test_a_server_that_behaves_badly_is_given_up_within_two_seconds(
    server: StandIn, answer: Answer
) -> None:
    server.answer = answer
    began = time.monotonic()
    async with RasaClient(server.url) as client:
        with pytest.raises(NotAvailable):
            await client.understand("hello", "en")
    assert time.monotonic() - began < 2.3


async def test_a_server_that_is_not_there_is_noticed_at_once() -> None:
    began = time.monotonic()
    async with RasaClient("http://127.0.0.1:9") as client:
        with pytest.raises(NotAvailable):
            await client.understand("hello", "en")
    assert time.monotonic() - began < 0.5


async def test_nobody_waits_for_a_server_that_failed_three_times(server: StandIn) -> None:
    clock = [100.0]
    server.answer = with_an_error
    async with RasaClient(server.url, CircuitBreaker(clock=lambda: clock[0])) as client:
        for _ in range(3):
            with pytest.raises(NotAvailable):
                await client.understand("hello", "en")
        asked = len(server.asked)
        with pytest.raises(NotAvailable):
            await client.understand("hello", "en")
        assert len(server.asked) == asked
        server.answer = well
        clock[0] += 6
        assert (await client.understand("hello", "en")).intent == "greet"
        assert (await client.understand("hello", "en")).intent == "greet"


async def test_at_most_eight_texts_are_with_the_server_at_once(server: StandIn) -> None:
    async def in_a_moment(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.01)
        return await well(request)

    server.answer = in_a_moment
    async with RasaClient(server.url) as client:
        said = await asyncio.gather(*(client.understand("hello", "en") for _ in range(50)))
    assert {one.intent for one in said} == {"greet"}
    assert server.most_at_once <= 8


async def test_only_the_text_and_a_fresh_random_id_leave(server: StandIn) -> None:
    async with RasaClient(server.url) as client:
        await client.understand("hello", "en")
        await client.understand("hello", "en")
    sent = [body for method, _, body in server.asked if method == "POST"]
    assert all(isinstance(body, dict) and set(body) == {"sender", "message"} for body in sent)
    assert len({str(body) for body in sent}) == 2


async def test_an_open_talk_is_seeded_into_the_fresh_conversation(server: StandIn) -> None:
    talk = OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: "0830"})
    async with RasaClient(server.url) as client:
        await client.understand("yes", "en", talk)
    method, path, events = server.asked[0]
    assert (method, path.rsplit("/", 1)[1]) == ("PUT", "events")
    assert {"event": "active_loop", "name": "change_time_form"} in list_of(events)
    assert {"event": "slot", "name": "when", "value": "0830"} in list_of(events)


async def test_the_reason_given_never_quotes_the_text(server: StandIn) -> None:
    server.answer = with_strange_json
    async with RasaClient(server.url) as client:
        with pytest.raises(NotAvailable) as caught:
            await client.understand("my secret sentence", "en")
    assert "secret" not in repr(caught.value)
    assert caught.value.__cause__ is None


def list_of(events: object) -> list[object]:
    assert isinstance(events, list)
    return events


async def test_a_conversation_is_emptied_before_its_answer_is_given(server: StandIn) -> None:
    """So /delete has nothing to look for in Rasa, whose conversations nobody could find again."""
    async with RasaClient(server.url) as client:
        await client.understand("good morning", "en")
        await client.understand("at nine", "en", OpenTalk(Talk.CHANGE_TIME, Slot.WHEN))
    said = [body["sender"] for _, _, body in server.asked if isinstance(body, dict)]
    emptied = [path for method, path, body in server.asked if (method, body) == ("PUT", [])]
    assert len({*said}) == 2
    assert emptied == [f"/conversations/{sender}/tracker/events" for sender in said]
    assert (server.asked[-1][0], server.asked[-1][2]) == ("PUT", [])
