"""Which questions wait. One that the course no longer has never does, however long it is due."""

from collections.abc import Sequence
from datetime import datetime

from learning.account.model import Person
from learning.course.curriculum import Curriculum
from learning.reviews.model import Review
from learning.reviews.ports import Reviews
from learning.rhythm.local import end_of_day

MOST_WAITING = 1000


async def waiting(
    person: Person, now: datetime, curriculum: Curriculum, reviews: Reviews
) -> Sequence[str]:
    """The questions due by the end of the person's day, the longest due first."""
    due = await reviews.due(person.id, end_of_day(person, now), MOST_WAITING)
    return [review.question for review in still_asked(due, curriculum)]


def still_asked(reviews: Sequence[Review], curriculum: Curriculum) -> Sequence[Review]:
    return [review for review in reviews if curriculum.question(review.question)]
