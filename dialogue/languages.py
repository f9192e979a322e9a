"""Which of the bot's languages a text names."""

import re

from dialogue.folding import fold

_NAMES = {
    "en": "english αγγλικά αγγλικη inglés ingles anglika ingilizce",
    "el": "greek ελληνικά ελληνική griego ρωμαίικα hellenic",
    "es": "spanish ισπανικά ισπανική español castellano castilian",
}
_CODES = {fold(name): code for code, names in _NAMES.items() for name in names.split()}
_REFUSED = {
    fold(word)
    for word in ["not", "no", "don't", "δεν", "δε", "όχι", "no", "mal", "bad", "bad", "wrong"]
}


def read_language(text: str) -> str | None:
    """ "en", "el" or "es"; None when none or several are wanted."""
    wanted, refused = set[str](), False
    for word in re.findall(r"[\w']+|,", text):
        folded = fold(word)
        refused = folded in _REFUSED or (refused and word != ",")
        if folded in _CODES and not refused:
            wanted.add(_CODES[folded])
    return wanted.pop() if len(wanted) == 1 else None
