"""Brings the catalogues up to date with the source texts, pairing by content id.

Never by likeness: that is slow and pairs strangers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import denormalize, escape, normalize, read_po

from content.join import Text

_HEADER = """\
# Translations of the course, under the licence of the course.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


@dataclass(frozen=True, slots=True)
class Update:
    """How many texts of a catalogue are new, changed in the source, or gone."""

    new: int
    changed: int
    gone: int


def update_catalogue(path: Path, language: str, texts: Sequence[Text]) -> Update:
    """Writes all `texts` to the catalogue at `path`, in their order.

    A text whose source changed keeps its translation, marked fuzzy beside the previous source.
    The file's own header stays as it is.
    """
    known = _known(path)
    _write(path, language, texts, known)
    return Update(
        new=sum(text.context not in known for text in texts),
        changed=sum(
            text.context in known and _source(known[text.context]) != text.source for text in texts
        ),
        gone=len(known.keys() - {text.context for text in texts}),
    )


def put_translations(
    path: Path, language: str, texts: Sequence[Text], translated: Mapping[str, str]
) -> int:
    """Writes `translated`, by context, into the catalogue; how many of its texts changed."""
    known = _known(path)
    sources = {text.context: text.source for text in texts}
    changed = {
        context: translation
        for context, translation in translated.items()
        if context not in known
        or known[context].fuzzy
        or str(known[context].string).strip() != translation
    }
    for context, translation in changed.items():
        remarks = _remarks(known.get(context))
        known[context] = Message(
            sources[context], translation, context=context, user_comments=remarks
        )
    _write(path, language, texts, known)
    return len(changed)


def _known(path: Path) -> dict[str, Message]:
    written = path.read_bytes() if path.exists() else b""
    messages = read_po(BytesIO(written), abort_invalid=True)
    return {str(message.context): message for message in messages if message.id}


def _write(path: Path, language: str, texts: Sequence[Text], known: Mapping[str, Message]) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    entries = [_entry(text, known.get(text.context)) for text in texts]
    after = "\n".join([_header(before, language), *entries])
    if after != before:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, encoding="utf-8")


def _entry(text: Text, known: Message | None) -> str:
    # Babel's writer breaks a long previous source inside its quotes, which gettext refuses.
    translated = str(known.string).strip() if known and known.string else ""
    lines = [f"# {remark}".rstrip() for remark in _remarks(known)]
    if known and translated and (known.fuzzy or _source(known) != text.source):
        lines.append("#, fuzzy")
        previous = _previous(known) or _source(known)
        if previous != text.source:
            # On one line: Babel drops the second of two equal lines when it reads them back.
            lines.append(f"#| msgid {escape(previous)}")
    lines.append(f"msgctxt {normalize(text.context)}")
    lines.append(f"msgid {normalize(text.source)}")
    lines.append(f"msgstr {normalize(translated)}\n")
    return "\n".join(lines)


def _source(message: Message) -> str:
    return str(message.id).strip()


def _remarks(message: Message | None) -> list[str]:
    """The translators' own comments. Babel reads the previous source (`#|`) as one of them."""
    comments = message.user_comments if message else []
    return [comment for comment in comments if not comment.startswith("|")]


def _previous(message: Message) -> str:
    """The source that the translation was made of, while the entry is fuzzy; else empty."""
    quoted = [
        comment.removeprefix("|").strip().removeprefix("msgid").strip()
        for comment in message.user_comments
        if comment.startswith("|") and message.fuzzy
    ]
    return "".join(denormalize(line) for line in quoted)


def _header(before: str, language: str) -> str:
    block = before.partition("\n\n")[0]
    if 'msgid ""\nmsgstr ""\n"' in block and "msgctxt" not in block:
        return block.rstrip("\n") + "\n"
    return _HEADER.format(language=language)
