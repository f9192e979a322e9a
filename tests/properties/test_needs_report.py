"""Nobody who solves all tables of a needs report together learns of too few people."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning.needs.answers import Response, Responses
from learning.needs.questionnaire import Question
from learning.needs.report.model import NeedsReport, Table
from learning.needs.report.publishing import publish
from learning.reports.model import FEWEST
from tests.properties.effort import examples, patient
from tests.properties.hidden_counts import Solver, reads
from tests.questionnaires import (
    BRIDGE,
    CONTACTS,
    DEPARTMENTS,
    DESK,
    TASKS,
    TRUST,
    possible_answers,
    questionnaire,
    random_round,
)

pytestmark = patient

FORMS: tuple[tuple[Question, ...], ...] = (
    (CONTACTS, BRIDGE, TASKS, TRUST),
    (CONTACTS, DESK, BRIDGE),
    (CONTACTS, DESK, TRUST),
)
TRIED = 40  # hidden counts looked at in one round


def _profiles(questions: tuple[Question, ...]) -> list[Response]:
    ways = possible_answers(questions)
    return [Response(way, "d", department=each) for way in ways for each in DEPARTMENTS]


def _variables(questions: Sequence[Question]) -> list[str]:
    named = {
        "tasks": ["tasks.forms", "tasks.visits", "tasks.none"],
        "desk": ["desk.papers.often", "desk.papers.hard"],
    }
    return ["department", *(id for each in questions for id in named.get(each.id, [each.id]))]


def _in_cell(who: Response, values: Iterable[tuple[str, str]]) -> bool:
    return all(reads(variable)(who) == value for variable, value in values)


def _tables(report: NeedsReport) -> tuple[Table, ...]:
    return report.before


@settings(max_examples=examples(14))
@given(
    questions=st.sampled_from(FORMS),
    people=st.integers(FEWEST, 150),
    seed=st.integers(0, 10**6),
)
def test_every_hidden_count_is_known_to_be_zero_or_may_be_as_large_as_the_fewest(
    questions: tuple[Question, ...], people: int, seed: int
) -> None:
    before = random_round(questions, people, seed)
    report = publish(questionnaire(*questions), Responses(people, people, before))
    profiles = _profiles(questions)
    solver = Solver(profiles, _tables(report), people)
    random = Random(seed)
    cells = [
        ((one, a), (other, b))
        for one, other in combinations(_variables(questions), 2)
        for a in sorted({reads(one)(who) for who in profiles})
        for b in sorted({reads(other)(who) for who in profiles})
    ]
    for one, other in random.sample(cells, min(TRIED, len(cells))):
        most = solver.most(partial(_in_cell, values=(one, other)))
        assert most < 1e-6 or most >= FEWEST - 1e-6, (one, other, most)


@settings(max_examples=examples(60))
@given(questions=st.sampled_from(FORMS), people=st.integers(0, 400), seed=st.integers(0, 10**6))
def test_no_published_count_is_of_too_few_and_tables_agree(
    questions: tuple[Question, ...], people: int, seed: int
) -> None:
    before = random_round(questions, people, seed)
    report = publish(questionnaire(*questions), Responses(people, people, before))
    for table in _tables(report):
        assert all(not n or n >= table.fewest for row in table.counts for n in row)
        assert table.people == people
        alone = report.one_way(table.of)
        assert alone is not None
        assert all(
            any(set(fine) <= set(coarse) for coarse in table.columns) for fine in alone.columns
        )


def test_an_unmerged_table_would_be_seen_through() -> None:
    """Twenty serve nobody from abroad, and twenty-two gave no answer how they do it: two people
    who were asked kept silent."""
    questions = (CONTACTS, BRIDGE)
    leaky = (
        Table("contacts", (("c0",), ("c1", "c6"), ("-",)), ((20, 80, 0),), FEWEST),
        Table("bridge", (("app",), ("family",), ("-",)), ((48, 30, 22),), FEWEST),
    )
    solver = Solver(_profiles(questions), leaky, 100)
    silent = solver.most(
        lambda who: who.answers.get("contacts") != ("c0",) and reads("bridge")(who) == "-"
    )
    assert silent == pytest.approx(2)
