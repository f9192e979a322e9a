"""A lesson as it is written in its file."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from content.schema.fields import Country, Id, Part, ShortId, SourceId, Text
from content.schema.questions import Question


class Source(Part):
    id: SourceId
    citation: Annotated[str, StringConstraints(min_length=1)]
    country: Country
    checked: date
    url: Annotated[str, StringConstraints(pattern="^https?://")] | None = None
    expires: date | None = None


class Card(Part):
    id: ShortId
    text: Text
    sources: list[SourceId] = []
    country: Country | None = None


class Lesson(Part):
    id: Id
    title: Text
    competences: Annotated[list[Id], Field(min_length=1)]
    sectors: list[Id]
    cards: list[Card]
    questions: Annotated[list[Question], Field(min_length=1, max_length=3)]
    try_today: Text
    sources: list[Source] = []
