"""Lists as spreadsheets write them, and as somebody hostile does."""

import pytest

from learning.organisations.model import NewCode
from learning.organisations.outcomes import FileProblem, RosterLine, RosterProblem
from learning.organisations.roster import MOST_BYTES, MOST_LINES, Roster, read_roster

GREEK = "Τμήμα;Κωδικός\nΔημοτολόγιο;abcd-0001\nΚοινωνική Υπηρεσία;abcd-0002\n"
SPANISH = "Departamento;Código\nPadrón;abcd-0001\nAtención ciudadana;abcd-0002\n"


def read(content: str | bytes) -> Roster:
    roster = read_roster(content.encode() if isinstance(content, str) else content)
    assert isinstance(roster, Roster), roster
    return roster


def pairs(roster: Roster) -> list[tuple[str | None, str]]:
    return [(new.department, new.code) for new in roster.codes]


@pytest.mark.parametrize(
    "content",
    [
        "department,code\nRegistry,abcd-0001\nCare,abcd-0002\n",
        "Department;Code\r\nRegistry;abcd-0001\r\nCare;abcd-0002\r\n",
        "code\tdepartment\nabcd-0001\tRegistry\nabcd-0002\tCare",
        "Registry,abcd-0001\nCare,abcd-0002",
        "\ufeffDEPARTMENT,CODE\n Registry , abcd-0001 \n\n,\nCare,abcd-0002",
        'department,name,code\n"Registry",,"abcd-0001"\n"Care",,"abcd-0002"',
    ],
)
def test_delimiter_heading_and_spaces_are_taken_kindly(content: str) -> None:
    assert pairs(read(content)) == [("Registry", "abcd-0001"), ("Care", "abcd-0002")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1253"])
def test_greek_comes_through_whatever_wrote_it(encoding: str) -> None:
    roster = read(GREEK.encode(encoding))
    assert pairs(roster) == [
        ("Δημοτολόγιο", "abcd-0001"),
        ("Κοινωνική Υπηρεσία", "abcd-0002"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_spanish_comes_through_whatever_wrote_it(encoding: str) -> None:
    roster = read(SPANISH.encode(encoding))
    assert pairs(roster) == [("Padrón", "abcd-0001"), ("Atención ciudadana", "abcd-0002")]


@pytest.mark.parametrize(
    "heading",
    [
        "Υπηρεσία;Κωδικός",
        "ΥΠΗΡΕΣΙΑ;ΚΩΔΙΚΟΣ",
        "Γραφείο;Κωδικός",
        "Concejalía;Código",
        "Where they work;Code",
    ],
)
def test_of_two_columns_the_other_is_of_departments_whatever_it_is_called(heading: str) -> None:
    roster = read(f"{heading}\nCare;abcd-0001\n")
    assert pairs(roster) == [("Care", "abcd-0001")]


def test_among_more_columns_none_is_guessed_for_it_may_hold_names() -> None:
    roster = read("Ονοματεπώνυμο;Γραφείο;Κωδικός\nΜαρία;Care;abcd-0001\n")
    assert pairs(roster) == [(None, "abcd-0001")]


def test_codes_alone_are_for_the_whole_organisation() -> None:
    assert read("abcd-0001\nabcd-0002").codes == (
        NewCode("abcd-0001", None),
        NewCode("abcd-0002", None),
    )


def test_a_line_that_is_not_understood_is_named_and_the_others_stay() -> None:
    roster = read(
        "department,code\n"
        "Registry,abcd-0001\n"
        "Registry,\n"
        "Registry,short\n"
        "\n"
        "Care,abcd-0001\n"
        "Care,κωδικός-1\n"
        "Care,mv_abcdefgh\n"
        "Care,' OR 1=1 --\n"
        f"{'x' * 101},abcd-0009\n"
    )
    assert pairs(roster) == [("Registry", "abcd-0001")]
    assert roster.lines == (2,)
    assert roster.problems == (
        RosterLine(3, RosterProblem.NO_CODE),
        RosterLine(4, RosterProblem.NOT_A_CODE),
        RosterLine(6, RosterProblem.TWICE),
        RosterLine(7, RosterProblem.NOT_A_CODE),
        RosterLine(8, RosterProblem.NOT_A_CODE),
        RosterLine(9, RosterProblem.NOT_A_CODE),
        RosterLine(10, RosterProblem.LONG_DEPARTMENT),
    )


@pytest.mark.parametrize(
    ("department", "kept"),
    [
        ("=cmd|' /C calc'!A0", "cmd|' /C calc'!A0"),
        ("+-@Registry", "Registry"),
        ("Reg\u202eistry\u0000", None),
        ("<b>Registry</b>", "<b>Registry</b>"),
    ],
)
def test_what_a_spreadsheet_would_run_loses_its_sting(department: str, kept: str | None) -> None:
    content = f'department,code\n"{department}",abcd-0001'
    if kept is None:
        assert read_roster(content.encode()) == FileProblem.NOT_A_TABLE
    else:
        assert pairs(read(content)) == [(kept, "abcd-0001")]


def test_signs_that_turn_the_writing_around_are_left_out() -> None:
    assert pairs(read("Reg\u202eistry,abcd-0001")) == [("Reg istry", "abcd-0001")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, FileProblem.TOO_LARGE),
        (b"x" * (MOST_BYTES + 1), FileProblem.TOO_LARGE),
        (b"PK\x03\x04\x00\x00 a spreadsheet", FileProblem.NOT_A_TABLE),
        (b"\xff\xfe\x00", FileProblem.NOT_A_TABLE),
        (b"", FileProblem.NO_COLUMNS),
        (b"a,b,c\n1,2,3", FileProblem.NO_COLUMNS),
        (b"abcd-0001\n" * (MOST_LINES + 2), FileProblem.TOO_MANY_LINES),
        (b'"' + b"x" * 140_000, FileProblem.NOT_A_TABLE),
    ],
)
def test_what_is_no_list_is_refused(content: bytes | None, problem: FileProblem) -> None:
    assert read_roster(content) == problem


def test_as_many_lines_as_allowed_are_read_quickly() -> None:
    lines = [f"Registry,code-{n:06}" for n in range(MOST_LINES)]
    assert len(read("department,code\n" + "\n".join(lines)).codes) == MOST_LINES


@pytest.mark.parametrize(
    "heading",
    ["Τμήμα;Κωδικός", "ΤΜΗΜΑ;ΚΩΔΙΚΟΣ", "τμημα;κωδικοσ", "Departamento;Código", "ÁREA;CODIGO"],
)
def test_a_heading_is_known_with_and_without_accents(heading: str) -> None:
    roster = read_roster(f"{heading}\nCare;staff-0001\n".encode())
    assert isinstance(roster, Roster)
    assert not roster.problems
    assert [new.code for new in roster.codes] == ["staff-0001"]
