"""Which of the bot's languages a text names."""

import re

from dialogue.folding import fold

_NAMES = {
    "en": "english αγγλικά αγγλικη inglés ingles anglika ingilizce inglesa",
    "el": "greek ελληνικά ελληνική griego ρωμαίικα hellenic griega",
    "es": "spanish ισπανικά ισπανική español castellano castilian española castellana",
}
_CODES = {fold(name): code for code, names in _NAMES.items() for name in names.split()}
_REFUSES = "not no don't dont can't cant δεν δε όχι mal bad wrong"
_REFUSED = {fold(word) for word in _REFUSES.split()}
# "My English is poor": a language that is one's own is not the one wished for.
_MINE_BEFORE, _MINE_AFTER = {fold(word) for word in ("my", "mi")}, {fold("μου")}


def read_language(text: str) -> str | None:
    """ "en", "el" or "es"; None when none or several are wanted."""
    wanted, refused = set[str](), False
    words = ["", *(fold(word) for word in re.findall(r"[\w']+|,", text)), ""]
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        refused = word in _REFUSED or (refused and word != ",")
        mine = before in _MINE_BEFORE or after in _MINE_AFTER
        if word in _CODES and not refused and not mine:
            wanted.add(_CODES[word])
    return wanted.pop() if len(wanted) == 1 else None
