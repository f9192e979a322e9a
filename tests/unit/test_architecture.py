"""The house, executed: what no reader of a single file could see."""

import ast
import importlib
import inspect
import pkgutil
import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
import telegram

import learning
from bot.screens.table import SCREENS, SCREENS_OF_READ
from learning.announcements.outcomes import AttachmentNotWanted, AttachmentWanted, Spread
from learning.ask import Around, Ask, Refused, Right, UseCase
from learning.facts.outcomes import FactsTold
from learning.inbox import SetAside
from learning.mentoring.matching.outcomes import ProposalsSettled
from learning.mentoring.outcomes import TurnsWoken
from learning.needs.outcomes import RoundsTurned
from learning.organisations.outcomes import FileNotWanted, FileWanted
from learning.pushes.outcomes import NotWanted, PutOff, Removed, Woken
from learning.table import USE_CASES
from learning.talk.turns import Listening
from learning.unit import Unit

ROOT = Path(learning.__file__).parent.parent
HOUSE = ("learning", "bot", "data", "scheduler", "content")
MOST_LINES, MOST_FUNCTION_LINES = 300, 50
TOLD_TO_NOBODY = {
    AttachmentNotWanted,
    AttachmentWanted,
    FileNotWanted,
    FileWanted,
    Listening,
    NotWanted,
    ProposalsSettled,
    PutOff,
    Removed,
    Spread,
    TurnsWoken,
    Woken,
    FactsTold,
    RoundsTurned,
    type(None),
}


def modules(package: types.ModuleType) -> Iterator[types.ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def asks() -> set[type[Ask[Any]]]:
    """Without what only says what several have in common: it is generic still."""
    return {
        member
        for module in modules(learning)
        for member in vars(module).values()
        if inspect.isclass(member)
        and issubclass(member, Ask)
        and not getattr(member, "__parameters__", ())
    }


def outcomes_of(ask: type[Ask[Any]]) -> set[type]:
    """What an ask says it may bring: the parts of the union in `Ask[…]`."""
    bases = vars(ask)["__orig_bases__"]
    (base,) = (base for base in bases if issubclass(get_origin(base), Ask))
    return parts(get_args(base)[0])


def is_value(kind: type) -> bool:
    return is_dataclass(kind) and vars(kind)["__dataclass_params__"].frozen is True


def parts(union: Any) -> set[type]:
    if get_origin(union) in (Union, types.UnionType):
        return {part for member in get_args(union) for part in parts(member)}
    return {union}


def sources(*folders: str) -> list[Path]:
    """Every Python file but migrations, which are written once and never read again."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in found if not {"migrations", ".venv"} & {*path.parts}]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[str]:
    """The dotted end of everything that is called: "datetime.now", "bot.send_message"."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ".".join(ast.unparse(node.func).split(".")[-2:])


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


ASKS = sorted(asks(), key=lambda ask: ask.__qualname__)
OUTCOMES = sorted(
    {Refused, SetAside, *(outcome for ask in ASKS for outcome in outcomes_of(ask))} - {type(None)},
    key=lambda outcome: f"{outcome.__module__}.{outcome.__qualname__}",
)


def test_every_ask_has_one_use_case() -> None:
    assert set(USE_CASES) == set(ASKS)


@pytest.mark.parametrize("ask", ASKS)
def test_every_ask_declares_its_right_and_is_a_value(ask: type[Ask[Any]]) -> None:
    assert isinstance(ask.right, Right)
    assert is_value(ask)


@pytest.mark.parametrize(("ask", "case"), USE_CASES.items(), ids=lambda it: it.__name__)
def test_a_use_case_names_what_it_needs(ask: type[Ask[Any]], case: UseCase) -> None:
    given = {*dir(Unit), "curriculum"}
    kinds = {it.name: it.kind for it in inspect.signature(case).parameters.values()}
    wanted = {name for name, kind in kinds.items() if kind is inspect.Parameter.KEYWORD_ONLY}
    assert wanted <= given
    assert [name for name in kinds if name not in wanted] == ["ask", "actor", "now"]


@pytest.mark.parametrize(("ask", "case"), USE_CASES.items(), ids=lambda it: it.__name__)
def test_a_use_case_brings_what_its_ask_says(ask: type[Ask[Any]], case: UseCase) -> None:
    hints = get_type_hints(case)
    assert ask in parts(hints["ask"])
    handed_on = {Ask[Any], Around}  # asks that are performed in its place
    assert parts(hints["return"]) - handed_on <= outcomes_of(ask)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.__name__)
def test_every_outcome_is_a_value_and_has_its_words(outcome: type) -> None:
    assert is_value(outcome)
    assert outcome in TOLD_TO_NOBODY or outcome in {*SCREENS, *SCREENS_OF_READ}


def test_nothing_is_worded_that_nobody_brings() -> None:
    assert {*SCREENS, *SCREENS_OF_READ} <= set(OUTCOMES)


CLOCKS = ("now", "utcnow", "today", "time", "monotonic", "perf_counter", "sleep")
CHANCE = ("random", "secrets", "uuid")


def test_learning_reads_no_clock_and_tosses_no_coin() -> None:
    found = []
    for path in sources("learning"):
        for call in calls(path):
            owner, _, method = call.rpartition(".")
            if owner in ("datetime", "date", "time") and method in CLOCKS:
                found.append(f"{name(path)}: {call}")
        for node in ast.walk(tree(path)):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if {module, *imported} & {"time", *CHANCE}:
                found.append(f"{name(path)}: imports {module or imported}")
    assert found == []


SPEECH = ("send_", "edit_", "copy_", "forward_", "reply_", "answer", "pin_", "delete_message")
SENDING = {
    method
    for kind in (telegram.Bot, telegram.Message, telegram.CallbackQuery, telegram.Chat)
    for method in dir(kind)
    if method.startswith((*SPEECH, "set_my_"))
}


def test_only_delivery_speaks_to_telegram() -> None:
    speaks = {
        name(path)
        for path in sources("bot", "scheduler", "data", "content")
        for call in calls(path)
        if call.rpartition(".")[2] in SENDING and "." in call
    }
    assert speaks
    assert {path for path in speaks if not path.startswith("bot/delivery/")} == {"bot/menus.py"}


def test_packages_say_nothing_of_their_own() -> None:
    spoken = [path for path in sources(*HOUSE, "simulator") if path.name == "__init__.py"]
    assert spoken
    assert [name(path) for path in spoken if path.read_text(encoding="utf-8")] == []


def test_files_stay_small() -> None:
    lengths = {
        name(path): len(path.read_text("utf-8").splitlines())
        for path in sources(*HOUSE, "dialogue", "simulator")
    }
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_functions_stay_small() -> None:
    long = [
        f"{name(path)}: {node.name}"
        for path in sources(*HOUSE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert long == []
