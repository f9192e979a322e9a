"""The words of the bot in each language: English in the code, the others in catalogues."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

FOLDER = Path(__file__).parent
SOURCE = "en"


def languages() -> tuple[str, ...]:
    """The source language and every language that has a catalogue."""
    return (SOURCE, *sorted(path.parts[-3] for path in FOLDER.glob("*/LC_MESSAGES/bot.po")))


def po_path(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "bot.po"


@cache
def load(language: str) -> NullTranslations:
    """The catalogue as compiled, or compiled now when nobody has or the words are newer.

    A language without a catalogue speaks the source language.
    """
    po = po_path(language)
    if not po.exists():
        return NullTranslations()
    mo = po.with_suffix(".mo")
    if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
        return Translations(BytesIO(mo.read_bytes()))
    return Translations(BytesIO(compiled(language)))


def compiled(language: str) -> bytes:
    """The catalogue in gettext's binary form."""
    with po_path(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    binary = BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()
