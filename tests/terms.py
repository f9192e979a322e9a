"""A glossary of the small course: enough terms for two pages, one with notes."""

from datetime import date

from learning.course.model import Source
from learning.course.words import Words
from learning.glossary.model import Note, Term


def _words(en: str, el: str, es: str) -> Words:
    return Words({"en": en, "el": el, "es": es})


_LAW = Source("law", "Law <1> & more", "eu", date(2026, 11, 1), "https://example.org/law")
_OLD = Source("old", "Old law", "gr", date(2026, 11, 1), expires=date(2026, 11, 2))
REFUGEE = Term(
    id="refugee",
    name=_words("Refugee", "Πρόσφυγας", "Refugiado"),
    meaning=_words("Somebody who *had to* flee.", "Όποιος έφυγε.", "Quien tuvo que huir."),
    also=_words("refugees", "πρόσφυγες", "refugiada"),
    lesson="first-words",
    sources=(_LAW,),
)
PERMIT = Term(
    id="permit",
    name=_words("Residence permit", "Άδεια διαμονής", "Permiso de residencia"),
    meaning=_words("A paper.", "Ένα χαρτί.", "Un papel."),
    also=_words("card", "κάρτα", "tarjeta"),
    lesson="gone",
    sources=(_LAW, _OLD),
    notes=(
        Note("gr", _words("In Greece <ADET>.", "Στην Ελλάδα ΑΔΕΤ.", "En Grecia ΑΔΕΤ."), (_OLD,)),
        Note("es", _words("In Spain TIE.", "Στην Ισπανία TIE.", "En España TIE."), (_LAW,)),
    ),
)
_MORE = (
    Term(
        id=f"word-{number}",
        name=_words(f"Word {number}", f"Λέξη {number}", f"Palabra {number}"),
        meaning=_words("It means.", "Σημαίνει.", "Significa."),
        also=_words("w", "λ", "p"),
        lesson="first-words",
        sources=(_LAW,),
    )
    for number in range(12)
)
TERMS = {term.id: term for term in (REFUGEE, PERMIT, *_MORE)}
