"""Errands that have a command and a screen, but no intent of their own, told by their words.

Rasa knows what people want of the course; these few are asked for seldom, and mostly by whoever
runs it. A text asks for the first line of which one way, between bars, has all its stems at the
beginnings of words in the text, however they are accented, in any of our languages or in Greeklish.
"""

from collections.abc import Sequence

from dialogue.naming import words_of

SHORT = 3  # letters: "my" does not begin "myself"
LONGEST = 14  # words: a story that mentions a report does not ask for one

# The narrower errand stands before the wider one.
_ERRANDS = """
check: check certificate|verify certificate|certificate genuine|certificate real|
 certificate valid|ελεγξ πιστοποιητικ|ελεγχ πιστοποιητικ|επαληθευ|πιστοποιητικ γνησι|
 πιστοποιητικ εγκυρ|comprobar certificado|comprueb certificado|verific certificado|
 certificado autentico|certificado valido
rounds: needs round|round needs|open a round|close the round|γυρο αναγκ|γυρο ερωτηματολογ|
 ronda necesidades|abrir ronda|cerrar ronda
report: report course|course report|report organisation|report department|report needs|
 report my people|needs report|report pdf|report xlsx|αναφορα μαθημα|αναφορα οργανισμ|
 αναφορα αναγκ|αναφορα τμημα|εκθεση αναγκ|εκθεση οργανισμ|informe curso|informe organizacion|
 informe necesidades|informe departamento
sheets: sheets code|code sheets|codes used|φυλλα κωδικ|κωδικ χρησιμοποι|hojas codigo|codigos usado
invite: invite people|invite colleague|invite staff|invite my|new codes|make codes|more codes|
 προσκαλεσ|προσκλησ|νεους κωδικ|κωδικους για|invitar a|invita a|codigos nuevos|nuevos codigos|
 mas codigos
news: stop announcement|no announcement|announcements again|no more announcement|the news|
 any news|my announcements|σταματ ανακοινωσ|οχι ανακοινωσ|παλι ανακοινωσ|ξανα ανακοινωσ|
 τα νεα σας|no anuncios|sin anuncios|anuncios otra vez|parar anuncio|dejar anuncio|deja anuncio
broadcast: announce|announcement|write to everybody|write to everyone|message to everybody|
 message to everyone|message to all|ανακοινωσ|μηνυμα σε ολους|γραψω σε ολους|anuncio|anunciar|
 mensaje a todos|mensaje a todas|escribir a todos|escribir a todo
move: new phone|changed my phone|new telegram|another telegram|other telegram|new account|
 another account|different account|νεο κινητο|αλλο κινητο|αλλαξα κινητο|νεο τηλεφωνο|
 αλλο telegram|νεο telegram|νεο λογαριασμ|αλλο λογαριασμ|movil nuevo|nuevo movil|otro movil|
 otra cuenta|nueva cuenta|cuenta nueva|telegram nuevo|otro telegram|
 cambie movil|cambie telefono|cambie celular|cambiado movil|cambiado telefono|nuevo celular|
 celular nuevo|αλλαξα τηλεφωνο|αλλαξα συσκευη
matching: put pairs|make pairs|make the pairs|pair up|matching|match mentor|who fits whom|
 φτιαξ ζευγ|ταιριαξ|ταιριασμ|ζευγαρωμ|κανω ζευγ|formar parejas|hacer parejas|quiero emparejar|
 juntar parejas|arma parejas|armar parejas
pairs: silent pairs|quiet pairs|pairs doing|pairs going|pairs getting on|
 τα ζευγαρια|τα ζευγη|ποια ζευγ|ζευγ σιωπ|las parejas|parejas mentor|parejas calladas|que parejas
evaluations: mentoring evaluat|evaluation mentor|evaluations|
 αξιολογησ mentor|αξιολογησ μεντορ|αξιολογησ καθοδηγησ|axiologis mentor|axiologis kathodig|
 evaluacion mentor|evaluaciones
practices: good practice|best practice|what colleagues tried|colleagues have tried|
 καλες πρακτικ|καλη πρακτικ|καλων πρακτικ|δοκιμασαν συναδελφ|δοκιμασαν αλλ|buenas practicas|
 buena practica|probaron companer|probado companer|probaron otr
mentor: become a mentor|become mentor|to be a mentor|mentor for someone|mentor somebody|
 volunteer mentor|looking for a mentor|find me a mentor|have no mentor|
 γινω μεντορ|γινω mentor|ειμαι μεντορ αλλ|ψαχνω μεντορ|ψαχνω mentor|βρειτε μου μεντορ|
 βρες μου μεντορ|ser mentor|hacerme mentor|convertirme mentor|busco mentor|buscame mentor|
 encuentrame mentor|busquen mentor
meeting: when do we meet|when are we meeting|our meeting|our next meeting|propose meeting|
 propose to meet|come to the meeting|move the meeting|cancel the meeting|
 ποτε συναντιομαστε|ποτε βλεπομαστε|συναντησ μας|προτειν συναντησ|αλλαξ συναντησ|ακυρωσ συναντησ|
 cuando nos reunimos|cuando nos vemos|cuando quedamos|nuestra reunion|proponer reunion|
 propongo reunion|propon reunion|cambiar reunion|cancelar reunion|ir a la reunion
leave: leave organisation|leave organization|quit organisation|no longer work municipality|
 φυγω οργανισμ|φυγω δημο|αποχωρ οργανισμ|αποχωρ δημο|αφησω οργανισμ|φευγω οργανισμ|
 dejar organizacion|dejo organizacion|salir organizacion|dejar ayuntamiento|dejo ayuntamiento|
 ya no trabajo ayuntamiento
audit: audit|who did what|ποιος εκανε τι|αρχειο ενεργει|auditori|quien hizo que|
 registro de acciones
useful: how useful|useful parts|useful were|ποσο χρησιμ|χρησιμοτητα|cuan util|utilidad|
 utiles fueron
questions: how are the questions answered|questions answered wrong|πως απαντωνται ερωτησ|
 responden las preguntas|responde a las preguntas
messages: messages wait|waiting messages|inbox|unanswered|μηνυματα περιμεν|αναπαντητ|εισερχομεν|
 mensajes pendient|mensajes esperan|sin responder|bandeja
home: my organisation glance|our organisation doing|my organisation doing|show my organisation|
 dashboard|εικονα οργανισμ|παει ο οργανισμος|δειξ οργανισμ|πινακας οργανισμ|como va organizacion|
 ver mi organizacion|panel organizacion
path: my path|my own path|learning path|διαδρομη μου|δικη μου διαδρομη|μαθησιακη διαδρομη|
 mi camino|mi recorrido|mi itinerario|mi propio itinerario
about: about the course|about this course|who made this|whose project|about this project|
 σχετικα με το μαθημα|ποιος εφτιαξε|τι ειναι το qser|what is q ser|who is q ser|
 τι ειναι το q ser|que es q ser|que es qser|sobre el curso|quien hizo esto|
 de quien es este proyecto
settings: am i paused|is it paused|are my lessons paused|ειμαι σε παυση|σε παυση ειμαι|
 estoy en pausa|esta en pausa|my settings|open settings|show settings|change settings|
 preferences|time zone|timezone|
 field of work|my field|my sector|ρυθμισεις μου|ανοιξ ρυθμισ|δειξ ρυθμισ|αλλα ρυθμισ|ζωνη ωρας|
 τομεα εργασ|τομεα μου|mis ajustes|abrir ajustes|abre ajustes|abreme ajustes|cambiar ajustes|
 ver ajustes|mi configuracion|preferencias|zona horaria|mi sector|campo de trabajo|
 ambito de trabajo
terms: the glossary|list of words|list of terms|all the terms|which words|γλωσσαρι|λιστα ορων|
 ποιους ορους|glosario|lista de palabras|lista de terminos
"""
_OF_ITSELF = """
itself: are you robot|are you bot|are you human|are you real|are you machine|are you computer|
 are you ai|
 talking to robot|talking to bot|talking to machine|εισαι ρομποτ|εισαι μποτ|εισαι μηχαν|
 εισαι ανθρωπος|εισαι αληθιν|ειστε ρομποτ|ειστε ανθρωπος|μιλαω με ρομποτ|μιλαω με μηχαν|
 eres robot|eres bot|eres maquina|eres humano|eres humana|eres persona|eres real|eres ia|
 usted robot|usted maquina|hablo con robot|hablo con maquina|hablando con robot
"""


def _read(table: str) -> Sequence[tuple[str, tuple[tuple[str, ...], ...]]]:
    lines = table.replace("\n ", "").strip().splitlines()
    named = (line.partition(": ") for line in lines)
    return tuple(
        (name, tuple(_stems(way) for way in ways.split("|") if way)) for name, _, ways in named
    )


def _stems(way: str) -> tuple[str, ...]:
    """As they are found in words that stand between spaces; a short one is a whole word."""
    return tuple(f" {s}" if len(s) > SHORT else f" {s} " for s in words_of(way).split())


_WAYS = _read(_ERRANDS)
_WAYS_OF_ITSELF = _read(_OF_ITSELF)[0][1]
COMMANDS = frozenset(name for name, _ in _WAYS)


def errand(text: str) -> str | None:
    """The command whose words the text has; None when it has none of them."""
    words = _between_spaces(text)
    return next((name for name, ways in _WAYS if any(_has(words, way) for way in ways)), None)


def asks_what_it_is(text: str) -> bool:
    """Whether somebody wants to know whether a person is at the other end."""
    words = _between_spaces(text)
    return any(_has(words, way) for way in _WAYS_OF_ITSELF)


def _between_spaces(text: str) -> str:
    """The words of the text, each between spaces; "" where they are too many for an errand."""
    words = words_of(text).split()
    return f" {' '.join(words)} " if len(words) <= LONGEST else ""


def _has(words: str, way: Sequence[str]) -> bool:
    return all(stem in words for stem in way)
