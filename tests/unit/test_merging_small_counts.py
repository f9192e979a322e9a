"""What becomes of counts that are too small to be shown."""

import pytest

from learning.needs.report.merging import merged_columns, merged_table
from learning.needs.report.model import EVERYBODY

STEPS = (("1",), ("2",), ("3",), ("4",), ("5",))


@pytest.mark.parametrize(
    ("counts", "columns", "left"),
    [
        ((6, 7, 8, 9, 10), STEPS, (6, 7, 8, 9, 10)),
        ((0, 7, 8, 9, 10), STEPS, (0, 7, 8, 9, 10)),
        ((2, 7, 8, 9, 10), (("1", "2"), ("3",), ("4",), ("5",)), (9, 8, 9, 10)),
        ((9, 7, 2, 6, 10), (("1",), ("2",), ("3", "4"), ("5",)), (9, 7, 8, 10)),
        ((9, 7, 2, 7, 10), (("1",), ("2", "3"), ("4",), ("5",)), (9, 9, 7, 10)),
        ((1, 1, 1, 1, 10), (("1", "2", "3", "4", "5"),), None),
        ((1, 1, 1, 2, 10), (("1", "2", "3", "4"), ("5",)), (5, 10)),
        ((0, 0, 20, 0, 0), STEPS, None),
        ((3, 0, 20, 0, 6), (("1", "2", "3"), ("4",), ("5",)), (23, 0, 6)),
    ],
)
def test_a_small_step_joins_the_smaller_of_its_neighbours(
    counts: tuple[int, ...], columns: tuple[tuple[str, ...], ...], left: tuple[int, ...] | None
) -> None:
    merged = merged_columns(EVERYBODY, STEPS, [counts], True, 5)
    if left is None:
        assert merged is None
    else:
        assert merged is not None
        assert (merged.columns, merged.counts) == (columns, (left,))


WITH_SILENCE = (*STEPS, ("-",))


@pytest.mark.parametrize(
    ("counts", "columns", "left"),
    [
        # Answers join answers, and "no answer" stays by itself.
        (
            (9, 7, 8, 6, 3, 5),
            (("1",), ("2",), ("3",), ("4", "5"), ("-",)),
            (9, 7, 8, 9, 5),
        ),
        # Too few kept silent: they stand with the answer that most gave.
        (
            (9, 7, 20, 6, 8, 2),
            (("1",), ("2",), ("3", "-"), ("4",), ("5",)),
            (9, 7, 22, 6, 8),
        ),
        # Answers first: that of "5" is mended before anybody joins the largest.
        (
            (9, 7, 20, 6, 3, 2),
            (("1",), ("2",), ("3", "-"), ("4", "5")),
            (9, 7, 22, 9),
        ),
        # Nobody kept silent: there is nothing to merge.
        ((9, 7, 8, 6, 5, 0), WITH_SILENCE, (9, 7, 8, 6, 5, 0)),
        # All answers together are many enough; who gave which is not told.
        ((1, 1, 1, 1, 2, 9), (("1", "2", "3", "4", "5"), ("-",)), (6, 9)),
        ((1, 1, 1, 1, 0, 9), None, None),
    ],
)
def test_no_answer_stays_by_itself_or_with_the_answer_that_most_gave(
    counts: tuple[int, ...],
    columns: tuple[tuple[str, ...], ...] | None,
    left: tuple[int, ...] | None,
) -> None:
    merged = merged_columns(EVERYBODY, WITH_SILENCE, [counts], True, 5)
    if columns is None:
        assert merged is None
    else:
        assert merged is not None
        assert (merged.columns, merged.counts) == (columns, (left,))


def test_of_answers_without_an_order_the_small_ones_go_together() -> None:
    merged = merged_columns(EVERYBODY, STEPS, [(20, 3, 9, 2, 8)], False, 5)
    assert merged is not None
    assert merged.columns == (("1",), ("2", "4"), ("3",), ("5",))
    assert merged.counts == ((20, 5, 9, 8),)


def test_groups_join_when_no_merging_of_answers_helps() -> None:
    rows = (("archive",), ("bridges",), ("citizens",))
    cells = [(9, 9), (2, 8), (7, 4)]
    merged = merged_table(rows, (("yes",), ("no",)), cells, (False, False), 5)
    assert merged is not None
    assert merged.rows == (("archive",), ("bridges", "citizens"))
    assert merged.counts == ((9, 9), (9, 12))


def test_a_group_whose_members_all_said_the_same_is_not_shown_by_itself() -> None:
    rows = (("archive",), ("bridges",), ("citizens",))
    cells = [(9, 9), (8, 0), (7, 9)]
    merged = merged_table(rows, (("yes",), ("no",)), cells, (False, False), 5)
    assert merged is not None
    assert merged.rows == (("archive",), ("bridges", "citizens"))


def test_a_table_that_cannot_be_saved_is_dropped_whole() -> None:
    cells = [(9, 1), (9, 1)]
    assert merged_table((("a",), ("b",)), (("yes",), ("no",)), cells, (False, False), 5) is None
