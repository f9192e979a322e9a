"""One learner's whole history, lived through and computed again from the log."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from learning.lessons import outcomes as o
from learning.lessons.asks import GiveUp, NextLesson, ReviewNow
from learning.reviews.model import Confidence, Rating, Review
from learning.reviews.scheduling import schedule
from tests.unit.town import Town, next_act


def replayed(town: Town) -> dict[tuple[int, str], Review]:
    """The reviews as the log alone gives them."""
    reviews: dict[tuple[int, str], Review] = {}
    for person_id, question, rating, _, at in town.state.review_log.values():
        key = person_id, question
        reviews[key] = schedule(person_id, question, reviews.get(key), rating, at)
    return reviews


Answer = tuple[bool | None, Confidence]  # right, wrong, or None for "I don't know"
ANSWERS = st.tuples(st.sampled_from([True, False, None]), st.sampled_from(Confidence))


def lived(town: Town, days: int, answers: Iterator[Answer]) -> None:
    """Every day, at the hour, the lesson and a practice of what is due."""
    town.begin()
    for day in range(days):
        town.go_to(day)
        for ask in (NextLesson(), ReviewNow()):
            learned(town, town.ask(ask), answers)


def learned(town: Town, shown: Any, answers: Iterator[Answer]) -> None:
    right: bool | None = None
    confidence = Confidence.SURE
    while True:
        if isinstance(shown, o.QuestionAsked) and not shown.picks:
            right, confidence = next(answers)
        if isinstance(shown, o.QuestionAsked) and right is None:
            shown = town.ask(GiveUp(shown.sitting, shown.revision))
            continue
        act = next_act(town.curriculum, shown, bool(right), confidence)
        if act is None:
            return
        shown = town.ask(act)


def test_a_learners_whole_history_is_reproduced(town: Town) -> None:
    script: list[Answer] = [
        (True, Confidence.SURE),
        (False, Confidence.SURE),
        (True, Confidence.GUESS),
        (None, Confidence.GUESS),
        (True, Confidence.UNSURE),
    ]
    lived(town, 60, cycle(script))
    assert replayed(town) == town.state.reviews
    assert {rating for _, _, rating, _, _ in town.state.review_log.values()} == set(Rating)
    first = [
        (at.date(), rating)
        for _, question, rating, _, at in town.state.review_log.values()
        if question == "first-words.single"
    ]
    assert first[0][0] == date(2026, 11, 23)
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(first)]
    assert all(gap >= timedelta(days=1) for gap in gaps)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([True, False, None]), st.sampled_from(Confidence)),
        min_size=1,
        max_size=9,
    )
)
def test_any_history_is_reproduced(script: list[Answer]) -> None:
    town = Town()
    lived(town, 12, cycle(script))
    assert replayed(town) == town.state.reviews
    assert len(town.state.review_log) >= 8
