"""A person plays a scenario: late taps, editions, playing again."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from learning.course.curriculum import Curriculum
from learning.lessons.asks import NextLesson
from learning.pushes.outcomes import LessonOffered
from learning.scenarios import outcomes as o
from learning.scenarios.asks import Choose, GoOn, OpenScenario, PlayAgain, Reconsider
from tests.curricula import DESK, ROAD, small
from tests.unit.town import BLAS, DAY, Town

DESK_ID = "at-the-desk"


@pytest.fixture
def desk(town: Town) -> Town:
    """Both lessons of the first subunit are done; the scenario is next."""
    town.finish(town.begin())
    town.finish_next()
    return town


def opened(town: Town) -> Any:
    return town.ask(OpenScenario(DESK_ID))


def chosen(town: Town, shown: Any, choice: str) -> Any:
    return town.ask(Choose(shown.run, shown.revision, choice))


def onward(town: Town, shown: Any, times: int = 1) -> Any:
    for _ in range(times):
        shown = town.ask(GoOn(shown.run, shown.revision))
    return shown


def played(town: Town, *choices: str) -> Any:
    shown = opened(town)
    for choice in choices:
        shown = onward(town, chosen(town, shown, choice), 2)
    return shown


def new_edition() -> Curriculum:
    """The first decision was rewritten; runs on the old edition must still finish on it."""
    course = small()
    first, second = DESK.decisions
    rewritten = replace(first, id="d1-new", choices=first.choices[:1])
    desk = replace(DESK, start="d1-new", decisions=(rewritten, second))
    return Curriculum(
        course.course,
        course.lessons,
        {DESK_ID: desk, ROAD.id: ROAD},
        {DESK_ID: "hash-desk-2", ROAD.id: "hash-road"},
        {"hash-desk": DESK},
    )


def test_a_choice_shows_its_consequence_then_the_coaching_then_what_follows(desk: Town) -> None:
    first = opened(desk)
    assert (first.decision, first.number, set(first.choices)) == ("d1", 1, {"ask", "wait"})
    consequence = chosen(desk, first, "ask")
    assert isinstance(consequence, o.ConsequenceShown)
    coaching = onward(desk, consequence)
    assert isinstance(coaching, o.CoachingShown)
    assert consequence.choice == coaching.choice == "ask"
    second = onward(desk, coaching)
    assert (second.decision, second.number) == ("d2", 2)
    assert not desk.state.runs[first.run].finished_at


@pytest.mark.parametrize(
    ("choices", "ending"), [(("ask", "ask"), "good"), (("wait", "ask"), "cold")]
)
def test_an_ending_finishes_the_scenario(desk: Town, choices: tuple[str, ...], ending: str) -> None:
    ended = played(desk, *choices)
    assert (ended.ending, ended.endings, ended.course_finished) == (ending, 2, False)
    assert (desk.person().id, DESK_ID) in desk.state.completions
    assert desk.state.runs[ended.run].finished_at == desk.now
    assert desk.ask(NextLesson()).lesson == "on-the-way"


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_scenario_is_gone_on_with_where_it_was_left(desk: Town, steps: int) -> None:
    shown = opened(desk)
    for _ in range(steps):
        decides = isinstance(shown, o.DecisionShown)
        shown = chosen(desk, shown, "ask") if decides else onward(desk, shown)
    desk.now += 40 * DAY
    assert opened(desk) == shown
    assert len(desk.state.runs) == 1


def test_choosing_differently_gives_the_variables_back(desk: Town) -> None:
    coaching = onward(desk, chosen(desk, opened(desk), "ask"))
    again = desk.ask(Reconsider(coaching.run, coaching.revision))
    assert again.decision == "d1"
    assert desk.state.runs[again.run].variables == {"trust": 0}
    shown = onward(desk, chosen(desk, again, "wait"), 2)
    ended = onward(desk, chosen(desk, shown, "ask"), 2)
    assert ended.ending == "cold", "trust was never earned"


def test_late_and_doubled_taps_change_nothing_and_show_what_is_the_case(desk: Town) -> None:
    first = opened(desk)
    consequence = chosen(desk, first, "ask")
    before = vars(desk.state)
    assert chosen(desk, first, "wait") == o.AlreadyThere(consequence)
    at = consequence.run, consequence.revision
    for ask in (Choose(*at, "ask"), Reconsider(*at), PlayAgain(*at), GoOn(at[0], at[1] - 1)):
        assert desk.ask(ask) == o.AlreadyThere(consequence)
    assert vars(desk.state) == before


def test_a_choice_that_is_none_changes_nothing(desk: Town) -> None:
    first = opened(desk)
    assert chosen(desk, first, "run-away") == o.AlreadyThere(first)


def test_an_ending_stays_after_a_doubled_tap(desk: Town) -> None:
    ended = played(desk, "ask", "ask")
    before = vars(desk.state)
    assert onward(desk, ended) == o.AlreadyThere(ended)
    assert onward(desk, replace(ended, revision=ended.revision - 1)) == o.AlreadyThere(ended)
    assert vars(desk.state) == before


@pytest.mark.parametrize("kind", [partial(Choose, choice="ask"), GoOn, Reconsider, PlayAgain])
def test_somebody_elses_run_is_gone(desk: Town, kind: Any) -> None:
    shown = opened(desk)
    desk.begin(BLAS)
    assert desk.ask(kind(shown.run, shown.revision), BLAS) == o.RunGone()
    assert desk.ask(kind(2**62, 0)) == o.RunGone()


def test_a_scenario_that_never_was_is_gone(desk: Town) -> None:
    assert desk.ask(OpenScenario("nowhere")) == o.RunGone()


def test_playing_again_begins_once_however_often_it_is_pressed(desk: Town) -> None:
    ended = played(desk, "wait", "wait")
    again = PlayAgain(ended.run, ended.revision)
    first = desk.ask(again)
    assert (first.decision, first.number) == ("d1", 1)
    assert first.run != ended.run
    consequence = chosen(desk, first, "ask")
    assert desk.ask(again) == consequence, "an unfinished one is gone on with"
    assert len(desk.state.runs) == 2


def test_playing_again_is_not_the_days_lesson(desk: Town) -> None:
    played(desk, "ask", "ask")
    desk.go_to(1)
    desk.now -= DAY / 24
    due = desk.enrolment()
    played(desk, "wait", "wait")
    assert desk.enrolment() == due
    assert desk.live(1) == [(1, LessonOffered("on-the-way", 0))]


def test_a_run_finishes_on_the_edition_it_began_with(desk: Town) -> None:
    first = opened(desk)
    desk.publish(new_edition())
    assert opened(desk) == first
    second = onward(desk, chosen(desk, first, "wait"), 2)
    ended = onward(desk, chosen(desk, second, "ask"), 2)
    assert (ended.definition, ended.ending) == ("hash-desk", "cold")
    assert (desk.person().id, DESK_ID) in desk.state.completions
    again = desk.ask(PlayAgain(ended.run, ended.revision))
    assert (again.definition, again.decision) == ("hash-desk-2", "d1-new")


def test_a_run_whose_edition_is_lost_begins_anew(desk: Town) -> None:
    first = opened(desk)
    course = new_edition()
    desk.publish(replace(course, editions={}))
    assert chosen(desk, first, "ask") == o.RunGone()
    assert opened(desk).definition == "hash-desk-2"


def test_a_scenario_that_left_the_course_can_be_finished_but_not_begun(desk: Town) -> None:
    first = opened(desk)
    course = small()
    (module,) = course.course.modules
    journey = replace(course.course, modules=(replace(module, subunits=module.subunits[1:]),))
    desk.publish(
        Curriculum(
            journey, course.lessons, {ROAD.id: ROAD}, {ROAD.id: "hash-road"}, {"hash-desk": DESK}
        )
    )
    assert opened(desk) == o.RunGone()
    second = onward(desk, chosen(desk, first, "ask"), 2)
    ended = onward(desk, chosen(desk, second, "ask"), 2)
    assert ended.ending == "good"
    assert desk.ask(PlayAgain(ended.run, ended.revision)) == o.RunGone()


def test_the_order_of_choices_is_fixed_per_run_and_differs_between_runs(desk: Town) -> None:
    orders = set()
    for _ in range(12):
        shown = opened(desk)
        assert opened(desk).choices == shown.choices
        orders.add(shown.choices)
        played(desk, "ask", "ask")
    assert orders == {("ask", "wait"), ("wait", "ask")}
