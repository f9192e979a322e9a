"""The tick and what it brings: one row, one lesson, judged again at the moment of sending."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from learning.account.asks import Arrive, ShowHelp, ShowSettings
from learning.account.model import EVERY_DAY, Offer
from learning.ask import CLOCK
from learning.course.curriculum import Curriculum
from learning.course.model import Course
from learning.lessons.asks import NextLesson, RepeatLesson, TurnOn
from learning.lessons.outcomes import CardShown, CourseDone
from learning.progress.asks import ShowProgress
from learning.pushes.asks import NoteUnreachable, PreparePush, WakeLearners
from learning.pushes.model import PushKind, SkipReason
from learning.pushes.outcomes import (
    LessonOffered,
    LessonReminded,
    NotWanted,
    RefresherOffered,
    Woken,
)
from learning.scenarios.asks import OpenScenario
from tests.curricula import small
from tests.unit.town import ANNA, BLAS, DAY, EGALEO, MONDAY, Town, now_done


def without(curriculum: Curriculum, *ids: str) -> Curriculum:
    """The course after the author took lessons out."""
    course: Course = curriculum.course
    modules = tuple(
        replace(
            module,
            subunits=tuple(
                replace(subunit, lessons=tuple(id for id in subunit.lessons if id not in ids))
                for subunit in module.subunits
            ),
        )
        for module in course.modules
    )
    lessons = {id: lesson for id, lesson in curriculum.lessons.items() if id not in ids}
    return Curriculum(
        replace(course, modules=modules), lessons, curriculum.scenarios, curriculum.hashes
    )


def only_first_subunit() -> Curriculum:
    """The course before its author wrote the second subunit."""
    whole = small()
    (module,) = whole.course.modules
    begun = replace(whole.course, modules=(replace(module, subunits=module.subunits[:1]),))
    lessons = {id: whole.lessons[id] for id in ("first-words", "all-kinds")}
    scenarios = {"at-the-desk": whole.scenarios["at-the-desk"]}
    return Curriculum(begun, lessons, scenarios, {"at-the-desk": "hash-desk"})


# waking


def test_a_tick_with_nothing_due_does_nothing(town: Town) -> None:
    town.begin()
    before = vars(town.state)
    assert town.wake() == Woken(0, None)
    assert vars(town.state) == before


def test_a_tick_twice_writes_one_row(town: Town) -> None:
    town.begin()
    town.go_to(1)
    due = town.enrolment()
    assert town.wake() == Woken(1, town.now)
    town.state.enrolments[due.person_id] = due  # as if the first tick had died before its commit
    assert town.wake() == Woken(1, town.now)
    (push,) = town.ledger()
    assert (push.kind, push.due_at) == (PushKind.DAILY, town.now)


def test_after_the_tick_the_next_instant_is_another_day(town: Town) -> None:
    town.begin()
    town.go_to(1, time(9, 2))
    town.wake()
    assert town.enrolment().next_due_at == MONDAY + 2 * DAY
    assert town.wake().learners == 0


def test_after_ten_days_of_downtime_one_push_comes(town: Town) -> None:
    town.finish(town.begin())
    town.go_to(11, time(11))
    assert town.wake() == Woken(1, MONDAY + DAY)
    assert town.wake().learners == 0
    assert len(town.ledger()) == 1
    assert town.prepare() == LessonOffered("all-kinds", 1)


def test_the_longest_due_come_first_and_the_rest_next(town: Town) -> None:
    for who in (ANNA, BLAS):
        town.begin(who)
    town.arrange(ANNA, next_due_at=town.now - DAY)
    town.arrange(BLAS, next_due_at=town.now - 2 * DAY)
    woken = [now_done(town.core.perform(WakeLearners(1), CLOCK, town.now)) for _ in range(3)]
    assert woken == [Woken(1, town.now - 2 * DAY), Woken(1, town.now - DAY), Woken(0, None)]
    rows = [push.person_id for push in town.ledger()]
    assert rows == [town.person(BLAS).id, town.person(ANNA).id]


def test_who_cannot_be_reached_is_not_woken(town: Town) -> None:
    town.begin()
    now_done(town.core.perform(NoteUnreachable(ANNA), CLOCK, town.now))
    assert town.live(30) == []


def test_before_start_nothing_comes(town: Town) -> None:
    town.arrive()
    assert town.live(10) == []


# preparing


def offered_on(town: Town, day: int) -> Any:
    town.go_to(day)
    town.wake()
    return town.prepare()


def test_a_send_that_is_tried_again_says_the_same(town: Town) -> None:
    town.finish(town.begin())
    first = offered_on(town, 1)
    before = town.enrolment()
    town.now += timedelta(minutes=5)
    assert town.prepare() == first == LessonOffered("all-kinds", 0)
    assert replace(town.enrolment(), revision=before.revision) == before
    reminded = offered_on(town, 2)
    before = town.enrolment()
    assert town.prepare() == reminded == LessonReminded("all-kinds")
    assert replace(town.enrolment(), revision=before.revision) == before


def test_an_open_lesson_is_reminded_of_ever_more_rarely_and_then_no_more(town: Town) -> None:
    town.begin()
    assert town.live(60) == [(day, LessonReminded("first-words")) for day in (1, 7, 14, 21)]


@pytest.mark.parametrize(
    "ask", [ShowHelp(), ShowSettings(), ShowProgress(), NextLesson(), Arrive(None, None)]
)
def test_any_activity_ends_the_silence(town: Town, ask: Any) -> None:
    town.begin()
    town.live(60)
    town.ask(ask)
    assert [day for day, _ in town.live(40)] == [63, 70, 77, 84]


def test_taking_up_a_lesson_again_begins_the_reminders_anew(town: Town) -> None:
    town.begin()
    assert [day for day, _ in town.live(7)] == [1, 7]
    town.ask(NextLesson())
    assert [day for day, _ in town.live(7)] == [8, 14]


def test_a_reminder_does_not_come_while_the_lesson_is_read(town: Town) -> None:
    """Left open yesterday, gone on with ten minutes before the hour."""
    town.begin()
    town.go_to(1, time(8, 50))
    town.ask(NextLesson())
    town.go_to(1)
    assert town.wake().learners == 0


def test_finishing_ends_the_reminders_and_the_next_lesson_comes_the_next_day(town: Town) -> None:
    town.finish(town.begin())
    assert town.enrolment().offer is None
    assert town.live(2) == [(1, LessonOffered("all-kinds", 0)), (2, LessonReminded("all-kinds"))]


def test_who_learns_before_the_hour_hears_no_more_that_day(town: Town) -> None:
    town.finish(town.begin())
    town.go_to(1, time(8))
    town.finish_next()
    assert town.live(2) == [(2, LessonOffered("at-the-desk", 0))]


def test_a_lesson_finished_while_its_push_was_waiting_is_not_sent(town: Town) -> None:
    town.finish(town.begin())
    town.go_to(1)
    town.wake()
    town.finish_next()
    assert town.prepare() == NotWanted(SkipReason.ALREADY_LEARNED)
    assert town.enrolment().next_due_at == MONDAY + 2 * DAY


@pytest.mark.parametrize(("at", "sent"), [(time(6, 30), False), (time(7, 0), True)])
def test_a_late_lesson_keeps_to_the_hours(town: Town, at: time, sent: bool) -> None:
    """The bot was down at nine and comes back the next day."""
    town.finish(town.begin())
    town.go_to(2, at)
    assert town.wake().learners == 1
    outcome = town.prepare()
    assert outcome == (
        LessonOffered("all-kinds", 0) if sent else NotWanted(SkipReason.OUT_OF_HOURS)
    )
    if not sent:
        assert town.enrolment().next_due_at == MONDAY + 2 * DAY, "nothing is dropped"


def test_who_chose_the_closing_hour_gets_their_lessons(town: Town) -> None:
    town.arrive(code=town.code(town.organisation(EGALEO)))
    town.finish(town.begin())
    town.arrange(lesson_time=time(20), next_due_at=MONDAY + timedelta(days=1, hours=11))
    town.go_to(1, time(20, 0, 40))
    assert town.wake().learners == 1
    assert town.prepare() == LessonOffered("all-kinds", 0)


def test_a_holiday_announced_after_the_row_was_written_holds_the_push(town: Town) -> None:
    egaleo = town.organisation()
    town.arrive(code=town.code(egaleo))
    town.finish(town.begin())
    town.go_to(1)
    town.wake()
    now_done(town.database.organisations.set_days_off(egaleo.id, [date(2026, 11, 24)]))
    assert town.prepare() == NotWanted(SkipReason.OUT_OF_HOURS)
    due = town.enrolment().next_due_at
    assert due is not None
    assert due.date() == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("telegram_id", "reason"), [(999, SkipReason.GONE), (BLAS, SkipReason.GONE)]
)
def test_a_push_to_somebody_who_is_gone_or_never_began_is_skipped(
    town: Town, telegram_id: int, reason: SkipReason
) -> None:
    town.arrive(BLAS)
    assert town.prepare(telegram_id) == NotWanted(reason)


def test_a_push_to_somebody_who_blocked_the_bot_is_skipped(town: Town) -> None:
    town.begin()
    now_done(town.core.perform(NoteUnreachable(ANNA), CLOCK, town.now))
    assert town.prepare() == NotWanted(SkipReason.UNREACHABLE)


def test_questions_are_announced_before_a_lesson_and_before_a_scenario(town: Town) -> None:
    town.finish(town.begin(), right=False)
    town.go_to(1)
    town.finish_next(right=False)
    assert offered_on(town, 2) == LessonOffered("at-the-desk", 3)
    practised = town.finish(town.ask(NextLesson()))
    assert (practised.answered, practised.scenario) == (3, "at-the-desk")
    town.finish(town.ask(OpenScenario("at-the-desk")))
    assert offered_on(town, 3) == LessonOffered("on-the-way", 3)
    asked = town.ask(NextLesson())
    assert (asked.recall, asked.of) == (True, 4)


# after the course


def test_after_the_course_refreshers_come_monthly(town: Town) -> None:
    town.finish_course()
    assert town.live(29) == []
    days = [day for day, _ in town.live(100)]
    assert [outcome for _, outcome in town.live(31)] == [RefresherOffered(8)]
    assert all(30 <= later - day <= 33 for day, later in zip([0, *days], days, strict=False))


def test_without_due_questions_no_refresher_comes(town: Town) -> None:
    town.finish_course()
    town.go_to(30)
    for key, review in town.state.reviews.items():
        town.state.reviews[key] = replace(review, due_at=town.now + 60 * DAY)
    assert offered_on(town, 30) == NotWanted(SkipReason.NOTHING_TO_SEND)
    due = town.enrolment().next_due_at
    assert due is not None
    assert due >= MONDAY + 60 * DAY


def test_a_course_that_became_longer_goes_on_day_by_day() -> None:
    town = Town(only_first_subunit())
    town.finish_course()
    assert type(town.ask(NextLesson())) is CourseDone
    town.publish(small())
    assert offered_on(town, 30) == LessonOffered("on-the-way", 3)
    assert town.enrolment().finished_at is None
    assert [day for day, _ in town.live(5)] == [31]
    town.finish_next()
    assert [type(outcome) for _, outcome in town.live(4)] == [LessonOffered, LessonReminded]


def test_a_longer_course_can_be_gone_on_with_at_once() -> None:
    town = Town(only_first_subunit())
    town.finish_course()
    town.publish(small())
    town.go_to(1)
    town.finish_next()
    assert town.live(1) == [(2, LessonOffered("on-the-road", 0))]


def test_who_has_nothing_left_because_the_course_became_shorter_is_finished() -> None:
    town = Town()
    town.finish(town.begin())
    first = {"first-words": small().lessons["first-words"]}
    town.publish(Curriculum(replace(small().course, modules=()), first, {}, {}))
    assert offered_on(town, 1) == NotWanted(SkipReason.NOTHING_TO_SEND)
    assert town.enrolment().finished_at == town.now
    assert len(town.live(90)) <= 3, "monthly, not daily"


def test_an_offered_lesson_that_is_gone_gives_way_to_the_next(town: Town) -> None:
    town.finish(town.begin())
    offered_on(town, 1)
    town.publish(without(small(), "all-kinds"))
    assert offered_on(town, 2) == LessonOffered("at-the-desk", 0)
    assert town.enrolment().offer == Offer("at-the-desk", (MONDAY + 2 * DAY).date())


# a working week


def test_a_week_of_lessons_comes_on_working_days_at_the_hour(town: Town) -> None:
    town.arrive(code=town.code(town.organisation(replace(EGALEO, weekdays=EVERY_DAY))))
    shown: Any = town.begin()
    heard = []
    for day in range(1, 8):
        town.finish(shown)
        for _, outcome in town.live(1):
            heard.append((day, outcome))
            shown = town.finish_next() if isinstance(outcome, LessonOffered) else shown
        shown = None
    contents = [outcome.content for _, outcome in heard]
    assert contents == ["all-kinds", "at-the-desk", "on-the-way", "on-the-road"]
    assert [day for day, _ in heard] == [1, 2, 3, 4]
    assert town.enrolment().finished_at is not None


def test_repeating_a_lesson_does_not_take_the_place_of_todays(town: Town) -> None:
    town.finish(town.begin())
    town.go_to(1, time(8))
    card = town.ask(RepeatLesson())
    assert isinstance(card, CardShown)
    town.ask(TurnOn(card.sitting, card.revision))
    assert town.live(1) == [(1, LessonOffered("all-kinds", 0))]


def test_preparing_belongs_to_the_clock_alone(town: Town) -> None:
    town.begin()
    before = town.enrolment()
    town.ask(PreparePush(ANNA))
    assert town.enrolment() == before
