"""One spelling for what people type: no accents, and Greek and Greeklish as the same text.

Greek letters become Latin ones first; then the same rules run over every word, whatever its
language. They lose a little of English and Spanish, always in the same way, so words stay apart.
This file is also read by Rasa's Python 3.10.
"""

import re
import unicodedata

_LATIN = str.maketrans(
    {
        **dict(zip("αβγδεζηικλμνορστυφχωθ", "avgdeziiklmnorstyfxoθ", strict=True)),
        "ς": "s",
        "π": "p",
        "ξ": "ks",
        "ψ": "ps",
    }
)

# In this order. θ stays one letter, so that no later rule takes it apart.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[^\W\d])8(?=[^\W\d])|\b8(?=[aeiohw])(?!am\b|a\b|h\b|hrs?\b|hours?\b|horas?\b)", "θ"),
        (r"(?<=[^\W\d])3(?=[^\W\d])|\b3(?=[aeiow])(?!am\b|a\b)", "ks"),
        (r"\bwh(?=[aeioy])", "vx"),  # why is not όχι
        (r"\bth(?=[sn]?\b)", "ti"),  # ths, thn, th: the article, not θ
        (r"th", "θ"),
        (r"ph", "f"),
        (r"[ck]h|h(?=[aeiouyw])", "x"),
        (r"(?<=[aeiou])h\b", ""),
        (r"h", "i"),
        (r"w", "o"),
        (r"o[uy]", "u"),
        (r"ai", "e"),
        (r"([ae])[uy](?=[ptkfsxθ])", r"\1f"),
        (r"([ae])[uy]", r"\1v"),
        (r"[eo]i|y[i]?", "i"),
        (r"mp", "b"),
        (r"nt", "d"),
        (r"g[kg]", "g"),
        (r"([^\W\d])\1+", r"\1"),
    )
)


def plain(text: str) -> str:
    """Lower case, without accents and final sigma; the letters stay what they are."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).replace("ς", "σ")


def fold(text: str) -> str:
    """The one spelling: "Μάθημα", "μαθημα", "mathima" and "ma8hma" are all "maθima"."""
    folded = plain(text).translate(_LATIN)
    for pattern, replacement in _RULES:
        folded = pattern.sub(replacement, folded)
    return folded


def is_greek(text: str) -> bool:
    return any("\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff" for c in text)
