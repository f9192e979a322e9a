"""Each competence and each sector has enough lessons for a path that is made to measure."""

from collections import Counter
from collections.abc import Iterator

from content.finding import Finding
from content.loader import Loaded

FEWEST = 3  # lessons


def uncovered(loaded: Loaded) -> Iterator[Finding]:
    outline = loaded.files.outline
    lessons = [lesson.content for lesson in loaded.files.lessons]
    named = {
        "competences": (
            outline.content.competences,
            Counter(id for lesson in lessons for id in set(lesson.competences)),
        ),
        "sectors": (
            outline.content.sectors,
            Counter(id for lesson in lessons for id in set(lesson.sectors)),
        ),
    }
    for key, (ids, counts) in named.items():
        for id in ids:
            if counts[id] < FEWEST:
                message = f"{id} is in {counts[id]} lessons: tag or write at least {FEWEST}"
                yield outline.finding(message, key, id)
