"""Compiles a loaded course: the curriculum in memory, and definitions that outlive deploys."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from pydantic import TypeAdapter

from content.loader import Loaded
from content.minutes import minutes_by_id
from learning.course.curriculum import Curriculum
from learning.course.model import Course, Lesson
from learning.course.scenario import Scenario
from learning.mentoring.cycle import Cycle, Cycles
from learning.needs.questionnaire import Editions, Questionnaire

_COURSE = TypeAdapter(Course)
_LESSON = TypeAdapter(Lesson)
_SCENARIO = TypeAdapter(Scenario)
_QUESTIONNAIRE = TypeAdapter(Questionnaire)
_CYCLE = TypeAdapter(Cycle)

Kind = Literal["course", "lesson", "scenario", "questionnaire", "cycle"]
VERSION_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Definition:
    """A piece of the course with all its languages, as JSON in `body`.

    `hash` is the SHA-256 of `body` in hex, so a changed text is another definition.
    """

    hash: str
    kind: Kind
    content_id: str
    body: str


@dataclass(frozen=True, slots=True)
class Compiled:
    curriculum: Curriculum
    definitions: tuple[Definition, ...]


def compile_course(loaded: Loaded) -> Compiled:
    course = _define("course", loaded.course.id, _COURSE.dump_json(loaded.course))
    lessons = [
        _define("lesson", id, _LESSON.dump_json(lesson)) for id, lesson in loaded.lessons.items()
    ]
    scenarios = [
        _define("scenario", id, _SCENARIO.dump_json(scenario))
        for id, scenario in loaded.scenarios.items()
    ]
    hashes = {scenario.content_id: scenario.hash for scenario in scenarios}
    needs, asked = _needs(loaded)
    mentoring, circle = _mentoring(loaded)
    return Compiled(
        Curriculum(
            loaded.course,
            loaded.lessons,
            loaded.scenarios,
            hashes,
            needs=needs,
            mentoring=mentoring,
            resources=loaded.papers.resources,
            glossary=loaded.glossary.terms,
            selection=loaded.selection.checklist if loaded.selection else None,
            minutes_of=minutes_by_id(loaded),
            version=_version((course, *lessons, *scenarios)),
        ),
        (course, *lessons, *scenarios, *asked, *circle),
    )


def _needs(loaded: Loaded) -> tuple[Editions, tuple[Definition, ...]]:
    if loaded.asking is None:
        return Editions(), ()
    questionnaire = loaded.asking.questionnaire
    body = _QUESTIONNAIRE.dump_json(questionnaire)
    definition = _define("questionnaire", questionnaire.id, body)
    return Editions(definition.hash, {definition.hash: questionnaire}), (definition,)


def _mentoring(loaded: Loaded) -> tuple[Cycles, tuple[Definition, ...]]:
    if loaded.mentoring is None:
        return Cycles(), ()
    cycle = loaded.mentoring.cycle
    definition = _define("cycle", cycle.id, _CYCLE.dump_json(cycle))
    return Cycles(definition.hash, {definition.hash: cycle}), (definition,)


def _version(definitions: Iterable[Definition]) -> str:
    """Another one as soon as any word of the course is."""
    hashes = sorted(definition.hash for definition in definitions)
    return sha256("".join(hashes).encode()).hexdigest()[:VERSION_DIGITS]


def read_scenario(body: str) -> Scenario:
    """The scenario that a definition's `body` was made of.

    Raises pydantic.ValidationError for any other text.
    """
    return _SCENARIO.validate_json(body)


def read_questionnaire(body: str) -> Questionnaire:
    """The same for a questionnaire."""
    return _QUESTIONNAIRE.validate_json(body)


def read_cycle(body: str) -> Cycle:
    """The same for the circle of mentoring."""
    return _CYCLE.validate_json(body)


def _define(kind: Kind, id: str, body: bytes) -> Definition:
    # The keys keep the order of the dataclasses and of the languages: sorted ones would lose
    # which language is the source, and the order is as firm without sorting.
    return Definition(sha256(body).hexdigest(), kind, id, body.decode())
