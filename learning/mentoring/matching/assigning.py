"""Who is proposed to whom: an assignment problem (Kuhn 1955; SciPy's linear_sum_assignment).

Rows are mentees, columns are the free places of mentors: a mentor of three has three. What counts
first is how many mentees get a mentor, then the sum of the points of `fitting`; among equals the
wish that waits longest, then mentors who would have fewer. What is still equal goes by the order
in which people entered, so the same entries always give the same proposals.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from learning.mentoring.matching.fitting import MOST_POINTS, Candidate, fit_of, points
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.states import Alone

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Match:
    mentor: Candidate
    mentee: Candidate
    fit: Fit


def match(
    mentors: Sequence[Candidate],
    mentees: Sequence[Candidate],
    barred: Collection[tuple[int, int]] = (),
) -> tuple[Match, ...]:
    """The best proposals, in the order of the mentees; (mentor, mentee) of `barred` are person
    ids that are not proposed to each other."""
    rows = sorted(mentees, key=_turn)
    offering = sorted(mentors, key=_turn)
    places = [
        (column, place)
        for column, mentor in enumerate(offering)
        for place in range(max(mentor.places, 0))
    ]
    if not rows or not places:
        return ()
    fits = [[possible(mentor, mentee, barred) for mentor in offering] for mentee in rows]
    worths = [_worths(found, places, row, len(rows)) for row, found in enumerate(fits)]
    # Read here, for it takes half a second and 50 MB, and a round of matching is a rare thing.
    from scipy.optimize import linear_sum_assignment

    chosen = zip(*linear_sum_assignment(worths, maximize=True), strict=True)
    matches = []
    for row, at in chosen:
        column, _ = places[at]
        fit = fits[row][column]
        if fit is not None:
            matches.append(Match(offering[column], rows[row], fit))
    return tuple(matches)


def possible(
    mentor: Candidate, mentee: Candidate, barred: Collection[tuple[int, int]]
) -> Fit | None:
    if (mentor.entry.person_id, mentee.entry.person_id) in barred:
        return None
    return fit_of(mentor, mentee)


def why_alone(
    mentee: Candidate, mentors: Sequence[Candidate], barred: Collection[tuple[int, int]]
) -> Alone:
    others = [it for it in mentors if it.entry.person_id != mentee.entry.person_id]
    free = [mentor for mentor in others if mentor.places > 0]
    fitting = [mentor for mentor in free if fit_of(mentor, mentee)]
    if not free:
        return Alone.NO_MENTORS
    if not fitting:
        return Alone.NO_LANGUAGE
    if not any(possible(mentor, mentee, barred) for mentor in fitting):
        return Alone.TRIED
    return Alone.NO_PLACES


def _worths(
    fits: Sequence[Fit | None], places: Sequence[tuple[int, int]], row: int, rows: int
) -> list[int]:
    """Of each place of the mentors: 0 for who can't be a pair; else one pair more outweighs all
    points, and one point all that only settles a tie."""
    more_than_all_points = rows * MOST_POINTS + 1
    more_than_all_ties = rows * (rows + _MOST_PLACES) + 1
    worth = [fit and (more_than_all_points + points(fit)) * more_than_all_ties for fit in fits]
    return [
        base + (rows - row) + (_MOST_PLACES - min(place, _MOST_PLACES)) if base else 0
        for base, place in ((worth[column], place) for column, place in places)
    ]


_MOST_PLACES = 16


def _turn(candidate: Candidate) -> tuple[datetime, int]:
    """Whose turn it is: who entered first."""
    return candidate.entry.entered_at or _NEVER, candidate.entry.id
