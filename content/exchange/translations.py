"""Takes the translations of somebody's file over into our catalogue, when they fit."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from content.catalogue import catalogue_path
from content.checker.markup import foreign_markup_in, unlike_marks
from content.exchange.quiz import CannotKeep
from content.finding import Finding
from content.loader import Loaded
from content.update import put_translations


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How many texts of the catalogue changed, and which entries of the file were refused."""

    changed: int
    refused: tuple[Finding, ...]


def take_over(loaded: Loaded, language: str, path: Path, written: bytes) -> TakenOver:
    """Raises CannotKeep when `written`, the contents of `path`, is no catalogue.

    An entry fits when its text exists, its source is today's, it is not fuzzy, and it has the
    markup of its source. Empty entries are passed over.
    """
    if language not in loaded.course.languages[1:]:
        raise CannotKeep(1, f"the course is not translated into {language}")
    sources = {text.context: text.source for text in loaded.texts}
    taken: dict[str, str] = {}
    refused: list[Finding] = []
    for message in _messages(written):
        translation = str(message.string or "").strip()
        if not message.id or not translation:
            continue
        if fault := _fault(message, translation, sources):
            refused.append(Finding(path, message.lineno or 1, fault))
        else:
            taken[str(message.context)] = translation
    catalogue = catalogue_path(loaded.files.root, language)
    changed = put_translations(catalogue, language, loaded.texts, taken)
    return TakenOver(changed, tuple(refused))


def _messages(written: bytes) -> list[Message]:
    try:
        return list(read_po(BytesIO(written), abort_invalid=True))
    except PoFileError as error:
        raise CannotKeep(error.lineno + 1, f"not a gettext catalogue: {error}") from error
    except (ValueError, LookupError) as error:
        raise CannotKeep(1, f"not a gettext catalogue: {error}") from error


def _fault(message: Message, translation: str, sources: dict[str, str]) -> str | None:
    source = sources.get(str(message.context))
    if source is None:
        return f"{message.context or 'an entry without msgctxt'} is not a text of the course"
    if str(message.id).strip() != source:
        return f"{message.context} translates an older source: export again and translate that"
    if message.fuzzy:
        return f"{message.context} is marked fuzzy: look at it again and take the mark away"
    faults = (*foreign_markup_in(translation), *unlike_marks(source, translation))
    return f"{message.context}: {faults[0]}" if faults else None
