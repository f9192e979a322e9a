"""Each rule of the check finds its fault, names its line, and leaves a sound course alone."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from content.checker.rendered import Rendered, overlong_screens
from content.loader import load
from tests.content.small_course import (
    DESK,
    findings,
    line_with,
    spoil,
    translate,
    write_small_course,
)

OUTLINE = Path("course/course.yaml")
SUBUNIT = DESK / "subunit.yaml"
NAMES = DESK / "names.yaml"
FORMS = DESK / "forms.yaml"
SIGNS = DESK / "signs.yaml"
QUEUE = DESK / "queue.yaml"


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in `file`; one finding there says `says`.

    It stands on the line on which `at` first begins.
    """

    file: Path
    old: str
    new: str
    at: str
    says: str
    warning: bool = False


FAULTS = {
    "unknown competence": Fault(
        NAMES,
        "competences: [clarity, respect]",
        "competences:\n  - clarity\n  - order",
        "- order",
        "order is not one of the competences",
    ),
    "unknown competence of a subunit": Fault(
        SUBUNIT, "[clarity]", "[order]", "[order]", "order is not one of the competences"
    ),
    "unknown sector": Fault(QUEUE, "[desk]", "[shop]", "[shop]", "shop is not one of the sectors"),
    "unknown branch target": Fault(
        QUEUE, "          - {to: bad}", "          - {to: d9}", "to: d9", "d9 is neither"
    ),
    "unknown source of a card": Fault(
        NAMES, "sources: [guide, law]", "sources: [guide, lost]", "lost", "lost is not under"
    ),
    "unknown source of an ending": Fault(
        QUEUE, "sources: [guide]", "sources: [lost]", "[lost]", "lost is not under"
    ),
    "same id of two choices": Fault(
        QUEUE,
        "- id: b\n        text: I call",
        "- id: a\n        text: I call",
        "- id: a\n        text: I call",
        "the id a is already used at",
    ),
    "same id of two options": Fault(
        NAMES, "{id: no, text: No", "{id: a, text: No", "{id: a, text: No", "the id a is already"
    ),
    "same id of two items": Fault(
        NAMES, "{id: b, text: Ask}", "{id: a, text: Ask}", "{id: a, text: Ask}", "the id a is"
    ),
    "same id of two pairs": Fault(
        FORMS, "{id: b, left", "{id: a, left", "{id: a, left: Name", "the id a is already"
    ),
    "same id of two sources": Fault(
        QUEUE,
        "2026-11-21}\n",
        "2026-11-21}\n  - {id: guide, citation: Again, country: int, checked: 2026-11-21}\n",
        "- {id: guide, citation: Again",
        "the id guide is already used",
    ),
    "same id of two decisions": Fault(
        QUEUE, "- id: good", "- id: d2", "- id: d2\n    text: The matter", "d2 is already used"
    ),
    "same id of a card and a question": Fault(
        NAMES, "id: q2", "id: c1", "id: c1\n    kind", "c1 is"
    ),
    "a file named otherwise": Fault(
        NAMES, "id: names", "id: nams", "id: nams", "the file is names"
    ),
    "law that has expired": Fault(
        NAMES,
        "expires: 2027-11-21",
        "expires: 2026-11-29",
        "expires: 2026-11-29",
        "expired on",
        True,
    ),
    "a source told in two ways": Fault(
        QUEUE, "Desk guide, p. 3", "Desk guide, p. 4", "p. 4", "something else at", True
    ),
    "no right option": Fault(
        NAMES, "Mine, right: true", "Mine, right: false", "options:", "0 options are right"
    ),
    "two right options": Fault(
        NAMES, "Theirs, feedback", "Theirs, right: true, feedback", "options:", "2 options are"
    ),
    "several with none right": Fault(
        NAMES,
        "said, right: true",
        "said, right: false",
        "options:\n      - {id: a, text: How",
        "no option is right",
    ),
    "an undeclared variable in an effect": Fault(
        QUEUE, "effects: {trust: 1}", "effects: {hope: 1}", "hope", "hope is not under"
    ),
    "an undeclared variable in a condition": Fault(
        QUEUE, "{variable: trust", "{variable: hope", "hope", "hope is not under"
    ),
    "a last branch with a condition": Fault(
        QUEUE,
        "          - {to: bad}",
        "          - {to: bad, when: [{variable: trust, is: at_most, value: 0}]}",
        "at_most",
        "end with a plain `to`",
    ),
    "a branch that is never taken": Fault(
        QUEUE,
        "          - {to: bad}",
        "          - {to: bad}\n          - {to: good}",
        "- {to: bad}",
        "never taken",
    ),
    "a condition that never holds": Fault(
        QUEUE, "value: 1", "value: 2", "- {to: good, when", "no run goes from here to good"
    ),
    "a condition that always holds": Fault(
        QUEUE, "value: 1", "value: 0", "- {to: bad}", "no run goes from here to bad"
    ),
    "an unreachable ending": Fault(
        QUEUE,
        "endings:",
        "endings:\n  - {id: lost, text: Lost., rule: Stay.}",
        "- {id: lost",
        "nothing leads to lost",
    ),
    "an unreachable decision": Fault(
        QUEUE, "start: d1", "start: d2", "- id: d1", "nothing leads to d1"
    ),
    "a lesson that is too long": Fault(
        SIGNS, "if_other: Think", "if_other: Think " + "on " * 800 + "and", "id:", "minutes: make"
    ),
    "a text that is too long": Fault(
        NAMES, "text: Mine", "text: " + "Mine " * 50, "Mine Mine", "cut it to 200"
    ),
    "a card that is too short": Fault(
        SIGNS,
        "      - A thumb or a ring of *fingers* means different things, so leave hands away.\n",
        "",
        "text: |\n      Choose",
        "it needs 350",
    ),
    "foreign markup": Fault(
        NAMES, "title: Names", "title: __Names__", "__Names__", "emphasis with _"
    ),
    "markup that is not closed": Fault(
        NAMES, "prompt: Put the", "prompt: Put **the", "**the", "not closed on its line"
    ),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_fault_in_the_source_is_found_on_its_line(case: Fault, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    path = root / case.file
    spoil(path, case.old, case.new)
    translate(root, "el")
    found = [it for it in findings(root) if it.path == path and case.says in it.message]
    assert [(it.line, it.warning) for it in found] == [(line_with(path, case.at), case.warning)]


def test_a_sound_course_has_no_finding(tmp_path: Path) -> None:
    assert findings(write_small_course(tmp_path)) == ()


def _messages(root: Path) -> list[tuple[Path, int, str]]:
    return [(it.path, it.line, it.message) for it in findings(root)]


_CALLS_THE_CHIEF = "        to: bad\nendings"
_OFFERS_A_CHAIR = "          - {to: bad}"


def test_a_decision_from_which_no_ending_is_reached_is_a_dead_end(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    queue = root / QUEUE
    spoil(queue, _CALLS_THE_CHIEF, "        to: d2\nendings")
    spoil(queue, _OFFERS_A_CHAIR, "          - {to: d2}")
    spoil(queue, "{to: good,", "{to: d1,")
    message = "no ending can be reached from {}: let a choice lead on"
    d1, d2 = (line_with(queue, f"- id: {id}") for id in ("d1", "d2"))
    assert (queue, d1, message.format("d1")) in _messages(root)
    assert (queue, d2, message.format("d2")) in _messages(root)
    assert not any("a run that comes here" in fault for *_, fault in _messages(root))


def test_a_run_that_is_caught_by_a_condition_is_a_dead_end(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    queue = root / QUEUE
    spoil(queue, _CALLS_THE_CHIEF, "        to: d2\nendings")
    spoil(queue, _OFFERS_A_CHAIR, "          - {to: d2}")
    message = "a run that comes here with trust 0 never ends: let a choice lead on"
    assert (queue, line_with(queue, "- id: d2"), message) in _messages(root)


def test_a_scenario_that_counts_for_ever_is_still_checked(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    again = "        effects: {trust: 1}\n        to: d1\nendings"
    spoil(root / QUEUE, _CALLS_THE_CHIEF, again)
    assert _messages(root) == []


def test_a_start_that_is_no_decision_is_named(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / QUEUE, "start: d1", "start: good")
    line = line_with(root / QUEUE, "start:")
    found = (root / QUEUE, line, "good is not a decision of this scenario: mend the id")
    assert found in _messages(root)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (OUTLINE, "id: m1", "id: names"),
        (SUBUNIT, "id: desk", "id: names"),
        (QUEUE, "id: queue", "id: names"),
        (FORMS, "id: forms", "id: names"),
    ],
)
def test_an_id_is_used_once_in_the_whole_course(
    file: Path, old: str, new: str, tmp_path: Path
) -> None:
    root = write_small_course(tmp_path)
    if file == OUTLINE:
        (root / "course/m1").rename(root / "course/names")
    spoil(root / file, old, new)
    messages = [message for *_, message in _messages(root)]
    assert any("the id names is already used at" in message for message in messages)


def test_a_file_that_no_subunit_lists_is_named(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    stray = root / DESK / "draft.yaml"
    stray.write_text("id: draft\n")
    message = f"{root / SUBUNIT} does not list this file: list it or remove it"
    assert _messages(root) == [(stray, 1, message)]


@pytest.mark.parametrize("shown", [2, 6])
def test_a_lesson_has_three_to_five_cards_without_country_notes(shown: int, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    names = root / NAMES
    if shown == 2:
        spoil(names, "  - id: c3\n", "  - id: c3\n    country: es\n")
    else:
        text = "x" * 400
        more = "".join(f"  - {{id: m{n}, text: {text}}}\n" for n in range(3))
        spoil(names, "questions:", f"{more}questions:")
    translate(root, "el")
    message = f"the lesson has {shown} cards: make it 3 to 5"
    assert (names, line_with(names, "cards:"), message) in _messages(root)


@pytest.mark.parametrize(("length", "beside_file", "found"), [(1025, True, 1), (4096, False, 0)])
def test_what_stands_below_a_paper_has_less_room(
    tmp_path: Path, length: int, beside_file: bool, found: int
) -> None:
    write_small_course(tmp_path)
    loaded = load(tmp_path)
    context = loaded.texts[0].context
    rendered = Rendered(context, "en", f"<b>{'x' * length}</b>", beside_file)
    assert len(list(overlong_screens(lambda _: [rendered])(loaded))) == found
