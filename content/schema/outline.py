"""The course's outline and its subunits as they are written in their files."""

from typing import Annotated

from pydantic import Field

from content.schema.fields import Id, Language, Part, Text


class Module(Part):
    """`subunits` are folder names, which are the subunits' ids."""

    id: Id
    title: Text
    subunits: Annotated[list[Id], Field(min_length=1)]


class Outline(Part):
    """`languages` starts with the source language; `competences` and `sectors` map id → name."""

    id: Id
    title: Text
    licence: str
    languages: Annotated[list[Language], Field(min_length=1)]
    competences: Annotated[dict[Id, Text], Field(min_length=1)]
    sectors: Annotated[dict[Id, Text], Field(min_length=1)]
    modules: Annotated[list[Module], Field(min_length=1)]


class Subunit(Part):
    id: Id
    title: Text
    competences: Annotated[list[Id], Field(min_length=1)]
    lessons: Annotated[list[Id], Field(min_length=1)]
    scenario: Id
