"""The circle of mentoring: sound as it is, and each fault in it is found."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from content.checker.rules import check
from content.compiler import compile_course, read_cycle
from content.loader import load
from content.mentoring import PLACE
from learning.mentoring.cycle import Cycle, Step
from tests.content.small_course import no_screens, write_small_course

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def circle() -> Cycle:
    loaded = load(CONTENT)
    assert loaded.mentoring is not None
    return loaded.mentoring.cycle


def test_published_steps_and_our_own_are_told_apart(circle: Cycle) -> None:
    published = {step.id for step in circle.steps if step.published}
    assert published == {Step.ACCESS, Step.EVALUATION, Step.CLOSING}
    assert all((step.source is not None) == step.published for step in circle.steps)


def test_phases_follow_each_other(circle: Cycle) -> None:
    assert [phase.id for phase in circle.phases] == [
        "rapport",
        "direction",
        "progress",
        "winding-down",
    ]
    assert circle.after("rapport") == "direction"
    assert circle.after("winding-down") is None


def test_it_is_kept_by_hash_and_comes_back() -> None:
    loaded = load(CONTENT)
    assert loaded.mentoring is not None
    compiled = compile_course(loaded)
    [definition] = [each for each in compiled.definitions if each.kind == "cycle"]
    assert compiled.curriculum.mentoring.today == definition.hash
    assert read_cycle(definition.body) == loaded.mentoring.cycle


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("tell: 14", "tell: 7", "remind, tell, offer and end come one after the other"),
        ("    source: q-ser.org/step1\n", "", "a published step names its source"),
        ("artefacts: [good-practice-card]", "artefacts: [nothing]", "nothing is no resource"),
        ("id: surprise", "id: common", "the id common is used twice"),
        ("id: phone", "id: person", "the id person is used twice"),
        ("id: closing", "id: access", "the steps are access, matching"),
        ("text: Mostly", "text: Nearly", "differs from"),
    ],
)
def test_each_fault_is_found(before: str, after: str, says: str, tmp_path: Path) -> None:
    path = _with_circle(tmp_path)
    written = path.read_text(encoding="utf-8")
    assert before in written
    path.write_text(written.replace(before, after, 1), encoding="utf-8")
    found = check(load(tmp_path), date(2026, 11, 30), no_screens)
    assert any(says in finding.message for finding in found)


def _with_circle(root: Path) -> Path:
    write_small_course(root)
    copytree(CONTENT / "mentoring", root / "mentoring")
    for language in ("el", "es"):
        source = Path("locales") / language / "LC_MESSAGES" / "mentoring.po"
        (root / source).parent.mkdir(parents=True, exist_ok=True)
        (root / source).write_bytes((CONTENT / source).read_bytes())
    return root / PLACE
