"""A small selection checklist for tests."""

from learning.course.words import Words
from learning.mentoring.matching.checklist import CheckItem, Checklist, Who


def _item(id: str, who: Who, published: bool) -> CheckItem:
    words = Words({"en": f"Is it <{id}>?", "el": f"Είναι <{id}>;", "es": f"¿Es <{id}>?"})
    return CheckItem(id, who, words, published)


SELECTION = Checklist(
    "https://example.eu/step1",
    tuple(_item(f"{who}-{name}", who, name == "told") for who in Who for name in ("told", "own")),
)
