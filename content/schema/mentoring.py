"""The circle of mentoring as it is written in its file."""

from typing import Annotated, Literal

from pydantic import Field

from content.schema.fields import Id, Part, ShortId, Text

Count = Annotated[int, Field(gt=0)]
Counts = Annotated[list[Count], Field(min_length=1)]


class Choice(Part):
    id: ShortId
    text: Text


Choices = Annotated[list[Choice], Field(min_length=1)]


class Question(Part):
    id: ShortId
    text: Text
    grow: Literal["goal", "reality", "options", "will"]


class Phase(Part):
    id: ShortId
    title: Text
    aim: Text
    weeks: Count
    statement: Text
    questions: Annotated[list[Question], Field(min_length=1)]
    talk: Annotated[list[Question], Field(min_length=1)]


class StepPart(Part):
    """`published` says that Q-SER describes the step itself, in `source`."""

    id: Literal["access", "matching", "mentoring", "evaluation", "closing"]
    title: Text
    text: Text
    published: bool
    source: str | None = None
    artefacts: list[Id] = []
    phases: list[Phase] = []


class Terms(Part):
    goals: Count
    weeks: Counts
    minutes: Counts
    channels: Choices
    confidentiality: Choices
    endings: Choices


class Shadowing(Part):
    """`phases` and `then` are ids of phases, `guide` that of a resource."""

    phases: Annotated[list[ShortId], Field(min_length=1)]
    then: ShortId
    slots: Annotated[int, Field(gt=0, le=9)]
    minutes: Annotated[int, Field(ge=60, le=480)]
    guide: Id
    bring: Choices
    rules: Annotated[list[Choice], Field(min_length=1, max_length=6)]
    observations: Choices
    guest: Choices
    host: Choices
    trying: Choice


class Silence(Part):
    remind: Count
    tell: Count
    offer: Count
    end: Count


class Cycle(Part):
    id: Id
    title: Text
    steps: Annotated[list[StepPart], Field(min_length=1)]
    terms: Terms
    rating: Annotated[list[Choice], Field(min_length=5, max_length=5)]
    fit: Annotated[list[Choice], Field(min_length=3, max_length=3)]
    evaluation: Choices
    card: Choices
    shadowing: Shadowing
    silence: Silence
    divergence: Count
    fit_days: Count
