"""Whom an organisation has reached, told so that it tells on nobody."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from learning.reports.model import FEWEST
from learning.reports.reach import ReachCounts, last_months, published

MONTHS = last_months(datetime(2027, 1, 31, 22, 30, tzinfo=UTC), "Europe/Athens")
First = dict[tuple[str | None, date | None], int]
counts = st.dictionaries(
    st.tuples(st.sampled_from([None, "leaflet", "seminar"]), st.sampled_from([None, *MONTHS])),
    st.integers(1, 30),
)


def test_the_months_are_those_of_the_organisations_clocks() -> None:
    assert MONTHS[-1] == date(2027, 2, 1)
    assert MONTHS[0] == date(2026, 3, 1)


@given(counts)
def test_no_number_is_of_fewer_than_five_or_follows_from_others(
    first: First,
) -> None:
    reach = published(ReachCounts("Town", "gr", MONTHS, first, 4, {}))
    people = sum(first.values())
    assert (reach.people or 0) == people - people % FEWEST
    assert reach.at_events is None
    for rows in (reach.channels, reach.months):
        assert all(number >= FEWEST and number % FEWEST == 0 for _, number in rows)
        assert sum(number for _, number in rows) <= people


def test_who_was_met_without_the_bot_stands_apart() -> None:
    first: First = {("leaflet", MONTHS[0]): 12}
    reach = published(ReachCounts("Town", "gr", MONTHS, first, 7, {MONTHS[0]: 140}))
    assert reach.people == 10
    assert reach.channels == ((("leaflet",), 10),)
    assert reach.met == (((MONTHS[0],), 140),)
    assert reach.at_events == 5
