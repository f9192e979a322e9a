"""The compiled course in memory: what lessons and reviews follow by id."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from learning.course.model import Card, Course, Lesson, Subunit
from learning.course.questions import Question
from learning.course.scenario import Scenario
from learning.course.way import STANDARD, Way
from learning.glossary.model import Term
from learning.mentoring.cycle import Cycles
from learning.mentoring.matching.checklist import Checklist
from learning.needs.questionnaire import Editions
from learning.resources.model import Resource


@dataclass(frozen=True)
class Curriculum:
    """`lessons` and `scenarios` by id; `hashes` gives each scenario id its definition's hash.

    `editions` are scenarios by hash: today's, and older ones on which runs still finish.
    `needs` are the questionnaires of the needs analysis and `mentoring` the circles of mentoring,
    today's and older ones; `selection` is the checklist before anybody is matched. `resources`
    are papers to print and `glossary` holds terms, both by id. `minutes_of` is how long each
    lesson or scenario takes; `version` names the texts as they are now. `order` lists lessons and
    scenarios as the course goes through them.

    Outside its lesson a card or question is named "<lesson id>.<its id>".
    """

    course: Course
    lessons: Mapping[str, Lesson]
    scenarios: Mapping[str, Scenario]
    hashes: Mapping[str, str]
    editions: Mapping[str, Scenario] = field(default_factory=dict)
    needs: Editions = field(default_factory=Editions)
    mentoring: Cycles = field(default_factory=Cycles)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    selection: Checklist | None = None
    minutes_of: Mapping[str, float] = field(default_factory=dict)
    version: str = ""
    order: tuple[str, ...] = field(init=False)
    _cards: Mapping[str, Card] = field(init=False)
    _questions: Mapping[str, Question] = field(init=False)
    _subunit_of: Mapping[str, Subunit] = field(init=False)

    def __post_init__(self) -> None:
        subunits = self.course.subunits()
        lessons = self.lessons.values()
        cards = {f"{lesson.id}.{card.id}": card for lesson in lessons for card in lesson.cards}
        questions = {f"{lesson.id}.{q.id}": q for lesson in lessons for q in lesson.questions}
        put = object.__setattr__
        put(
            self,
            "editions",
            {**self.editions, **{self.hashes[id]: s for id, s in self.scenarios.items()}},
        )
        put(self, "order", tuple(id for s in subunits for id in (*s.lessons, s.scenario)))
        put(self, "_cards", cards)
        put(self, "_questions", questions)
        put(self, "_subunit_of", {id: s for s in subunits for id in (*s.lessons, s.scenario)})

    @property
    def minutes(self) -> int:
        """How long the whole course takes."""
        return round(sum(self.minutes_of.values()))

    def card(self, name: str) -> Card | None:
        return self._cards.get(name)

    def question(self, name: str) -> Question | None:
        return self._questions.get(name)

    def subunit_of(self, id: str) -> Subunit | None:
        """The subunit that a lesson or scenario belongs to."""
        return self._subunit_of.get(id)

    def units(self, way: Way = STANDARD) -> tuple[Subunit, ...]:
        """In the order of the way's path, then those that it does not name: so a subunit that is
        new to the course comes in its place, and one that is gone is passed over."""
        every = {subunit.id: subunit for subunit in self.course.subunits()}
        first = dict.fromkeys(id for id in way.path if id in every)
        return tuple(every[id] for id in {**first, **dict.fromkeys(every)})

    def lessons_of(self, subunit: Subunit, way: Way = STANDARD) -> tuple[str, ...]:
        """On a path made to measure, those with examples from one's own sector come first."""
        if not way.path or way.sector is None:
            return subunit.lessons
        return tuple(sorted(subunit.lessons, key=lambda id: way.sector not in self._sectors(id)))

    def next_after(self, done: Set[str], way: Way = STANDARD) -> str | None:
        """The first lesson or scenario that is not among `done`; None after the whole course."""
        for subunit in self.units(way):
            for id in (*self.lessons_of(subunit, way), subunit.scenario):
                if id not in done:
                    return id
        return None

    def _sectors(self, lesson_id: str) -> tuple[str, ...]:
        return self.lessons[lesson_id].sectors

    def closing_scenario(self, lesson_id: str, way: Way = STANDARD) -> str | None:
        """The scenario that follows `lesson_id` when it is the last of its subunit."""
        subunit = self.subunit_of(lesson_id)
        if subunit is None or self.lessons_of(subunit, way)[-1] != lesson_id:
            return None
        return subunit.scenario
