"""/start, with and without a code."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from learning.account.asks import Arrive, ChooseSetting, ConfirmMove
from learning.account.languages import language_for, zone_for
from learning.account.model import WORKING_DAYS, Organisation, Role
from learning.account.outcomes import (
    CodeProblem,
    Field,
    Moved,
    MoveOffered,
    Welcomed,
    WelcomedAgain,
)
from learning.lessons.asks import BeginCourse
from learning.reader import stranger
from tests.unit.town import ANNA, BLAS, DAY, EGALEO, MONDAY, Town

LEGANES = replace(
    EGALEO,
    name="Leganés",
    country="es",
    zone="Europe/Madrid",
    language="es",
    weekdays=frozenset({1, 3}),
    lesson_hour=time(19, 45),
)


@pytest.mark.parametrize(
    ("asked", "organisation", "language"),
    [
        ("el", None, "el"),
        ("es-419", None, "es"),
        ("pt_BR", "es", "es"),
        ("EN-GB", "el", "en"),
        ("de", "el", "el"),
        ("de", None, "en"),
        ("de", "fr", "en"),
        (None, "es", "es"),
        ("", None, "en"),
        (None, None, "en"),
        ("elvish", None, "en"),
    ],
)
def test_the_language_is_the_persons_then_the_organisations_then_english(
    asked: str | None, organisation: str | None, language: str
) -> None:
    assert language_for(asked, organisation) == language


def test_a_stranger_is_spoken_to_in_their_messengers_language() -> None:
    assert (stranger("es-MX").language, stranger("es-MX").zone) == ("es", "Europe/Madrid")
    assert (stranger(None).language, stranger(None).zone) == ("en", zone_for("en"))


def test_without_a_code_one_learns_the_public_course(town: Town) -> None:
    assert town.arrive(language="es") == Welcomed(None, None)
    person, enrolment = town.person(), town.enrolment()
    assert (person.language, person.zone) == ("es", "Europe/Madrid")
    assert enrolment.weekdays == WORKING_DAYS
    assert time(9) <= enrolment.lesson_time < time(9, 30)
    assert enrolment.begun_at is enrolment.next_due_at is None
    assert town.state.memberships == {}


def test_a_good_code_opens_the_organisation_and_its_defaults(town: Town) -> None:
    leganes = town.organisation(LEGANES)
    code = town.code(leganes, department="Desk", role=Role.MENTOR, channel="poster", uses_left=5)
    assert town.arrive(code=code, language="de") == Welcomed("Leganés", None)
    (membership,) = town.state.memberships.values()
    assert (membership.department, membership.role) == ("Desk", Role.MENTOR)
    assert membership.channel == "poster"
    assert (town.person().language, town.person().zone) == ("es", "Europe/Madrid")
    assert town.enrolment().weekdays == {1, 3}
    assert town.state.codes[code].uses_left == 4


def test_default_hours_are_spread_over_half_an_hour(town: Town) -> None:
    for who in range(60):
        town.arrive(who + 1)
    times = [enrolment.lesson_time for enrolment in town.state.enrolments.values()]
    assert {times.count(time(9, minute)) for minute in range(30)} == {2}


@pytest.mark.parametrize("existing", [False, True])
@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (None, CodeProblem.UNKNOWN),
        ({"revoked": True}, CodeProblem.REVOKED),
        ({"expires_at": MONDAY}, CodeProblem.EXPIRED),
        ({"expires_at": MONDAY + timedelta(seconds=1)}, None),
        ({"uses_left": 0}, CodeProblem.USED_UP),
        ({"uses_left": 1}, None),
        ({"uses_left": None}, None),
    ],
)
def test_a_bad_code_is_named_and_opens_nothing(
    town: Town, fields: dict[str, Any] | None, problem: CodeProblem | None, existing: bool
) -> None:
    egaleo = town.organisation()
    if fields is not None:
        town.code(egaleo, **fields)
    if existing:
        town.arrive()
    outcome = town.arrive(code="open-door")
    joined = None if problem else "Egaleo"
    assert outcome == Welcomed(joined, problem)
    assert len(town.state.memberships) == (problem is None)
    assert town.person(), "one can begin without the organisation"


def test_the_same_code_twice_takes_one_use(town: Town) -> None:
    code = town.code(town.organisation(), uses_left=2)
    assert town.arrive(code=code) == town.arrive(code=code) == Welcomed("Egaleo", None)
    assert town.state.codes[code].uses_left == 1
    assert len(town.state.memberships) == 1


def test_of_two_who_want_the_last_use_one_gets_it(town: Town) -> None:
    code = town.code(town.organisation(), uses_left=1)
    assert town.arrive(ANNA, code) == Welcomed("Egaleo", None)
    assert town.arrive(BLAS, code) == Welcomed(None, CodeProblem.USED_UP)
    assert [m.person_id for m in town.state.memberships.values()] == [town.person(ANNA).id]


def test_who_belongs_already_is_welcome_with_a_used_up_code(town: Town) -> None:
    code = town.code(town.organisation(), uses_left=1)
    town.arrive(code=code)
    assert town.arrive(code=code) == Welcomed("Egaleo", None)


def test_a_code_of_another_organisation_moves_the_membership(town: Town) -> None:
    first = town.code(town.organisation(), "first")
    second = town.code(town.organisation(LEGANES), "second")
    town.arrive(code=first)
    offered = town.arrive(code=second)
    assert isinstance(offered, MoveOffered)
    assert (offered.organisation, offered.to_organisation) == ("Egaleo", "Leganés")
    assert town.organisations_of() == ["Egaleo"], "nothing changes before it is confirmed"
    assert town.ask(ConfirmMove(second)) == Moved("Leganés", None)
    (membership,) = town.state.memberships.values()
    assert membership.organisation.name == "Leganés"
    assert len(town.state.past_memberships) == 1
    assert town.person().zone == "Europe/Madrid", "nothing was chosen yet: the new defaults"
    assert town.person().language == "en", "the language is the person's own"


def test_another_department_takes_another_use(town: Town) -> None:
    egaleo = town.organisation()
    town.arrive(code=town.code(egaleo, "desk", department="Desk"))
    school = town.code(egaleo, "school", department="School", uses_left=3)
    assert isinstance(town.arrive(code=school), MoveOffered)
    assert town.state.codes["school"].uses_left == 3, "nothing is used up before"
    town.ask(ConfirmMove(school))
    assert town.state.codes["school"].uses_left == 2
    assert [m.department for m in town.state.memberships.values()] == ["School"]


def test_who_has_begun_keeps_progress_zone_and_wishes_when_they_move(town: Town) -> None:
    town.finish(town.begin())
    town.ask(ChooseSetting(Field.ZONE, "Europe/Athens"))
    outcome = town.arrive(code=town.code(town.organisation(LEGANES)))
    assert outcome == WelcomedAgain("Leganés", None, paused=False)
    assert town.person().zone == "Europe/Athens"
    assert town.enrolment().begun_at is not None
    assert town.enrolment().weekdays == {1, 3}, "what the new organisation allows"
    due = town.enrolment().next_due_at
    assert due is not None
    assert due.weekday() in (1, 3)
    assert len(town.state.completions) == 1


@pytest.mark.parametrize("weekdays", [{5, 6}, {0}])
def test_lessons_come_also_when_no_wish_fits_the_new_organisation(
    town: Town, weekdays: set[int]
) -> None:
    town.begin()
    town.arrange(weekdays=frozenset(weekdays))
    town.arrive(code=town.code(town.organisation(LEGANES)))
    assert town.enrolment().weekdays == {1, 3}


def test_start_again_says_what_is_the_case(town: Town) -> None:
    town.begin()
    assert town.arrive() == WelcomedAgain(None, None, paused=False)
    assert town.arrive(code="typo") == WelcomedAgain(None, CodeProblem.UNKNOWN, paused=False)


@pytest.mark.parametrize("hour", [time(5), time(20), time(23, 45)])
def test_a_default_hour_is_one_at_which_lessons_come(town: Town, hour: time) -> None:
    early: Organisation = replace(EGALEO, lesson_hour=hour)
    town.arrive(code=town.code(town.organisation(early)))
    town.ask(BeginCourse())
    town.arrange(offer=None, last_day=None)
    town.go_to(1, time(0))
    town.ask(ChooseSetting(Field.ZONE, "Europe/Athens"))
    assert [day for day, _ in town.live(1)] == [1]


def test_arriving_twice_at_once_makes_one_person(town: Town) -> None:
    town.ask(Arrive(None, "el"))
    town.now += DAY
    town.ask(Arrive(None, "es"))
    assert len(town.state.persons) == len(town.state.enrolments) == 1
    assert town.person().language == "el"


def test_before_the_start_a_code_leaves_what_was_chosen(town: Town) -> None:
    town.arrive(language="es")
    town.ask(ChooseSetting(Field.HOUR, "1730"))
    town.ask(ChooseSetting(Field.SECTOR, "education"))
    town.ask(ChooseSetting(Field.WEEKDAYS, "4"))
    town.ask(ChooseSetting(Field.ZONE, "Atlantic/Canary"))
    town.arrive(code=town.code(town.organisation()))
    chosen = town.enrolment()
    assert (chosen.lesson_time, chosen.sector) == (time(17, 30), "education")
    assert chosen.weekdays == {0, 1, 2, 3}
    assert town.person().zone == "Atlantic/Canary"


def test_before_the_start_what_nobody_chose_follows_the_code(town: Town) -> None:
    late = replace(EGALEO, lesson_hour=time(12), zone="Europe/Madrid", weekdays=frozenset({1, 3}))
    town.arrive(language="el")
    town.arrive(code=town.code(town.organisation(late)))
    enrolment = town.enrolment()
    assert time(12) <= enrolment.lesson_time < time(12, 30)
    assert enrolment.weekdays == {1, 3}
    assert town.person().zone == "Europe/Madrid"
