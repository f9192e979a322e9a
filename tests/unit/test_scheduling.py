"""Spaced retrieval: a pure function of (review, rating, instant)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.reviews.model import Confidence, Rating, Review
from learning.reviews.scheduling import rate, schedule, strength

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("right", "confidence", "rating"),
    [
        (False, Confidence.GUESS, Rating.AGAIN),
        (False, Confidence.UNSURE, Rating.AGAIN),
        (False, Confidence.SURE, Rating.AGAIN),
        (True, Confidence.GUESS, Rating.HARD),
        (True, Confidence.UNSURE, Rating.GOOD),
        (True, Confidence.SURE, Rating.EASY),
    ],
)
def test_confidence_makes_the_rating(right: bool, confidence: Confidence, rating: Rating) -> None:
    assert rate(right, confidence) is rating


@pytest.mark.parametrize(
    ("rating", "days"), [(Rating.AGAIN, 1), (Rating.HARD, 1), (Rating.GOOD, 2), (Rating.EASY, 8)]
)
def test_a_first_answer_comes_back_after_whole_days(rating: Rating, days: int) -> None:
    """The first stabilities of FSRS-6 are 0.2, 1.3, 2.3 and 8.3 days."""
    review = schedule(1, "lesson.q", None, rating, NOW)
    assert review.due_at == NOW + days * DAY
    assert (review.last_at, review.revision) == (NOW, 0)


def test_remembering_sends_a_question_ever_further_away() -> None:
    review, intervals = schedule(1, "lesson.q", None, Rating.GOOD, NOW), []
    for _ in range(4):
        at = review.due_at
        review = schedule(1, "lesson.q", review, Rating.GOOD, at)
        intervals.append((review.due_at - at).days)
    assert intervals == sorted(set(intervals))
    assert review.revision == 4


def test_forgetting_brings_it_back_soon() -> None:
    review = schedule(1, "lesson.q", None, Rating.EASY, NOW)
    again = schedule(1, "lesson.q", review, Rating.AGAIN, review.due_at)
    assert again.due_at - review.due_at < 3 * DAY
    assert again.stability < review.stability
    assert again.difficulty > review.difficulty


def test_memory_fades_until_the_question_is_met_again() -> None:
    review = schedule(1, "lesson.q", None, Rating.GOOD, NOW)
    faded = [strength(review, NOW + days * DAY) for days in (0, 2, 10, 100)]
    assert faded == sorted(faded, reverse=True)
    assert faded[0] == 1
    assert faded[1] == pytest.approx(0.9, abs=0.03)


answers = st.lists(
    st.tuples(st.sampled_from(Rating), st.integers(0, 400 * 86400)), min_size=1, max_size=12
)


@given(answers)
def test_any_history_is_reproduced_and_stays_in_bounds(history: list[tuple[Rating, int]]) -> None:
    def play() -> list[Review]:
        played: list[Review] = []
        now = NOW
        for rating, seconds in history:
            now += timedelta(seconds=seconds)
            played.append(schedule(1, "lesson.q", played[-1] if played else None, rating, now))
        return played

    once = play()
    assert once == play()
    for review in once:
        assert review.due_at >= review.last_at + DAY
        assert 1 <= review.difficulty <= 10
        assert review.stability > 0
        assert 0 <= strength(review, review.due_at) <= 1
