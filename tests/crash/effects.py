"""Effects against wishes: what the database says was done, and what people really asked for.

Each returns lines that name what happened twice, or without anybody asking; none when all is well.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, select

from data.engine import Database
from data.tables.lessons import completions, sittings
from data.tables.organisations import enrolment_codes
from data.tables.people import memberships, persons
from data.tables.reviews import review_log, reviews
from data.tables.scenarios import scenario_runs
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    GiveUp,
    NextLesson,
    RepeatLesson,
    ReturnAfterAbsence,
    ReviewNow,
)
from learning.lessons.model import SittingKind, StepKind
from learning.scenarios.asks import OpenScenario, PlayAgain
from tests.crash.people import Repeater, Talker
from tests.crash.town import USES

ONWARD = (BeginCourse, NextLesson, ReturnAfterAbsence)
ASKING = (StepKind.RECALL, StepKind.QUESTION)
Rows = Sequence[Row[Any]]


async def effects_twice(
    database: Database, talkers: Sequence[Talker], repeaters: Sequence[Repeater]
) -> list[str]:
    tables = (sittings, reviews, review_log, completions, scenario_runs, memberships)
    async with database.engine.reading() as session:
        people = await session.rows(select(persons))
        rows = {table.name: await session.rows(select(table)) for table in tables}
        code = await session.one(select(enrolment_codes))
    ids = {row.telegram_id: row.id for row in people}
    lines = [] if len(ids) == len(people) else ["somebody arrived twice"]
    if USES - code.uses_left != len(rows["memberships"]):
        lines.append(
            f"{USES - code.uses_left} uses of the code, {len(rows['memberships'])} members"
        )
    for repeater in repeaters:
        person = ids[repeater.phone]
        opened = sum(sitting.person_id == person for sitting in rows["sittings"])
        if opened != repeater.wishes:
            lines.append(f"repeater {repeater.phone}: {opened} sittings, {repeater.wishes} wishes")
    for talker in talkers:
        person = ids.get(talker.phone)
        own = {name: [r for r in of if r.person_id == person] for name, of in rows.items()}
        lines += [f"talker {talker.phone}: {line}" for line in _of_one(talker, own)]
    return lines


def _of_one(talker: Talker, own: dict[str, list[Row[Any]]]) -> Iterator[str]:
    if len(own["memberships"]) != 1:
        yield f"{len(own['memberships'])} memberships"
    yield from _moves(talker, own["sittings"], own["scenario_runs"])
    yield from _openings(talker, own["sittings"], own["scenario_runs"])
    yield from _answers(talker, own["sittings"])
    yield from _reviews(own["sittings"], own["reviews"], own["review_log"])
    yield from _completions(own["sittings"], own["scenario_runs"], own["completions"])


def _moves(talker: Talker, own: Rows, runs: Rows) -> Iterator[str]:
    """Every revision was asked for by a press that named the one before it, or by a text."""
    made = {(type(ask).__module__, _target(ask)) for ask in talker.pressed if _target(ask)}
    unasked = [
        f"sitting {sitting.id} left revision {revision}"
        for sitting in own
        for revision in range(sitting.steps[0][0] in ASKING, sitting.revision)
        if (AnswerQuestion.__module__, (sitting.id, revision)) not in made
    ] + [
        f"run {run.id} left revision {revision}"
        for run in runs
        for revision in range(run.revision)
        if (OpenScenario.__module__, (run.id, revision)) not in made
    ]
    texts = sum(n for text, n in talker.said.items() if not text.startswith("/"))
    if len(unasked) > texts:
        yield f"{texts} texts, but unasked: {'; '.join(unasked)}"


def _target(ask: Any) -> tuple[int, int] | None:
    """The row and revision that a press names."""
    row = getattr(ask, "sitting", None) or getattr(ask, "run", None)
    return (row, ask.revision) if row else None


def _openings(talker: Talker, own: Rows, runs: Rows) -> Iterator[str]:
    """Nothing is opened more often than somebody asked for it."""
    onward = sum(n for ask, n in talker.pressed.items() if isinstance(ask, ONWARD))
    asked = {
        SittingKind.AGAIN: talker.said["/again"] + talker.pressed[RepeatLesson()],
        # Before a scenario what is due is practised too.
        SittingKind.REVIEW: talker.said["/review"]
        + talker.said["/lesson"]
        + talker.pressed[ReviewNow()]
        + onward,
    }
    opened = Counter(sitting.kind for sitting in own)
    for kind, times in asked.items():
        if opened[kind] > times:
            yield f"{opened[kind]} sittings of kind {kind} for {times} wishes"
    begun = sum(n for ask, n in talker.pressed.items() if isinstance(ask, OpenScenario | PlayAgain))
    if len(runs) > begun:
        yield f"{len(runs)} runs for {begun} wishes"
    lessons = Counter(s.lesson_id for s in own if s.kind == SittingKind.LESSON)
    yield from (f"lesson {id} opened {n} times" for id, n in lessons.items() if n > 1)


def _answers(talker: Talker, own: Rows) -> Iterator[str]:
    """A question is graded once in a sitting, and only by a press that says so."""
    given: dict[int, set[int]] = defaultdict(set)
    for ask in talker.pressed:
        if isinstance(ask, AnswerQuestion | GiveUp):
            given[ask.sitting].add(ask.revision)
    for sitting in own:
        passed = sum(kind in ASKING for kind, _ in sitting.steps[: sitting.at + 1])
        if sitting.answered > min(passed, len(given[sitting.id])):
            yield (
                f"sitting {sitting.id} graded {sitting.answered} times, {passed} questions, "
                f"{len(given[sitting.id])} answers"
            )


def _reviews(own: Rows, scheduled: Rows, log: Rows) -> Iterator[str]:
    """One line of history for each graded answer, one revision of the schedule for each line."""
    graded = sum(sitting.answered for sitting in own)
    if graded != len(log):
        yield f"{graded} graded answers, {len(log)} in the history"
    logged = Counter(row.question for row in log)
    revisions = {row.question: row.revision + 1 for row in scheduled}
    if logged != revisions:
        yield f"history and schedule differ: {logged} against {revisions}"


def _completions(own: Rows, runs: Rows, done: Rows) -> Iterator[str]:
    finished = {s.lesson_id for s in own if s.kind == SittingKind.LESSON and s.finished_at}
    finished |= {run.scenario_id for run in runs if run.finished_at}
    if finished != {row.content_id for row in done}:
        yield f"finished {finished}, but noted as done {[row.content_id for row in done]}"
