"""A decision scenario as it is written in its file."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.schema.fields import Id, Part, ShortId, SourceId, Text
from content.schema.lesson import Source


class Condition(Part):
    variable: ShortId
    is_: Literal["at_least", "at_most"] = Field(alias="is")
    value: int


class Branch(Part):
    to: ShortId
    when: list[Condition] = []


class Choice(Part):
    id: ShortId
    text: Text
    consequence: Text
    coaching: Text
    leads: Annotated[list[Branch], Field(min_length=1)]
    effects: dict[ShortId, int] = {}

    @model_validator(mode="before")
    @classmethod
    def read_short_form(cls, written: object) -> object:
        """`to: d2` is short for `leads: [{to: d2}]`."""
        if not isinstance(written, dict) or "to" not in written or "leads" in written:
            return written
        rest = {key: value for key, value in written.items() if key != "to"}
        return {**rest, "leads": [{"to": written["to"]}]}


class Decision(Part):
    id: ShortId
    text: Text
    choices: Annotated[list[Choice], Field(min_length=1)]


class Ending(Part):
    id: ShortId
    text: Text
    rule: Text
    sources: list[SourceId] = []


class Scenario(Part):
    id: Id
    title: Text
    competences: Annotated[list[Id], Field(min_length=1)]
    sectors: list[Id]
    start: ShortId
    variables: dict[ShortId, int] = {}
    decisions: Annotated[list[Decision], Field(min_length=1)]
    endings: Annotated[list[Ending], Field(min_length=1)]
    sources: list[Source] = []
