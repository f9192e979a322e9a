"""A small questionnaire for tests: every kind of question, a condition, two situations."""

from learning.course.words import Words
from learning.needs.questionnaire import (
    Band,
    Block,
    Category,
    Condition,
    Editions,
    Fact,
    Grid,
    Known,
    Number,
    Option,
    Questionnaire,
    Row,
    Scale,
    Several,
    ShortText,
    Single,
    Use,
)


def words(en: str, el: str, es: str) -> Words:
    return Words({"en": en, "el": el, "es": es})


def options(*texts: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(str(at), words(*text)) for at, text in enumerate(texts, start=1))


OFTEN = tuple(
    Option(str(at), words(*text), phrase=words(*(each.lower() for each in text)))
    for at, text in enumerate(
        (
            ("Never", "Ποτέ", "Nunca"),
            ("A few times a year", "Λίγες φορές τον χρόνο", "Unas veces al año"),
            ("Every month", "Κάθε μήνα", "Cada mes"),
            ("Every week", "Κάθε εβδομάδα", "Cada semana"),
            ("Every day", "Κάθε μέρα", "Cada día"),
        ),
        start=1,
    )
)
SURE = options(
    ("Not at all sure", "Καθόλου", "Nada"),
    ("A little sure", "Λίγο", "Un poco"),
    ("Fairly sure", "Αρκετά", "Bastante"),
    ("Sure", "Σίγουρα", "Con seguridad"),
    ("Very sure", "Πολύ", "Mucho"),
)
MET = (Condition("contacts", ("c1", "c6")),)
KNOWN = Known(
    "known",
    words("Is this right <still>?", "Είναι σωστά;", "¿Es correcto?"),
    (Use.EXAMPLES,),
    (Fact.SECTOR, Fact.HOUR, Fact.LANGUAGE),
)
CONTACTS = Number(
    "contacts",
    words("How many people a week?", "Πόσους την εβδομάδα;", "¿Cuántas personas por semana?"),
    (Use.PROFILE, Use.REPORT),
    (
        Band("c0", words("None", "Κανέναν", "Ninguna"), 0),
        Band("c1", words("1 to 5", "1 έως 5", "De 1 a 5"), 1),
        Band("c6", words("6 or more", "6 ή περισσότερους", "6 o más"), 6),
    ),
    most=2000,
)
CHANNELS = Several(
    "channels",
    words("How do you meet them?", "Πώς τους συναντάτε;", "¿Cómo las atiende?"),
    (Use.REPORT,),
    (
        Option("desk", words("At the desk", "Στο γραφείο", "En ventanilla")),
        Option("phone", words("On the phone", "Στο τηλέφωνο", "Por teléfono")),
        Option("none", words("None of these", "Τίποτα", "Nada de esto"), alone=True),
    ),
    when=MET,
)
HELPER = Single(
    "helper",
    words("Who helps?", "Ποιος βοηθά;", "¿Quién ayuda?"),
    (Use.ORGANISATION, Use.REPORT),
    (
        Option("yes", words("An interpreter", "Διερμηνέας", "Un intérprete")),
        Option("no", words("Nobody", "Κανείς", "Nadie")),
    ),
)
ABILITY = Scale(
    "ability",
    words("How sure are you?", "Πόσο σίγουρα;", "¿Con cuánta seguridad?"),
    (Use.PATH, Use.REPORT),
    "sure",
    "communication",
    attitude=True,
)
DESK = Grid(
    "desk",
    words("Think of last month.", "Σκεφτείτε τον μήνα.", "Piense en el mes."),
    (Use.PRIORITY, Use.REPORT),
    (
        Row(
            "families",
            words("Families come.", "Έρχονται οικογένειες.", "Acuden familias."),
            words("you see families", "συναντάτε οικογένειες", "atiende a familias"),
            ("journey",),
        ),
        Row(
            "papers",
            words("Papers do not fit.", "Τα χαρτιά δεν χωρούν.", "Los papeles no encajan."),
            words("papers do not fit", "τα χαρτιά δεν χωρούν", "los papeles no encajan"),
            ("words",),
        ),
    ),
    "often",
    "sure",
    words("How often?", "Πόσο συχνά;", "¿Con qué frecuencia?"),
    words("How hard?", "Πόσο δύσκολο;", "¿Qué dificultad?"),
    when=MET,
    attitude=True,
)
WISH = ShortText(
    "wish",
    words("What would help?", "Τι θα βοηθούσε;", "¿Qué ayudaría?"),
    (Use.REPORT,),
    (
        Category(
            "language",
            words("Language", "Γλώσσα", "Idioma"),
            words("language | interpret", "γλωσσα | διερμηνε", "idioma | interpret"),
        ),
        Category(
            "team", words("The team", "Η ομάδα", "El equipo"), words("team", "ομαδα", "equipo")
        ),
    ),
)
QUESTIONNAIRE = Questionnaire(
    id="small",
    title=words("What you need", "Τι χρειάζεστε", "Qué necesita"),
    minutes=(1, 2),
    again="abilities",
    scales={"often": OFTEN, "sure": SURE},
    blocks=(
        Block("you", words("You", "Εσείς", "Usted"), (KNOWN, CONTACTS, CHANNELS, HELPER)),
        Block("abilities", words("Abilities", "Ικανότητες", "Capacidades"), (ABILITY,)),
        Block("desk-block", words("The desk", "Το γραφείο", "La ventanilla"), (DESK, WISH)),
    ),
)
HASH = "questionnaire-of-today"
EDITIONS = Editions(HASH, {HASH: QUESTIONNAIRE})
