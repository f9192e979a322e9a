"""The translations of a course into one language, from a gettext catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from content.finding import BrokenCourse, Finding


@dataclass(frozen=True, slots=True)
class Translation:
    """`context` is the content id path; `text` is empty until somebody translates `source`."""

    context: str
    source: str
    text: str
    fuzzy: bool
    line: int


@dataclass(frozen=True)
class Catalogue:
    """`path` may name a file that does not exist yet: then there are no translations."""

    language: str
    path: Path
    translations: tuple[Translation, ...]
    _by_context: Mapping[str, Translation] = field(init=False)

    def __post_init__(self) -> None:
        by_context = {translation.context: translation for translation in self.translations}
        object.__setattr__(self, "_by_context", by_context)

    def find(self, context: str) -> Translation | None:
        return self._by_context.get(context)


def catalogue_path(root: Path, language: str, domain: str = "course") -> Path:
    return root / "locales" / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(root: Path, language: str, domain: str = "course") -> Catalogue:
    """Raises BrokenCourse when the file is not a gettext catalogue."""
    path = catalogue_path(root, language, domain)
    if not path.exists():
        return Catalogue(language, path, ())
    try:
        with path.open("rb") as file:
            messages = list(read_po(file, abort_invalid=True))
    except PoFileError as error:
        finding = Finding(path, error.lineno + 1, f"not a gettext catalogue: {error}")
        raise BrokenCourse([finding]) from error
    except (ValueError, LookupError) as error:  # wrong bytes, an unknown charset, a bad plural
        raise BrokenCourse([Finding(path, 1, f"not a gettext catalogue: {error}")]) from error
    return Catalogue(
        language,
        path,
        tuple(
            Translation(
                message.context or "",
                str(message.id).strip(),
                str(message.string or "").strip(),
                message.fuzzy,
                message.lineno or 1,
            )
            for message in messages
            if message.id
        ),
    )
