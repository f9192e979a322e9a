"""Buttons and commands called by their names: no understanding is needed for those."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from dialogue.folding import fold
from learning.ask import Ask
from learning.talk.turns import InView

_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = re.compile(r"^/|['’]")  # of a command, and of "I'm"


def words_of(text: str) -> str:
    """The words alone in their one spelling: "✓ Επόμενο" and "epomeno" are the same."""
    return " ".join(_WORD.findall(fold(_LEFT_OUT.sub("", text.strip()))))


def mark(label: str) -> str:
    """A mark of a button's label by which a typed one is known, so that no label is kept."""
    return blake2b(words_of(label).encode(), digest_size=6).hexdigest()


def named(text: str, in_view: Sequence[InView]) -> Ask[Any] | None:
    """What the button of that label asks; None when none or several bear it."""
    if not words_of(text):
        return None
    found = [button.ask for button in in_view if button.mark == mark(text)]
    return found[0] if len(found) == 1 else None
