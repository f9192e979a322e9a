"""From the screens to the template, and from the template to each language's catalogue.

The files carry no line numbers and no dates, so that they change only when the words do.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.locales.catalogues import FOLDER, languages, po_path

TEMPLATE = FOLDER / "bot.pot"
SCREENS = FOLDER.parent / "screens"
KEYWORDS = {"say": None, "label": None, "say_n": (1, 2), "label_n": (1, 2)}
_NO_DATE = datetime(2026, 11, 21, tzinfo=UTC)


def extracted() -> Catalog:
    """Every message that the screens say."""
    template = Catalog(
        project="Q-SER assistant",
        version="0",
        header_comment="# The words of the Q-SER assistant.",
        charset="utf-8",
        fuzzy=False,
    )
    for file, _, message, comments, _ in extract_from_dir(
        SCREENS,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("L10n:",),
        strip_comment_tags=True,
    ):
        location = [((Path("bot/screens") / file).as_posix(), 0)]
        flags = ("python-brace-format",) if "{" in str(message) else ()
        template.add(message, None, location, auto_comments=comments, flags=flags)
    return template


def update() -> None:
    """Writes the template and brings every catalogue to the same messages, guessing nothing."""
    template = extracted()
    TEMPLATE.write_bytes(written(template))
    for language in languages()[1:]:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True)
        po_path(language).write_bytes(written(catalogue))


def read(language: str) -> Catalog:
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def written(catalogue: Catalog) -> bytes:
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    file = BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()
