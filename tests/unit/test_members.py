"""Members: their roles and departments, moving, leaving, being removed; and the audit log."""

from dataclasses import replace
from typing import Any

import pytest

from learning.account import asks as account
from learning.account import outcomes as of_account
from learning.account.model import Role
from learning.ask import Refused, Right
from learning.audit import Deed
from learning.organisations import asks
from learning.organisations import outcomes as o
from tests.unit.town import ANNA, BLAS, EGALEO, Town, now_done

CLEO, OLGA, STRANGER = 1003, 1004, 2001


@pytest.fixture
def town() -> Town:
    """Olga owns Egaleo, Cleo coordinates it, Anna learns there by `anna-code`."""
    made = Town()
    egaleo = made.organisation()
    made.arrive(OLGA, made.code(egaleo, "olga-code", role=Role.OWNER, uses_left=1))
    made.arrive(CLEO, made.code(egaleo, "cleo-code", role=Role.COORDINATOR, uses_left=1))
    made.code(egaleo, "anna-code", department="Registry", uses_left=1)
    made.begin(ANNA)
    made.arrive(ANNA, "anna-code")
    return made


def look(town: Town, code: str = "anna-code", who: int = CLEO) -> Any:
    return town.ask(asks.LookUpCode(code), who)


def roles(town: Town, who: int = ANNA) -> set[Role]:
    person = town.person(who).id
    return {m.role for m in town.state.memberships.values() if m.person_id == person}


def deeds(town: Town) -> list[Deed]:
    return [entry.deed for entry in town.state.audit.values()]


def test_a_code_tells_who_came_by_it_without_a_name(town: Town) -> None:
    shown = look(town)
    assert (shown.state, shown.people, shown.department) == (o.CodeState.USED, 1, "Registry")
    assert shown.person == town.person(ANNA).id
    assert shown.roles == {Role.LEARNER}
    assert look(town, "nobody-made") == o.CodeUnknown()
    assert town.ask(asks.LookUpCode(None), CLEO) == o.CodeAsked()


def test_a_role_is_given_and_withdrawn_at_once(town: Town) -> None:
    shown = look(town)
    given = town.ask(asks.GiveRole(shown.code, shown.standing, Role.COORDINATOR), CLEO)
    assert given.given
    assert roles(town) == {Role.LEARNER, Role.COORDINATOR}
    assert isinstance(town.ask(asks.ShowSheets(), ANNA), o.SheetsShown)
    standing = given.shown.standing
    withdrawn = town.ask(asks.WithdrawRole(shown.code, standing, Role.COORDINATOR), CLEO)
    assert not withdrawn.given
    assert town.ask(asks.ShowSheets(), ANNA) == Refused(Right.COORDINATOR)
    assert deeds(town)[-2:] == [Deed.GAVE_ROLE, Deed.WITHDREW_ROLE]


def test_an_old_button_gives_nothing_back(town: Town) -> None:
    shown = look(town)
    give = asks.GiveRole(shown.code, shown.standing, Role.TRAINER)
    given = town.ask(give, CLEO)
    town.ask(asks.WithdrawRole(shown.code, given.shown.standing, Role.TRAINER), CLEO)
    assert isinstance(town.ask(give, CLEO), o.CodeShown)
    assert roles(town) == {Role.LEARNER}


def test_who_loses_the_only_role_stays_a_learner(town: Town) -> None:
    shown = look(town, "cleo-code", OLGA)
    town.ask(asks.WithdrawRole(shown.code, shown.standing, Role.COORDINATOR), OLGA)
    assert roles(town, CLEO) == {Role.LEARNER}


def test_an_owner_is_made_and_unmade_by_an_owner_alone(town: Town) -> None:
    shown = look(town)
    assert Role.OWNER not in shown.mine
    forged = asks.GiveRole(shown.code, shown.standing, Role.OWNER)
    assert isinstance(town.ask(forged, CLEO), Refused)
    of_olga = look(town, "olga-code")
    assert of_olga.mine == frozenset()
    remove = asks.RemoveMember(of_olga.code, of_olga.standing)
    assert isinstance(town.ask(remove, CLEO), o.CodeShown)
    assert roles(town, OLGA) == {Role.OWNER}
    assert town.ask(forged, OLGA).given


def test_who_is_removed_keeps_what_was_learned(town: Town) -> None:
    town.finish_next(ANNA)
    shown = look(town)
    assert isinstance(town.ask(asks.OfferRemoval(shown.code), CLEO), o.RemovalOffered)
    assert town.ask(asks.RemoveMember(shown.code, shown.standing), CLEO) == o.MemberRemoved()
    assert roles(town) == set()
    assert len(town.state.completions) == 1
    assert town.enrolment(ANNA).next_due_at is not None, "lessons go on, at the public hours"
    again = town.arrive(ANNA, "anna-code")
    assert again == of_account.WelcomedAgain(None, of_account.CodeProblem.REVOKED, paused=False)
    assert isinstance(town.ask(asks.RemoveMember(shown.code, shown.standing), CLEO), o.CodeShown)
    assert deeds(town).count(Deed.REMOVED_MEMBER) == 1


def test_a_new_department_keeps_the_roles(town: Town) -> None:
    shown = look(town)
    given = town.ask(asks.GiveRole(shown.code, shown.standing, Role.MENTOR), CLEO)
    asked = town.ask(asks.OfferDepartments(shown.code), CLEO)
    (known,) = asked.departments
    changed = town.ask(asks.ChangeDepartment(shown.code, given.shown.standing, None), CLEO)
    assert known.name == "Registry"
    assert changed.shown.department is None, "where the person is, not the code"
    assert town.ask(asks.ShowCode(shown.code), CLEO) == changed.shown
    assert roles(town) == {Role.LEARNER, Role.MENTOR}
    assert {m.department for m in town.state.memberships.values()} == {None}


def test_a_code_of_several_people_names_none_of_them(town: Town) -> None:
    egaleo = now_done(town.database.organisations.find("Egaleo"))
    assert egaleo is not None
    for who in (BLAS, STRANGER):
        town.arrive(who, town.code(egaleo, "many") if who == BLAS else "many")
    shown = look(town, "many")
    assert (shown.people, shown.person, shown.mine) == (2, None, frozenset())
    assert isinstance(town.ask(asks.RemoveMember(shown.code, 0), CLEO), o.CodeShown)
    assert town.organisations_of(BLAS) == ["Egaleo"]


def test_an_unused_code_is_revoked_alone(town: Town) -> None:
    egaleo = now_done(town.database.organisations.find("Egaleo"))
    assert egaleo is not None
    town.code(egaleo, "spare", uses_left=1)
    shown = look(town, "spare")
    assert town.ask(asks.RevokeCode(shown.code), CLEO).state is o.CodeState.REVOKED
    assert town.arrive(BLAS, "spare") == of_account.Welcomed(None, of_account.CodeProblem.REVOKED)


def test_a_role_code_of_ones_own_organisation_adds_the_role(town: Town) -> None:
    egaleo = now_done(town.database.organisations.find("Egaleo"))
    assert egaleo is not None
    town.code(egaleo, "trainer", role=Role.TRAINER, uses_left=1)
    town.arrive(ANNA, "trainer")
    assert roles(town) == {Role.LEARNER, Role.TRAINER}
    departments = {m.department for m in town.state.memberships.values() if m.code}
    assert departments == {None, "Registry"}, "the new role stands where the person works"


def test_a_move_within_the_organisation_takes_the_roles_along(town: Town) -> None:
    egaleo = now_done(town.database.organisations.find("Egaleo"))
    assert egaleo is not None
    shown = look(town)
    town.ask(asks.GiveRole(shown.code, shown.standing, Role.MENTOR), CLEO)
    town.code(egaleo, "care", department="Care", uses_left=1)
    assert isinstance(town.arrive(ANNA, "care"), of_account.MoveOffered)
    assert town.ask(account.ConfirmMove("care"), ANNA) == of_account.Moved("Egaleo", "Care")
    assert roles(town) == {Role.LEARNER, Role.MENTOR}


def test_a_move_elsewhere_ends_every_role(town: Town) -> None:
    leganes = town.organisation(replace(EGALEO, name="Leganés"))
    town.code(leganes, "there", uses_left=1)
    assert isinstance(town.arrive(CLEO, "there"), of_account.MoveOffered)
    for _ in range(2):
        moved = town.ask(account.ConfirmMove("there"), CLEO)
        assert moved == of_account.Moved("Leganés", None)
    assert roles(town, CLEO) == {Role.LEARNER}
    assert town.ask(asks.ShowSheets(), CLEO) == Refused(Right.COORDINATOR)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"revoked": True}, of_account.CodeProblem.REVOKED),
        ({"uses_left": 0}, of_account.CodeProblem.USED_UP),
    ],
)
def test_a_move_is_judged_when_it_is_confirmed(
    town: Town, fields: dict[str, Any], problem: of_account.CodeProblem
) -> None:
    leganes = town.organisation(replace(EGALEO, name="Leganés"))
    town.code(leganes, "there", **fields)
    refused = of_account.MoveRefused(problem)
    assert town.ask(account.ConfirmMove("there"), ANNA) == refused
    assert town.organisations_of(ANNA) == ["Egaleo"]


def test_leaving_is_confirmed_and_keeps_what_was_learned(town: Town) -> None:
    town.finish_next(ANNA)
    offered = town.ask(account.OfferLeave(), ANNA)
    leave = account.Leave(offered.standing)
    assert town.ask(leave, ANNA) == of_account.Left("Egaleo")
    assert town.ask(leave, ANNA) == of_account.NothingToLeave()
    assert roles(town) == set()
    assert len(town.state.completions) == 1


def test_an_old_goodbye_is_asked_again(town: Town) -> None:
    offered = town.ask(account.OfferLeave(), ANNA)
    shown = look(town)
    town.ask(asks.GiveRole(shown.code, shown.standing, Role.MENTOR), CLEO)
    again = town.ask(account.Leave(offered.standing), ANNA)
    assert isinstance(again, of_account.LeaveOffered)
    assert again.roles == {Role.LEARNER, Role.MENTOR}


def code_to_move(town: Town, who: int = ANNA) -> str:
    begun = town.ask(account.OfferPhoneMove(), who)
    return town.state.phone_moves[begun.person].code


def test_a_person_goes_on_under_a_new_account(town: Town) -> None:
    town.finish_next(ANNA)
    person, code = town.person(ANNA), code_to_move(town)
    assert town.arrive(STRANGER, code) == of_account.PhoneMoveOffered(person.id)
    assert [p.telegram_id for p in town.state.persons.values()].count(STRANGER) == 0
    assert town.ask(account.MovePhone(code), STRANGER) == of_account.PhoneMoved()
    assert town.person(STRANGER) == replace(person, telegram_id=STRANGER)
    assert ANNA not in [p.telegram_id for p in town.state.persons.values()]
    assert town.ask(account.ShowSettings(), ANNA) == Refused(Right.PERSON)
    gone = of_account.PhoneMoveRefused(of_account.PhoneMoveProblem.GONE)
    assert town.ask(account.MovePhone(code), BLAS) == gone, "it works once"
    assert deeds(town)[-1] is Deed.CHANGED_PHONE


def test_a_newcomer_who_only_pressed_start_becomes_the_old_person(town: Town) -> None:
    before = len(town.state.persons)
    town.arrive(STRANGER)
    code = code_to_move(town)
    town.ask(account.MovePhone(code), STRANGER)
    assert len(town.state.persons) == before
    assert roles(town, STRANGER) == {Role.LEARNER}


@pytest.mark.parametrize("who", [BLAS, CLEO])
def test_two_ways_through_the_course_do_not_become_one(town: Town, who: int) -> None:
    if who == BLAS:
        town.begin(BLAS)
    code = code_to_move(town)
    refused = of_account.PhoneMoveRefused(of_account.PhoneMoveProblem.OWN_PROGRESS)
    assert town.arrive(who, code) == refused
    assert town.ask(account.MovePhone(code), who) == refused
    assert town.person(ANNA).telegram_id == ANNA


def test_the_code_to_move_is_not_for_the_old_phone_and_not_for_ever(town: Town) -> None:
    same = of_account.PhoneMoveRefused(of_account.PhoneMoveProblem.SAME_PHONE)
    gone = of_account.PhoneMoveRefused(of_account.PhoneMoveProblem.GONE)
    first = code_to_move(town)
    assert town.arrive(ANNA, first) == same
    second = code_to_move(town)
    assert town.arrive(STRANGER, first) == gone, "a new code replaces the old"
    town.go_to(days=1)
    assert town.ask(account.MovePhone(second), STRANGER) == gone
    assert town.arrive(STRANGER, "mv_forged") == gone


def test_the_owner_reads_who_did_what_to_whom(town: Town) -> None:
    for _ in range(4):
        for kind in (asks.GiveRole, asks.WithdrawRole):
            shown = look(town)
            town.ask(kind(shown.code, shown.standing, Role.MENTOR), CLEO)
    page = town.ask(asks.ShowAudit(), OLGA)
    newest = page.entries[0]
    assert newest.deed is Deed.WITHDREW_ROLE
    assert (newest.by, newest.about) == (town.person(CLEO).id, town.person(ANNA).id)
    assert newest.role is Role.MENTOR
    rest = town.ask(asks.ShowAudit(page.older), OLGA)
    assert [len(page.entries), len(rest.entries), rest.older] == [10, 1, None]
    assert town.ask(asks.ShowAudit(), CLEO) == Refused(Right.OWNER)


def test_a_foreign_thing_is_refused_and_heard_of(town: Town) -> None:
    heard: list[tuple[type, Right]] = []
    town.core._on_refused = lambda ask, right: heard.append((ask, right))
    leganes = town.organisation(replace(EGALEO, name="Leganés"))
    town.arrive(BLAS, town.code(leganes, "blas", role=Role.COORDINATOR))
    shown = look(town)
    for ask in (asks.RevokeCode(shown.code), asks.RemoveMember(shown.code, shown.standing)):
        assert isinstance(town.ask(ask, BLAS), Refused)
    assert [ask for ask, _ in heard] == [asks.RevokeCode, asks.RemoveMember]
    assert look(town, "anna-code", BLAS) == o.CodeUnknown()
    assert roles(town) == {Role.LEARNER}
