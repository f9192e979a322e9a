"""Whatever somebody types, wherever they are in a lesson."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties import junk, raws
from tests.properties.effort import examples, patient
from tests.properties.invariants import broken, jumped, went_back
from tests.properties.seats import every_seat, take
from tests.properties.stage import Stage


@patient
@given(place=st.integers(0, 10**6), texts=st.lists(junk.texts, min_size=1, max_size=3))
@settings(max_examples=examples(80))
def test_any_text_at_any_place_of_a_lesson_is_answered_and_moves_at_most_one_step(
    stage: Stage, place: int, texts: list[str]
) -> None:
    seats = every_seat(stage.app.core.curriculum)
    person, bystander = stage.meet(), stage.meet()
    take(stage, bystander, seats[place * 7 % len(seats)])
    take(stage, person, seats[place % len(seats)])
    others = stage.of(bystander)

    for text in texts:
        before, shown = stage.of(person), _shown(stage, person.telegram_id)
        assert not stage.feed(raws.message(person.telegram_id, text))
        after = stage.of(person)
        assert _shown(stage, person.telegram_id) > shown, "nobody answered"
        assert not [*broken(after), *went_back(before, after), *jumped(before, after)]

    assert not stage.unanswered()
    assert stage.of(bystander) == others


@pytest.mark.parametrize("text", junk.ODD_TEXTS, ids=ascii)
def test_an_odd_text_is_answered_by_people_who_have_begun_and_by_strangers(
    stage: Stage, text: str
) -> None:
    phone = stage.simulation.phones.create("New", "en").id
    stage.simulation.phones.set_standing(phone, "active")
    for chat in (phone, stage.meet().telegram_id):
        assert not stage.feed(raws.message(chat, text))
        assert _shown(stage, chat), "nobody answered"
    assert not stage.unanswered()


def _shown(stage: Stage, chat: int) -> int:
    """Rises with every message and every edit."""
    return max((m.seq for m in stage.simulation.messages.changed_after(chat, 0)), default=0)
