"""Nobody who solves all tables of a needs report together learns of too few people."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning.needs.answers import Response, Responses
from learning.needs.questionnaire import Question, Scale
from learning.needs.report.change import publish_change
from learning.needs.report.model import NeedsReport, Table, after_of
from learning.needs.report.publishing import publish
from learning.reports.model import FEWEST
from tests.properties.effort import examples, patient
from tests.properties.hidden_counts import Solver, reads
from tests.questionnaires import (
    BRIDGE,
    CALM,
    CONTACTS,
    DEPARTMENTS,
    DESK,
    TASKS,
    TRUST,
    possible_answers,
    questionnaire,
    random_round,
    said_again,
)

pytestmark = patient

FORMS: tuple[tuple[Question, ...], ...] = (
    (CONTACTS, BRIDGE, TASKS, TRUST),
    (CONTACTS, DESK, BRIDGE),
    (CONTACTS, DESK, TRUST),
)
AGAIN: tuple[tuple[Question, ...], ...] = ((CONTACTS, TRUST), (TRUST, CALM))
TRIED = 40  # hidden counts looked at in one round


def _profiles(questions: tuple[Question, ...]) -> list[Response]:
    ways = possible_answers(questions)
    return [Response(way, "d", department=each) for way in ways for each in DEPARTMENTS]


def _profiles_again(questions: tuple[Question, ...]) -> list[Response]:
    """Every way to answer before, with every way to answer, or not, after the course."""
    ways = possible_answers(_scales(questions))
    return [replace(who, again=way) for who in _profiles(questions) for way in ways]


def _scales(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(question for question in questions if isinstance(question, Scale))


def _with_change(questions: tuple[Question, ...], people: int, seed: int) -> NeedsReport:
    before = random_round(questions, people, seed)
    asked = questionnaire(*questions)
    report = publish(asked, Responses(people, people, before))
    again = said_again(before, [each.id for each in _scales(questions)], seed)
    return replace(report, after=publish_change(asked, report, again))


def _variables(questions: Sequence[Question]) -> list[str]:
    named = {
        "tasks": ["tasks.forms", "tasks.visits", "tasks.none"],
        "desk": ["desk.papers.often", "desk.papers.hard"],
    }
    return ["department", *(id for each in questions for id in named.get(each.id, [each.id]))]


def _in_cell(who: Response, values: Iterable[tuple[str, str]]) -> bool:
    return all(reads(variable)(who) == value for variable, value in values)


def _tables(report: NeedsReport) -> tuple[Table, ...]:
    return (*report.before, *report.after)


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
    _nothing_is_found(report, profiles, _variables(questions), Random(seed), TRIED)


@settings(max_examples=examples(8))
@given(
    questions=st.sampled_from(AGAIN),
    people=st.integers(20, 400),
    seed=st.integers(0, 10**6),
)
def test_nor_is_anything_found_when_what_was_said_after_the_course_is_published_too(
    questions: tuple[Question, ...], people: int, seed: int
) -> None:
    """By who has both reports, and whatever was erased between them."""
    report = _with_change(questions, people, seed)
    profiles = _profiles_again(questions)
    after = [after_of(each.id) for each in _scales(questions)]
    variables = [*_variables(questions), *after]
    _nothing_is_found(report, profiles, variables, Random(seed), TRIED // 2)


def _nothing_is_found(
    report: NeedsReport,
    profiles: list[Response],
    variables: Sequence[str],
    random: Random,
    tried: int,
) -> None:
    solver = Solver(profiles, _tables(report), report.answered or 0)
    cells = [
        ((one, a), (other, b))
        for one, other in combinations(variables, 2)
        for a in sorted({reads(one)(who) for who in profiles})
        for b in sorted({reads(other)(who) for who in profiles})
    ]
    for one, other in random.sample(cells, min(tried, len(cells))):
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


@settings(max_examples=examples(40))
@given(questions=st.sampled_from(AGAIN), people=st.integers(5, 400), seed=st.integers(0, 10**6))
def test_what_is_counted_after_the_course_adds_up_to_what_was_published_before(
    questions: tuple[Question, ...], people: int, seed: int
) -> None:
    report = _with_change(questions, people, seed)
    for table in report.after:
        assert all(not n or n >= table.fewest for row in table.counts for n in row)
        assert table.people == people
        before = report.one_way(table.by) if table.by else None
        if before:
            for group, counts in zip(table.rows, table.counts, strict=True):
                fine = zip(before.columns, before.counts[0], strict=True)
                assert sum(counts) == sum(n for each, n in fine if set(each) <= set(group))


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
