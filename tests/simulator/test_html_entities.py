"""Telegram's HTML, read as the real server reads it."""

import pytest

from simulator.entities import trimmed, with_found
from simulator.errors import ApiError
from simulator.html import parse_html

READ = {
    "plain": ("a < b".replace("<", "&lt;"), "a < b", []),
    "bold": ("<b>a</b>", "a", [("bold", 0, 1)]),
    "the other names": (
        "<strong>a</strong><em>b</em><ins>c</ins><del>d</del><strike>e</strike>",
        "abcde",
        [
            ("bold", 0, 1),
            ("italic", 1, 1),
            ("underline", 2, 1),
            ("strikethrough", 3, 1),
            ("strikethrough", 4, 1),
        ],
    ),
    "a face is two units": ("😀<b>a😀</b>", "😀a😀", [("bold", 2, 3)]),
    "nested, the outer one first": (
        "<b>a<i>b</i></b>",
        "ab",
        [("bold", 0, 2), ("italic", 1, 1)],
    ),
    "an end tag without a name": ("<b>a</>", "a", [("bold", 0, 1)]),
    "tags in capitals": ("<B>a</B>", "a", [("bold", 0, 1)]),
    "spoilers": (
        '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
        "ab",
        [("spoiler", 0, 1), ("spoiler", 1, 1)],
    ),
    "quotes": (
        "<blockquote>a</blockquote><blockquote expandable>b</blockquote>",
        "ab",
        [("blockquote", 0, 1), ("expandable_blockquote", 1, 1)],
    ),
    "characters by name and number": ("&amp;&lt;&gt;&quot;&#945;&#x3b2;", '&<>"αβ', []),
    "an unknown name stays": ("a&nbsp;b & c", "a&nbsp;b & c", []),
    "an empty entity is left out": ("<b></b>a", "a", []),
    "an address that is none": ('<a href="no where">a</a>', "a", []),
}


@pytest.mark.parametrize(("source", "text", "entities"), READ.values(), ids=READ)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    found_text, found = parse_html(source)
    assert found_text == text
    assert [(each["type"], each["offset"], each["length"]) for each in found] == entities


def test_links_people_and_code_carry_more() -> None:
    _, (link, person) = parse_html(
        '<a href="https://example.org/?a=1&amp;b=2">a</a><a href="tg://user?id=7">b</a>'
    )
    assert link["url"] == "https://example.org/?a=1&b=2"
    assert (person["type"], person["user"]["id"]) == ("text_mention", 7)
    _, (code,) = parse_html('<pre><code class="language-python">x</code></pre>')
    assert code == {"type": "pre", "offset": 0, "length": 1, "language": "python"}


REFUSED = {
    "an unsupported tag": ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
    "a lonely less-than": ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    "offsets are bytes": ("αβ<h1>", 'Unsupported start tag "h1" at byte offset 4'),
    "an unclosed tag": ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    "tags crossed": (
        "<b><i>a</b></i>",
        'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    "an end tag alone": ("a</b>", "Unexpected end tag at byte offset 1"),
    "a tag cut short": ("a<b", "Unclosed start tag at byte offset 1"),
    "an end tag cut short": ("<b>a</b", "Unclosed end tag at byte offset 4"),
    "a span of another class": (
        '<span class="x">a</span>',
        'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    "an attribute cut short": ('<a href="x', "Unclosed start tag at byte offset 0"),
    "an attribute without a name": (
        '<a ="x">a</a>',
        'Empty attribute name in the tag "a" at byte offset 0',
    ),
}


@pytest.mark.parametrize(("source", "reason"), REFUSED.values(), ids=REFUSED)
def test_broken_html_is_refused_in_the_words_of_the_real_server(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_white_space_at_the_ends_is_cut_and_entities_move_along() -> None:
    text, entities = trimmed(*parse_html(" \n<b>a </b> <i> </i>"))
    assert text == "a"
    assert entities == [{"type": "bold", "offset": 0, "length": 1}]


FOUND = [
    ("/start now", [("bot_command", 0, 6)]),
    ("😀 /help@simulated_bot", [("bot_command", 3, 19)]),
    ("see https://example.org/a.", [("url", 4, 21)]),
    ("@simulated_bot a@example.org #daily", [("mention", 0, 14), ("email", 15, 13),
                                             ("hashtag", 29, 6)]),
    ("1/2 and/or", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entities"), FOUND)
def test_commands_and_addresses_are_found(text: str, entities: list[tuple[str, int, int]]) -> None:
    found = [(each["type"], each["offset"], each["length"]) for each in with_found(text, [])]
    assert found == entities
