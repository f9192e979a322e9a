"""What must hold for one person's rows at any time."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from learning.account.languages import LANGUAGES
from learning.lessons.model import Phase, StepKind
from tests.properties.stage import Rows

ASKING = (StepKind.RECALL, StepKind.QUESTION)
OF_A_QUESTION = (Phase.ASKING, Phase.CONFIDENCE, Phase.ANSWERED)


def broken(rows: Rows) -> list[str]:
    return [*_sittings(rows), *_reviews(rows), *_runs(rows), *_person(rows)]


def _sittings(rows: Rows) -> Iterator[str]:
    for row in rows["sittings"]:
        yield from (f"sitting {row.id}: {line}" for line in _sitting(row))
    open_lessons = [s for s in rows["sittings"] if s.kind == "lesson" and s.finished_at is None]
    if len(open_lessons) > 1:
        yield f"{len(open_lessons)} open lessons"


def _sitting(row: Any) -> Iterator[str]:
    if not 0 <= row.at < len(row.steps):
        yield f"at {row.at} of {len(row.steps)} steps"
        return
    kind, _ = row.steps[row.at]
    allowed = OF_A_QUESTION if kind in ASKING else (Phase.READING,)
    if row.phase not in allowed:
        yield f"a {kind} in phase {row.phase}"
    if (kind == StepKind.CLOSE) != (row.finished_at is not None):
        yield f"finished_at is {row.finished_at} at a {kind}"
    passed = sum(kind in ASKING for kind, _ in row.steps[: row.at + 1])
    if not 0 <= row.rights <= row.answered <= passed:
        yield f"{row.rights} right of {row.answered} answered of {passed} asked"


def _reviews(rows: Rows) -> Iterator[str]:
    logged = Counter(row.question for row in rows["review_log"])
    scheduled = {row.question: row.revision + 1 for row in rows["reviews"]}
    if logged != scheduled:
        yield f"history and schedule differ: {logged} against {scheduled}"
    answered = sum(row.answered for row in rows["sittings"])
    if answered != len(rows["review_log"]):
        yield f"{answered} graded answers, {len(rows['review_log'])} in the history"


def _runs(rows: Rows) -> Iterator[str]:
    for row in rows["scenario_runs"]:
        if (row.stage == "ended") != (row.finished_at is not None):
            yield f"run {row.id} is {row.stage}, finished at {row.finished_at}"
        if (row.stage in ("consequence", "coaching")) != (row.choice is not None):
            yield f"run {row.id} is {row.stage} with the choice {row.choice}"


def _person(rows: Rows) -> Iterator[str]:
    for person in rows["persons"]:
        if person.language not in LANGUAGES:
            yield f"language {person.language}"
        ZoneInfo(person.zone)
    for enrolment in rows["enrolments"]:
        if not enrolment.weekdays:
            yield "no weekday is left"


_KEYS = {
    "sittings": "id",
    "scenario_runs": "id",
    "enrolments": "person_id",
    "reviews": "question",
}


def went_back(before: Rows, after: Rows) -> list[str]:
    """Revisions that fell, and rows that are gone: nothing here is ever taken back."""
    return [
        f"{table} {key} went from revision {revision} to {_revisions(after, table).get(key)}"
        for table in _KEYS
        for key, revision in _revisions(before, table).items()
        if _revisions(after, table).get(key, -1) < revision
    ]


def jumped(before: Rows, after: Rows) -> list[str]:
    """Sittings and runs that one act moved by more than one step."""
    return [
        f"{table} {key} went from revision {old[key]} to {revision} at once"
        for table in ("sittings", "scenario_runs")
        for old in [_revisions(before, table)]
        for key, revision in _revisions(after, table).items()
        if revision > old.get(key, 0) + 1
    ]


def _revisions(rows: Rows, table: str) -> dict[Any, int]:
    return {getattr(row, _KEYS[table]): row.revision for row in rows[table]}
