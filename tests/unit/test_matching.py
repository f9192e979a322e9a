"""Who is proposed to whom, and why."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning.mentoring.matching.assigning import Match, match, why_alone
from learning.mentoring.matching.fitting import MOST_POINTS, Candidate, fit_of, points
from learning.mentoring.matching.model import Entry
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.states import Alone
from learning.mentoring.model import Side

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
HERE, THERE = 1, 2


def mentor(person: int, *, places: int = 1, language: str = "el", **said: Any) -> Candidate:
    return _candidate(Side.MENTOR, person, places, language, said)


def mentee(person: int, *, language: str = "el", **said: Any) -> Candidate:
    return _candidate(Side.MENTEE, person, 1, language, said)


def _candidate(
    side: Side, person: int, places: int, language: str, said: dict[str, Any]
) -> Candidate:
    department = str(said.pop("department", "Desk"))
    usual: dict[str, Any] = {
        "languages": ("el",),
        "competences": ("communication",),
        "organisation_id": HERE,
    }
    at = NOW + timedelta(minutes=person)
    entry = Entry(person, side, person, entered_at=at, **{**usual, **said})
    return Candidate(entry, language, department, places)


@pytest.mark.parametrize(
    ("offers", "wishes", "fit"),
    [
        ({}, {}, Fit("el", ("communication",), 1, own_language=True)),
        ({"languages": ("en",)}, {}, None),
        (
            {"languages": ("en", "es")},
            {"languages": ("es", "en")},
            Fit("es", ("communication",), 1),
        ),
        (
            {"languages": ("en", "es"), "language": "en"},
            {"languages": ("es", "en")},
            Fit("en", ("communication",), 1),
        ),
        (
            {"languages": ("en", "el")},
            {"languages": ("en", "el")},
            Fit("el", ("communication",), 1, own_language=True),
        ),
        ({"competences": ("adaptation",)}, {}, Fit("el", (), 1, own_language=True)),
        (
            {"sectors": ("health", "education")},
            {"sectors": ("education",)},
            Fit("el", ("communication",), 1, sector="education", own_language=True),
        ),
        (
            {"department": "Registry"},
            {},
            Fit("el", ("communication",), 1, own_language=True, other_department=True),
        ),
        ({"organisation_id": THERE}, {}, None),
        ({"organisation_id": THERE, "elsewhere": True}, {}, None),
        ({"organisation_id": THERE}, {"elsewhere": True}, None),
        (
            {"organisation_id": THERE, "elsewhere": True},
            {"elsewhere": True},
            Fit("el", ("communication",), 1, own_language=True, elsewhere=True),
        ),
    ],
)
def test_two_go_together_for_a_reason(
    offers: dict[str, Any], wishes: dict[str, Any], fit: Fit | None
) -> None:
    assert fit_of(mentor(1, **offers), mentee(2, **wishes)) == fit


def test_nobody_is_their_own_mentor() -> None:
    assert fit_of(mentor(1), mentee(1)) is None


@pytest.mark.parametrize(
    ("fit", "worth"),
    [
        (Fit("el"), 10),
        (Fit("el", elsewhere=True), 5),
        (Fit("el", ("a",), 3), 30),
        (Fit("el", ("a", "b"), 2, "health", True, True), MOST_POINTS),
    ],
)
def test_each_reason_has_its_weight(fit: Fit, worth: int) -> None:
    assert points(fit) == worth


def pairs(matches: tuple[Match, ...]) -> list[tuple[int, int]]:
    return [(it.mentor.entry.person_id, it.mentee.entry.person_id) for it in matches]


def test_a_pair_more_counts_before_a_better_fit() -> None:
    """The best mentor of both is the only one of the second."""
    best, other = mentor(1, languages=("el", "es")), mentor(2, competences=("adaptation",))
    first, second = mentee(3), mentee(4, languages=("es",))
    assert pairs(match([best, other], [first, second])) == [(2, 3), (1, 4)]


def test_among_equals_the_longest_wait_goes_first_and_the_load_is_spread() -> None:
    wishes = [mentee(person) for person in (13, 11, 12)]
    assert pairs(match([mentor(1)], wishes)) == [(1, 11)]
    two = [mentor(1, places=3), mentor(2, places=3)]
    given = pairs(match(two, wishes[:2]))
    assert sorted(mentor for mentor, _ in given) == [1, 2]


def test_what_was_tried_is_not_proposed_again() -> None:
    assert pairs(match([mentor(1), mentor(2)], [mentee(3)], {(1, 3)})) == [(2, 3)]
    assert match([mentor(1)], [mentee(3)], {(1, 3)}) == ()


@pytest.mark.parametrize(
    ("mentors", "barred", "why"),
    [
        ([], set(), Alone.NO_MENTORS),
        ([mentor(3)], set(), Alone.NO_MENTORS),
        ([mentor(1, places=0)], set(), Alone.NO_MENTORS),
        ([mentor(1, languages=("en",))], set(), Alone.NO_LANGUAGE),
        ([mentor(1)], {(1, 3)}, Alone.TRIED),
        ([mentor(1)], set(), Alone.NO_PLACES),
    ],
)
def test_who_stays_alone_hears_why(
    mentors: list[Candidate], barred: set[tuple[int, int]], why: Alone
) -> None:
    assert why_alone(mentee(3), mentors, barred) is why


LANGUAGES, ABILITIES = ("el", "en", "es"), ("a", "b", "c", "d")


def chosen(values: tuple[str, ...], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(tuple)


SAID: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "languages": chosen(LANGUAGES, 2),
        "competences": chosen(ABILITIES, 3),
        "sectors": chosen(("x", "y"), 1),
        "organisation_id": st.sampled_from((HERE, THERE)),
        "elsewhere": st.booleans(),
    }
)
MENTORS = st.lists(st.tuples(SAID, st.integers(0, 2)), max_size=4).map(
    lambda said: [mentor(at, places=places, **each) for at, (each, places) in enumerate(said)]
)
MENTEES = st.lists(SAID, max_size=4).map(
    lambda said: [mentee(at + 2, **each) for at, each in enumerate(said)]
)
BARRED = st.frozensets(st.tuples(st.integers(0, 4), st.integers(2, 6)), max_size=4)


def value(found: list[Fit]) -> tuple[int, int]:
    return len(found), sum(points(fit) for fit in found)


def best_by_trying_all(
    mentors: list[Candidate], mentees: list[Candidate], barred: frozenset[tuple[int, int]]
) -> tuple[int, int]:
    """(pairs, points) of the best of all ways to give places out."""
    places: list[Candidate | None] = [it for it in mentors for _ in range(it.places)]
    best = (0, 0)
    for way in set(permutations([*places, *[None] * len(mentees)], len(mentees))):
        fits = [
            fit
            for one, other in zip(way, mentees, strict=True)
            if one is not None
            and (one.entry.person_id, other.entry.person_id) not in barred
            and (fit := fit_of(one, other))
        ]
        best = max(best, value(fits))
    return best


@given(MENTORS, MENTEES, BARRED)
@settings(max_examples=120, deadline=None)
def test_no_way_of_pairing_is_better_and_nobody_has_too_many(
    mentors: list[Candidate], mentees: list[Candidate], barred: frozenset[tuple[int, int]]
) -> None:
    mentors, mentees = mentors[:3], mentees[:3]
    found = match(mentors, mentees, barred)
    given_out = pairs(found)
    assert value([it.fit for it in found]) == best_by_trying_all(mentors, mentees, barred)
    assert len({one for _, one in given_out}) == len(given_out)
    for one in mentors:
        taken = sum(person == one.entry.person_id for person, _ in given_out)
        assert taken <= one.places
    assert not set(given_out) & barred
    assert all(it.fit.language in it.mentor.entry.languages for it in found)
    assert all(it.fit.language in it.mentee.entry.languages for it in found)


@given(MENTORS, MENTEES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_same_entries_give_the_same_proposals_in_any_order(
    mentors: list[Candidate], mentees: list[Candidate], chance: Random
) -> None:
    before = match(mentors, mentees)
    chance.shuffle(mentors)
    chance.shuffle(mentees)
    assert match(mentors, mentees) == before
