"""How far one can be in the course, as one ladder: whatever is told of progress is told in parts
of it, so that no two numbers differ by somebody in between."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from learning.course.curriculum import Curriculum
from learning.reports.model import Progress, Stage


class StepKind(StrEnum):
    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    LESSONS = "lessons"  # those of a subunit are done
    SCENARIO = "scenario"  # that of a subunit is played as well
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Step:
    """Reached with `done` lessons and scenarios; `subunit` is the id of one."""

    kind: StepKind
    done: int
    subunit: str | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    steps: tuple[Step, ...]

    def place(self, progress: Progress) -> int:
        """The step that somebody stands on. They go in the order of the course, so what counts
        is how much they did; so a lesson that is put in later sends nobody back to the start."""
        if progress.finished:
            return len(self.steps) - 1
        if not progress.begun:
            return 0
        between = [step.done for step in self.steps[1:-1]]
        return bisect_right(between, progress.done)

    def stage(self, place: int) -> Stage:
        step, whole = self.steps[place], self.steps[-1].done
        if step.kind is StepKind.NOT_BEGUN:
            return Stage.NOT_BEGUN
        if step.kind is StepKind.FINISHED:
            return Stage.FINISHED
        return Stage.HALF if 2 * step.done >= whole else Stage.BEGUN


def ladder_of(curriculum: Curriculum) -> Ladder:
    steps, done = [Step(StepKind.NOT_BEGUN, 0), Step(StepKind.BEGUN, 0)], 0
    for subunit in curriculum.course.subunits():
        done += len(subunit.lessons)
        steps.append(Step(StepKind.LESSONS, done, subunit.id))
        done += 1
        steps.append(Step(StepKind.SCENARIO, done, subunit.id))
    # The last scenario ends the course.
    return Ladder((*steps[:-1], Step(StepKind.FINISHED, done)))
