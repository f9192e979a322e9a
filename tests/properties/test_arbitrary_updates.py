"""Whatever comes instead of an update, the one behind it is answered and nothing breaks."""

from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.properties import junk, raws
from tests.properties.effort import examples, patient
from tests.properties.invariants import broken
from tests.properties.stage import Stage

# Stands for the person of the example, who is not there yet when the example is drawn.
ANA = 4_999_999_999

Path = tuple[str | int, ...]

well_formed = st.one_of(
    st.builds(raws.message, st.just(ANA), junk.texts),
    st.builds(raws.press, st.just(ANA), junk.texts),
    st.builds(raws.edit, st.just(ANA), junk.texts),
    st.builds(raws.photo, st.just(ANA)),
    st.builds(raws.group, st.just(ANA), junk.texts),
    st.builds(raws.membership, st.just(ANA), st.sampled_from(["kicked", "member", "left", "?"])),
    st.builds(raws.update, st.sampled_from(["poll", "channel_post", "", "message"]), junk.values),
)


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """An update of which some parts are missing and others are something else."""
    raw = draw(well_formed)
    for _ in range(draw(st.integers(0, 3))):
        path = draw(st.sampled_from(list(_paths(raw))))
        if not path:
            return draw(junk.anything)
        holder = _at(raw, path[:-1])
        if draw(st.booleans()):
            holder.pop(path[-1])
        else:
            holder[path[-1]] = draw(junk.anything)
    return raw


def _paths(value: Any, so_far: Path = ()) -> Iterator[Path]:
    yield so_far
    names = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for name in names:
        yield from _paths(value[name], (*so_far, name))


def _at(value: Any, path: Path) -> Any:
    for name in path:
        value = value[name]
    return value


def _as_sent_by(phone: int, value: Any) -> Any:
    """The drawn value with its marks replaced: whose phone it is, how deep it goes."""
    match value:
        case junk.Deep():
            return value.built()
        case dict():
            return {name: _as_sent_by(phone, part) for name, part in value.items()}
        case list():
            return [_as_sent_by(phone, part) for part in value]
        case _:
            return phone if value == ANA else value


@patient
@given(drawn=st.lists(spoiled(), min_size=1, max_size=5))
@settings(max_examples=examples(100))
@example(drawn=[{"update_id": 700}])
@example(drawn=[{"update_id": 701, "poll": {"id": "1"}}])
@example(drawn=[{"update_id": 702, "message": {"text": junk.Deep(junk.DEEPEST)}}])
def test_a_bad_update_never_hides_the_good_one_behind_it(stage: Stage, drawn: list[Any]) -> None:
    ana, bystander = stage.meet(), stage.meet()
    before = stage.of(bystander)
    behind = raws.message(ana.telegram_id, "/help")

    assert not stage.feed(*_as_sent_by(ana.telegram_id, drawn), behind)

    assert not stage.unanswered()
    assert stage.simulation.messages.changed_after(ana.telegram_id, 0)
    assert stage.of(bystander) == before
    assert not broken(stage.of(ana))
