"""Loads the selection checklist, joined with its translations."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from content.catalogue import Catalogue, read_catalogue
from content.document import Document, read_document
from content.join import Joiner, Text
from content.schema.selection import Selection
from learning.mentoring.matching.checklist import Checklist

PLACE, DOMAIN = Path("mentoring/selection.yaml"), "selection"
_CHECKLIST = TypeAdapter(Checklist)


@dataclass(frozen=True, slots=True)
class LoadedSelection:
    """As its file says it, for the checker, and joined, for who reads it. `texts` are all
    translated texts."""

    document: Document[Selection]
    catalogues: tuple[Catalogue, ...]
    texts: tuple[Text, ...]
    checklist: Checklist


def load_selection(root: Path, languages: Sequence[str]) -> LoadedSelection | None:
    """None for a course without the file. Raises BrokenCourse."""
    path = root / PLACE
    if not path.exists():
        return None
    document = read_document(path, Selection)
    source_language, *others = languages
    catalogues = tuple(read_catalogue(root, language, DOMAIN) for language in others)
    joiner = Joiner(source_language, catalogues)
    joined = joiner.part(document, document.content, DOMAIN)
    checklist = _CHECKLIST.validate_python(joined)
    return LoadedSelection(document, catalogues, tuple(joiner.texts), checklist)
