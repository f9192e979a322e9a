"""The compiled course in memory: what lessons and reviews follow by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learning.course.model import Course, Lesson, Subunit
from learning.course.questions import Question
from learning.course.scenario import Scenario


@dataclass(frozen=True)
class Curriculum:
    """`lessons` and `scenarios` by id; `hashes` gives each scenario id its definition's hash.

    A question is named "<lesson id>.<question id>" outside its lesson.
    """

    course: Course
    lessons: Mapping[str, Lesson]
    scenarios: Mapping[str, Scenario]
    hashes: Mapping[str, str]
    order: tuple[str, ...] = field(init=False)
    _questions: Mapping[str, Question] = field(init=False)
    _subunit_of: Mapping[str, Subunit] = field(init=False)

    def __post_init__(self) -> None:
        subunits = self.course.subunits()
        questions = {
            f"{lesson.id}.{question.id}": question
            for lesson in self.lessons.values()
            for question in lesson.questions
        }
        put = object.__setattr__
        put(self, "order", tuple(id for subunit in subunits for id in subunit.lessons))
        put(self, "_questions", questions)
        put(self, "_subunit_of", {id: s for s in subunits for id in (*s.lessons, s.scenario)})

    def question(self, name: str) -> Question | None:
        return self._questions.get(name)

    def subunit_of(self, id: str) -> Subunit | None:
        """The subunit that a lesson or scenario belongs to."""
        return self._subunit_of.get(id)

    def closing_scenario(self, lesson_id: str) -> str | None:
        """The scenario that follows `lesson_id` when it is the last of its subunit."""
        subunit = self.subunit_of(lesson_id)
        if subunit is None or subunit.lessons[-1] != lesson_id:
            return None
        return subunit.scenario
