"""A compiled course says what the files say, under hashes that change with the text alone."""

import json
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from content.compiler import Compiled, compile_course, read_scenario
from content.loader import load
from learning.course.model import Source
from learning.course.questions import NumberQuestion, PutInOrder, SingleChoice
from learning.course.scenario import Branch, Choice, Condition, Decision, Ending, Scenario
from learning.course.words import Words
from tests.content.small_course import DESK, GREEK, spoil, write_small_course

NAMES = DESK / "names.yaml"
QUEUE = DESK / "queue.yaml"


def _compiled(root: Path) -> Compiled:
    return compile_course(load(root))


def test_the_curriculum_follows_the_outline(tmp_path: Path) -> None:
    curriculum = _compiled(write_small_course(tmp_path)).curriculum
    assert curriculum.order == ("names", "forms", "signs", "queue")
    assert curriculum.closing_scenario("signs") == "queue"
    assert curriculum.course.languages == ("en", "el")
    assert curriculum.course.sectors == {"desk": Words({"en": "Front desk", "el": "Front desk μ"})}
    assert curriculum.course.modules[0].subunits[0].title.for_reader("el") == "First words μ"


def test_lessons_carry_all_that_was_written(tmp_path: Path) -> None:
    curriculum = _compiled(write_small_course(tmp_path)).curriculum
    names = curriculum.lessons["names"]
    assert [card.country for card in names.cards] == [None, None, None, "gr"]
    assert names.cards[3].sources == ("guide", "law")
    assert names.cards[3].text == Words(
        {
            "en": "A note for one country may be short.",
            "el": "A note for one country may be short. μ",
        }
    )
    single, several, order = names.questions
    assert isinstance(single, SingleChoice)
    assert [option.right for option in single.options] == [True, False]
    assert several.kind == "several"
    assert isinstance(order, PutInOrder)
    assert [item.id for item in order.items] == ["a", "b"]
    number = curriculum.question("forms.q3")
    assert isinstance(number, NumberQuestion)
    assert (number.answer, number.tolerance) == (3, 0.5)


def test_a_short_branch_is_a_branch_without_conditions(tmp_path: Path) -> None:
    first, second = _compiled(write_small_course(tmp_path)).curriculum.scenarios["queue"].decisions
    assert first.choices[0].leads == (Branch("d2"),)
    assert second.choices[0].leads == (
        Branch("good", (Condition("trust", "at_least", 1),)),
        Branch("bad"),
    )


def test_every_definition_is_kept_under_the_hash_of_its_body(tmp_path: Path) -> None:
    compiled = _compiled(write_small_course(tmp_path))
    named = [(definition.kind, definition.content_id) for definition in compiled.definitions]
    assert named == [
        ("course", "small"),
        ("lesson", "names"),
        ("lesson", "forms"),
        ("lesson", "signs"),
        ("scenario", "queue"),
    ]
    for definition in compiled.definitions:
        assert definition.hash == sha256(definition.body.encode()).hexdigest()
        assert isinstance(json.loads(definition.body), dict)
    assert compiled.curriculum.hashes == {"queue": compiled.definitions[-1].hash}


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        (NAMES, "title: Names", "title: Our names", {"names"}),
        (GREEK, "Names μ", "Ονόματα", {"names"}),
        (QUEUE, "Ask first.", "Ask first!", {"queue"}),
        (QUEUE, "value: 1", "value: 2", {"queue"}),
        (NAMES, "title: Names", "title: 'Names' # a remark", set()),
    ],
)
def test_a_hash_changes_with_its_own_text_alone(
    file: Path, old: str, new: str, changed: set[str], tmp_path: Path
) -> None:
    root = write_small_course(tmp_path)
    before = {it.content_id: it.hash for it in _compiled(root).definitions}
    spoil(root / file, old, new)
    after = {it.content_id: it.hash for it in _compiled(root).definitions}
    assert {id for id in before if before[id] != after[id]} == changed


def test_a_local_course_has_its_own_source_language_alone(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / "course/course.yaml", "[en, el]", "[es]")
    title = _compiled(root).curriculum.lessons["names"].title
    assert title.by_language == {"es": "Names"}


def test_a_scenario_read_again_is_the_same(tmp_path: Path) -> None:
    compiled = _compiled(write_small_course(tmp_path))
    read = read_scenario(compiled.definitions[-1].body)
    assert read == compiled.curriculum.scenarios["queue"]
    assert next(iter(read.title.by_language)) == "en"


def test_a_body_that_is_no_scenario_is_refused(tmp_path: Path) -> None:
    course = _compiled(write_small_course(tmp_path)).definitions[0]
    with pytest.raises(ValidationError):
        read_scenario(course.body)


_ADAPTER = TypeAdapter(Scenario)
_IDS = st.sampled_from(["a", "b-1", "trust", "end"])
_WORDS = st.dictionaries(
    st.sampled_from(["en", "el", "es"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
    min_size=1,
).map(Words)
_BRANCHES = st.builds(
    Branch,
    _IDS,
    st.builds(Condition, _IDS, st.sampled_from(["at_least", "at_most"]), st.integers(-9, 9)).map(
        lambda condition: (condition,)
    )
    | st.just(()),
)
_CHOICES = st.builds(
    Choice,
    _IDS,
    _WORDS,
    _WORDS,
    _WORDS,
    st.tuples(_BRANCHES, _BRANCHES),
    st.dictionaries(_IDS, st.integers(-9, 9), max_size=2),
)
_SCENARIOS = st.builds(
    Scenario,
    _IDS,
    _WORDS,
    st.tuples(_IDS),
    st.tuples(_IDS),
    _IDS,
    st.dictionaries(_IDS, st.integers(-9, 9), max_size=2),
    st.tuples(st.builds(Decision, _IDS, _WORDS, st.tuples(_CHOICES))),
    st.tuples(st.builds(Ending, _IDS, _WORDS, _WORDS, st.tuples(_IDS))),
    st.tuples(st.builds(Source, _IDS, st.text(max_size=20), _IDS, st.dates())),
)


@given(_SCENARIOS)
def test_any_scenario_survives_being_written_and_read(scenario: Scenario) -> None:
    read = read_scenario(_ADAPTER.dump_json(scenario).decode())
    assert read == scenario
    assert list(read.title.by_language) == list(scenario.title.by_language)


def test_a_course_of_six_hours_compiles_within_a_second(tmp_path: Path) -> None:
    """72 lessons in two languages."""
    root = write_small_course(tmp_path)
    names = [f"names-{number}" for number in range(72)]
    lesson = (root / NAMES).read_text()
    for name in names:
        (root / DESK / f"{name}.yaml").write_text(lesson.replace("id: names\n", f"id: {name}\n"))
    spoil(root / DESK / "subunit.yaml", "[names, forms, signs]", f"[{', '.join(names)}]")
    greek = (root / GREEK).read_text()
    entries = [entry for entry in greek.split("\n\n") if '"names.' in entry]
    more = [entry.replace('"names.', f'"{name}.') for entry in entries for name in names]
    (root / GREEK).write_text("\n\n".join([greek, *more]))
    began = perf_counter()
    compiled = _compiled(root)
    assert perf_counter() - began < 1
    assert len(compiled.curriculum.lessons) == 72
