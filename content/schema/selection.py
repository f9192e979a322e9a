"""The selection checklist of the mentoring cycle, as it is written in its file."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from content.schema.fields import Id, Part, Text


class Item(Part):
    id: Id
    who: Literal["coordinator", "mentor", "mentee"]
    text: Text
    published: bool


class Selection(Part):
    published: Annotated[str, StringConstraints(pattern="^https://")]
    items: Annotated[list[Item], Field(min_length=1)]
