"""Messages a second through each transport, one process and one core each.

`python -m benchmarks.transport` runs all, a few seconds each, and prints a table. Beside the
rate stands the processor time of a message, which a busy machine disturbs less.
"""

import argparse
import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

import aiohttp
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from benchmarks import stub
from bot.transport.aiohttp_request import AiohttpRequest

ROUNDS = 4  # the best counts: the others were warming up or disturbed by their machine
SECONDS = 1.0
POOL = 256
TEXT = "Is this message what it says it is? Look at the sender first."
SETTINGS = [  # in flight at once, latency of the server in seconds
    (50, 0.0),
    (200, 0.05),
]
Send = Callable[[], Awaitable[object]]


class Figures(NamedTuple):
    per_second: float
    cpu_microseconds: float  # of the bot's process, for one message


@asynccontextmanager
async def ptb(root: str, request: BaseRequest) -> AsyncIterator[Send]:
    async with Bot(stub.TOKEN, base_url=f"{root}/bot", request=request) as bot:
        yield lambda: bot.send_message(7, TEXT)


@asynccontextmanager
async def aiogram(root: str) -> AsyncIterator[Send]:
    session = AiohttpSession(limit=POOL, api=TelegramAPIServer.from_base(root))
    async with AiogramBot(stub.TOKEN, session=session) as bot:
        yield lambda: bot.send_message(7, TEXT)


@asynccontextmanager
async def raw(root: str) -> AsyncIterator[Send]:
    url = f"{root}/bot{stub.TOKEN}/sendMessage"
    connector = aiohttp.TCPConnector(limit=POOL)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def send() -> bytes:
            async with session.post(url, data={"chat_id": 7, "text": TEXT}) as answer:
                return await answer.read()

        yield send


TRANSPORTS = {
    "ours": lambda root: ptb(root, AiohttpRequest(POOL)),
    "PTB default": lambda root: ptb(root, HTTPXRequest(POOL)),
    "aiogram": aiogram,
    "raw aiohttp": raw,
}


async def best_round(transport: str, root: str, in_flight: int) -> Figures:
    async with TRANSPORTS[transport](root) as send:
        return max([await one_round(send, in_flight) for _ in range(ROUNDS)])


async def one_round(send: Send, in_flight: int) -> Figures:
    sent, start, cpu = 0, time.perf_counter(), time.process_time()

    async def keep_sending() -> None:
        nonlocal sent
        while time.perf_counter() < start + SECONDS:
            await send()
            sent += 1

    await asyncio.gather(*(keep_sending() for _ in range(in_flight)))
    cpu = time.process_time() - cpu
    return Figures(sent / (time.perf_counter() - start), cpu / sent * 1e6)


def measure(transport: str, in_flight: int, latency: float) -> Figures:
    """The figures of one transport, measured in a process of its own."""
    with stub.running(latency) as root:
        command = [sys.executable, "-m", "benchmarks.transport"]
        arguments = ["--transport", transport, "--root", root, "--in-flight", str(in_flight)]
        ran = subprocess.run(command + arguments, check=True, stdout=subprocess.PIPE)
        return Figures(*map(float, ran.stdout.split()))


def table() -> None:
    for in_flight, latency in SETTINGS:
        print(f"\n{in_flight} in flight, server latency {latency * 1000:.0f} ms")
        print(f"{'transport':<14}{'messages/s':>12}{'times PTB default':>20}{'CPU µs each':>14}")
        figures = {name: measure(name, in_flight, latency) for name in TRANSPORTS}
        for name, (rate, cpu) in figures.items():
            ratio = rate / figures["PTB default"].per_second
            print(f"{name:<14}{rate:>12,.0f}{ratio:>20.1f}{cpu:>14,.0f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transport", choices=TRANSPORTS)
    parser.add_argument("--root")
    parser.add_argument("--in-flight", type=int)
    asked = parser.parse_args()
    if asked.transport:
        print(*asyncio.run(best_round(asked.transport, asked.root, asked.in_flight)))
    else:
        table()
