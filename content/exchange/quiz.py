"""A question as quiz files can say it: what GIFT and Moodle XML have in common.

Texts carry our own markup (`**bold**`, `*italic*`, "- "). `share` is what an answer is worth, in
per cent of the question.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    share: float
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """With `single` one answer may be picked."""

    single: bool
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """`if_true` and `if_false` answer the one who said so."""

    answer: bool
    if_true: str = ""
    if_false: str = ""


@dataclass(frozen=True, slots=True)
class Short:
    """What may be typed; the answer `*` stands for everything else."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from `least` to `most`, both included."""

    least: float
    most: float
    share: float
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Numeric:
    """`otherwise` answers a number in none of `spans`."""

    spans: tuple[Span, ...]
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """Left and right of each pair. `ordered`: the lefts are places, 1 to n."""

    pairs: tuple[tuple[str, str], ...]
    ordered: bool = False


Body = Choice | TrueFalse | Short | Numeric | Matching


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a file; `line` is where it begins there, 0 for one of ours."""

    name: str
    prompt: str
    reason: str
    body: Body
    line: int = 0


class CannotKeep(Exception):
    """Says what in the file has no place with us, and on which line."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(f"line {line}: {message}")


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave: the questions, and what could not be kept."""

    entries: tuple[Entry, ...]
    refused: tuple[CannotKeep, ...]


ORDER = "order"
"""The tag by which a matching question is known as one of ours about an order."""
LONGEST_FILE = 5_000_000  # bytes
