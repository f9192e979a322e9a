"""A roster as it comes out of a spreadsheet: department and code in each line, no names.

Encoding and delimiter are guessed, for whoever exports it did not choose them.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from learning.account.model import PHONE_MOVE
from learning.organisations.department_names import sameness
from learning.organisations.model import NewCode
from learning.organisations.outcomes import FileProblem, RosterLine, RosterProblem

MOST_BYTES = 200_000
MOST_LINES = 2000
LONGEST_DEPARTMENT = 100
# Eight signs at least: what is shorter is guessed too easily.
CODE = re.compile(r"[A-Za-z0-9_-]{8,40}")
# As `sameness` leaves them: without accents, and with no final sigma.
_HEADINGS_OF_CODES = {"code", "codes", "κωδικοσ", "κωδικοι", "codigo", "codigos"}
_HEADINGS_OF_DEPARTMENTS = {
    "department",
    "departments",
    "unit",
    "τμημα",
    "διευθυνση",
    "υπηρεσια",
    "departamento",
    "unidad",
    "area",
    "servicio",
}
# What a spreadsheet would run as a formula when the list is opened again.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Roster:
    codes: tuple[NewCode, ...]
    lines: tuple[int, ...]  # where each code stands, counted from 1
    problems: tuple[RosterLine, ...]


def read_roster(content: bytes | None) -> Roster | FileProblem:
    """Every code at most once, in the order of the file."""
    if content is None or len(content) > MOST_BYTES:
        return FileProblem.TOO_LARGE
    text = _decoded(content)
    if text is None:
        return FileProblem.NOT_A_TABLE
    rows = _rows(text)
    if rows is None:
        return FileProblem.NOT_A_TABLE
    if len(rows) > MOST_LINES + 1:
        return FileProblem.TOO_MANY_LINES
    columns = _columns(rows)
    return FileProblem.NO_COLUMNS if columns is None else _read(rows, *columns)


def _decoded(content: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark, else what older spreadsheets write in Greek or in Spanish."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _text(content, "utf-16")
    if b"\x00" in content:
        return None
    utf8 = _text(content, "utf-8-sig")
    if utf8 is not None:
        return utf8
    # Half of the upper half are letters in either; Greek has far more of them in a word.
    upper = sum(byte >= 0x80 for byte in content)
    words = re.findall(rb"[\x80-\xff]{3,}", content)
    greek = sum(map(len, words)) * 2 > upper
    return _text(content, "cp1253" if greek else "cp1252")


def _text(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _rows(text: str) -> list[tuple[int, list[str]]] | None:
    """(line, cells) of every line that is not empty; None when a cell never ends."""
    delimiter = max(";,\t|", key=text[:4096].count)
    reader = csv.reader(text.splitlines(), delimiter=delimiter)
    try:
        return [
            (reader.line_num, cells)
            for raw in reader
            if any(cells := [_clean(cell) for cell in raw])
        ]
    except csv.Error:
        return None


def _clean(cell: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split())


def _columns(rows: Sequence[tuple[int, list[str]]]) -> tuple[int | None, int, int] | None:
    """(column of departments, column of codes, lines to skip), by heading, else by place. Of two
    columns, the one that holds no codes is of departments, whatever it is called."""
    if not rows:
        return None
    heading = [sameness(cell) for cell in rows[0][1]]
    widest = max(len(cells) for _, cells in rows)
    codes = next((at for at, cell in enumerate(heading) if cell in _HEADINGS_OF_CODES), None)
    if codes is not None:
        named = (at for at, cell in enumerate(heading) if cell in _HEADINGS_OF_DEPARTMENTS)
        return next(named, 1 - codes if widest == 2 else None), codes, 1
    if widest == 2:
        return 0, 1, 0
    return (None, 0, 0) if widest == 1 else None


def _read(
    rows: Sequence[tuple[int, list[str]]], of_departments: int | None, of_codes: int, skip: int
) -> Roster:
    codes: dict[str, tuple[int, NewCode]] = {}
    problems = []
    for line, cells in rows[skip:]:
        code = _cell(cells, of_codes)
        department = _cell(cells, of_departments).lstrip("".join(_FORMULA)).strip()
        problem = _problem(code, department, codes)
        if problem is None:
            codes[code] = (line, NewCode(code, department or None))
        else:
            problems.append(RosterLine(line, problem))
    lines = tuple(line for line, _ in codes.values())
    return Roster(tuple(code for _, code in codes.values()), lines, tuple(problems))


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _problem(
    code: str, department: str, before: dict[str, tuple[int, NewCode]]
) -> RosterProblem | None:
    if not code:
        return RosterProblem.NO_CODE
    if not CODE.fullmatch(code) or code.startswith((PHONE_MOVE, "-")):
        return RosterProblem.NOT_A_CODE
    if code in before:
        return RosterProblem.TWICE
    if len(department) > LONGEST_DEPARTMENT:
        return RosterProblem.LONG_DEPARTMENT
    return None
