"""The author's commands, run as an author runs them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from content.__main__ import app
from content.document import read_document
from content.schema.fields import Part
from content.schema.lesson import Lesson
from content.schema.scenario import Scenario
from content.skeleton import CannotBegin, Kind, write_skeleton
from content.watch import Watch
from tests.content.small_course import DESK, GREEK, findings, line_with, spoil, write_small_course

REPOSITORY = Path(__file__).parents[2]
NAMES = DESK / "names.yaml"


@dataclass(frozen=True)
class Run:
    code: object
    printed: str


Author = Callable[..., Run]


@pytest.fixture
def author(capsys: pytest.CaptureFixture[str]) -> Author:
    """Runs one command with its arguments."""

    def run(*arguments: str | Path) -> Run:
        code = app([str(argument) for argument in arguments], result_action="return_value")
        return Run(code, capsys.readouterr().out)

    return run


def test_check_counts_a_sound_course(author: Author, tmp_path: Path) -> None:
    done = author("check", "--root", write_small_course(tmp_path), "--date", "2026-11-30")
    assert (done.printed, done.code) == (
        "3 lessons, 1 scenario, 2 languages, 13 minutes\n",
        0,
    )


def test_check_fails_on_an_error_and_release_on_a_warning_too(
    author: Author, tmp_path: Path
) -> None:
    root = write_small_course(tmp_path)
    late = author("check", "--root", root, "--date", "2028-01-01")
    assert (": warning: the source law expired" in late.printed, late.code) == (True, 0)
    assert author("release", "2027-11-22", "--root", root).code == 1
    assert author("release", "2027-11-21", "--root", root).code == 0
    spoil(root / NAMES, "right: true", "right: false")
    wrong = author("check", "--root", root)
    line = line_with(root / NAMES, "options:")
    assert wrong.printed.startswith(f"{root / NAMES}:{line}: 0 options are right")
    assert wrong.code == 1


@pytest.mark.parametrize("command", ["check", "update"])
def test_a_broken_file_is_named_and_nothing_else_happens(
    command: str, author: Author, tmp_path: Path
) -> None:
    root = write_small_course(tmp_path)
    spoil(root / NAMES, "try_today:", "try_it:")
    done = author(command, "--root", root)
    assert f"{root / NAMES}:{line_with(root / NAMES, 'try_it')}: `try_it`" in done.printed
    assert done.code == 1


def test_update_tells_what_it_did(author: Author, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / NAMES, "title: Names", "title: Names, said well")
    done = author("update", "--root", root)
    assert (done.printed, done.code) == (f"{root / GREEK}: 0 new, 1 changed, 0 gone\n", 0)


def test_preview_writes_one_page_per_language(author: Author, tmp_path: Path) -> None:
    root = write_small_course(tmp_path / "content")
    folder = tmp_path / "pages"
    done = author("preview", "--root", root, "--folder", folder, "--date", "2026-11-30")
    pages = [folder / "course.en.html", folder / "course.el.html"]
    assert (done.printed.split(), done.code) == ([str(page) for page in pages], 0)
    assert "Names μ" in pages[1].read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "schema"), [("lesson", Lesson), ("scenario", Scenario)])
def test_a_new_file_passes_the_schema(kind: Kind, schema: type[Part], tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    path = write_skeleton(root, kind, "m1/desk/first-steps")
    assert path == root / DESK / "first-steps.yaml"
    assert read_document(path, schema).content.model_dump()["id"] == "first-steps"


def test_a_new_lesson_and_scenario_lack_nothing_but_their_words(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    write_skeleton(root, "lesson", "m1/desk/first-steps")
    write_skeleton(root, "scenario", "m1/desk/second-steps")
    spoil(root / DESK / "subunit.yaml", "[names,", "[first-steps, names,")
    spoil(root / DESK / "subunit.yaml", "queue", "second-steps")
    (root / DESK / "queue.yaml").unlink()
    (root / GREEK).unlink()
    faults = {it.message.rpartition(": ")[2] for it in findings(root)}
    assert {fault for fault in faults if not fault.startswith("run `python -m content")} == {
        "it needs 350",
        "make it 3 to 8",
    }


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("m1/desk/names", "exists already"),
        ("m1/names", "is not <module>/<subunit>/<id>"),
        ("m1/desk/Names", "must be of a-z"),
        ("m1/../names", "must be of a-z"),
    ],
)
def test_a_new_file_needs_a_free_place(place: str, says: str, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    with pytest.raises(CannotBegin, match=says):
        write_skeleton(root, "lesson", place)


def test_new_says_where_to_name_the_file(author: Author, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    done = author("new", "scenario", "m1/desk/later", "--root", root)
    assert f"name it under `scenario` in {root / DESK / 'subunit.yaml'}" in done.printed
    again = author("new", "scenario", "m1/desk/later", "--root", root)
    assert ("exists already" in again.printed, again.code) == (True, 1)


def test_watch_notices_a_changed_a_new_and_a_lost_file(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    watched = Watch(root)
    assert (watched.changed(), watched.changed()) == (True, False)
    spoil(root / NAMES, "Names", "Names and more")
    assert (watched.changed(), watched.changed()) == (True, False)
    (root / DESK / "draft.yaml").write_text("id: draft\n")
    assert (watched.changed(), watched.changed()) == (True, False)
    (root / GREEK).unlink()
    assert (watched.changed(), watched.changed()) == (True, False)


def test_watch_lets_the_bot_reload_only_what_it_can_read(tmp_path: Path) -> None:
    root = write_small_course(tmp_path / "content")
    signal = tmp_path / "var" / "content.reload"
    arguments = ["watch", "--root", str(root), "--reload", str(signal)]
    command = [sys.executable, "-m", "content", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as watching:
        try:
            assert watching.stdout is not None
            _read_until(watching.stdout, "13 minutes")
            _wait_for(signal)
            os.utime(signal, ns=(0, 0))
            spoil(root / NAMES, "try_today:", "try_it:")
            _read_until(watching.stdout, "`try_it` is not a known key")
            assert signal.stat().st_mtime_ns == 0
        finally:
            watching.terminate()


def _read_until(lines: Iterable[str], words: str) -> None:
    assert any(words in line for line in lines)


def _wait_for(path: Path) -> None:
    for _ in range(100):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{path} was not written")
