"""Every outcome of every room comes back from its stored form as it was."""

import importlib
import inspect
import json
import pkgutil
from dataclasses import dataclass, is_dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import learning
from data import outcomes
from learning.ask import Refused
from learning.inbox import SetAside
from learning.lessons.outcomes import AlreadyMoved
from learning.mentoring.evaluating.outcomes import EvaluationsShown
from learning.scenarios.outcomes import AlreadyThere, CoachingShown, ConsequenceShown
from learning.talk.outcomes import Aside, SmallTalkMade
from learning.talk.turns import Slot


def _outcomes() -> list[type]:
    every = pkgutil.walk_packages(learning.__path__, "learning.")
    modules = [
        importlib.import_module(each.name) for each in every if each.name.endswith(".outcomes")
    ]
    found = [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if is_dataclass(kind) and kind.__module__ == module.__name__
    ]
    return [*found, Refused, SetAside]


EVERY = _outcomes()

st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
# What is asked in the middle of a talk may be of any room.
st.register_type_strategy(Aside, st.builds(Aside, st.builds(SmallTalkMade), st.sampled_from(Slot)))
st.register_type_strategy(float, st.floats(allow_nan=False))
means = st.dictionaries(st.text(), st.floats(allow_nan=False))
st.register_type_strategy(
    EvaluationsShown, st.builds(EvaluationsShown, people=st.integers(), means=means)
)


def test_every_room_with_outcomes_is_found() -> None:
    assert len(EVERY) > 40


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
@settings(max_examples=20, deadline=None, database=None)
@given(data=st.data())
def test_an_outcome_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    outcome = data.draw(st.from_type(kind))
    again = outcomes.decode(outcomes.encode(outcome))
    assert again == outcome
    assert type(again) is kind


def test_nothing_comes_back_as_nothing() -> None:
    assert outcomes.decode(outcomes.encode(None)) is None


def test_two_outcomes_of_the_same_fields_stay_apart() -> None:
    shown = ConsequenceShown(1, 2, "hash", "d1", "a"), CoachingShown(1, 2, "hash", "d1", "a")
    for view in shown:
        again = outcomes.decode(outcomes.encode(AlreadyThere(view)))
        assert type(again.now) is type(view)


@dataclass(frozen=True)
class NotOurs:
    now: int = 0


def test_what_is_no_outcome_is_never_stored() -> None:
    for strange in (NotOurs(), AlreadyMoved(NotOurs()), AlreadyMoved(object())):  # type: ignore[arg-type]
        with pytest.raises((TypeError, outcomes.UnknownOutcome)):
            outcomes.encode(strange)


@pytest.mark.parametrize(
    "name",
    [
        7,
        "os.system",
        "learning.lessons.outcomes.Gone",
        "learning.lessons.outcomes.datetime",
        "learning.nowhere.outcomes.Gone",
        "learning.lessons.model.Draft",
        "learning.ask.Right",
    ],
)
def test_only_outcomes_are_ever_built(name: object) -> None:
    with pytest.raises(outcomes.UnknownOutcome):
        outcomes.decode(json.dumps({"type": name}))
