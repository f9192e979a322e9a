"""A lesson from the first card to the close: turning, answering, resuming, stale taps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning.ask import Refused
from learning.lessons import outcomes as o
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    ChangeAnswer,
    GiveUp,
    NextLesson,
    Pick,
    Recalls,
    RepeatLesson,
    ReturnAfterAbsence,
    ReviewNow,
    SettlePicks,
    TurnBack,
    TurnOn,
)
from learning.lessons.model import SittingKind
from learning.reviews.model import Confidence, Rating
from learning.scenarios.asks import GoOn, OpenScenario
from learning.scenarios.outcomes import AlreadyThere
from learning.talk.asks import GiveTextTo, SayInWords
from learning.talk.outcomes import AnswerInDoubt, NotUnderstood
from tests.unit.town import ANNA, BLAS, DAY, EGALEO, MONDAY, Town

KINDS = ("several", "truth", "order", "match", "number", "text")


def turned(town: Town, shown: Any) -> Any:
    return town.ask(TurnOn(shown.sitting, shown.revision))


def back(town: Town, shown: Any) -> Any:
    return town.ask(TurnBack(shown.sitting, shown.revision))


def picked(town: Town, shown: Any, choice: str) -> Any:
    return town.ask(Pick(shown.sitting, shown.revision, choice))


def sure(town: Town, shown: Any, confidence: Confidence = Confidence.SURE) -> Any:
    return town.ask(AnswerQuestion(shown.sitting, shown.revision, confidence))


def at_question(town: Town, shown: Any) -> Any:
    while isinstance(shown, o.CardShown):
        shown = turned(town, shown)
    assert isinstance(shown, o.QuestionAsked)
    return shown


def first_question(town: Town) -> Any:
    return at_question(town, town.begin())


def asked(town: Town, id: str) -> Any:
    """The question of the second lesson with that id, everything before it answered."""
    town.finish(town.begin())
    shown = at_question(town, town.ask(NextLesson()))
    while shown.question != f"all-kinds.{id}":
        town.ask(GiveUp(shown.sitting, shown.revision))
        shown = turned(town, town.ask(NextLesson()))
    return shown


# cards


def test_the_first_lesson_opens_at_once_and_only_with_the_readers_own_country_notes(
    town: Town,
) -> None:
    card = town.begin()
    assert (card.card, card.number, card.of, card.back) == ("first-words.c1", 1, 3, False)
    at_home = Town()
    at_home.arrive(code=at_home.code(at_home.organisation(EGALEO)))
    cards = [at_home.ask(BeginCourse())]
    while isinstance(following := turned(at_home, cards[-1]), o.CardShown):
        cards.append(following)
    assert [card.card.split(".")[1] for card in cards] == ["c1", "c2", "note", "c3"]
    assert [(card.number, card.of) for card in cards] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_next_and_back_go_through_the_cards(town: Town) -> None:
    first = town.begin()
    second = turned(town, first)
    assert (second.card, second.number, second.back) == ("first-words.c2", 2, True)
    again = back(town, second)
    assert replace(again, revision=0) == replace(first, revision=0)
    assert isinstance(back(town, again), o.AlreadyMoved), "nothing precedes the first"


@pytest.mark.parametrize("ask", [NextLesson(), BeginCourse(), ReturnAfterAbsence(Recalls.ALL)])
@pytest.mark.parametrize("days", [0, 1, 40])
def test_a_lesson_is_resumed_at_the_same_card_after_any_pause(
    town: Town, ask: Any, days: int
) -> None:
    second = turned(town, town.begin())
    town.now += days * DAY
    assert town.ask(ask) == second
    assert len(town.state.sittings) == 1


def test_from_a_question_one_may_turn_back_to_the_cards_and_it_stays_the_same(town: Town) -> None:
    question = first_question(town)
    card = back(town, question)
    assert card.card == "first-words.c3"
    assert turned(town, card).choices == question.choices


def test_one_cannot_turn_back_over_an_answer(town: Town) -> None:
    question = first_question(town)
    confidence = picked(town, question, "b")
    assert back(town, confidence) == o.AlreadyMoved(confidence)
    graded = sure(town, confidence)
    assert back(town, graded) == o.AlreadyMoved(replace(graded, due_on=None))


def test_one_cannot_turn_on_past_an_open_question(town: Town) -> None:
    question = first_question(town)
    assert turned(town, question) == o.AlreadyMoved(question)
    confidence = picked(town, question, "b")
    assert turned(town, confidence) == o.AlreadyMoved(confidence)


# answers


@pytest.mark.parametrize("right", [True, False])
def test_every_kind_of_question_is_answered_and_graded(town: Town, right: bool) -> None:
    town.finish(town.begin(), right=right)
    closed = town.finish(town.ask(NextLesson()), right=right)
    assert (closed.answered, closed.rights) == (6, 6 if right else 0)
    assert {question for _, question in town.state.reviews} == {
        "first-words.single",
        *(f"all-kinds.{kind}" for kind in KINDS),
    }


@pytest.mark.parametrize(
    ("id", "typed", "right"),
    [
        ("truth", "B", True),
        ("truth", "1", False),
        ("truth", "False.", True),
        ("truth", "σωστο", False),
        ("truth", "ΛΆΘΟΣ", True),
        ("truth", "verdadero", False),
        ("truth", "Falso", True),
        ("match", "Fears persecution", None),
        ("number", "46,5", True),
        ("number", "50 %", True),
        ("number", "100", False),
        ("text", "ΔΙΕΡΜΗΝΕΑΣ", True),
        ("text", "her son", False),
    ],
)
def test_a_question_is_answered_by_typing(
    town: Town, id: str, typed: str, right: bool | None
) -> None:
    question = asked(town, id)
    said = town.ask(SayInWords(typed))
    if isinstance(said, AnswerInDoubt):
        doubt = said.candidate
        said = town.ask(GiveTextTo(said.held, doubt.prompt, doubt.id, doubt.revision))
    if right is None:
        assert said == replace(question, revision=question.revision + 1, picks=("ref",))
    else:
        assert sure(town, said).right is right


@pytest.mark.parametrize("id", ["order", "match"])
def test_single_taps_place_one_after_the_other(town: Town, id: str) -> None:
    question = asked(town, id)
    first, second, third = question.choices
    placed = picked(town, question, second)
    assert (placed.picks, placed.choices) == ((second,), question.choices)
    confidence = picked(town, placed, first)
    assert confidence.picks == (second, first, third)


def test_several_choices_are_ticked_unticked_and_settled(town: Town) -> None:
    question = asked(town, "several")
    shown = picked(town, picked(town, question, "eye"), "loud")
    assert set(shown.picks) == {"eye", "loud"}
    shown = picked(town, shown, "loud")
    assert town.ask(SayInWords("pausing")).picks != shown.picks
    shown = town.ask(NextLesson())
    confidence = town.ask(SettlePicks(shown.sitting, shown.revision))
    assert set(confidence.picks) == {"eye", "pause"}
    assert sure(town, confidence).right


@pytest.mark.parametrize("typed", ["{0}, {2}", "{2}{0}", "{0} and {2}", "{2} και {0}", "{0} y {2}"])
def test_several_choices_are_typed_at_once(town: Town, typed: str) -> None:
    question = asked(town, "several")
    said = town.ask(SayInWords(typed.format("A", "B", "C")))
    if typed == "{2}{0}":
        assert said == o.AnswerNotReadable(question, expects_number=False)
        return
    first, _, third, *_ = question.choices
    assert isinstance(said, o.ConfidenceAsked)
    assert said.picks == (first, third)


@pytest.mark.parametrize(
    ("id", "expects_number"),
    [("truth", False), ("number", True), ("text", False), ("several", False)],
)
def test_a_text_that_cannot_be_read_leaves_the_question_open(
    town: Town, id: str, expects_number: bool
) -> None:
    question = asked(town, id)
    assert town.ask(SayInWords("?!")) == o.AnswerNotReadable(question, expects_number)
    assert town.ask(NextLesson()) == question


def test_a_text_while_the_confidence_is_asked_shows_what_is_asked(town: Town) -> None:
    asked(town, "number")
    confidence = town.ask(SayInWords("47"))
    assert (confidence.given, town.ask(SayInWords("hm"))) == (47, confidence)


def test_another_answer_before_it_is_graded_takes_the_place_of_the_first(town: Town) -> None:
    asked(town, "number")
    town.ask(SayInWords("47"))
    assert town.ask(SayInWords("no, 48")).given == 48


def test_a_text_belongs_to_no_card_and_to_no_answered_question(town: Town) -> None:
    question = first_question(town)
    back(town, question)
    assert isinstance(town.ask(SayInWords("B")), NotUnderstood)
    question = turned(town, town.ask(NextLesson()))
    town.ask(GiveUp(question.sitting, question.revision))
    assert isinstance(town.ask(SayInWords("B")), NotUnderstood)


def test_a_text_belongs_to_what_was_opened_last(town: Town) -> None:
    """A practice left at a question must not swallow what is typed into a new lesson."""
    town.finish(town.begin(), right=False)
    town.now += DAY
    practice = town.ask(ReviewNow())
    assert isinstance(practice, o.QuestionAsked)
    town.ask(RepeatLesson())
    assert isinstance(town.ask(SayInWords("B")), NotUnderstood)


def test_an_answer_can_be_changed_until_the_confidence_is_given(town: Town) -> None:
    question = first_question(town)
    confidence = picked(town, question, "a")
    again = town.ask(ChangeAnswer(confidence.sitting, confidence.revision))
    assert (again.picks, again.choices) == ((), question.choices)
    graded = sure(town, picked(town, again, "b"))
    assert graded.right
    change = ChangeAnswer(graded.sitting, graded.revision)
    assert isinstance(town.ask(change), o.AlreadyMoved)


def test_an_order_can_be_begun_again(town: Town) -> None:
    question = asked(town, "order")
    placed = picked(town, question, "link")
    again = town.ask(ChangeAnswer(placed.sitting, placed.revision))
    assert again.picks == ()


def test_giving_up_shows_the_answer_and_asks_again_soon(town: Town) -> None:
    question = first_question(town)
    graded = town.ask(GiveUp(question.sitting, question.revision))
    assert (graded.right, graded.confidence, graded.picks) == (False, None, ())
    assert graded.due_on == date(2026, 11, 24)
    ((_, _, rating, confidence, _),) = town.state.review_log.values()
    assert (rating, confidence) == (Rating.AGAIN, None)


@pytest.mark.parametrize(
    ("right", "confidence", "rating", "due_on"),
    [
        (False, Confidence.SURE, Rating.AGAIN, date(2026, 11, 24)),
        (False, Confidence.GUESS, Rating.AGAIN, date(2026, 11, 24)),
        (True, Confidence.GUESS, Rating.HARD, date(2026, 11, 24)),
        (True, Confidence.UNSURE, Rating.GOOD, date(2026, 11, 25)),
        (True, Confidence.SURE, Rating.EASY, date(2026, 12, 1)),
    ],
)
def test_the_confidence_decides_when_a_question_comes_back(
    town: Town, right: bool, confidence: Confidence, rating: Rating, due_on: date
) -> None:
    question = first_question(town)
    graded = sure(town, picked(town, question, "b" if right else "a"), confidence)
    assert (graded.right, graded.confidence, graded.due_on) == (right, confidence, due_on)
    ((_, _, logged, said, at),) = town.state.review_log.values()
    assert (logged, said, at) == (rating, confidence, town.now)


def test_after_the_course_no_day_is_promised(town: Town) -> None:
    town.finish_course()
    town.now += 20 * DAY
    question = town.ask(ReviewNow())
    graded = town.ask(GiveUp(question.sitting, question.revision))
    assert graded.due_on is None, "refreshers come monthly"


# late, doubled and foreign taps


def test_a_doubled_tap_changes_nothing_and_shows_the_same_feedback(town: Town) -> None:
    """Whoever answered wrongly must not read that they gave up."""
    confidence = picked(town, first_question(town), "a")
    graded = sure(town, confidence)
    before = vars(town.state)
    doubled = sure(town, confidence)
    assert doubled == o.AlreadyMoved(replace(graded, due_on=None))
    assert doubled.now.confidence is Confidence.SURE
    assert vars(town.state) == before


def test_every_stale_tap_shows_what_is_the_case_now(town: Town) -> None:
    first = town.begin()
    question = at_question(town, turned(town, first))
    before = vars(town.state)
    at = first.sitting, first.revision
    for ask in (
        TurnOn(*at),
        TurnBack(*at),
        Pick(*at, "a"),
        SettlePicks(*at),
        ChangeAnswer(*at),
        AnswerQuestion(*at, Confidence.SURE),
        GiveUp(*at),
    ):
        assert town.ask(ask) == o.AlreadyMoved(question)
    assert vars(town.state) == before


@pytest.mark.parametrize("revision", [-1, 1, 2**31 - 1])
def test_a_revision_that_never_was_shows_what_is_the_case(town: Town, revision: int) -> None:
    card = town.begin()
    assert town.ask(TurnOn(card.sitting, revision)) == o.AlreadyMoved(card)


@pytest.mark.parametrize("kind", [TurnOn, TurnBack, SettlePicks, ChangeAnswer, GiveUp])
def test_somebody_elses_sitting_is_gone(town: Town, kind: Any) -> None:
    card = town.begin(ANNA)
    town.begin(BLAS)
    before = vars(town.state)
    assert town.ask(kind(card.sitting, card.revision), BLAS) == o.SittingGone()
    assert town.ask(kind(2**62, 0), BLAS) == o.SittingGone()
    assert vars(town.state) == before


def test_a_finished_lesson_stays_finished(town: Town) -> None:
    closed = town.finish(town.begin())
    before = vars(town.state)
    assert town.ask(TurnOn(closed.sitting, closed.revision)) == o.AlreadyMoved(closed)
    assert town.ask(TurnBack(closed.sitting, closed.revision)) == o.AlreadyMoved(closed)
    assert vars(town.state) == before


TAPS: list[Callable[[int, int], Any]] = [
    *(TurnOn, TurnOn, TurnBack, SettlePicks, ChangeAnswer, GiveUp),
    *(partial(Pick, choice=choice) for choice in ("a", "b", "true", "look", "mig", "pause")),
    *(partial(AnswerQuestion, confidence=confidence) for confidence in Confidence),
    *(lambda *at, text=text: SayInWords(text) for text in ("B", "47", "interpreter", "?")),
    lambda *at: NextLesson(),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(TAPS), st.sampled_from([0, 0, 0, 1])), min_size=15, max_size=40
    )
)
def test_any_taps_in_any_order_keep_a_sitting_whole(
    taps: list[tuple[Callable[[int, int], Any], int]],
) -> None:
    """One goes step by step, every grade has its answer, and no tap fails."""
    town = Town()
    town.begin()
    for tap, late in taps:
        before = max(town.state.sittings.values(), key=lambda sitting: sitting.id)
        assert not isinstance(town.ask(tap(before.id, before.revision - late)), Refused)
        after = town.state.sittings[before.id]
        assert abs(after.at - before.at) <= 1
        assert after.revision - before.revision in (0, 1)
        sittings = town.state.sittings.values()
        assert all(0 <= sitting.rights <= sitting.answered for sitting in sittings)
        assert sum(sitting.answered for sitting in sittings) == len(town.state.review_log)


# opening


def test_only_people_who_arrived_learn(town: Town) -> None:
    for ask in (NextLesson(), BeginCourse(), ReviewNow(), RepeatLesson(), SayInWords("hello")):
        assert isinstance(town.ask(ask), Refused)


def test_before_start_there_is_no_lesson_to_go_on_with(town: Town) -> None:
    town.arrive()
    assert town.ask(NextLesson()) == o.NotBegun()
    assert town.ask(ReturnAfterAbsence(Recalls.ONE)) == o.NotBegun()
    assert town.ask(RepeatLesson()) == o.NothingToRepeat()
    assert town.ask(ReviewNow()) == o.NothingToReview(None)
    assert isinstance(town.ask(SayInWords("hello")), NotUnderstood)


def test_a_doubled_start_begins_once(town: Town) -> None:
    card = town.begin()
    begun = town.enrolment()
    town.now += timedelta(seconds=2)
    assert town.ask(BeginCourse()) == card
    assert town.enrolment() == begun


def test_the_last_lesson_of_a_subunit_leads_to_its_scenario(town: Town) -> None:
    first = town.finish(town.begin())
    assert (first.scenario, first.course_finished) == (None, False)
    second = town.finish_next()
    assert second.scenario == "at-the-desk"
    assert town.ask(NextLesson()) == o.ScenarioNext("at-the-desk")


def test_forgotten_questions_come_before_the_lesson_three_a_day(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.finish_next(right=False)
    town.finish_next()
    town.now += DAY
    shown = town.ask(NextLesson())
    recalled = []
    while shown.recall:
        recalled.append(shown.question)
        assert not shown.back
        town.ask(GiveUp(shown.sitting, shown.revision))
        shown = turned(town, town.ask(NextLesson()))
        if isinstance(shown, o.CardShown):
            break
    assert len(recalled) == 3
    assert (shown.lesson, shown.number, shown.back) == ("on-the-way", 1, False)


def test_a_question_due_late_in_the_day_is_asked_in_the_morning(town: Town) -> None:
    town.now += timedelta(hours=10)
    town.finish(town.begin(), right=False)
    town.go_to(1)
    assert town.ask(NextLesson()).recall


# absence


def absent(town: Town, days: int = 8) -> None:
    """Two lessons and a scenario done, every question wrong, then nothing for days."""
    town.finish(town.begin(), right=False)
    town.finish_next(right=False)
    town.finish_next()
    town.now += days * DAY


@pytest.mark.parametrize(
    ("recalls", "questions"), [(Recalls.ONE, 1), (Recalls.ALL, 7), (Recalls.NONE, 0)]
)
def test_after_an_absence_one_chooses_how_to_begin(
    town: Town, recalls: Recalls, questions: int
) -> None:
    absent(town)
    assert town.ask(NextLesson()) == o.WelcomeBack(7)
    town.ask(ReturnAfterAbsence(recalls))
    sitting = town.state.sittings[max(town.state.sittings)]
    assert sum(step.asks for step in sitting.steps) == questions + 1


def test_what_is_promised_after_an_absence_is_what_can_be_taken_at_once(town: Town) -> None:
    absent(town)
    review = next(iter(town.state.reviews.values()))
    for number in range(40):
        copied = replace(review, question=f"all-kinds.{KINDS[number % len(KINDS)]}")
        town.state.reviews[review.person_id, f"copy-{number}"] = copied
    offered = town.ask(NextLesson()).due
    town.ask(ReturnAfterAbsence(Recalls.ALL))
    sitting = town.state.sittings[max(town.state.sittings)]
    assert offered == sum(step.asks for step in sitting.steps) - 1 == 20


def test_after_six_days_the_lesson_opens_as_ever(town: Town) -> None:
    absent(town, days=6)
    assert isinstance(town.ask(NextLesson()), o.QuestionAsked)


def test_few_questions_need_no_choice(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.now += 30 * DAY
    assert isinstance(town.ask(NextLesson()), o.QuestionAsked)


def test_what_was_promised_for_a_day_is_asked_also_when_a_scenario_comes(town: Town) -> None:
    question = first_question(town)
    graded = town.ask(GiveUp(question.sitting, question.revision))
    town.finish(graded)
    town.finish_next()
    town.go_to((graded.due_on - MONDAY.date()).days)
    asked = town.ask(NextLesson())
    assert (asked.question, asked.recall) == (graded.question, True)
    practised = town.finish(asked)
    assert (practised.scenario, practised.waiting) == ("at-the-desk", 0)
    assert town.ask(NextLesson()) == o.ScenarioNext("at-the-desk")


def test_after_the_course_no_questions_are_promised(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.finish_next(right=False)
    town.now += 30 * DAY
    assert isinstance(town.ask(NextLesson()), o.WelcomeBack)
    town.finish(town.ask(OpenScenario("at-the-desk")))
    while not isinstance(shown := town.ask(NextLesson()), o.CourseDone):
        town.finish_next()
    assert shown.due == 1, "three were asked before each lesson and scenario"
    town.now += 30 * DAY
    assert town.ask(NextLesson()) == o.CourseDone(lessons=3, due=8)


# again and review


def test_the_last_lesson_is_repeated_without_touching_the_open_one(town: Town) -> None:
    town.finish(town.begin())
    lesson = town.ask(NextLesson())
    repeated = town.finish(town.ask(RepeatLesson()), right=False)
    assert (repeated.lesson, repeated.answered, repeated.scenario) == ("first-words", 1, None)
    assert town.ask(NextLesson()) == lesson
    kinds = [sitting.kind for sitting in town.state.sittings.values()]
    assert kinds == [SittingKind.LESSON, SittingKind.LESSON, SittingKind.AGAIN]


def test_review_asks_what_is_due_today_and_says_when_the_next_is(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.finish_next()
    assert town.ask(ReviewNow()) == o.NothingToReview(date(2026, 11, 24))
    town.now += DAY
    closed = town.finish(town.ask(ReviewNow()))
    assert (closed.answered, closed.rights, closed.waiting) == (1, 1, 0)
    assert isinstance(town.ask(ReviewNow()), o.NothingToReview)


def test_a_long_review_comes_in_parts(town: Town) -> None:
    absent(town)
    closed = town.finish(town.ask(ReviewNow()))
    assert (closed.answered, closed.waiting) == (7, 0)


# finishing


def test_finishing_is_said_once_but_also_after_a_doubled_tap(town: Town) -> None:
    ended = town.finish_course()
    assert ended.course_finished
    assert town.ask(GoOn(ended.run, ended.revision)) == AlreadyThere(ended)
    town.now += DAY
    assert not town.finish(town.ask(RepeatLesson())).course_finished
    assert not town.finish(town.ask(OpenScenario("at-the-desk"))).course_finished
    assert town.ask(NextLesson()) == o.CourseDone(lessons=3, due=0)
