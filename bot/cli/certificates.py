"""Certificates from a shell: the keys, and checking a paper without the bot."""

import json
from pathlib import Path

from bot.locales.catalogues import languages
from bot.screens.paper_check import paper_check_words
from bot.screens.speech import Speech
from data.engine import Database
from data.signing import is_signed, public_keys, signing_key
from learning.certificates.statement import KEY_DIGITS, NotACertificate, Statement, read_line


async def keys(database: Database) -> list[str]:
    """All public keys, the newest first; the first one is made when there is none."""
    async with database.engine.writing() as session:
        await signing_key(session, database.sealer)
        return await public_keys(session)


def checking_page(trusted: list[str]) -> str:
    """One HTML file, complete in itself: it checks papers in a browser, also without a network."""
    words = {code: paper_check_words(Speech(code)) for code in languages()}
    page = Path(__file__).with_name("paper_check.html").read_text("utf-8")
    for place, value in (("{{WORDS}}", words), ("{{KEYS}}", trusted)):
        written = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
        page = page.replace(place, written)
    return page


def verify(text: str, trusted: list[str], name: str | None) -> tuple[bool, list[str]]:
    """Whether the paper is genuine, and what to tell about it, line by line.

    `text` is what the square on the paper holds; `trusted` are public keys.
    """
    try:
        statement, line, signature = read_line(text)
    except NotACertificate:
        return False, ["This is no certificate: the text holds no signed line."]
    keys = [key for key in trusted if key[:KEY_DIGITS] == statement.key]
    if not any(is_signed(key, line, signature) for key in keys):
        return False, ["NOT GENUINE: none of the trusted keys signed this text."]
    told = ["The signature is genuine.", *_facts(statement)]
    if name is None:
        return True, [*told, 'Now compare the name: --name "the name on the paper"']
    if not statement.is_of(name):
        return False, [*told, "NOT GENUINE: it was signed for another name."]
    return True, [*told, "It was signed for this name."]


def _facts(statement: Statement) -> list[str]:
    return [
        f"kind: {statement.kind}",
        f"of: {statement.about}",
        f"minutes: {statement.minutes}",
        f"completed on: {statement.completed_on}",
        f"version: {statement.version}",
        f"code: {statement.code} (whether it was revoked, only the bot knows)",
    ]
