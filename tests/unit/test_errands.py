"""Whatever has a command can be asked for in words: by an intent of Rasa's, or as an errand."""

import re
from typing import Any

import pytest
import yaml

from bot.actions.commands import COMMANDS, WITH_WORDS
from bot.names import known_names
from bot.screens.menu import commands, role_commands
from bot.screens.speech import Speech
from dialogue import errands
from dialogue.errands import errand
from dialogue.installing import HOME
from dialogue.intents import ASKS
from dialogue.naming import mark
from learning.account.model import Role
from learning.ask import Ask

# English | Greek | Greeklish | Spanish
_SAID = """
settings: please open my settings|άνοιξε τις ρυθμίσεις μου|anoikse tis rythmiseis|abre los ajustes
settings: wrong time zone|αλλαγή ζώνης ώρας|zwni wras|cambiar mi zona horaria
settings: my field of work|θέλω να αλλάξω τον τομέα εργασίας μου|o tomeas mou|mi sector ha cambiado
path: show me my path|δείξε μου τη διαδρομή μου|ti diadromi mou thelw|enséñame mi recorrido
news: stop the announcements|σταμάτα τις ανακοινώσεις|stamata tis anakoinwseis|no más anuncios
move: i have a new phone|άλλαξα κινητό|exw neo kinito|tengo un móvil nuevo
meeting: when do we meet|πότε συναντιόμαστε|pote sinantiomaste|cuándo nos reunimos
meeting: i want to propose a meeting|θέλω να προτείνω μια συνάντηση|na proteinw sinantisi|
 quiero proponer una reunión
meeting: i can't come to our meeting|δεν έρχομαι στη συνάντησή μας|den mporw sti sinantisi mas|
 no puedo ir a la reunión
leave: i want to leave my organisation|θέλω να αποχωρήσω από τον οργανισμό|na fygw apo ton dimo|
 quiero dejar la organización
matching: i want to put the pairs together|φτιάξε τα ζευγάρια|thelw na ftiaksw zeugaria|
 quiero formar las parejas
pairs: which pairs are silent|πώς πάνε τα ζευγάρια|ta zeugaria tou mentoring|cómo van las parejas
evaluations: the evaluations of the mentoring|αξιολόγηση του mentoring|axiologisi tis kathodigisis|
 ver las evaluaciones
practices: good practices please|τι δοκίμασαν οι συνάδελφοι|kales praktikes|
 qué probaron mis compañeras
mentor: i'd like to become a mentor|θέλω να γίνω μέντορας|psaxnw mentora|me gustaría ser mentora
check: check this certificate|έλεγξε ένα πιστοποιητικό|elegkse ena pistopoiitiko|
 comprobar un certificado
about: who made this bot|ποιος έφτιαξε αυτό το bot|poios eftiakse auto|quién hizo esto
terms: show me the glossary|άνοιξέ μου το γλωσσάρι|glossari|abre el glosario
home: how is my organisation doing|πώς πάει ο οργανισμός|pws paei o organismos mou|
 cómo va mi organización
report: send the report on the course|θέλω την αναφορά για το μάθημα|anafora gia to mathima|
 quiero el informe del curso
broadcast: i want to announce something|στείλε μήνυμα σε όλους|minima se olous|enviar un anuncio
rounds: open a needs round|άνοιξε γύρο αναγκών|anoikse gyro anagkwn|abrir una ronda de necesidades
invite: invite my colleagues|θέλω να προσκαλέσω συναδέλφους|na proskaleso synadelfous|
 invitar a mi equipo
sheets: the sheets of codes|τα φύλλα κωδικών|fylla kwdikwn|hojas de códigos
messages: which messages wait for me|ποια μηνύματα περιμένουν|minimata pou perimenoun|
 mensajes pendientes
useful: how useful were the lessons|πόσο χρήσιμα ήταν τα μαθήματα|poso xrisima itan|
 qué utilidad tuvieron las lecciones
questions: how are the questions answered|πώς απαντώνται οι ερωτήσεις|pws apantwntai oi erwtiseis|
 cómo se responden las preguntas
audit: who did what|ποιος έκανε τι|poios ekane ti|quién hizo qué
"""
SAID = [
    (line.partition(": ")[0], way)
    for line in _SAID.replace("\n ", "").strip().splitlines()
    for way in line.partition(": ")[2].split("|")
]
# What needs more than words: the code of one person.
_NEEDS_A_CODE = {"code"}


@pytest.mark.parametrize(("command", "text"), SAID)
def test_an_errand_is_known_by_its_words(command: str, text: str) -> None:
    assert errand(text) == command


def test_every_errand_is_tried_and_leads_somewhere() -> None:
    assert {command for command, _ in SAID} == errands.COMMANDS
    assert {mark(command) for command in errands.COMMANDS} <= known_names(mark).keys()


def test_whatever_a_menu_lists_can_be_asked_for_in_words() -> None:
    speech = Speech("en")
    listed = {name for name, _ in (*commands(speech), *role_commands(speech, frozenset(Role)))}
    by_intent = {type(ask) for ask in ASKS.values()}
    unheard = {name for name in listed - errands.COMMANDS if type(_ask(name)) not in by_intent}
    assert unheard - _NEEDS_A_CODE == {"resources"}  # by the intent of that name: all, not some


def _ask(name: str) -> Ask[Any] | None:
    return (
        COMMANDS[name] if name in COMMANDS else WITH_WORDS[name]("") if name in WITH_WORDS else None
    )


def test_an_errand_does_not_take_what_an_intent_means() -> None:
    """Of all the test sentences; the list of terms is an errand beside the intent."""
    taken = []
    for path in (HOME / "tests").glob("*.yml"):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in entry["examples"].splitlines():
                text = re.sub(r"\[([^\]]+)\]\([a-z_:-]+\)", r"\1", line[2:])
                if entry["intent"] != "explain_term" and errand(text):
                    taken.append((text, entry["intent"]))
    assert taken == []
