"""What one person answered, as plain values.

An answer stands under its place: the question's id, and for a row of a grid
"<grid>.<row>.often" and "<grid>.<row>.hard". It is a tuple of ids: of options, bands or
categories; of a scale "1" to "5". Skipped is the empty tuple; never asked is not there at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Answer = tuple[str, ...]
Answers = Mapping[str, Answer]

SKIPPED: Answer = ()
CONFIRMED: Answer = ("confirmed",)
OFTEN, HARD = "often", "hard"


class Wave(StrEnum):
    BEFORE = "before"
    AFTER = "after"  # the competences once more, when the course is done


@dataclass(frozen=True, slots=True)
class Response:
    """One respondent of a round. `language`, `department` and `sector` are None in a round that
    is unlinked after sending: whatever else is known of a person never stands beside the answers.

    `department` is a name. `definition` is the hash of the questionnaire that was answered.
    `again` is what the same person answered after the course, empty when nothing.
    """

    answers: Answers
    definition: str
    language: str | None = None
    department: str | None = None
    sector: str | None = None
    again: Answers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Responses:
    """Of one closed round: `invited` people could answer, `answered` did; `people` are those whose
    answers are still kept."""

    invited: int
    answered: int
    people: tuple[Response, ...] = ()


def place(grid: str, row: str, column: str) -> str:
    return f"{grid}.{row}.{column}"


def level(answers: Answers, at: str) -> int | None:
    """The step of a scale, 1 to 5; None when skipped, not asked, or no step."""
    given = answers.get(at, SKIPPED)
    return int(given[0]) if len(given) == 1 and given[0] in ("1", "2", "3", "4", "5") else None
