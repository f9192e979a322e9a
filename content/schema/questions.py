"""The kinds of questions as they are written in a lesson's file."""

from typing import Annotated, Literal

from pydantic import Field

from content.schema.fields import Part, ShortId, Text


class Option(Part):
    id: ShortId
    text: Text
    right: bool = False
    feedback: Text


class SingleChoice(Part):
    id: ShortId
    kind: Literal["single"]
    prompt: Text
    options: list[Option]
    reason: Text


class SeveralChoice(Part):
    id: ShortId
    kind: Literal["several"]
    prompt: Text
    options: list[Option]
    reason: Text


class TrueOrFalse(Part):
    id: ShortId
    kind: Literal["true_false"]
    prompt: Text
    answer: bool
    if_true: Text
    if_false: Text
    reason: Text


class Item(Part):
    id: ShortId
    text: Text


class PutInOrder(Part):
    id: ShortId
    kind: Literal["order"]
    prompt: Text
    items: Annotated[list[Item], Field(min_length=2)]
    reason: Text


class Pair(Part):
    id: ShortId
    left: Text
    right: Text


class Match(Part):
    id: ShortId
    kind: Literal["match"]
    prompt: Text
    pairs: Annotated[list[Pair], Field(min_length=2)]
    reason: Text


class NumberQuestion(Part):
    id: ShortId
    kind: Literal["number"]
    prompt: Text
    answer: float
    tolerance: Annotated[float, Field(ge=0)]
    if_lower: Text
    if_higher: Text
    reason: Text


class ShortText(Part):
    id: ShortId
    kind: Literal["text"]
    prompt: Text
    accepted: Text
    if_other: Text
    reason: Text


Question = Annotated[
    SingleChoice | SeveralChoice | TrueOrFalse | PutInOrder | Match | NumberQuestion | ShortText,
    Field(discriminator="kind"),
]
