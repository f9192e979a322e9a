"""How long a lesson takes: about five minutes of a working day."""

from collections.abc import Iterator

from content.finding import Finding
from content.loader import Loaded
from content.minutes import lesson_minutes

SHORTEST, LONGEST = 3, 8


def lesson_lengths(loaded: Loaded) -> Iterator[Finding]:
    for lesson in loaded.files.lessons:
        minutes = lesson_minutes(lesson.content)
        if not SHORTEST <= minutes <= LONGEST:
            message = f"the lesson takes {minutes:.1f} minutes: make it {SHORTEST} to {LONGEST}"
            yield lesson.finding(message)
