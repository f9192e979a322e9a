"""Spaced retrieval: when a question comes back, after FSRS (open-spaced-repetition/py-fsrs)."""

from datetime import datetime

from fsrs import Card, Scheduler, State
from fsrs import Rating as FsrsRating

from learning.reviews.model import Confidence, Rating, Review

# Whole days and no chance: the first success is due on a later day, and one learner's whole
# history can be computed again from the answers.
_scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)

_FSRS = {
    Rating.AGAIN: FsrsRating.Again,
    Rating.HARD: FsrsRating.Hard,
    Rating.GOOD: FsrsRating.Good,
    Rating.EASY: FsrsRating.Easy,
}
_IF_RIGHT = {
    Confidence.GUESS: Rating.HARD,
    Confidence.UNSURE: Rating.GOOD,
    Confidence.SURE: Rating.EASY,
}


def rate(right: bool, confidence: Confidence) -> Rating:
    return _IF_RIGHT[confidence] if right else Rating.AGAIN


def schedule(
    person_id: int, question: str, before: Review | None, rating: Rating, now: datetime
) -> Review:
    """The review after an answer rated `rating` at `now`; `before` is None the first time."""
    card, _ = _scheduler.review_card(_card(before), _FSRS[rating], now)
    if card.stability is None or card.difficulty is None:
        raise AssertionError("FSRS gave a reviewed card no memory state")
    return Review(
        person_id=person_id,
        question=question,
        stability=card.stability,
        difficulty=card.difficulty,
        due_at=card.due,
        last_at=now,
        revision=before.revision + 1 if before else 0,
    )


def strength(review: Review, now: datetime) -> float:
    """How likely the answer is remembered at `now`, 0–1 (FSRS retrievability)."""
    return float(_scheduler.get_card_retrievability(_card(review), now))


def _card(review: Review | None) -> Card:
    # card_id is given because fsrs otherwise sleeps a millisecond to make one.
    if review is None:
        return Card(card_id=1)
    return Card(
        card_id=1,
        state=State.Review,
        stability=review.stability,
        difficulty=review.difficulty,
        due=review.due_at,
        last_review=review.last_at,
    )
