"""The course changes under an open lesson: lessons and reviews follow the current text by id."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from learning.course.curriculum import Curriculum
from learning.course.model import Lesson
from learning.lessons import outcomes as o
from learning.lessons.asks import (
    AnswerQuestion,
    ChangeAnswer,
    GiveUp,
    NextLesson,
    Pick,
    ReviewNow,
    TurnBack,
    TurnOn,
)
from learning.progress.asks import ShowProgress
from learning.reviews.model import Confidence
from learning.talk.asks import SayInWords
from learning.talk.outcomes import NotUnderstood
from tests.curricula import ORDER, SINGLE, small
from tests.unit.town import DAY, Town


def edited(lesson_id: str, **fields: Any) -> Curriculum:
    """The small course with one lesson written anew."""
    course = small()
    lesson: Lesson = replace(course.lessons[lesson_id], **fields)
    lessons = {**course.lessons, lesson_id: lesson}
    return Curriculum(course.course, lessons, course.scenarios, course.hashes)


def without_cards(*ids: str) -> Curriculum:
    cards = small().lessons["first-words"].cards
    return edited("first-words", cards=tuple(card for card in cards if card.id not in ids))


def without_lesson(id: str) -> Curriculum:
    course = small()
    (module,) = course.course.modules
    subunits = tuple(
        replace(subunit, lessons=tuple(each for each in subunit.lessons if each != id))
        for subunit in module.subunits
    )
    modules = (replace(module, subunits=subunits),)
    lessons = {each: lesson for each, lesson in course.lessons.items() if each != id}
    return Curriculum(
        replace(course.course, modules=modules), lessons, course.scenarios, course.hashes
    )


def turned(town: Town, shown: Any, times: int = 1) -> Any:
    for _ in range(times):
        shown = town.ask(TurnOn(shown.sitting, shown.revision))
    return shown


@pytest.mark.parametrize(
    ("gone", "shows"),
    [
        (["c1"], "first-words.c2"),
        (["c2"], "first-words.c2"),
        (["c1", "c2"], "first-words.c3"),
        (["c1", "c2", "c3"], "first-words.single"),
    ],
)
def test_a_card_that_is_gone_gives_way_to_what_follows(
    town: Town, gone: Sequence[str], shows: str
) -> None:
    card = town.begin()
    if "c1" not in gone:
        card = turned(town, card)
        shows = "first-words.c3"
    town.publish(without_cards(*gone))
    if card.card.split(".")[1] in gone:
        assert town.ask(TurnOn(card.sitting, card.revision)) == o.SittingGone()
        assert town.ask(TurnBack(card.sitting, card.revision)) == o.SittingGone()
    shown = town.ask(NextLesson())
    assert shows in (getattr(shown, "card", None), getattr(shown, "question", None))
    assert town.finish(shown).lesson == "first-words"


def test_back_and_next_step_over_a_card_that_is_gone(town: Town) -> None:
    third = turned(town, town.begin(), 2)
    town.publish(without_cards("c2"))
    first = town.ask(TurnBack(third.sitting, third.revision))
    assert first.card == "first-words.c1"
    assert turned(town, first).card == "first-words.c3"


def test_a_question_that_is_gone_closes_the_lesson_with_its_last_card(town: Town) -> None:
    card = turned(town, town.begin(), 2)
    town.publish(edited("first-words", questions=()))
    closed = turned(town, card)
    assert (closed.lesson, closed.answered) == ("first-words", 0)
    assert {content for _, content in town.state.completions} == {"first-words"}


@pytest.mark.parametrize("phase", ["asking", "confidence", "answered"])
def test_nobody_is_trapped_at_a_question_that_is_gone(town: Town, phase: str) -> None:
    shown = turned(town, town.begin(), 3)
    if phase != "asking":
        shown = town.ask(Pick(shown.sitting, shown.revision, "a"))
    if phase == "answered":
        shown = town.ask(AnswerQuestion(shown.sitting, shown.revision, Confidence.SURE))
    town.publish(edited("first-words", questions=()))
    at = shown.sitting, shown.revision
    for ask in (TurnOn(*at), Pick(*at, "a"), ChangeAnswer(*at), GiveUp(*at)):
        assert town.ask(ask) == o.SittingGone()
    assert town.ask(SayInWords("B")) == NotUnderstood((), 1, None)
    again = town.ask(NextLesson())
    assert again.card == "first-words.c1", "nothing is left of it: it begins anew"
    assert town.finish(again).lesson == "first-words"
    assert town.ask(NextLesson()).lesson == "all-kinds"


def test_nobody_is_trapped_in_a_lesson_that_is_gone(town: Town) -> None:
    card = town.begin()
    town.publish(without_lesson("first-words"))
    assert town.ask(TurnOn(card.sitting, card.revision)) == o.SittingGone()
    assert town.ask(NextLesson()).card == "all-kinds.c1"


def test_an_option_that_is_gone_cannot_be_picked_and_is_not_right(town: Town) -> None:
    shown = turned(town, town.begin(), 3)
    confidence = town.ask(Pick(shown.sitting, shown.revision, "a"))
    fewer = replace(SINGLE, options=SINGLE.options[1:])
    town.publish(edited("first-words", questions=(fewer,)))
    shown = town.ask(NextLesson())
    assert "a" not in shown.choices
    graded = town.ask(AnswerQuestion(confidence.sitting, confidence.revision, Confidence.SURE))
    assert not graded.right


def test_items_that_are_gone_leave_an_order_that_can_be_begun_again(town: Town) -> None:
    town.finish(town.begin())
    town.publish(edited("all-kinds", questions=(ORDER,)))
    shown = turned(town, town.ask(NextLesson()), 3)
    shown = town.ask(Pick(shown.sitting, shown.revision, "link"))
    two = replace(ORDER, items=ORDER.items[:1])
    town.publish(edited("all-kinds", questions=(two,)))
    shown = town.ask(NextLesson())
    assert shown.choices == ("look",)
    anew = town.ask(ChangeAnswer(shown.sitting, shown.revision))
    assert anew.picks == ()
    assert town.ask(Pick(anew.sitting, anew.revision, "look")).picks == ("look",)


def test_retired_questions_wait_no_more_and_block_nothing(town: Town) -> None:
    """Three questions of a lesson that is gone, all longer due than what is still taught."""
    town.finish(town.begin())
    town.finish_next(right=False)
    town.finish_next()
    town.finish_next()
    town.now += 9 * DAY
    assert town.ask(ShowProgress()).due_today == 8
    town.publish(edited("all-kinds", questions=()))
    progress = town.ask(ShowProgress())
    assert (progress.questions, progress.due_today) == (2, 2)
    first = town.ask(ReviewNow())
    assert (first.question, first.of) == ("first-words.single", 2)
    closed = town.finish(first)
    assert closed.waiting == 0
    nothing = town.ask(ReviewNow())
    assert isinstance(nothing, o.NothingToReview)
    assert nothing.next_on is not None
    assert nothing.next_on > town.now.date(), "not the day of a question that is gone"


def test_a_recall_that_is_gone_is_stepped_over(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.now += DAY
    recall = town.ask(NextLesson())
    assert recall.question == "first-words.single"
    town.publish(edited("first-words", questions=()))
    assert town.ask(NextLesson()).card == "all-kinds.c1"


def test_a_practice_goes_on_with_the_next_question_when_one_is_gone(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.now += DAY
    asked = town.ask(ReviewNow())
    waiting = [asked.question.partition(".")[2]]
    kept = [q for q in small().lessons["first-words"].questions if q.id not in waiting]
    town.publish(edited("first-words", questions=tuple(kept)))
    shown = town.ask(GiveUp(asked.sitting, asked.revision))
    assert isinstance(shown, o.AlreadyMoved)
    assert isinstance(shown.now, o.QuestionAsked | o.ReviewClosed)
    closed = town.finish(shown.now) if isinstance(shown.now, o.QuestionAsked) else shown.now
    assert isinstance(closed, o.ReviewClosed)


def test_a_practice_of_which_nothing_is_left_is_closed(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.now += DAY
    asked = town.ask(ReviewNow())
    town.publish(edited("first-words", questions=()))
    shown = town.ask(GiveUp(asked.sitting, asked.revision))
    assert isinstance(shown.now, o.ReviewClosed)
    assert town.ask(GiveUp(asked.sitting, asked.revision)) == shown, "and stays closed"
    assert shown.now.waiting is None, "what waits was not counted"
