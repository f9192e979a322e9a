"""How many an audience holds, told so that no number tells on a person. Pure.

Progress, and who comes to what, is what people did, so whoever filters by it gets lower bounds
instead of numbers, and only of groups that are large enough in every cell they could be compared
with. Filters by what
the organisation decided itself (role, department) or what is no secret are counted exactly.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learning.announcements.model import GUARDED, Audience, Dimension, event_of
from learning.announcements.outcomes import CountProblem, Told
from learning.reports.model import FEWEST, FEWEST_OF_ATTITUDES, Stage
from learning.reports.suppressing import in_order

STEP = 10  # guarded numbers are told in tens
STAGES = tuple(str(stage.value) for stage in Stage)

# (stage, for every other dimension in use the named value that somebody has, or None) → people
Cells = Mapping[tuple[str | None, ...], int]


@dataclass(frozen=True, slots=True)
class AudienceCount:
    """Exact, as the database counts. `people` are all of them, reachable or not."""

    people: int
    blocked: int
    opted_out: int


def is_guarded(audience: Audience) -> bool:
    return bool(GUARDED & audience.dimensions)


def compared(audience: Audience) -> Mapping[Dimension, Sequence[str]]:
    """What the cells of a guarded audience tell apart beside the stage. Of one event who attended
    comes first, for they are among the registered."""
    return {
        dimension: sorted(audience.named(dimension))
        for dimension in Dimension
        if dimension in audience.dimensions and dimension is not Dimension.PROGRESS
    }


def progress_groups(stages: Cells) -> tuple[tuple[str, ...], ...]:
    """The stages that can be told apart in the whole organisation, neighbours merged until each
    group is of enough people; `stages` are cells of the stage alone."""
    counts: Counter[str] = Counter()
    for (stage, *_), people in stages.items():
        counts[str(stage)] += people
    table = in_order(counts, tuple((stage,) for stage in STAGES), FEWEST)
    groups = table.rows if table else (STAGES,)
    return tuple(tuple(str(stage) for stage in group) for group in groups)


def told(
    audience: Audience,
    count: AudienceCount,
    stages: Cells | None = None,
    cells: Cells | None = None,
) -> Told:
    """`stages` and `cells` are those of the whole organisation, for a guarded audience."""
    if stages is None or cells is None:
        if not count.people:
            return Told(0, problem=CountProblem.NOBODY)
        return Told(count.people, False, count.blocked, count.opted_out)
    if count.people < FEWEST or not _large_enough(audience, progress_groups(stages), cells):
        return Told(0, problem=CountProblem.TOO_FEW)
    return Told(lower_bound(count.people), at_least=True)


def lower_bound(people: int) -> int:
    """5, or the tens below: two numbers that are told never differ by fewer than five people."""
    return FEWEST if people < STEP else people - people % STEP


def _large_enough(audience: Audience, groups: Sequence[Sequence[str]], cells: Cells) -> bool:
    """Whether every cell that this audience could be compared with is of enough people: each
    group of stages where it is filtered by progress, for each named value of the other dimensions
    and for the rest."""
    by_progress = Dimension.PROGRESS in audience.dimensions
    if by_progress and (len(groups) < 2 or not all(_is_whole(audience, each) for each in groups)):
        return False
    if len({event_of(value)[1] for value in audience.named(Dimension.EVENT)}) > 1:
        return False  # who comes to both would be a cell of its own
    used = groups if by_progress else (STAGES,)
    least = FEWEST if len(audience.dimensions) == 1 else FEWEST_OF_ATTITUDES
    sums: Counter[tuple[object, ...]] = Counter()
    group_of = {stage: at for at, group in enumerate(used) for stage in group}
    rows = {key[1:] for key in cells}
    for (stage, *row), people in cells.items():
        sums[group_of[str(stage)], *row] += people
    return all(sums[at, *row] >= least for at in range(len(used)) for row in rows)


def _is_whole(audience: Audience, group: Sequence[str]) -> bool:
    """Whether the stages of a group are wanted, or unwanted, together."""
    named = (audience.wanted, audience.unwanted)
    sides = (set(side.get(Dimension.PROGRESS, ())) & set(group) for side in named)
    return all(side in (set(), set(group)) for side in sides)
