"""`python -m dialogue.evaluate`: trains, runs Rasa's own evaluation, prints the figures.

The test sentences in dialogue/rasa/tests/ were written apart from the training sentences.
"""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dialogue.installing import HOME, environment, install, rasa
from dialogue.intents import NOT_UNDERSTOOD
from dialogue.talks import valued
from dialogue.training import train
from learning.talk.turns import Slot

SETS = ("en", "el", "es", "greeklish")
_OUTSIDE = "out_of_scope"
_TOLD_CONFUSIONS = 12
_NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Athens"))  # of tests/values.txt


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares are between 0 and 1; `taken` is the share of out-of-scope text given an ask, `values`
    that of times, days, lengths and languages that are read as they were meant."""

    sentences: int
    accuracy: float
    macro_f1: float
    entity_f1: float
    values: float
    taken: float
    confusions: Counter[tuple[str, str]]


def values_read(name: str) -> float:
    """The share of that set's lines in tests/values.txt whose value the parser reads."""
    lines = (HOME / "tests" / "values.txt").read_text(encoding="utf-8").splitlines()
    told = [line.split(" | ", 3) for line in lines if line.startswith(f"{name} | ")]
    language = "el" if name == "greeklish" else name
    days = frozenset(range(5))
    read = [valued(Slot(slot), text, language, _NOON, days) or "-" for _, slot, _, text in told]
    right = [value == line[2] for value, line in zip(read, told, strict=True)]
    return sum(right) / len(right)


def figures(name: str, folder: Path) -> Figures:
    """From the files that `rasa test nlu` left in `folder`."""
    report = _json(folder / "intent_report.json")
    # A fallback is in Rasa's own mean as an intent that is always wrong; ours leaves it out.
    intents = {name: row for name, row in report.items() if _is_intent(row)}
    errors: list[Mapping[str, Any]] = _json(folder / "intent_errors.json") or []
    wrong = Counter((e["intent"], e["intent_prediction"]["name"]) for e in errors)
    total = sum(int(row["support"]) for row in intents.values())
    outside = {pair: n for pair, n in wrong.items() if pair[0] == _OUTSIDE}
    taken = sum(n for (_, guess), n in outside.items() if guess != NOT_UNDERSTOOD)
    return Figures(
        sentences=total,
        accuracy=1 - wrong.total() / total,
        macro_f1=sum(row["f1-score"] for row in intents.values()) / len(intents),
        entity_f1=float(_json(folder / "CRFEntityExtractor_report.json")["micro avg"]["f1-score"]),
        values=values_read(name),
        taken=taken / int(intents[_OUTSIDE]["support"]),
        confusions=wrong,
    )


def _is_intent(row: object) -> bool:
    return isinstance(row, dict) and "confused_with" in row and bool(row["support"])


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def table(found: Mapping[str, Figures]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| set | sentences | accuracy | macro-F1 | entity F1 | values read | out of scope taken |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {name} | {f.sentences} | {f.accuracy:.3f} | {f.macro_f1:.3f} | {f.entity_f1:.3f}"
        f" | {f.values:.3f} | {f.taken:.1%} |"
        for name, f in found.items()
    ]
    return "\n".join(lines)


def confusions(found: Mapping[str, Figures]) -> str:
    together = sum((f.confusions for f in found.values()), Counter[tuple[str, str]]())
    pairs = together.most_common(_TOLD_CONFUSIONS)
    return "\n".join(f"{meant} taken for {guess}: {n}" for (meant, guess), n in pairs)


def evaluate(model: Path, out: Path) -> dict[str, Figures]:
    """Runs Rasa's evaluation for each set of test sentences."""
    found = {}
    for name in SETS:
        run(model, HOME / "tests" / f"{name}.yml", out / name)
        found[name] = figures(name, out / name)
    return found


def run(model: Path, sentences: Path, out: Path) -> None:
    """Rasa's own evaluation of a file of sentences; its reports stand in the folder `out`."""
    arguments = ("--nlu", sentences, "--model", model, "--out", out, "--no-plot")
    subprocess.run(
        rasa("test", "nlu", *arguments),
        cwd=model.parent,
        env=environment(),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


async def _model(models: Path) -> Path:
    await install(_say)
    return await train(models, _say)


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def main() -> None:
    models = Path("var").resolve() / "rasa"
    model = asyncio.run(_model(models))
    found = evaluate(model, models / "results")
    sys.stdout.write(f"{table(found)}\n\n{confusions(found)}\n")


if __name__ == "__main__":
    main()
