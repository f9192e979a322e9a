"""Whatever Rasa does, an answer or NotAvailable comes within two seconds."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from aiohttp import web

from dialogue.breaker import CircuitBreaker
from dialogue.client import RasaClient
from dialogue.understanding import NotAvailable, Understanding
from learning.talk.turns import OpenTalk, Slot, Talk

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEARD = {
    "intent": {"name": "greet", "confidence": 0.9},
    "ranking": [],
    "entities": [],
    "form": None,
    "slots": {},
    "answers": [{"ask": "greet"}],
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
    return web.json_response(_HEARD)


async def never(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def slowly(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(1.3)
    return await well(request)


async def in_a_moment(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(0.01)
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


async def test_at_most_four_texts_are_with_the_server_at_once(server: StandIn) -> None:
    server.answer = in_a_moment
    async with RasaClient(server.url) as client:
        said = await asyncio.gather(*(client.understand("hello", "en") for _ in range(50)))
    assert {one.intent for one in said} == {"greet"}
    assert server.most_at_once <= 4


async def test_a_crowd_is_heard_as_far_as_time_allows_and_nobody_else_suffers(
    server: StandIn,
) -> None:
    """Whoever waits for a place in vain is told so in time; the server did not fail for that."""
    server.answer = in_a_moment
    began = time.monotonic()
    async with RasaClient(server.url, patience=0.4) as client:
        crowd = (client.understand("hello", "en") for _ in range(500))
        said = await asyncio.gather(*crowd, return_exceptions=True)
        assert (await client.understand("hello", "en")).intent == "greet"
    assert time.monotonic() - began < 1.5
    given_up = [one for one in said if isinstance(one, NotAvailable)]
    assert 0 < len(given_up) < len(said)
    assert all(isinstance(one, NotAvailable | Understanding) for one in said)


async def test_one_request_takes_the_text_and_a_fresh_random_id_and_nothing_else(
    server: StandIn,
) -> None:
    async with RasaClient(server.url) as client:
        await client.understand("hello", "en")
        await client.understand("hello", "en")
    assert [(method, path) for method, path, _ in server.asked] == [("POST", "/webhooks/turn")] * 2
    sent = [body for _, _, body in server.asked if isinstance(body, dict)]
    assert all(set(body) == {"conversation", "events", "text"} for body in sent)
    kinds = [event["event"] for event in sent[0]["events"]]
    assert kinds == ["action", "session_started", "action"]
    assert len({body["conversation"] for body in sent}) == 2


async def test_an_open_talk_is_seeded_into_the_fresh_conversation(server: StandIn) -> None:
    talk = OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: "0830"})
    async with RasaClient(server.url) as client:
        await client.understand("yes", "en", talk)
    ((_, _, turn),) = server.asked
    assert isinstance(turn, dict)
    assert {"event": "active_loop", "name": "change_time_form"} in turn["events"]
    assert {"event": "slot", "name": "when", "value": "0830"} in turn["events"]


async def test_the_reason_given_never_quotes_the_text(server: StandIn) -> None:
    server.answer = with_strange_json
    async with RasaClient(server.url) as client:
        with pytest.raises(NotAvailable) as caught:
            await client.understand("my secret sentence", "en")
    assert "secret" not in repr(caught.value)
    assert caught.value.__cause__ is None
