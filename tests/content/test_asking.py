"""The questionnaire of the needs analysis: sound as it is, and each fault in it is found."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from content.asking import PLACE
from content.checker.rules import check
from content.compiler import compile_course, read_questionnaire
from content.finding import BrokenCourse
from content.loader import load
from learning.needs.asking import asked, places
from learning.needs.questionnaire import Questionnaire
from tests.content.small_course import line_with, no_screens, spoil

CONTENT = Path("content")
TODAY = date(2026, 11, 30)


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new`; a finding on the line of `at` says `says`."""

    old: str
    new: str
    at: str
    says: str


FAULTS = {
    "a question without a use": Fault(
        'uses: [organisation, report]\n        options:\n          - {id: "yes"',
        'options:\n          - {id: "yes"',
        "id: interpreters",
        "`uses` is missing",
    ),
    "an empty use": Fault("uses: [report]", "uses: []", "uses: []", "`uses`"),
    "an unknown use": Fault("uses: [report]", "uses: [gossip]", "uses: [gossip]", "priority"),
    "an unknown scale": Fault("often: frequency", "often: habit", "often: habit", "habit is not"),
    "an unknown competence": Fault(
        "competence: commitment", "competence: courage", "competence: courage", "courage is not"
    ),
    "a competence that nobody asks for": Fault(
        "competence: commitment", "competence: adaptation", "blocks:", "commitment is asked for 0"
    ),
    "an unknown unit": Fault(
        "plain-language]", "plain-words]", "interpreters, plain", "plain-words"
    ),
    "a condition on a later question": Fault(
        "when: [{question: contacts, options: [c1, c6, c21, c51]}]",
        "when: [{question: support, options: [c1]}]",
        "question: support",
        "support is no choice",
    ),
    "a condition on an unknown option": Fault(
        "options: [c1, c6, c21, c51]}]", "options: [c9]}]", "[c9]", "c9 is no option"
    ),
    "bands out of order": Fault(
        "id: y2, least: 2", "id: y2, least: 7", "bands:", "must begin at 0"
    ),
    "an id said twice": Fault("id: phone,", "id: desk,", "text: On the phone", "used twice"),
    "a question that is too long": Fault(
        "prompt: How do you meet them?", f"prompt: {'How ' * 200}", "How How", "cut it to 700"
    ),
    "a text that is not translated": Fault(
        "text: At the desk", "text: At a desk", "", "differs from"
    ),
}


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    asking = load(CONTENT).asking
    assert asking is not None
    return asking.questionnaire


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    copytree(CONTENT / "course", tmp_path / "course")
    copytree(CONTENT / "needs", tmp_path / "needs")
    copytree(CONTENT / "locales", tmp_path / "locales")
    copytree(CONTENT / "terms", tmp_path / "terms")
    return tmp_path


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_on_its_line(spoilt: Path, fault: Fault) -> None:
    file = spoilt / PLACE
    spoil(file, fault.old, fault.new)
    try:
        findings = check(load(spoilt), TODAY, no_screens)
    except BrokenCourse as broken:
        findings = broken.findings
    told = [finding for finding in findings if fault.says in finding.message]
    assert told
    if fault.at:
        assert line_with(file, fault.at) in {finding.line for finding in told}


def test_a_question_that_no_answers_lead_to_is_found(spoilt: Path) -> None:
    file = spoilt / PLACE
    once = "        when: [{question: contacts, options: [c1, c6, c21, c51]}]\n"
    twice = (
        "        when: [{question: contacts, options: [c1]}, {question: contacts, options: [c6]}]\n"
    )
    spoil(file, once, twice)
    found = [
        f
        for f in check(load(spoilt), TODAY, no_screens)
        if "no answers lead to channels" in f.message
    ]
    assert found


def test_a_way_that_leads_to_no_path_is_found(spoilt: Path) -> None:
    file = spoilt / PLACE
    text = file.read_text(encoding="utf-8")
    blocks = text.partition("  - id: abilities\n    title")
    skipped = blocks[2].replace(
        "        uses: [path, report]\n",
        "        uses: [path, report]\n        when: [{question: contacts, options: [c1]}]\n",
    )
    file.write_text(blocks[0] + blocks[1] + skipped, encoding="utf-8")
    found = [
        f
        for f in check(load(spoilt), TODAY, no_screens)
        if "nothing is asked that makes" in f.message
    ]
    assert found


def test_it_asks_24_questions_in_six_blocks(questionnaire: Questionnaire) -> None:
    assert len(questionnaire.blocks) == 6
    assert len(asked(questionnaire, {})) == 24
    assert len(questionnaire.block_again()) == 9


def test_who_meets_nobody_from_abroad_is_asked_less(questionnaire: Questionnaire) -> None:
    way = [question.id for question in asked(questionnaire, {"contacts": ("c0",)})]
    assert not {"channels", "tasks", "bridge", "desk"} & set(way)
    assert len(way) == 20


def test_how_hard_is_not_asked_of_what_never_happens(questionnaire: Questionnaire) -> None:
    way = [it.at for it in places(questionnaire.questions(), {"desk.families.often": ("1",)})]
    assert "desk.families.often" in way
    assert "desk.families.hard" not in way
    assert "desk.language.hard" in way


def test_a_definition_reads_back_as_it_was() -> None:
    loaded = load(CONTENT)
    compiled = compile_course(loaded)
    [definition] = [it for it in compiled.definitions if it.kind == "questionnaire"]
    assert loaded.asking is not None
    assert read_questionnaire(definition.body) == loaded.asking.questionnaire
    assert compiled.curriculum.needs.today == definition.hash
