"""Emoji that people send instead of a word: 👍 is a yes."""

import unicodedata

_WORDS = {
    "ok": "👍👌✅🆗✔",
    "no": "👎❌🚫✖",
    "hello": "👋",
    "thank you": "🙏❤💙💚💛💜",
    "next": "⏭▶➡",
}
_MEANINGS = {sign: word for word, signs in _WORDS.items() for sign in signs}
_MODIFIERS = ("Mn", "Sk", "Cf")  # variation selectors, colours of skin, joiners


def spelled_out(text: str) -> str:
    """A word for a text of emoji that all say the same; any other text as it is."""
    signs = [c for c in text if not c.isspace() and unicodedata.category(c) not in _MODIFIERS]
    words = {_MEANINGS.get(sign) for sign in signs}
    word = words.pop() if len(words) == 1 else None
    return word or text
