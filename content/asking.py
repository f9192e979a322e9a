"""The needs analysis: the author's questionnaire, joined with its translations."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.document import Document, read_document
from content.join import Joiner
from content.schema import questionnaire as written
from learning.needs.questionnaire import Questionnaire

PLACE = Path("needs/questionnaire.yaml")
_QUESTIONNAIRE = TypeAdapter(Questionnaire)


@dataclass(frozen=True, slots=True)
class Asking:
    """As its file says it, for the checker, and joined, for the person who answers."""

    document: Document[written.Questionnaire]
    questionnaire: Questionnaire


def read_asking(root: Path, joiner: Joiner) -> Asking | None:
    """None for a course without a questionnaire. Raises BrokenCourse."""
    path = root / PLACE
    if not path.exists():
        return None
    document = read_document(path, written.Questionnaire)
    joined: dict[str, Any] = joiner.part(document, document.content, document.content.id)
    scales = {scale["id"]: scale["steps"] for scale in joined["scales"]}
    return Asking(document, _QUESTIONNAIRE.validate_python({**joined, "scales": scales}))
