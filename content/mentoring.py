"""The circle of mentoring: the author's file, joined with its translations."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.catalogue import Catalogue, read_catalogue
from content.document import Document, read_document
from content.join import Joiner, Text
from content.schema import mentoring as written
from learning.course.model import Course
from learning.mentoring.cycle import Cycle

DOMAIN = "mentoring"
PLACE = Path(DOMAIN) / "cycle.yaml"
_CYCLE = TypeAdapter(Cycle)


@dataclass(frozen=True, slots=True)
class LoadedMentoring:
    """As its file says it, for the checker, and joined, for the pair."""

    document: Document[written.Cycle]
    catalogues: tuple[Catalogue, ...]
    texts: tuple[Text, ...]
    cycle: Cycle


def load_mentoring(root: Path, course: Course) -> LoadedMentoring | None:
    """None for a course without mentoring. Raises BrokenCourse."""
    path = root / PLACE
    if not path.exists():
        return None
    document = read_document(path, written.Cycle)
    source_language, *others = course.languages
    catalogues = tuple(read_catalogue(root, language, DOMAIN) for language in others)
    joiner = Joiner(source_language, catalogues)
    cycle = document.content
    joined: dict[str, Any] = joiner.part(document, cycle, cycle.id)
    terms = joiner.part(document, cycle.terms, f"{cycle.id}.terms", ("terms",))
    whole = {
        **joined,
        "terms": terms,
        "shadowing": _shadowing(joiner, document),
        "silence": cycle.silence.model_dump(),
    }
    return LoadedMentoring(document, catalogues, tuple(joiner.texts), _CYCLE.validate_python(whole))


def _shadowing(joiner: Joiner, document: Document[written.Cycle]) -> dict[str, object]:
    cycle = document.content
    part, context = cycle.shadowing, f"{cycle.id}.shadowing"
    at = ("shadowing", "trying")
    trying = joiner.part(document, part.trying, f"{context}.{part.trying.id}", at)
    return {**joiner.part(document, part, context, ("shadowing",)), "trying": trying}
