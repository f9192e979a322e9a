"""What is found in a catalogue, and how the catalogues follow the source."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from content.catalogue import read_catalogue
from content.loader import load
from content.update import Update, update_catalogue
from tests.content.small_course import DESK, GREEK, findings, line_with, spoil, write_small_course

NAMES = DESK / "names.yaml"


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in the Greek catalogue; `at` begins on the finding's line.

    Without `at` the finding stands at the source: a file, and words that begin on the line.
    """

    old: str
    new: str
    at: str
    says: str
    source: tuple[Path, str] = (NAMES, "title:")


NAMES_TITLE = 'msgctxt "names.title"\nmsgid "Names"\nmsgstr "Names μ"\n'
FAULTS = {
    "empty": Fault('msgstr "Names μ"', 'msgstr ""', 'msgid "Names"', "names.title has no trans"),
    "fuzzy": Fault(
        NAMES_TITLE, "#, fuzzy\n" + NAMES_TITLE, 'msgid "Names"', "names.title is marked fuzzy"
    ),
    "stale": Fault('msgid "Names"', 'msgid "Name"', 'msgid "Name"', "names.title differs from"),
    "gone": Fault(
        NAMES_TITLE,
        NAMES_TITLE + '\nmsgctxt "old.title"\nmsgid "Old"\nmsgstr "Παλιό"\n',
        'msgid "Old"',
        "old.title is no longer in the course",
    ),
    "twice": Fault(
        NAMES_TITLE,
        '\nmsgctxt "names.title"\nmsgid "Nom"\nmsgstr "Ν"\n\n' + NAMES_TITLE,
        'msgid "Names"',
        "names.title is translated twice",
    ),
    "without a context": Fault(
        NAMES_TITLE,
        NAMES_TITLE + '\nmsgid "Lost"\nmsgstr "Χαμένο"\n',
        'msgid "Lost"',
        "an entry without msgctxt",
    ),
    "foreign markup": Fault(
        'msgstr "Names μ"', 'msgstr "<b>Names</b>"', 'msgid "Names"', "names.title: HTML is no"
    ),
    "too long": Fault(
        'msgstr "Names μ"',
        f'msgstr "{"μ" * 4097}"',
        "",
        "names.c1.text makes a message of",
        (NAMES, "text: |\n      Greet"),
    ),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_catalogue_is_found_on_its_line(case: Fault, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / GREEK, case.old, case.new)
    (found,) = [it for it in findings(root) if case.says in it.message]
    file, at = (GREEK, case.at) if case.at else case.source
    assert (found.path, found.line) == (root / file, line_with(root / file, at))


@pytest.mark.parametrize(
    ("source", "translated", "mark"),
    [
        ("Ask **one** thing", "Ρώτα ένα πράγμα", "**"),
        ("Ask *one* thing", "Ρώτα ένα πράγμα", "*"),
        ("Ask {name}", "Ρώτα {onoma}", "{name}"),
    ],
)
def test_a_translation_keeps_the_marks_of_its_source(
    source: str, translated: str, mark: str, tmp_path: Path
) -> None:
    root = write_small_course(tmp_path)
    spoil(root / NAMES, "title: Names", f"title: '{source}'")
    spoil(root / GREEK, NAMES_TITLE, NAMES_TITLE.replace("Names μ", translated))
    spoil(root / GREEK, 'msgid "Names"', f'msgid "{source}"')
    message = f"names.title: {mark} stands"
    (found,) = [it for it in findings(root) if it.message.startswith(message)]
    assert (found.path, found.line) == (root / GREEK, line_with(root / GREEK, f'"{source}"'))


def test_a_language_without_a_catalogue_is_one_finding(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    (root / GREEK).unlink()
    (found,) = findings(root)
    outline = root / "course/course.yaml"
    assert (found.path, found.line) == (outline, line_with(outline, "languages:"))


def test_a_text_that_the_catalogue_lacks_is_named_where_it_is_written(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / GREEK, NAMES_TITLE, "")
    (found,) = findings(root)
    assert (found.path, found.line) == (root / NAMES, line_with(root / NAMES, "title:"))


def test_a_missing_translation_is_absent_and_a_fuzzy_one_is_used(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / GREEK, 'msgstr "Names μ"', 'msgstr ""')
    spoil(root / GREEK, 'msgctxt "forms.title"', '#, fuzzy\nmsgctxt "forms.title"')
    lessons = load(root).lessons
    assert lessons["names"].title.by_language == {"en": "Names"}
    assert lessons["forms"].title.by_language == {"en": "Forms", "el": "Forms μ"}


def test_an_update_of_nothing_changes_no_byte(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    _update(root)
    before = (root / GREEK).read_bytes()
    assert _update(root) == Update(new=0, changed=0, gone=0)
    assert (root / GREEK).read_bytes() == before


def test_a_new_language_begins_with_all_texts_in_course_order(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    (root / GREEK).unlink()
    texts = load(root).texts
    assert _update(root) == Update(new=len(texts), changed=0, gone=0)
    translations = read_catalogue(root, "el").translations
    assert [it.context for it in translations] == [text.context for text in texts]
    assert [it.source for it in translations] == [text.source for text in texts]
    assert {it.text for it in translations} == {""}


def test_a_changed_source_keeps_its_translation_as_fuzzy_beside_the_first_source(
    tmp_path: Path,
) -> None:
    root = write_small_course(tmp_path)
    _update(root)
    long = "Names and what they are good for when you meet somebody for the first time of all"
    spoil(root / NAMES, "title: Names", f"title: {long}")
    assert _update(root) == Update(new=0, changed=1, gone=0)
    spoil(root / NAMES, long, f"{long}s")
    _update(root)
    assert _entry_of(root, "names.title") == (
        '#, fuzzy\n#| msgid "Names"\nmsgctxt "names.title"\nmsgid ""\n'
        '"Names and what they are good for when you meet somebody for the first "\n'
        '"time of alls"\nmsgstr "Names μ"'
    )


def test_a_long_previous_source_survives_later_updates(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    _update(root)
    spoil(root / NAMES, "Greet first, before", "Greet, before")
    _update(root)
    first = _entry_of(root, "names.c1.text")
    assert '#| msgid "Greet first, before you look at any paper.\\n\\n- Say' in first
    _update(root)
    assert _entry_of(root, "names.c1.text") == first


def test_what_is_gone_is_removed_and_remarks_stay(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / GREEK, NAMES_TITLE, "# Said at the desk\n" + NAMES_TITLE)
    spoil(root / GREEK, NAMES_TITLE, NAMES_TITLE + '\nmsgctxt "a.b"\nmsgid "A"\nmsgstr "Α"\n')
    assert _update(root) == Update(new=0, changed=0, gone=1)
    assert _entry_of(root, "names.title").startswith("# Said at the desk\nmsgctxt")
    assert read_catalogue(root, "el").find("a.b") is None


def test_the_header_stays_as_the_translators_wrote_it(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    header = '# Mine\nmsgid ""\nmsgstr ""\n"Language: el\\n"\n"Last-Translator: Eleni\\n"\n\n'
    path = root / GREEK
    path.write_text(header + path.read_text(encoding="utf-8"), encoding="utf-8")
    _update(root)
    assert path.read_text(encoding="utf-8").startswith(header + "msgctxt")


def test_gettext_reads_what_we_write(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    _update(root)
    catalog = read_po(BytesIO((root / GREEK).read_bytes()), abort_invalid=True)
    for text in load(root).texts:
        message = catalog.get(text.source, text.context)
        assert message is not None
        assert message.string == text.words.for_reader("el")


def _update(root: Path) -> Update:
    return update_catalogue(root / GREEK, "el", load(root).texts)


def _entry_of(root: Path, context: str) -> str:
    entries = (root / GREEK).read_text(encoding="utf-8").strip().split("\n\n")
    return next(entry for entry in entries if f'msgctxt "{context}"' in entry)
