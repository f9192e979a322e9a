"""Whether a text tells of somebody whom the person serves: such a case belongs in no chat."""

import re

from dialogue.folding import fold

_SERVED = """
client customer applicant beneficiary beneficiaries claimant patient
πελάτης πελάτισσα πελάτη ωφελούμενος ωφελούμενη ωφελούμενο αιτών αιτούσα αιτούντα εξυπηρετούμενος
εξυπηρετούμενη εξυπηρετούμενο περιστατικό
cliente clienta usuario usuaria solicitante beneficiario beneficiaria paciente
"""
_SOMEBODY = """
she he her his him woman man mother father husband wife son daughter boy girl family mr mrs ms
κυρία κύριος κύριο γυναίκα άντρας άντρα μητέρα πατέρας σύζυγος γιος κόρη παιδί οικογένεια αυτή αυτός
της του
señora señor mujer hombre madre padre marido esposa hijo hija niño niña familia ella él chico chica
"""
_FACTS = """
passport visa permit asylum application papers deported pregnant ill sick arrested divorced homeless
detained interview hearing benefit rent evicted beaten born lost arrived came lives lawyer
διαβατήριο βίζα άδεια άσυλο αίτηση χαρτιά έγκυος άρρωστη συνέντευξη γεννήθηκε έχασε ήρθε
μένει δικηγόρος επίδομα ενοίκιο αφμ αμκα αναπηρία απορρίφθηκε
pasaporte visado permiso asilo solicitud papeles embarazada enferma enfermo entrevista nació perdió
llegó vive abogado ayuda alquiler nie discapacidad padrón denegaron
"""
_PLACES = """
syria afghanistan iraq iran ukraine pakistan somalia eritrea congo cameroon morocco venezuela
colombia
συρία αφγανιστάν ιράκ ιράν ουκρανία πακιστάν σομαλία ερυθραία κονγκό καμερούν μαρόκο βενεζουέλα
siria afganistán irak irán ucrania pakistán somalia eritrea congo camerún marruecos venezuela
aleppo kabul damascus χαλέπι καμπούλ δαμασκό alepo damasco
"""
_KINDS = tuple(
    frozenset(fold(word) for word in words.split())
    for words in (_SERVED, _SOMEBODY, _FACTS, _PLACES)
)
_NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-zα-ωά-ώ][^\W\d_]{2,}")
_FULL_NAME = re.compile(r"\b[A-ZΑ-Ω][^\W\d_]{2,} [A-ZΑ-Ω][^\W\d_]{2,}")
_NUMBER = re.compile(r"\d{5,}")
_FEWEST_WORDS, _MANY_WORDS, _ENOUGH = 5, 25, 3


def tells_of_client(text: str) -> bool:
    """Three signs of a person and their matter: who they are, where from, papers, a number."""
    words = re.findall(r"[^\W_]+", text)
    if len(words) < _FEWEST_WORDS:
        return False
    folded = {fold(word) for word in words}
    signs = sum(bool(kind & folded) for kind in _KINDS)
    signs += bool(_NAME.search(text) or _FULL_NAME.search(text)) + bool(_NUMBER.search(text))
    signs += len(words) >= _MANY_WORDS
    return signs >= _ENOUGH
