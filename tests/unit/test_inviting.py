"""Sheets of codes: made step by step, kept, revoked; rosters; and what each code then opens."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from unicodedata import normalize

import pytest

from learning.account.asks import Arrive, ConfirmMove
from learning.account.model import CodeKind, EnrolmentCode, Role
from learning.account.outcomes import CodeProblem, MoveRefused, Welcomed
from learning.ask import Refused, Right
from learning.audit import Deed
from learning.organisations import asks
from learning.organisations import outcomes as o
from learning.organisations.inviting import MOST_DAYS
from learning.organisations.model import MOST_CODES
from learning.organisations.outcomes import Used
from learning.talk.asks import SayInWords
from learning.talk.outcomes import NotUnderstood
from tests.unit.town import ANNA, BLAS, EGALEO, Town

CLEO, DORA, PASSER = 1003, 1004, 1005


@pytest.fixture
def town() -> Town:
    """Cleo coordinates Egaleo."""
    made = Town()
    egaleo = made.organisation()
    made.arrive(CLEO, made.code(egaleo, "cleo-code", role=Role.COORDINATOR, uses_left=1))
    return made


def codes_of(town: Town, sheet: int) -> list[EnrolmentCode]:
    return [code for code in town.state.codes.values() if code.sheet == sheet]


def made(town: Town, number: int = 3, days: int = 90, who: int = CLEO) -> list[str]:
    """The codes of a new sheet for the department Registry."""
    sheet = town.ask(asks.Invite(), who).sheet
    town.ask(SayInWords("Registry"), who)
    asked = town.ask(asks.ChooseNumber(sheet, number), who)
    ready = town.ask(asks.MakeSheet(sheet, asked.revision, days), who)
    assert ready == o.SheetReady(sheet)
    return [code.code for code in codes_of(town, sheet)]


def deeds(town: Town) -> list[Deed]:
    return [entry.deed for entry in town.state.audit.values()]


def test_a_sheet_is_made_in_three_steps(town: Town) -> None:
    asked = town.ask(asks.Invite(), CLEO)
    assert asked == o.DepartmentAsked(asked.sheet, "Egaleo", ())
    assert town.ask(SayInWords("  Civil \n Registry "), CLEO) == o.NumberAsked(
        asked.sheet, "Civil Registry"
    )
    days = town.ask(SayInWords("25"), CLEO)
    assert (days.number, days.department) == (25, "Civil Registry")
    assert codes_of(town, asked.sheet) == [], "nothing is there before the last step"
    assert town.ask(asks.MakeSheet(asked.sheet, days.revision, 30), CLEO) == o.SheetReady(
        asked.sheet
    )
    codes = codes_of(town, asked.sheet)
    assert len({code.code for code in codes}) == 25
    assert {(code.uses_left, code.department, code.role) for code in codes} == {
        (1, "Civil Registry", Role.LEARNER)
    }
    assert {code.expires_at for code in codes} == {town.now + timedelta(days=30)}
    assert deeds(town)[-1] is Deed.MADE_SHEET
    assert town.ask(SayInWords("25"), CLEO) == NotUnderstood((), 1, None)


def test_departments_in_use_are_offered(town: Town) -> None:
    made(town)
    asked = town.ask(asks.Invite(), CLEO)
    assert [each.name for each in asked.departments] == ["Registry"]
    (known,) = asked.departments
    number = town.ask(asks.ChooseDepartment(asked.sheet, known.id), CLEO)
    assert number == o.NumberAsked(asked.sheet, "Registry")
    whole = town.ask(asks.ChooseDepartment(asked.sheet, None), CLEO)
    assert whole == o.NumberAsked(asked.sheet, None)


@pytest.mark.parametrize("text", ["0", str(MOST_CODES + 1), "9999", "many", "²", "1e3", "-5"])
def test_a_number_that_may_not_be_is_asked_again(town: Town, text: str) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    town.ask(SayInWords("Registry"), CLEO)
    asked = town.ask(asks.AnswerInvitation(sheet, text), CLEO)
    assert asked == o.NumberAsked(sheet, "Registry", unreadable=True)


@pytest.mark.parametrize("days", [0, MOST_DAYS + 1])
def test_a_sheet_is_valid_for_a_year_at_most(town: Town, days: int) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    asked = town.ask(asks.ChooseNumber(sheet, 5), CLEO)
    assert town.ask(asks.MakeSheet(sheet, asked.revision, days), CLEO) == asked
    assert codes_of(town, sheet) == []


def test_a_second_press_makes_no_second_sheet(town: Town) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    asked = town.ask(asks.ChooseNumber(sheet, 5), CLEO)
    for _ in range(3):
        outcome = town.ask(asks.MakeSheet(sheet, asked.revision, 30), CLEO)
    assert isinstance(outcome, o.SheetShown)
    assert len(codes_of(town, sheet)) == 5
    assert isinstance(town.ask(asks.ChooseNumber(sheet, 100), CLEO), o.SheetShown)


def test_an_old_button_shows_what_is_chosen_now(town: Town) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    old = town.ask(asks.ChooseNumber(sheet, 5), CLEO)
    new = town.ask(asks.ChooseRole(sheet, Role.TRAINER), CLEO)
    assert town.ask(asks.MakeSheet(sheet, old.revision, 30), CLEO) == new
    assert codes_of(town, sheet) == []


def test_who_coordinates_nothing_invites_nobody(town: Town) -> None:
    town.arrive(ANNA)
    sheet = town.ask(asks.Invite(), CLEO).sheet
    refused = Refused(Right.COORDINATOR)
    assert town.ask(asks.Invite(), ANNA) == refused
    assert town.ask(asks.ChooseNumber(sheet, 10), ANNA) == refused
    assert town.ask(asks.Invite(), PASSER) == refused


def test_each_code_admits_one_person(town: Town) -> None:
    first, *_ = made(town)
    assert town.arrive(ANNA, first) == Welcomed("Egaleo", None)
    assert town.arrive(BLAS, first) == Welcomed(None, CodeProblem.USED_UP)
    (facts,) = town.ask(asks.ShowSheets(), CLEO).sheets
    assert (facts.codes, facts.used, facts.people) == (3, Used(0, 3), None)


def test_a_revoked_sheet_opens_nothing_and_keeps_who_came(town: Town) -> None:
    first, second, _ = made(town)
    town.arrive(ANNA, first)
    (facts,) = town.ask(asks.ShowSheets(), CLEO).sheets
    assert isinstance(town.ask(asks.OfferSheetRevocation(facts.id), CLEO), o.SheetRevocationOffered)
    for _ in range(2):
        assert town.ask(asks.RevokeSheet(facts.id), CLEO).facts.revoked
    assert deeds(town).count(Deed.REVOKED_SHEET) == 1
    assert town.arrive(BLAS, second) == Welcomed(None, CodeProblem.REVOKED)
    assert town.organisations_of(ANNA) == ["Egaleo"]
    assert isinstance(town.ask(asks.PrintSheet(facts.id), CLEO), o.SheetShown)


def test_an_expired_code_says_so(town: Town) -> None:
    first, *_ = made(town, days=30)
    town.go_to(days=31)
    assert town.arrive(ANNA, first) == Welcomed(None, CodeProblem.EXPIRED)


def test_a_role_is_invited_with_one_code(town: Town) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    asked = town.ask(asks.ChooseRole(sheet, Role.TRAINER), CLEO)
    town.ask(asks.MakeSheet(sheet, asked.revision, 30), CLEO)
    (code,) = codes_of(town, sheet)
    town.arrive(ANNA, code.code)
    assert {m.role for m in town.state.memberships.values()} >= {Role.TRAINER}


@pytest.mark.parametrize("role", [Role.OWNER, Role.LEARNER])
def test_a_coordinator_invites_no_owner(town: Town, role: Role) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    assert isinstance(town.ask(asks.ChooseRole(sheet, role), CLEO), Refused)


def test_an_open_code_counts_each_person_once_and_admits_nobody(town: Town) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    asked = town.ask(asks.ChooseChannel(sheet, "poster"), CLEO)
    assert (asked.kind, asked.channel) == (CodeKind.OPEN, "poster")
    town.ask(asks.MakeSheet(sheet, asked.revision, 365), CLEO)
    (code,) = codes_of(town, sheet)
    for who in (ANNA, BLAS, ANNA, ANNA):
        assert town.arrive(who, code.code) == Welcomed(None, None)
    (facts,) = town.ask(asks.ShowSheets(), CLEO).sheets
    assert facts.people == 2
    assert town.organisations_of(ANNA) == []
    assert isinstance(town.ask(asks.ChooseChannel(sheet, "x"), CLEO), o.SheetShown)


def test_an_open_code_is_no_way_to_move_either(town: Town) -> None:
    other = town.organisation(replace(EGALEO, name="Leganés"))
    code = town.code(other, "open-poster", kind=CodeKind.OPEN)
    assert town.arrive(CLEO, code) == Welcomed(None, None)
    assert town.ask(ConfirmMove(code), CLEO) == MoveRefused(CodeProblem.UNKNOWN)
    assert town.organisations_of(CLEO) == ["Egaleo"]


def roster(town: Town, content: str, who: int = CLEO) -> Any:
    return town.ask(asks.ReadRoster(content.encode()), who)


def test_a_roster_is_valid_once_it_is_confirmed(town: Town) -> None:
    read = roster(town, "department;code\nRegistry;abcd-0001\nCare;abcd-0002\nCare;cleo-code")
    assert read.codes == 2
    assert {(each.department, each.codes) for each in read.departments} == {
        ("Registry", 1),
        ("Care", 1),
    }
    assert read.problems == (o.RosterLine(4, o.RosterProblem.TAKEN),)
    assert town.arrive(ANNA, "abcd-0001") == Welcomed(None, CodeProblem.UNKNOWN)
    confirm = asks.ConfirmRoster(read.sheet, read.revision)
    assert town.ask(confirm, CLEO) == o.SheetReady(read.sheet)
    assert isinstance(town.ask(confirm, CLEO), o.SheetShown)
    assert town.arrive(ANNA, "abcd-0001") == Welcomed("Egaleo", None)
    (member,) = [m for m in town.state.memberships.values() if m.role is Role.LEARNER]
    assert member.department == "Registry"
    assert deeds(town).count(Deed.IMPORTED_ROSTER) == 1


def test_a_department_is_one_however_it_is_spelled(town: Town) -> None:
    sheet = town.ask(asks.Invite(), CLEO).sheet
    town.ask(SayInWords("ΚΕΠ Κυψέλης"), CLEO)
    days = town.ask(asks.ChooseNumber(sheet, 3), CLEO)
    town.ask(asks.MakeSheet(sheet, days.revision, 90), CLEO)
    read = roster(
        town,
        "Τμήμα;Κωδικός\nΚεπ  κυψέλης;abcd-0001\nΔημοτολόγιο;abcd-0002\nΔΗΜΟΤΟΛΟΓΙΟ;abcd-0003\n"
        + normalize("NFD", "ΚΕΠ Κυψέλης;abcd-0004"),
    )
    assert {(each.department, each.codes) for each in read.departments} == {
        ("ΚΕΠ Κυψέλης", 2),
        ("Δημοτολόγιο", 2),
    }
    town.ask(asks.ConfirmRoster(read.sheet, read.revision), CLEO)
    again = town.ask(asks.Invite(), CLEO)
    assert len(again.departments) == 2
    assert town.ask(SayInWords("δημοτολόγιο"), CLEO).department == "Δημοτολόγιο"


def test_a_roster_that_was_dropped_leaves_nothing(town: Town) -> None:
    read = roster(town, "abcd-0001")
    assert town.ask(asks.DropRoster(read.sheet), CLEO) == o.RosterDropped()
    assert codes_of(town, read.sheet) == []
    confirm = asks.ConfirmRoster(read.sheet, read.revision)
    assert town.ask(confirm, CLEO) == o.RosterDropped()


def test_an_older_preview_confirms_nothing(town: Town) -> None:
    old = roster(town, "abcd-0001")
    new = roster(town, "abcd-0002")
    assert town.ask(asks.ConfirmRoster(old.sheet, old.revision), CLEO) == o.RosterDropped()
    assert isinstance(town.ask(asks.ConfirmRoster(new.sheet, new.revision), CLEO), o.SheetReady)
    assert town.arrive(ANNA, "abcd-0001") == Welcomed(None, CodeProblem.UNKNOWN)
    assert town.arrive(BLAS, "abcd-0002") == Welcomed("Egaleo", None)


def test_a_file_of_codes_that_are_all_taken_is_refused(town: Town) -> None:
    refused = roster(town, "department,code\nx,cleo-code")
    assert refused.problem is o.FileProblem.NOTHING_GOOD
    assert refused.problems == (o.RosterLine(2, o.RosterProblem.TAKEN),)


def test_a_roster_on_its_way_is_no_sheet_to_go_on_with(town: Town) -> None:
    read = roster(town, "abcd-0001")
    for ask in (asks.ChooseNumber(read.sheet, 3), asks.MakeSheet(read.sheet, read.revision, 30)):
        assert isinstance(town.ask(ask, CLEO), Refused)
    assert [code.code for code in codes_of(town, read.sheet)] == ["abcd-0001"]


@pytest.mark.parametrize(("who", "wanted"), [(CLEO, True), (ANNA, False), (PASSER, False)])
def test_only_a_coordinators_file_is_fetched(town: Town, who: int, wanted: bool) -> None:
    town.arrive(ANNA)
    assert isinstance(town.ask(asks.OfferFile(), who), o.FileWanted) is wanted


def test_sheets_come_in_pages(town: Town) -> None:
    for _ in range(10):
        made(town, number=1)
    first = town.ask(asks.ShowSheets(), CLEO)
    rest = town.ask(asks.ShowSheets(first.older), CLEO)
    assert [len(first.sheets), len(rest.sheets), rest.older] == [8, 2, None]


def test_an_arrival_with_a_code_of_a_draft_is_unknown(town: Town) -> None:
    roster(town, "abcd-0001")
    assert town.ask(Arrive("abcd-0001", "en"), ANNA) == Welcomed(None, CodeProblem.UNKNOWN)
