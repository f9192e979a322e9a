"""Translations that come back from somebody's program, and what refuses them."""

from pathlib import Path

import pytest

from content.__main__ import app
from content.catalogue import read_catalogue
from content.exchange.quiz import CannotKeep
from content.exchange.translations import TakenOver, take_over
from content.loader import load
from tests.content.small_course import DESK, GREEK, findings, spoil, write_small_course

TITLE = 'msgctxt "names.title"\nmsgid "Names"\nmsgstr "Ονόματα"\n'


def _take(root: Path, text: str) -> TakenOver:
    return take_over(load(root), "el", Path("their.po"), text.encode())


def test_a_translation_goes_into_the_catalogue_and_nothing_else_changes(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    before = len(read_catalogue(root, "el").translations)
    assert _take(root, TITLE) == TakenOver(1, ())
    assert _take(root, TITLE) == TakenOver(0, ())
    found = read_catalogue(root, "el")
    assert (getattr(found.find("names.title"), "text", None), len(found.translations)) == (
        "Ονόματα",
        before,
    )
    assert findings(root) == ()


def test_a_fuzzy_text_of_ours_becomes_whole(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / GREEK, 'msgctxt "names.title"', '#, fuzzy\n#| msgid "Nam"\nmsgctxt "names.title"')
    assert _take(root, TITLE).changed == 1
    assert findings(root) == ()


def test_an_empty_entry_is_passed_over(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    assert _take(root, TITLE.replace("Ονόματα", "")) == TakenOver(0, ())


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (TITLE.replace("names.title", "lost.title"), "lost.title is not a text of the course"),
        (TITLE.replace('msgid "Names"', 'msgid "Name"'), "translates an older source"),
        ("#, fuzzy\n" + TITLE, "is marked fuzzy"),
        (TITLE.replace("Ονόματα", "<b>Ονόματα</b>"), "HTML is no markup of ours"),
        (TITLE.replace("Ονόματα", "**Ονόματα**"), "** stands 0 times in the source, here 2"),
        (TITLE.partition("\n")[2], "an entry without msgctxt is not a text"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(entry: str, says: str, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    (refused,) = _take(root, "# theirs\n\n" + entry).refused
    assert (says in refused.message, refused.path, refused.line > 2) == (
        True,
        Path("their.po"),
        True,
    )
    (kept,) = [it for it in read_catalogue(root, "el").translations if it.context == "names.title"]
    assert kept.text == "Names μ"


@pytest.mark.parametrize("written", [b'msgid "open', b"\xff\xfe", b'msgx "a"\n'])
def test_a_broken_file_is_refused_as_a_whole(written: bytes, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    with pytest.raises(CannotKeep, match="not a gettext catalogue"):
        take_over(load(root), "el", Path("their.po"), written)


def test_only_a_language_of_the_course_is_taken(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    with pytest.raises(CannotKeep, match="not translated into fr"):
        take_over(load(root), "fr", Path("their.po"), TITLE.encode())


def test_the_commands_go_out_and_come_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_small_course(tmp_path / "content")

    def run(*arguments: str | Path) -> object:
        return app([*map(str, arguments), "--root", str(root)], result_action="return_value")

    for kind in ("gift", "moodle", "scorm", "po"):
        assert run("export", kind, tmp_path / kind, "--language", "el") == 0
    assert run("import", "po", tmp_path / "po") == 0
    assert run("export", "po", tmp_path / "po", "--language", "en") == 1
    capsys.readouterr()
    spoil(tmp_path / "gift", "{", "{ {")
    for kind, code in (("gift", 1), ("moodle", 0)):
        arguments = ["import", kind, str(tmp_path / kind)]
        assert app(arguments, result_action="return_value") == code
    printed = capsys.readouterr()
    assert printed.out.count("questions:") == 2
    assert printed.err.startswith(f"{tmp_path / 'gift'}:")
    assert str(DESK) not in printed.err


def test_a_file_that_is_too_large_is_not_even_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = tmp_path / "large.gift"
    with large.open("wb") as file:
        file.truncate(5_000_001)
    for path in (large, tmp_path / "absent.gift"):
        assert app(["import", "gift", str(path)], result_action="return_value") == 1
    printed = capsys.readouterr().err
    assert f"{large}:1: more than 5 MB" in printed
    assert "absent.gift:1: cannot be read" in printed
