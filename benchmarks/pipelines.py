"""`python -m benchmarks.pipelines`: ways to tell intents apart, each trained and asked by HTTP.

Figures for docs/decisions: macro-F1 on the test sentences, training time, memory, and the time
from text to intent. Entities are left out: they are found the same way in all.
"""

import argparse
import asyncio
import contextlib
import socket
import statistics
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import yaml

from dialogue.evaluate import SETS
from dialogue.installing import HOME, environment, rasa

DIET = {
    "name": "DIETClassifier",
    "epochs": 20,
    "entity_recognition": False,
    "constrain_similarities": True,
    "random_seed": 7,
}
LEFT_OUT = ("CRFEntityExtractor", "FoldingSynonyms")
OUTSIDE = frozenset({"out_of_scope", "nlu_fallback"})
PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    intent: str


def pipelines() -> Mapping[str, list[dict[str, Any]]]:
    """The chosen one, and others made of it by leaving out or exchanging a step."""
    config = yaml.safe_load((HOME / "config.yml").read_text(encoding="utf-8"))
    chosen = [step for step in config["pipeline"] if not step["name"].endswith(LEFT_OUT)]
    letters = [step for step in chosen if not step["name"].endswith("SentenceEncoder")]

    def with_classifier(step: dict[str, Any]) -> list[dict[str, Any]]:
        ours = "SpellingAndMeaning"
        return [step if each["name"].endswith(ours) else each for each in letters]

    return {
        "chosen": chosen,
        "letters": letters,
        "logistic": with_classifier({"name": "LogisticRegressionClassifier", "max_iter": 100}),
        "diet": with_classifier(DIET),
    }


async def train(pipeline: list[dict[str, Any]], folder: Path) -> float:
    """Seconds that it took; the model is `folder`/model.tar.gz."""
    config = {"recipe": "default.v1", "assistant_id": "qser", "language": "xx"}
    (folder / "config.yml").write_text(yaml.safe_dump(config | {"pipeline": pipeline}))
    began = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        *rasa("train", "nlu", "--config", folder / "config.yml", "--domain", HOME / "domain.yml"),
        *("--nlu", str(HOME / "nlu"), "--out", str(folder), "--fixed-model-name", "model"),
        cwd=folder,
        env=environment() | {"RASA_MAX_CACHE_SIZE": "0"},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    if await process.wait():
        raise SystemExit("Training failed.")
    return time.monotonic() - began


@contextlib.asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[tuple[str, int]]:
    """The server's address and process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        *rasa("run", "--enable-api", "--interface", "127.0.0.1", "--port", str(port)),
        *("--model", str(folder / "model.tar.gz")),
        cwd=folder,
        env=environment(),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        await process.wait()


def sentences(name: str) -> list[Sentence]:
    entries = yaml.safe_load((HOME / "tests" / f"{name}.yml").read_text(encoding="utf-8"))["nlu"]
    return [
        Sentence(_without_marks(line[2:]), entry["intent"])
        for entry in entries
        if "intent" in entry
        for line in entry["examples"].splitlines()
    ]


def _without_marks(line: str) -> str:
    for mark in ("](", "]{"):
        while mark in line:
            before, _, after = line.partition(mark)
            line = before.replace("[", "", 1) + after.partition(")" if mark == "](" else "}")[2]
    return line


async def ask(url: str, asked: list[Sentence], times: list[float]) -> list[str]:
    """The intents found; how long each took is added to `times`, in seconds."""
    found = []
    async with aiohttp.ClientSession(trust_env=False) as session:
        for sentence in asked:
            began = time.perf_counter()
            async with session.post(f"{url}/model/parse", json={"text": sentence.text}) as answer:
                found.append(str((await answer.json())["intent"]["name"]))
            times.append(time.perf_counter() - began)
    return found


async def ready(url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(aiohttp.ClientError):
            await ask(url, [Sentence("hello", "greet")], [])
            return
        await asyncio.sleep(0.5)
    raise SystemExit("The server does not answer.")


def macro_f1(asked: list[Sentence], found: list[str]) -> float:
    meant, guessed = Counter(s.intent for s in asked), Counter(found)
    right = Counter(s.intent for s, guess in zip(asked, found, strict=True) if s.intent == guess)
    return statistics.mean(2 * right[i] / (meant[i] + guessed[i]) for i in meant)


def memory_mb(pid: int) -> int:
    """The most that the process has held."""
    status = Path(f"/proc/{pid}/status").read_text()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) // 1024


async def measure(name: str, pipeline: list[dict[str, Any]]) -> str:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        seconds = await train(pipeline, folder)
        scores, times, taken, outside = [], list[float](), 0, 0
        async with serving(folder) as (url, pid):
            await ready(url)
            for each in SETS:
                asked = sentences(each)
                found = await ask(url, asked, times)
                scores.append(macro_f1(asked, found))
                beyond = [f for s, f in zip(asked, found, strict=True) if s.intent in OUTSIDE]
                outside += len(beyond)
                taken += sum(intent not in OUTSIDE for intent in beyond)
            memory = memory_mb(pid)
    by_set = " | ".join(f"{score:.3f}" for score in scores)
    p50, p95 = (statistics.quantiles(times, n=100)[q - 1] * 1000 for q in (50, 95))
    return (
        f"| {name} | {by_set} | {taken / outside:.1%} | {seconds:.0f} s"
        f" | {memory} MB | {p50:.0f} ms | {p95:.0f} ms |"
    )


async def run(names: list[str]) -> None:
    print(f"| pipeline | {' | '.join(SETS)} | taken | training | memory | p50 | p95 |")
    print("| --- " * (len(SETS) + 6) + "|")
    for name in names:
        print(await measure(name, pipelines()[name]), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipelines", nargs="*", default=list(pipelines()))
    asyncio.run(run(parser.parse_args().pipelines))


if __name__ == "__main__":
    main()
