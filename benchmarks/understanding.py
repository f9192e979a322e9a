"""From a typed text to its ask, through Rasa's HTTP server.

`python -m benchmarks.understanding` trains first if it must. It prints p50 and p95 without and with
an open talk, one text after the other; texts a second at fifty at once; the server's processor time
a text, which says more where others use the machine, too; its memory.
"""

import asyncio
import itertools
import os
import statistics
import sys
import time
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path

from dialogue.client import RasaClient
from dialogue.listening import Listener
from dialogue.server import RasaServer
from learning.account.outcomes import Settings
from learning.talk.turns import Listening, OpenTalk, Slot, Talk

# None is a training sentence, whose sums are done already.
TEXTS = (
    ("carry on with the lessons now", "en"),
    ("could i get one more lesson today", "en"),
    ("δώσε μου το καινούριο μάθημα", "el"),
    ("kane mou allo ena mathima", "el"),
    ("quiero continuar con las lecciones", "es"),
    ("¿Qué es la protección subsidiaria?", "es"),
)
ANSWERS = (("at half past eight, not on Fridays", "en"), ("στις 9", "el"), ("a las ocho", "es"))
ASKING_TIME = OpenTalk(Talk.CHANGE_TIME, Slot.WHEN)
NOON = datetime(2026, 11, 25, 10, tzinfo=UTC)
WARM, COUNTED, AT_ONCE = 20, 300, 50


def situation(language: str, talk: OpenTalk | None) -> Listening:
    settings = Settings(
        language=language,
        zone="Europe/Athens",
        lesson_time=clock(9),
        weekdays=frozenset(range(5)),
        sector=None,
        organisation=None,
        opens=clock(7),
        closes=clock(20),
        allowed=frozenset(range(7)),
        begun=True,
        paused=None,
        paused_until=None,
        next_at=None,
    )
    revision = None if talk is None else 1
    return Listening(
        settings, talk, revision, pointed=False, exact=False, asked=False, waiting=False
    )


async def hear(listener: Listener, said: tuple[str, str], talk: OpenTalk | None) -> bool:
    """Whether somebody understood it, or could say that nobody does."""
    text, language = said
    meaning = await listener.hear(text, situation(language, talk), (), NOON)
    return meaning.heard


async def one_by_one(
    listener: Listener, texts: tuple[tuple[str, str], ...], talk: OpenTalk | None
) -> list[float]:
    """Milliseconds of each."""
    took = []
    for said in itertools.islice(itertools.cycle(texts), WARM + COUNTED):
        began = time.perf_counter()
        assert await hear(listener, said, talk), "the server did not answer"
        took.append((time.perf_counter() - began) * 1000)
    return took[WARM:]


async def all_at_once(listener: Listener) -> tuple[float, int]:
    """Texts a second, and how many were given up because others came first."""
    began = time.perf_counter()
    texts = itertools.islice(itertools.cycle(TEXTS), AT_ONCE)
    heard = await asyncio.gather(*(hear(listener, said, None) for said in texts))
    return len(heard) / (time.perf_counter() - began), heard.count(False)


def memory(pid: int) -> float:
    """Megabytes resident."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def busy(pid: int) -> float:
    """Milliseconds of processor time that the server has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def told(name: str, took: list[float]) -> str:
    p95 = statistics.quantiles(took, n=20)[-1]
    return f"| {name} | {statistics.median(took):.1f} | {p95:.1f} |"


async def measure() -> None:
    server = RasaServer(Path("var"), lambda line: print(line, file=sys.stderr, flush=True))
    model = await server.prepare()
    if model is None:
        raise SystemExit(1)
    await server.start(model)
    try:
        async with RasaClient(server.url) as client:
            listener = Listener(client, {}, dict)
            print("| text → ask | p50 ms | p95 ms |\n|---|---|---|")
            before = busy(server.pid)
            print(told("without an open talk", await one_by_one(listener, TEXTS, None)))
            spent = (busy(server.pid) - before) / (WARM + COUNTED)
            print(told("with an open talk", await one_by_one(listener, ANSWERS, ASKING_TIME)))
            rate, given_up = await all_at_once(listener)
            print(f"\n{AT_ONCE} at once: {rate:.0f} texts/s, {given_up} given up")
            print(f"Processor time of the server without an open talk: {spent:.1f} ms a text")
            print(f"Memory of the server: {memory(server.pid):.0f} MB")
    finally:
        await server.stop()


if __name__ == "__main__":
    asyncio.run(measure())
