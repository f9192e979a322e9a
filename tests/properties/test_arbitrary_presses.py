"""Callback data that no button of ours carries, and near-misses of what they carry."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.actions.parts import base36
from bot.actions.spelling import SPELLINGS
from learning.account.model import Person
from tests.properties import junk, raws
from tests.properties.effort import examples, patient
from tests.properties.invariants import broken, jumped, went_back
from tests.properties.seats import every_seat, take
from tests.properties.stage import Stage

WORDS = (
    *("language", "zone", "hour", "weekdays", "sector", "lessons", "everything"),
    *("one", "all", "none", "sure", "unsure", "guess"),
    *("a", "b", "c", "true", "en", "el", "Europe/Madrid", "../../etc/passwd", "0930", "2460"),
    *("posixrules", "UTC", "any", "6", "7", "+", "x" * 40),
)


@dataclass(frozen=True)
class RowId:
    """Stands for a row that exists: of the one who presses, or of somebody else."""

    of_another: bool
    of_a_run: bool


@dataclass(frozen=True)
class Revision:
    """The row's real revision, or one near it."""

    off_by: int


row_ids = st.builds(RowId, st.booleans(), st.booleans())
revisions = st.builds(Revision, st.sampled_from([0, 0, 0, 1, -1, 7]))
parts = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["", "-", "0", "00", "zz", base36(2**31), base36(2**63 - 1), base36(2**63)]),
    st.text("abcdefghijklmnopqrstuvwxyz0123456789_/+-", max_size=8),
)
codes = st.sampled_from(sorted(SPELLINGS))


@st.composite
def spelled(draw: st.DrawFn) -> list[object]:
    """The parts of one press; where a row's id is expected, one that exists is likely."""
    code = draw(codes)
    wanted = len(SPELLINGS[code]) - 1
    drawn: list[object] = ["1" + code]
    if wanted >= 2 and draw(st.integers(0, 5)):
        drawn += [draw(row_ids), draw(revisions)]
    while len(drawn) - 1 < wanted:
        drawn.append(draw(parts))
    return drawn if draw(st.integers(0, 9)) else [*drawn, draw(parts)]


presses = st.one_of(spelled(), spelled(), spelled(), junk.texts.map(lambda text: [text]))


@patient
@given(place=st.integers(0, 10**6), drawn=st.lists(presses, min_size=1, max_size=6))
@settings(max_examples=examples(50))
def test_any_press_is_answered_and_touches_only_the_rows_of_the_one_who_presses(
    stage: Stage, place: int, drawn: list[list[object]]
) -> None:
    seats = every_seat(stage.app.core.curriculum)
    person, other = stage.meet(), stage.meet()
    take(stage, person, seats[place % len(seats)])
    take(stage, other, seats[place * 7 % len(seats)])
    for each in (person, other):
        _open_scenario(stage, each, place)
    others = stage.of(other)

    for press in drawn:
        before = stage.of(person)
        data = _written(stage, person, other, press)
        assert not stage.feed(raws.press(person.telegram_id, data))
        after = stage.of(person)
        assert not [*broken(after), *went_back(before, after), *jumped(before, after)]

    assert not stage.unanswered()
    assert stage.of(other) == others


def _open_scenario(stage: Stage, person: Person, place: int) -> None:
    ids = sorted(stage.app.core.curriculum.scenarios)
    data = f"1os.{ids[place % len(ids)]}"
    assert not stage.feed(raws.press(person.telegram_id, data))


def _written(stage: Stage, person: Person, other: Person, press: list[object]) -> str:
    row, written = None, []
    for part in press:
        if isinstance(part, RowId):
            found = stage.of(other if part.of_another else person)
            row = found["scenario_runs" if part.of_a_run else "sittings"][-1]
            part = base36(row.id)
        if isinstance(part, Revision) and row is not None:
            part = base36(max(0, row.revision + part.off_by))
        written.append(str(part))
    return ".".join(written)
