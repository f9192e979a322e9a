"""What the clock brings."""

from dataclasses import dataclass
from datetime import datetime

from learning.pushes.model import SkipReason


@dataclass(frozen=True, slots=True)
class LessonOffered:
    """Today's lesson or scenario, after `recalls` questions from earlier lessons."""

    content: str
    recalls: int


@dataclass(frozen=True, slots=True)
class LessonReminded:
    """The lesson or scenario sent earlier is still open."""

    content: str


@dataclass(frozen=True, slots=True)
class RefresherOffered:
    """The course is done; `due` questions are worth a look this month."""

    due: int


@dataclass(frozen=True, slots=True)
class NotWanted:
    """Judged again at the moment of sending: nothing is sent."""

    reason: SkipReason


@dataclass(frozen=True, slots=True)
class PutOff:
    """Not now: the push is due again at `until`."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Removed:
    """Nothing is said: a message that was sent goes."""

    message: int


@dataclass(frozen=True, slots=True)
class Woken:
    """`learners` were looked at; the oldest of them was due at `oldest`."""

    learners: int
    oldest: datetime | None
