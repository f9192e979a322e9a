"""How taps and typed texts build an answer."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.course.questions import Option, Question, SingleChoice
from learning.lessons.drafting import with_pick, with_picks_settled
from learning.lessons.grading import choices
from learning.lessons.model import Draft, Phase, Sitting, SittingKind, Step, StepKind
from learning.lessons.saying import with_words
from tests.curricula import MATCH, NUMBER, ORDER, SEVERAL, SINGLE, TEXT, TRUE_FALSE, words

OPENED = datetime(2026, 11, 23, 7, tzinfo=UTC)
STEPS = (Step(StepKind.QUESTION, "lesson.question"), Step(StepKind.CLOSE, "lesson"))
ASKING = Sitting(7, 1, SittingKind.LESSON, "lesson", STEPS, OPENED, phase=Phase.ASKING)
QUESTIONS = (SINGLE, SEVERAL, TRUE_FALSE, ORDER, MATCH, NUMBER, TEXT)


def tapped(question: Question, *taps: str) -> Sitting | None:
    sitting: Sitting | None = ASKING
    for tap in taps:
        assert sitting is not None
        sitting = with_pick(sitting, question, tap)
    return sitting


@pytest.mark.parametrize(
    ("question", "taps", "picks", "phase"),
    [
        (SINGLE, ("c",), ("c",), Phase.CONFIDENCE),
        (TRUE_FALSE, ("true",), ("true",), Phase.CONFIDENCE),
        (SEVERAL, ("loud",), ("loud",), Phase.ASKING),
        (SEVERAL, ("loud", "loud"), (), Phase.ASKING),
        (ORDER, ("link",), ("link",), Phase.ASKING),
        (ORDER, ("link", "look"), ("link", "look", "listen"), Phase.CONFIDENCE),
        (MATCH, ("ref",), ("ref",), Phase.ASKING),
        (MATCH, ("ref", "mig"), ("ref", "mig", "asy"), Phase.CONFIDENCE),
    ],
)
def test_a_tap_builds_the_answer(
    question: Question, taps: tuple[str, ...], picks: tuple[str, ...], phase: Phase
) -> None:
    sitting = tapped(question, *taps)
    assert sitting is not None
    assert (sitting.draft.picks, sitting.phase) == (picks, phase)
    assert sitting.revision == len(taps)


def test_several_choices_stand_in_the_order_shown_whatever_the_taps() -> None:
    one, other = tapped(SEVERAL, "pause", "eye"), tapped(SEVERAL, "eye", "pause")
    assert one is not None
    assert other is not None
    shown = choices(SEVERAL, ASKING.attempt)
    assert one.draft == other.draft == Draft(tuple(id for id in shown if id != "loud"))


@pytest.mark.parametrize(
    ("question", "taps"),
    [
        (SINGLE, ("none",)),
        (SINGLE, ("",)),
        (TRUE_FALSE, ("maybe",)),
        (ORDER, ("link", "link")),
        (MATCH, ("ref", "ref")),
        (NUMBER, ("47",)),
        (TEXT, ("interpreter",)),
    ],
)
def test_a_tap_that_means_nothing_changes_nothing(
    question: Question, taps: tuple[str, ...]
) -> None:
    assert tapped(question, *taps) is None


def test_only_several_choices_are_settled_and_only_when_some_are_made() -> None:
    some = tapped(SEVERAL, "eye")
    assert some is not None
    settled = with_picks_settled(some, SEVERAL)
    assert settled is not None
    assert (settled.phase, settled.draft) == (Phase.CONFIDENCE, some.draft)
    assert with_picks_settled(ASKING, SEVERAL) is None
    placed = tapped(ORDER, "link")
    assert placed is not None
    assert with_picks_settled(placed, ORDER) is None


def at(place: int) -> str:
    return choices(SINGLE, ASKING.attempt)[place]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        *[(typed, 0) for typed in ("A", "a", "a)", "(A)", "Α", "α", "1", "1.")],  # also Greek
        *[(typed, 1) for typed in ("B", "b.", "Β", "β", "2")],
        *[(typed, 2) for typed in ("c", "Γ", "γ", "3")],
    ],
)
def test_a_choice_is_named_by_its_letter_or_number(typed: str, place: int) -> None:
    said = with_words(ASKING, SINGLE, typed)
    assert said is not None
    assert said.draft.picks == (at(place),)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        *[
            (typed, 0)
            for typed in ("the first one", "I think it's A", "to a", "η πρώτη", "i proti")
        ],
        *[(typed, 1) for typed in ("B please", "option 2", "το β μάλλον", "creo que la segunda")],
        *[(typed, 2) for typed in ("the last one", "la c", "η τελευταία", "number three")],
    ],
)
def test_a_choice_is_pointed_at_as_people_say_it(typed: str, place: int) -> None:
    said = with_words(ASKING, SINGLE, typed)
    assert said is not None
    assert said.draft.picks == (at(place),)


@pytest.mark.parametrize(
    "typed",
    ["words on the card", "the wrods on the card", "la palabras de la targeta", "λογια της καρτας"],
)
def test_a_choice_is_known_by_a_part_of_it_and_by_a_slip(typed: str) -> None:
    said = with_words(ASKING, SINGLE, typed)
    assert said is not None
    assert said.draft.picks == ("b",)


@pytest.mark.parametrize("typed", ["help", "stop", "next lesson", "I think so", "A or B", "the"])
def test_a_wish_in_the_middle_of_a_question_points_at_no_choice(typed: str) -> None:
    assert with_words(ASKING, SINGLE, typed) is None


@pytest.mark.parametrize("typed", ["D", "Δ", "4", "0", "-", "ab", "12", "maybe", "", "α β"])
def test_a_text_that_names_no_choice_is_not_read(typed: str) -> None:
    assert with_words(ASKING, SINGLE, typed) is None


@pytest.mark.parametrize(
    ("question", "typed", "picks"),
    [
        (SINGLE, "the words on the CARD", ("b",)),
        (SINGLE, "Las palabras de la tarjeta.", ("b",)),
        (SINGLE, "τα λογια της καρτας", ("b",)),
        (SEVERAL, "hacer pausas", ("pause",)),
        (ORDER, "listen", ("listen",)),
        (MATCH, "fears persecution", ("ref",)),
        (TRUE_FALSE, "B", ("false",)),
    ],
)
def test_a_choice_may_be_written_out_in_any_language(
    question: Question, typed: str, picks: tuple[str, ...]
) -> None:
    said = with_words(ASKING, question, typed)
    assert said is not None
    assert said.draft.picks == picks


def test_a_choice_that_is_a_number_is_meant_before_its_place() -> None:
    options = tuple(
        Option(id, words(text, text, text), id == "x", words("f", "f", "f"))
        for id, text in (("x", "2"), ("y", "3"), ("z", "1"))
    )
    question = SingleChoice("n", SINGLE.prompt, options, SINGLE.reason)
    for option in options:
        said = with_words(ASKING, question, option.text.for_reader("en"))
        assert said is not None
        assert said.draft.picks == (option.id,)


@pytest.mark.parametrize(
    ("question", "typed", "draft"),
    [
        (NUMBER, "46,5 %", Draft(number=46.5)),
        (NUMBER, "I think it's 47", Draft(number=47)),
        (NUMBER, "νομίζω δώδεκα", Draft(number=12)),
        (NUMBER, "0", Draft(number=0)),
        (NUMBER, "many", None),
        (TEXT, "un intérprete", Draft(right=True)),
        (TEXT, "a cousin", Draft(right=False)),
        (TEXT, " … ", None),
    ],
)
def test_a_typed_answer_is_graded_at_once_and_not_kept(
    question: Question, typed: str, draft: Draft | None
) -> None:
    said = with_words(ASKING, question, typed)
    assert (said and said.draft) == draft
    assert said is None or said.phase is Phase.CONFIDENCE


@given(question=st.sampled_from(QUESTIONS), text=st.text(max_size=40))
def test_any_text_is_read_or_not_and_never_fails(question: Question, text: str) -> None:
    said = with_words(ASKING, question, text)
    assert said is None or said.revision == ASKING.revision + 1
