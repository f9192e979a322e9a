"""Papers to print, as they are written in their files."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from content.schema.fields import Id, Part, ShortId, Text

Rows = Annotated[int, Field(ge=1, le=12)]
SourceOfLesson = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")]


class Item(Part):
    id: ShortId
    text: Text


class Appointment(Part):
    id: ShortId
    when: Text
    text: Text


class Paragraph(Part):
    id: ShortId
    kind: Literal["text"]
    title: Text
    text: Text


class Listed(Part):
    id: ShortId
    kind: Literal["points", "phrases", "checks", "fields", "signatures"]
    title: Text
    items: Annotated[list[Item], Field(min_length=1)]


class Lines(Part):
    id: ShortId
    kind: Literal["lines"]
    title: Text
    rows: Rows


class Grid(Part):
    """`items` head the columns."""

    id: ShortId
    kind: Literal["grid"]
    title: Text
    items: Annotated[list[Item], Field(min_length=2, max_length=6)]
    rows: Rows


class Schedule(Part):
    id: ShortId
    kind: Literal["schedule"]
    title: Text
    items: Annotated[list[Appointment], Field(min_length=1)]


Block = Annotated[Paragraph | Listed | Lines | Grid | Schedule, Field(discriminator="kind")]


class Form(Part):
    id: Id
    kind: Literal["mentoring", "organisation", "desk"]
    title: Text
    purpose: Text
    keywords: Text
    blocks: Annotated[list[Block], Field(min_length=1)]


class Summary(Part):
    """A page for the subunit of this id. `sources` are "<lesson>.<source>"."""

    id: Id
    purpose: Text
    keywords: Text
    remember: Annotated[list[Item], Field(min_length=4, max_length=6)]
    phrases: Annotated[list[Item], Field(min_length=2, max_length=4)]
    sources: list[SourceOfLesson] = []
