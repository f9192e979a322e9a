"""The formula of the path, case by case, and what typed answers are read as."""

import pytest

from learning.course.curriculum import Curriculum
from learning.course.way import Way
from learning.needs.answers import Answer, Answers
from learning.needs.asking import Place, find, following, kept, numbered, places, preceding
from learning.needs.choosing import settled, ticked
from learning.needs.model import Turnout
from learning.needs.outcomes import GroupTurnout, Reason
from learning.needs.reading import Wish, read, wish_in
from learning.needs.round_views import groups
from learning.needs.scoring import confidences, loads, path
from tests.asked_questions import QUESTIONNAIRE
from tests.curricula import COURSE, small

QUESTIONS = QUESTIONNAIRE.questions()
# (answers, priority of "words", priority of "journey", which comes first)
PRIORITIES: dict[str, tuple[Answers, float, float, str]] = {
    "nothing answered: the middle, in course order": ({}, 2.0, 2.0, "words"),
    "everything skipped": ({"ability": (), "desk.papers.often": ()}, 2.0, 2.0, "words"),
    "unsure": ({"ability": ("1",)}, 4.0, 4.0, "words"),
    "very sure": ({"ability": ("5",)}, 0.0, 0.0, "words"),
    "a situation every day, very hard: twice the need": (
        {"ability": ("2",), "desk.families.often": ("5",), "desk.families.hard": ("5",)},
        3.0,
        6.0,
        "journey",
    ),
    "every week, how hard not said: three of five": (
        {"ability": ("2",), "desk.families.often": ("4",)},
        3.0,
        3.0 * (1 + 0.75 * 0.6),
        "journey",
    ),
    "never weighs nothing": (
        {"ability": ("2",), "desk.families.often": ("1",), "desk.families.hard": ("5",)},
        3.0,
        3.0,
        "words",
    ),
    "hard alone weighs nothing": (
        {"ability": ("2",), "desk.families.hard": ("5",)},
        3.0,
        3.0,
        "words",
    ),
    "who is very sure has no need however often it happens": (
        {"ability": ("5",), "desk.families.often": ("5",), "desk.families.hard": ("5",)},
        0.0,
        0.0,
        "words",
    ),
}


@pytest.mark.parametrize(
    ("answers", "words", "journey", "first"), PRIORITIES.values(), ids=PRIORITIES
)
def test_the_priority_of_a_unit(answers: Answers, words: float, journey: float, first: str) -> None:
    steps = {step.unit: step.priority for step in path(COURSE, QUESTIONNAIRE, answers)}
    assert steps == {"words": pytest.approx(words), "journey": pytest.approx(journey)}
    assert next(iter(steps)) == first


def test_a_reason_names_what_was_said() -> None:
    answers: Answers = {"ability": ("2",), "desk.families.often": ("4",)}
    steps = path(COURSE, QUESTIONNAIRE, answers)
    assert steps[0].reason == Reason("communication", 2, "families", 4)
    assert steps[1].reason == Reason("communication", 2)
    assert path(COURSE, QUESTIONNAIRE, {})[0].reason == Reason()


def test_no_step_of_a_scale_is_made_up() -> None:
    assert confidences(QUESTIONNAIRE, {"ability": ("9",)}) == {}
    assert loads(QUESTIONNAIRE, {"desk.families.often": ("x",)}) == {}


def curriculum() -> Curriculum:
    return small()


def test_a_path_names_units_that_come_first_and_forgets_none() -> None:
    course = curriculum()
    ids = [unit.id for unit in course.units(Way(("journey", "gone", "journey")))]
    assert ids == ["journey", "words"]
    assert course.next_after(set(), Way(("journey",))) == "on-the-way"
    assert course.next_after({"on-the-way", "on-the-road"}, Way(("journey",))) == "first-words"
    assert course.next_after(set(course.order), Way(("journey",))) is None


def test_ones_own_sector_comes_first_on_ones_own_path_alone() -> None:
    course = curriculum()
    assert course.next_after(set(), Way((), "education")) == "first-words"
    own = Way(("words",), "education")
    assert course.next_after(set(), own) == "all-kinds"
    assert course.next_after({"all-kinds"}, own) == "first-words"
    assert course.closing_scenario("first-words", own) == "at-the-desk"
    assert course.closing_scenario("all-kinds", own) is None


def at(place: str) -> Place:
    found = find(QUESTIONS, {}, place)
    assert found is not None
    return found


READ: dict[tuple[str, str], Answer | None] = {
    ("helper", "1"): ("yes",),
    ("helper", "b"): ("no",),
    ("helper", "β"): ("no",),
    ("helper", "ΔΙΕΡΜΗΝΈΑΣ"): ("yes",),
    ("helper", "un interprete"): ("yes",),
    ("helper", "an interpretr"): ("yes",),
    ("helper", "3"): None,
    ("helper", "no"): None,
    ("helper", ""): None,
    ("ability", "4"): ("4",),
    ("ability", "very sure"): ("5",),
    ("ability", "not sure"): None,
    ("ability", "0"): None,
    ("contacts", "0"): ("c0",),
    ("contacts", "5"): ("c1",),
    ("contacts", "6"): ("c6",),
    ("contacts", "1 to 5"): ("c1",),
    ("contacts", "about 12 or so"): ("c6",),
    ("contacts", "12 or 15"): None,
    ("contacts", "-3"): None,
    ("contacts", "ninguna"): ("c0",),
    ("contacts", "many"): None,
    ("contacts", "περίπου επτά άτομα"): ("c6",),
    ("contacts", "unas siete personas"): ("c6",),
    ("contacts", "one or two"): None,
    ("contacts", "not one"): None,
    ("contacts", "5000"): None,
    ("channels", "desk and phone"): ("desk", "phone"),
    ("channels", "2, 1"): ("desk", "phone"),
    ("channels", "1 2"): ("desk", "phone"),
    ("channels", "at the desk and on the phone"): ("desk", "phone"),
    ("channels", "στο γραφείο και στο τηλέφωνο"): ("desk", "phone"),
    ("channels", "desk or so"): None,
    ("desk.families.often", "κάθε εβδομάδα"): ("4",),
    ("desk.families.often", "every wek"): ("4",),
    ("desk.families.often", "week"): ("4",),
    ("desk.families.often", "every"): None,
    ("desk.families.hard", "3"): ("3",),
    ("wish", "the interpreters, and my team"): ("language", "team"),
    ("wish", "διερμηνείς"): ("language",),
    ("wish", "steam engines"): (),
    ("wish", "…"): None,
    ("known", "ναι"): ("confirmed",),
    ("known", "what"): None,
}


@pytest.mark.parametrize(("said", "answer"), READ.items(), ids=[" / ".join(it) for it in READ])
def test_what_is_typed_is_read(said: tuple[str, str], answer: Answer | None) -> None:
    place, text = said
    assert read(text, at(place), QUESTIONNAIRE) == answer


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Skip!", Wish.SKIP),
        ("παράλειψη", Wish.SKIP),
        ("atras", Wish.BACK),
        ("Έτοιμο", Wish.DONE),
        ("skipper", None),
    ],
)
def test_a_wish_is_understood_at_every_question(text: str, wish: Wish | None) -> None:
    assert wish_in(text) is wish


def test_skip_logic_asks_rather_than_passes_over() -> None:
    nobody: Answers = {"contacts": ("c0",)}
    assert "channels" not in [each.at for each in places(QUESTIONS, nobody)]
    assert "channels" in [each.at for each in places(QUESTIONS, {"contacts": ()})]
    assert kept(QUESTIONS, {**nobody, "channels": ("desk",)}) == nobody


def test_one_goes_on_to_what_has_no_answer_and_back_to_what_has() -> None:
    answers: Answers = {"known": ("confirmed",), "contacts": ("c1",), "helper": ()}
    assert following(QUESTIONS, answers, "contacts") == "channels"
    assert following(QUESTIONS, {**answers, "channels": ("desk",)}, "channels") == "ability"
    assert preceding(QUESTIONS, answers, "known") is None
    assert preceding(QUESTIONS, answers, "channels") == "contacts"
    assert preceding(QUESTIONS, answers, None) == "wish"
    everything: Answers = {each.at: () for each in places(QUESTIONS, {})}
    assert following(QUESTIONS, everything, "wish") is None


def test_a_question_is_counted_among_those_that_are_asked() -> None:
    assert numbered(QUESTIONS, {}, "helper") == (4, 7)
    assert numbered(QUESTIONS, {"contacts": ("c0",)}, "helper") == (3, 5)
    assert numbered(QUESTIONS, {}, "desk.papers.hard") == (6, 7)


def test_what_goes_alone_takes_the_place_of_others() -> None:
    here = at("channels")
    assert ticked(here, QUESTIONNAIRE, ("desk",), "phone") == ("desk", "phone")
    assert ticked(here, QUESTIONNAIRE, ("desk", "phone"), "none") == ("none",)
    assert ticked(here, QUESTIONNAIRE, ("none",), "desk") == ("desk",)
    assert ticked(here, QUESTIONNAIRE, ("desk",), "desk") == ()
    assert settled(here, ()) is None
    assert settled(at("known"), ()) == ("confirmed",)
    assert settled(at("known"), ("sector",)) is None
    assert settled(at("ability"), ("4",)) is None


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"A": 9}, []),
        ({"A": 10}, [()]),
        ({"A": 30, "B": 12}, [(), ("A",), ("B",)]),
        ({"A": 30, "B": 4, None: 7}, [(), ("A",), ("B", None)]),
        ({"A": 30, "B": 12, "C": 3}, [(), ("A",), ("B", "C")]),  # or a sum would tell of C
        ({"A": 12, "C": 3}, [()]),
    ],
)
def test_turnout_is_told_of_ten_people_and_more(
    asked: dict[str | None, int], shown: list[tuple[str | None, ...]]
) -> None:
    told = groups([Turnout(name, people, 2) for name, people in asked.items()])
    assert [group.names for group in told] == shown
    assert all(isinstance(group, GroupTurnout) and group.asked >= 10 for group in told)
