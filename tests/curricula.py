"""A small course for tests: two subunits, every kind of question, a scenario with a branch."""

from datetime import date

from learning.course.curriculum import Curriculum
from learning.course.model import Card, Course, Lesson, Module, Source, Subunit
from learning.course.questions import (
    Item,
    Match,
    NumberQuestion,
    Option,
    Pair,
    PutInOrder,
    SeveralChoice,
    ShortText,
    SingleChoice,
    TrueOrFalse,
)
from learning.course.scenario import Branch, Choice, Condition, Decision, Ending, Scenario
from learning.course.words import Words
from tests.asked_questions import EDITIONS
from tests.circles import CIRCLES
from tests.papers import PAPERS
from tests.selection import SELECTION
from tests.terms import TERMS


def words(en: str, el: str, es: str) -> Words:
    return Words({"en": en, "el": el, "es": es})


CHECKED = date(2026, 11, 21)
REGULATION = Source(
    id="reg",
    citation="Regulation (EU) 2024/1347, Art. 3",
    country="eu",
    checked=CHECKED,
    url="https://example.eu/reg?a=1&b=2",
    expires=date(2027, 11, 21),
)
EXPIRED = Source("old", "Circular 12 <draft>", "gr", CHECKED, expires=date(2026, 11, 22))

SINGLE = SingleChoice(
    id="single",
    prompt=words("What do you write?", "Τι γράφετε;", "¿Qué escribe usted?"),
    options=(
        Option(
            "a",
            words(
                "The word that she uses for herself",
                "Τη λέξη που χρησιμοποιεί η ίδια για τον εαυτό της",
                "La palabra que ella usa para sí misma",
            ),
            False,
            words("Her word is about her life.", "Μιλά για τη ζωή της.", "Habla de su vida."),
        ),
        Option(
            "b",
            words("The words on the card", "Τα λόγια της κάρτας", "Las palabras de la tarjeta"),
            True,
            words("They travel safely.", "Ταξιδεύουν με ασφάλεια.", "Viajan con seguridad."),
        ),
        Option(
            "c",
            words("Nothing & wait", "Τίποτα & αναμονή", "Nada & esperar"),
            False,
            words("The file stops here.", "Ο φάκελος σταματά.", "El expediente se para."),
        ),
    ),
    reason=words("The field is legal.", "Το πεδίο είναι νομικό.", "El campo es jurídico."),
)
SEVERAL = SeveralChoice(
    id="several",
    prompt=words("What helps?", "Τι βοηθά;", "¿Qué ayuda?"),
    options=(
        Option(
            "pause",
            words("Pausing", "Παύσεις", "Hacer pausas"),
            True,
            words("Yes.", "Ναι.", "Sí."),
        ),
        Option(
            "eye",
            words("Looking at her", "Βλέμμα σε εκείνη", "Mirarla a ella"),
            True,
            words("Yes, at her.", "Ναι, σε εκείνη.", "Sí, a ella."),
        ),
        Option(
            "loud",
            words("Speaking louder", "Πιο δυνατά", "Hablar más alto"),
            False,
            words("Loud is not clear.", "Δυνατά δεν θα πει καθαρά.", "Alto no es claro."),
        ),
    ),
    reason=words("Calm helps.", "Η ηρεμία βοηθά.", "La calma ayuda."),
)
TRUE_FALSE = TrueOrFalse(
    id="truth",
    prompt=words("A child may interpret.", "Παιδί μπορεί να διερμηνεύει.", "Un niño interpreta."),
    answer=False,
    if_true=words("It is a burden.", "Είναι βάρος.", "Es una carga."),
    if_false=words("Right, never.", "Σωστά, ποτέ.", "Así es, nunca."),
    reason=words("Children are not staff.", "Δεν είναι προσωπικό.", "No son personal."),
)
ORDER = PutInOrder(
    id="order",
    prompt=words("In which order?", "Με ποια σειρά;", "¿En qué orden?"),
    items=(
        Item("look", words("Look", "Κοιτάζω", "Mirar")),
        Item("listen", words("Listen", "Ακούω", "Escuchar")),
        Item("link", words("Link", "Συνδέω", "Conectar")),
    ),
    reason=words("So says WHO.", "Το λέει ο ΠΟΥ.", "Lo dice la OMS."),
)
MATCH = Match(
    id="match",
    prompt=words("Match them.", "Αντιστοιχίστε.", "Relaciónelos."),
    pairs=(
        Pair(
            "mig",
            words("Migrant", "Μετανάστης", "Migrante"),
            words(
                "Has moved away from home, for any reason",
                "Έφυγε από τον τόπο του, για οποιονδήποτε λόγο",
                "Se ha ido de su casa, por cualquier motivo",
            ),
        ),
        Pair(
            "asy",
            words("Asylum seeker", "Αιτών άσυλο", "Solicitante de asilo"),
            words("Awaits the answer", "Περιμένει απάντηση", "Espera la respuesta"),
        ),
        Pair(
            "ref",
            words("Refugee", "Πρόσφυγας", "Refugiado"),
            words("Fears persecution", "Φοβάται δίωξη", "Teme persecución"),
        ),
    ),
    reason=words("Words of a moment.", "Λέξεις μιας στιγμής.", "Palabras de un momento."),
)
NUMBER = NumberQuestion(
    id="number",
    prompt=words("How many per cent?", "Πόσα τοις εκατό;", "¿Cuánto por ciento?"),
    answer=47,
    tolerance=3,
    if_lower=words("It is more.", "Είναι περισσότερο.", "Es más."),
    if_higher=words("It is less.", "Είναι λιγότερο.", "Es menos."),
    reason=words("FRA asked in 2024.", "Ρώτησε ο FRA το 2024.", "Lo preguntó la FRA en 2024."),
)
TEXT = ShortText(
    id="text",
    prompt=words("Who should interpret?", "Ποιος διερμηνεύει;", "¿Quién interpreta?"),
    accepted=words(
        "interpreter | an interpreter", "διερμηνέας | ο διερμηνέας", "intérprete | un intérprete"
    ),
    if_other=words("Think of a profession.", "Σκεφτείτε επάγγελμα.", "Piense en una profesión."),
    reason=words("It is a trade.", "Είναι επάγγελμα.", "Es un oficio."),
)


def card(id: str, country: str | None = None) -> Card:
    return Card(
        id,
        words(
            "**Words** *matter* & stay:\n- one\n- two",
            "Οι **λέξεις** *μετράνε* & μένουν:\n- ένα\n- δύο",
            "Las **palabras** *importan* & quedan:\n- uno\n- dos",
        ),
        sources=("reg", "old"),
        country=country,
    )


TRY_TODAY = words("Ask one open question.", "Κάντε μια ανοιχτή ερώτηση.", "Haga una pregunta.")


def lesson(id: str, title: Words, *questions: SingleChoice | TrueOrFalse | Match) -> Lesson:
    return Lesson(
        id=id,
        title=title,
        competences=("communication",),
        sectors=("citizen-service",),
        cards=(card("c1"), card("c2"), card("note", country="gr"), card("c3")),
        questions=questions,
        try_today=TRY_TODAY,
        sources=(REGULATION, EXPIRED),
    )


FIRST = lesson("first-words", words("First words", "Πρώτες λέξεις", "Primeras palabras"), SINGLE)
SECOND = Lesson(
    id="all-kinds",
    title=words("Every kind of question", "Κάθε είδους ερώτηση", "Toda clase de preguntas"),
    competences=("communication",),
    sectors=("education",),
    cards=(card("c1"), card("c2"), card("c3")),
    questions=(SEVERAL, TRUE_FALSE, ORDER, MATCH, NUMBER, TEXT),
    try_today=TRY_TODAY,
    sources=(REGULATION, EXPIRED),
)
THIRD = lesson("on-the-way", words("On the way", "Στον δρόμο", "En camino"), TRUE_FALSE)


def choice(id: str, text: Words, effects: dict[str, int], *leads: Branch) -> Choice:
    return Choice(
        id=id,
        text=text,
        consequence=words("She nods.", "Γνέφει.", "Ella asiente."),
        coaching=words("A nod is not a yes.", "Το νεύμα δεν είναι ναι.", "Asentir no es un sí."),
        leads=leads,
        effects=effects,
    )


ASK = words("I ask her", "Τη ρωτώ", "Le pregunto")
WAIT = words(
    "I wait until she has found her document",
    "Περιμένω μέχρι να βρει το έγγραφό της",
    "Espero hasta que encuentre su documento",
)
TRUSTED = Condition("trust", "at_least", 1)

DESK = Scenario(
    id="at-the-desk",
    title=words("At the desk", "Στο γκισέ", "En la ventanilla"),
    competences=("communication",),
    sectors=("citizen-service",),
    start="d1",
    variables={"trust": 0},
    decisions=(
        Decision(
            "d1",
            words("A woman stands there.", "Μια γυναίκα στέκεται εκεί.", "Hay una mujer allí."),
            (
                choice("ask", ASK, {"trust": 1}, Branch("d2")),
                choice("wait", WAIT, {}, Branch("d2")),
            ),
        ),
        Decision(
            "d2",
            words("The card has run out.", "Η κάρτα έληξε.", "La tarjeta ha caducado."),
            (
                choice("ask", ASK, {}, Branch("good", (TRUSTED,)), Branch("cold")),
                choice("wait", WAIT, {}, Branch("cold")),
            ),
        ),
    ),
    endings=(
        Ending(
            "good",
            words("She smiles.", "Χαμογελά.", "Ella sonríe."),
            words("Ask first.", "Ρωτήστε πρώτα.", "Pregunte primero."),
            sources=("reg",),
        ),
        Ending(
            "cold",
            words("She leaves.", "Φεύγει.", "Ella se va."),
            words("Wait with her.", "Περιμένετε μαζί της.", "Espere con ella."),
        ),
    ),
    sources=(REGULATION,),
)
ROAD = Scenario(
    id="on-the-road",
    title=words("On the road", "Στον δρόμο", "En la carretera"),
    competences=("communication",),
    sectors=(),
    start="d1",
    variables={},
    decisions=(
        Decision(
            "d1",
            words("He is tired.", "Είναι κουρασμένος.", "Está cansado."),
            (choice("ask", ASK, {}, Branch("end")), choice("wait", WAIT, {}, Branch("end"))),
        ),
    ),
    endings=(
        Ending(
            "end",
            words("He sits down.", "Κάθεται.", "Se sienta."),
            words("Offer a seat.", "Προσφέρετε θέση.", "Ofrezca asiento."),
        ),
    ),
)

COURSE = Course(
    id="small",
    title=words("A small course", "Ένα μικρό μάθημα", "Un curso pequeño"),
    licence="CC BY-SA 4.0",
    languages=("en", "el", "es"),
    competences={"communication": words("Communication", "Επικοινωνία", "Comunicación")},
    sectors={
        "citizen-service": words("Citizen service", "Κέντρο πολιτών", "Atención ciudadana"),
        "education": words("Education", "Εκπαίδευση", "Educación"),
    },
    modules=(
        Module(
            "m1",
            words("Meeting people", "Συναντώντας ανθρώπους", "Encontrar personas"),
            (
                Subunit(
                    "words",
                    words("Words that matter", "Λέξεις που μετράνε", "Palabras que importan"),
                    ("communication",),
                    ("first-words", "all-kinds"),
                    "at-the-desk",
                ),
                Subunit(
                    "journey",
                    words("Why people move", "Γιατί μετακινούνται", "Por qué se mueven"),
                    ("communication",),
                    ("on-the-way",),
                    "on-the-road",
                ),
            ),
        ),
    ),
)


def small() -> Curriculum:
    """Two subunits: first-words, all-kinds, at-the-desk; on-the-way, on-the-road."""
    return Curriculum(
        course=COURSE,
        lessons={lesson.id: lesson for lesson in (FIRST, SECOND, THIRD)},
        scenarios={"at-the-desk": DESK, "on-the-road": ROAD},
        hashes={"at-the-desk": "hash-desk", "on-the-road": "hash-road"},
        resources=PAPERS,
        minutes_of={
            "first-words": 5,
            "all-kinds": 6,
            "at-the-desk": 5,
            "on-the-way": 7,
            "on-the-road": 8,
        },
        glossary=TERMS,
        selection=SELECTION,
        version="0123456789ab",
        needs=EDITIONS,
        mentoring=CIRCLES,
    )
