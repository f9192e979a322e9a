"""Means tell nobody apart, and a card asks for what is missing."""

from hypothesis import given
from hypothesis import strategies as st

from learning.mentoring.evaluating.model import FEWEST, card_head, means, missing
from learning.mentoring.model import Party, Turn
from tests.circles import CIRCLE
from tests.outcomes import NOW

TURN = Turn(1, Party(1, 1), Party(2, 1), "el", "circle-hash", NOW)
ratings = st.lists(
    st.dictionaries(st.sampled_from(["a", "b"]), st.integers(0, 5), min_size=1), max_size=45
)


@given(ratings)
def test_means_move_on_in_steps_of_ten_people(given: list[dict[str, int]]) -> None:
    people, shown = means(given)
    assert people % FEWEST == 0
    assert (people, shown) == means(given[:people])
    for statement, mean in shown.items():
        rated = [each[statement] for each in given[:people] if each.get(statement)]
        assert len(rated) >= FEWEST
        assert 1 <= mean <= 5


def test_fewer_than_ten_show_nothing() -> None:
    assert means([{"a": 5}] * 9) == (0, {})
    assert means([{"a": 5}] * 9 + [{"a": 0}]) == (10, {})
    assert means([{"a": 5}] * 10) == (10, {"a": 5.0})


def test_a_card_asks_for_its_author_s_missing_parts_in_order() -> None:
    mine = card_head(TURN, 1, "situation", NOW)
    assert missing(CIRCLE, [], 1) == CIRCLE.card[0]
    assert missing(CIRCLE, [mine], 1) == CIRCLE.card[1]
    assert missing(CIRCLE, [mine], 2) == CIRCLE.card[0]
    assert missing(CIRCLE, [mine, card_head(TURN, 1, "did", NOW)], 1) is None
