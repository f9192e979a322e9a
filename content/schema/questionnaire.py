"""The questionnaire as it is written in its file."""

from typing import Annotated, Literal

from pydantic import Field

from content.schema.fields import Id, Part, ShortId, Text, Translated

UseName = Literal["profile", "examples", "path", "priority", "organisation", "delivery", "report"]
Phrase = Annotated[Text | None, Translated()]


class Condition(Part):
    question: Id
    options: Annotated[list[ShortId], Field(min_length=1)]


class Option(Part):
    id: ShortId
    text: Text
    alone: bool = False
    phrase: Phrase = None


class Asked(Part):
    """What every kind of question has."""

    id: Id
    prompt: Text
    uses: Annotated[list[UseName], Field(min_length=1)]
    when: list[Condition] = []
    attitude: bool = False


class Single(Asked):
    kind: Literal["single"]
    options: Annotated[list[Option], Field(min_length=2)]


class Several(Asked):
    kind: Literal["several"]
    options: Annotated[list[Option], Field(min_length=2)]


class Scale(Asked):
    kind: Literal["scale"]
    scale: Id
    competence: Id | None = None


class Band(Part):
    id: ShortId
    text: Text
    least: Annotated[int, Field(ge=0)]


class Number(Asked):
    kind: Literal["number"]
    bands: Annotated[list[Band], Field(min_length=2)]
    most: Annotated[int, Field(gt=0)] | None = None


class Row(Part):
    id: ShortId
    text: Text
    doing: Text
    units: Annotated[list[Id], Field(min_length=1)]


class Grid(Asked):
    kind: Literal["grid"]
    rows: Annotated[list[Row], Field(min_length=1)]
    often: Id
    hard: Id
    ask_often: Text
    ask_hard: Text


class Category(Part):
    id: ShortId
    text: Text
    hints: Text


class ShortText(Asked):
    kind: Literal["text"]
    categories: Annotated[list[Category], Field(min_length=2)]


class Known(Asked):
    kind: Literal["known"]
    facts: Annotated[list[Literal["sector", "hour", "language"]], Field(min_length=1)]


Question = Annotated[
    Single | Several | Scale | Number | Grid | ShortText | Known, Field(discriminator="kind")
]


class Steps(Part):
    """The words of a scale, the least first."""

    id: Id
    steps: Annotated[list[Option], Field(min_length=5, max_length=5)]


class Block(Part):
    id: Id
    title: Text
    questions: Annotated[list[Question], Field(min_length=1)]


class Questionnaire(Part):
    id: Id
    title: Text
    minutes: Annotated[list[int], Field(min_length=2, max_length=2)]
    again: Id
    scales: Annotated[list[Steps], Field(min_length=1)]
    blocks: Annotated[list[Block], Field(min_length=1)]
