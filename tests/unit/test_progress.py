"""/progress in numbers."""

from dataclasses import replace
from datetime import time, timedelta

from learning.account.asks import ChooseSetting, Leave, Pause
from learning.account.model import PauseScope
from learning.account.outcomes import Field
from learning.lessons.asks import BeginCourse, RepeatLesson, ReviewNow
from learning.progress.asks import ShowProgress
from learning.progress.outcomes import ModuleProgress, ProgressShown, SubunitProgress
from tests.unit.town import ANNA, BLAS, DAY, EGALEO, MONDAY, Town


def subunits(
    words: tuple[int, bool] = (0, False), journey: tuple[int, bool] = (0, False)
) -> tuple[ModuleProgress, ...]:
    return (
        ModuleProgress(
            "m1",
            (
                SubunitProgress("words", words[0], 2, words[1]),
                SubunitProgress("journey", journey[0], 1, journey[1]),
            ),
        ),
    )


def test_before_the_first_lesson_everything_is_nought(town: Town) -> None:
    town.arrive()
    assert town.ask(ShowProgress()) == ProgressShown(
        modules=subunits(),
        days_learned=0,
        streak=0,
        questions=0,
        strength=None,
        due_today=0,
        next_at=None,
        finished=False,
    )


def test_lessons_and_scenarios_count_once(town: Town) -> None:
    town.finish(town.begin())
    assert town.ask(ShowProgress()).modules == subunits((1, False))
    town.finish(town.ask(RepeatLesson()))
    assert town.ask(ShowProgress()).modules == subunits((1, False))
    town.finish_next()
    town.finish_next()
    assert town.ask(ShowProgress()).modules == subunits((2, True))
    town.finish_next()
    town.finish_next()
    progress = town.ask(ShowProgress())
    assert progress.modules == subunits((2, True), (1, True))
    assert (progress.finished, progress.questions, progress.streak) == (True, 8, 1)


def test_days_and_streak_follow_the_calendar(town: Town) -> None:
    town.finish(town.begin())
    seen = []
    for day in (1, 4, 7):  # Tuesday, Friday, Monday
        town.go_to(day)
        town.finish(town.ask(RepeatLesson()))
        progress = town.ask(ShowProgress())
        seen.append((progress.days_learned, progress.streak))
    assert seen == [(2, 2), (3, 1), (4, 2)]


def test_a_pause_keeps_the_streak(town: Town) -> None:
    town.finish(town.begin())
    town.go_to(1)
    town.ask(Pause(PauseScope.LESSONS, 14))
    town.go_to(15)
    assert town.ask(ShowProgress()).streak == 1


def test_giving_an_answer_makes_a_day_of_learning(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.go_to(1)
    assert town.ask(ShowProgress()).days_learned == 1
    town.finish(town.ask(ReviewNow()))
    assert town.ask(ShowProgress()).days_learned == 2


def test_strength_fades_and_what_is_due_grows(town: Town) -> None:
    town.finish(town.begin(), right=False)
    now = town.ask(ShowProgress())
    assert 0 < now.strength < 1
    assert now.due_today == 0
    town.now += 1 * DAY
    later = town.ask(ShowProgress())
    assert 0 < later.strength < 1
    assert later.due_today == 1
    town.now += 300 * DAY
    assert town.ask(ShowProgress()).strength < later.strength


def test_a_wrong_answer_does_not_count_as_remembered(town: Town) -> None:
    for who, right in ((ANNA, True), (BLAS, False)):
        town.finish(town.begin(who), right=right, who=who)
    knows, does_not = (town.ask(ShowProgress(), who).strength for who in (ANNA, BLAS))
    assert does_not < 0.7 < 0.8 < knows


def test_what_is_due_later_today_is_due_today(town: Town) -> None:
    town.now += timedelta(hours=9)
    town.finish(town.begin(), right=False)
    town.go_to(1)
    assert town.ask(ShowProgress()).due_today == 1


def test_the_next_lesson_is_told(town: Town) -> None:
    town.finish(town.begin())
    assert town.ask(ShowProgress()).next_at == MONDAY + DAY
    town.ask(Pause(PauseScope.LESSONS, None))
    assert town.ask(ShowProgress()).next_at is None


def test_looking_at_progress_changes_nothing(town: Town) -> None:
    town.finish(town.begin())
    before = vars(town.state)
    shown = town.ask(ShowProgress())
    assert replace(shown) == town.ask(ShowProgress())
    assert vars(town.state) == before


def test_a_day_that_was_no_lesson_day_never_breaks_a_streak(town: Town) -> None:
    """Whatever is chosen later: weekends stay weekends for the weeks before."""
    town.go_to(2)
    town.finish(town.begin())
    for day in (3, 4, 7):
        town.go_to(day)
        town.finish_next()
    assert town.ask(ShowProgress()).streak == 4
    for weekend in "56":
        town.ask(ChooseSetting(Field.WEEKDAYS, weekend))
    assert town.ask(ShowProgress()).streak == 4
    town.go_to(10)
    for weekday in "0123":
        town.ask(ChooseSetting(Field.WEEKDAYS, weekday))
    assert town.ask(ShowProgress()).streak == 0, "Tuesday was missed, and stays missed"


def test_leaving_an_organisation_does_not_take_its_holidays_from_the_past(town: Town) -> None:
    tuesday = (MONDAY + DAY).date()
    office = town.organisation(replace(EGALEO, own_days_off=frozenset({tuesday})))
    town.arrive(code=town.code(office))
    town.arrange(lesson_time=time(9))
    town.finish(town.ask(BeginCourse()))
    town.go_to(2)
    town.finish_next()
    assert town.ask(ShowProgress()).streak == 2
    town.ask(Leave(town.enrolment().standing))
    assert town.organisations_of() == []
    assert town.ask(ShowProgress()).streak == 2
