"""Begins a lesson or scenario: a file full of remarks, which the schema already takes."""

from pathlib import Path
from string import Template
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from content.document import read_document
from content.schema.fields import Id
from content.schema.outline import Outline

Kind = Literal["lesson", "scenario"]
_TEMPLATES = Path(__file__).parent / "skeletons"
_ID = TypeAdapter(Id)


class CannotBegin(Exception):
    """Says what stands against the new file."""


def write_skeleton(root: Path, kind: Kind, place: str) -> Path:
    """Writes the file for `place`, "<module>/<subunit>/<id>", and gives its path.

    Raises CannotBegin when `place` is not such a place or the file exists, and BrokenCourse when
    course.yaml cannot be read.
    """
    path = _path(root, place)
    if path.exists():
        raise CannotBegin(f"{path} exists already: choose another id")
    outline = read_document(root / "course" / "course.yaml", Outline).content
    template = Template((_TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8"))
    text = template.substitute(
        id=path.stem,
        competence=next(iter(outline.competences)),
        competences=", ".join(outline.competences),
        sector=next(iter(outline.sectors)),
        sectors=", ".join(outline.sectors),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _path(root: Path, place: str) -> Path:
    ids = place.split("/")
    if len(ids) != 3:
        raise CannotBegin(f"{place} is not <module>/<subunit>/<id>")
    for id in ids:
        try:
            _ID.validate_python(id)
        except ValidationError as error:
            raise CannotBegin(error.errors()[0]["msg"]) from error
    module, subunit, id = ids
    return root / "course" / module / subunit / f"{id}.yaml"
