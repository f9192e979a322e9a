"""Papers of the small course: a form with every kind of block, a checklist, and a summary."""

from datetime import date

from learning.course.model import Source
from learning.course.words import Words
from learning.resources.model import Block, BlockItem, BlockKind, Resource, ResourceKind


def _words(en: str, el: str, es: str) -> Words:
    return Words({"en": en, "el": el, "es": es})


ITEM = BlockItem(
    "one", _words("Name #1 & *more*", "Όνομα", "Nombre"), _words("15 min", "15 λεπτά", "15 min")
)
FORM = Resource(
    id="agreement",
    kind=ResourceKind.MENTORING,
    title=_words("Mentoring agreement", "Συμφωνητικό καθοδήγησης", "Acuerdo de mentoría"),
    purpose=_words("Both sign it.", "Υπογράφουν και οι δύο.", "Firman las dos partes."),
    keywords=_words("contract | pair", "συμφωνία | ζευγάρι", "contrato | pareja"),
    blocks=tuple(
        Block(kind, kind, _words("Part", "Μέρος", "Parte"), ITEM.text, (ITEM, ITEM), 2)
        for kind in BlockKind
        if kind is not BlockKind.PHRASES
    ),
)
CHECKLIST = Resource(
    id="interpreter-list",
    kind=ResourceKind.DESK,
    title=_words("Checklist for interpreters", "Λίστα για διερμηνείς", "Lista para intérpretes"),
    purpose=_words("Beside the telephone.", "Δίπλα στο τηλέφωνο.", "Junto al teléfono."),
    keywords=_words("checklist | language", "λίστα | γλώσσα", "checklist | idioma"),
    blocks=(Block("c", BlockKind.CHECKS, _words("Before", "Πριν", "Antes"), items=(ITEM,)),),
)
SUMMARY = Resource(
    id="words",
    kind=ResourceKind.SUMMARY,
    title=_words("Words that matter", "Λέξεις που μετράνε", "Palabras que importan"),
    purpose=_words("Words say where.", "Οι λέξεις λένε πού.", "Las palabras dicen dónde."),
    keywords=_words("plain language", "απλή γλώσσα", "lenguaje claro"),
    blocks=(
        Block("remember", BlockKind.POINTS, items=(ITEM,)),
        Block("phrases", BlockKind.PHRASES, items=(ITEM,)),
    ),
    subunit="words",
    sources=(
        Source("a", "Regulation <A>", "eu", date(2026, 11, 1)),
        Source("b", "Law B", "gr", date(2026, 11, 1), expires=date(2026, 11, 2)),
    ),
)
PAPERS = {paper.id: paper for paper in (FORM, CHECKLIST, SUMMARY)}
