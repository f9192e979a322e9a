"""The questionnaire of the needs analysis, compiled: what is asked, of whom, and what for.

Every id is written by the author, never a position, and never reused (promise 10).
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import Literal

from learning.course.words import Words


class Use(StrEnum):
    """What an answer is for; a question without a use is not asked."""

    PROFILE = "profile"  # the groups of the report
    EXAMPLES = "examples"  # whose desk the examples speak of
    PATH = "path"  # which units come first
    PRIORITY = "priority"  # how much a unit weighs
    ORGANISATION = "organisation"  # what stands in the way of the whole organisation
    DELIVERY = "delivery"  # how lessons come
    REPORT = "report"  # counted in the report of a round


class Fact(StrEnum):
    """What is known already: shown for confirmation, never asked again."""

    SECTOR = "sector"
    HOUR = "hour"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when one of `options` was picked, and as long as `question` is without an answer."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """`alone`: it goes with no other, such as "none of these". `phrase` is its text inside a
    sentence."""

    id: str
    text: Words
    alone: bool = False
    phrase: Words | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What every kind of question has. `attitude`: it is about what people think or feel, which
    the report counts in larger groups."""

    id: str
    prompt: Words
    uses: tuple[Use, ...]
    _: KW_ONLY
    when: tuple[Condition, ...] = ()
    attitude: bool = False


@dataclass(frozen=True, slots=True)
class Single(Item):
    options: tuple[Option, ...]
    kind: Literal["single"] = "single"


@dataclass(frozen=True, slots=True)
class Several(Item):
    options: tuple[Option, ...]
    kind: Literal["several"] = "several"


@dataclass(frozen=True, slots=True)
class Scale(Item):
    """One of five steps, "1" to "5"; `scale` names the list of their words. With a `competence`
    it tells how confident somebody is in it."""

    scale: str
    competence: str | None = None
    kind: Literal["scale"] = "scale"


@dataclass(frozen=True, slots=True)
class Band:
    """A range of whole numbers, from `least` to below the next band's."""

    id: str
    text: Words
    least: int


@dataclass(frozen=True, slots=True)
class Number(Item):
    """A number, of which only the band is kept. Above `most` it is taken for a slip."""

    bands: tuple[Band, ...]
    most: int | None = None
    kind: Literal["number"] = "number"


@dataclass(frozen=True, slots=True)
class Row:
    """A situation at the desk. `doing` tells it inside a sentence ("you see …"); `units` are the
    subunits that help with it."""

    id: str
    text: Words
    doing: Words
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid(Item):
    """How often × how hard, a row at a time; `often` and `hard` name lists of words. A row that
    never happens (the first step of `often`) is not asked how hard it is."""

    rows: tuple[Row, ...]
    often: str
    hard: str
    ask_often: Words
    ask_hard: Words
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Category:
    """What a short text may be about; `hints` are beginnings of words, divided by "|"."""

    id: str
    text: Words
    hints: Words


@dataclass(frozen=True, slots=True)
class ShortText(Item):
    """A text in one's own words, of which only the categories are kept that its writer agrees
    to."""

    categories: tuple[Category, ...]
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Known(Item):
    """Facts from the settings, shown for confirmation. Answered by "confirmed"; what they say
    stays in the settings alone."""

    facts: tuple[Fact, ...]
    kind: Literal["known"] = "known"


Question = Single | Several | Scale | Number | Grid | ShortText | Known


@dataclass(frozen=True, slots=True)
class Block:
    id: str
    title: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Questionnaire:
    """`scales` maps a name to the words of five steps, the least first. `again` names the block
    that is asked once more after the course."""

    id: str
    title: Words
    minutes: tuple[int, int]
    again: str
    scales: Mapping[str, tuple[Option, ...]]
    blocks: tuple[Block, ...]

    def questions(self) -> tuple[Question, ...]:
        return tuple(question for block in self.blocks for question in block.questions)

    def question(self, id: str) -> Question | None:
        return next((question for question in self.questions() if question.id == id), None)

    def block_again(self) -> tuple[Question, ...]:
        return next((block.questions for block in self.blocks if block.id == self.again), ())


@dataclass(frozen=True)
class Editions:
    """Questionnaires by the hash of their definition; `today` is what a new round asks. Empty
    for a course without one."""

    today: str | None = None
    by_hash: Mapping[str, Questionnaire] = field(default_factory=dict)

    def get(self, definition: str) -> Questionnaire | None:
        return self.by_hash.get(definition)
