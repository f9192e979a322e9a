"""Other words for the buttons that the chat is looking at: "go on", "back", "no idea"."""

from collections.abc import Callable, Sequence
from typing import Any

from dialogue.naming import words_of
from learning.account.asks import ChangeTime, Pause, PauseUntil, ShowDefaults
from learning.ask import Ask
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    ChangeAnswer,
    GiveUp,
    NextLesson,
    SettlePicks,
    TurnBack,
    TurnOn,
)
from learning.lessons.pointing import placed
from learning.reviews.model import Confidence
from learning.scenarios.asks import Choose, GoOn, OpenScenario, PlayAgain, Reconsider
from learning.talk.asks import ForgetText, GiveTextTo
from learning.talk.turns import InView
from learning.tickets.asks import DropTicket

# In this order, whatever the order of the buttons: what leads on from here.
ONWARD = (TurnOn, GoOn, ShowDefaults, BeginCourse, OpenScenario, NextLesson)
AGREED = (ChangeTime, PauseUntil, GiveTextTo)
REFUSED = (ForgetText, DropTicket)

_ONWARD = """
next|go on|continue|further|onward|go ahead|lets go|start|begin|more|next card|next one|next please|
επόμενο|επόμενη|συνέχεια|συνέχισε|συνεχίζω|συνεχίστε|πάμε|παρακάτω|ξεκινάμε|ξεκίνα|αρχίζουμε|μπροστά|
siguiente|sigue|siga|seguir|continuar|continúa|adelante|vamos|empezar|empieza|avanza|más|
"""
_YES = """
yes|yes please|ok|okay|right|thats right|correct|sure|yep|yeah|
ναι|σωστά|σωστό|εντάξει|οκ|βεβαίως|μάλιστα|ακριβώς|
sí|sí por favor|vale|correcto|de acuerdo|exacto|eso es|así es|
"""
_NO = "no|nope|no thanks|cancel|όχι|άκυρο|no gracias|cancelar"
_BACK = """
back|go back|previous|previous card|one back|πίσω|προηγούμενο|προηγούμενη|πήγαινε πίσω|
atrás|volver|anterior|vuelve
"""
_SURE = """
sure|im sure|i am sure|very sure|certain|quite sure|positive|
σίγουρος|σίγουρη|σίγουρα|είμαι σίγουρος|είμαι σίγουρη|βέβαιος|βέβαιη|
segura|seguro|estoy segura|estoy seguro|muy segura|muy seguro
"""
_UNSURE = """
not sure|unsure|not quite sure|im not sure|i am not sure|more or less|not entirely sure|
όχι σίγουρος|όχι σίγουρη|δεν είμαι σίγουρος|δεν είμαι σίγουρη|όχι και τόσο|περίπου|
no estoy segura|no estoy seguro|no muy segura|no muy seguro|más o menos|no del todo
"""
_GUESS = """
guess|a guess|i guessed|just a guess|guessing|i am guessing|
μαντεψιά|το μάντεψα|στην τύχη|τυχαία|μάντεψα|
lo he adivinado|adiviné|al azar|a ojo|intuición|una suposición
"""
_GIVE_UP = """
i dont know|dont know|dunno|no idea|i have no idea|pass|skip|idk|
δεν ξέρω|δε ξέρω|δεν έχω ιδέα|καμία ιδέα|ιδέα δεν έχω|πάσο|δεν γνωρίζω|
no sé|no lo sé|ni idea|no tengo ni idea|paso|no tengo idea
"""
_CHANGE = """
change|change it|change my answer|wait|another answer|start again|
αλλαγή|αλλάζω|άλλαξέ το|άλλη απάντηση|περίμενε|
cambiar|cambiarlo|otra respuesta|cambiar mi respuesta|espera
"""
_DONE = """
done|ready|thats all|finished|that is all|έτοιμο|τέλος|αυτά|τελείωσα|
listo|lista|ya está|eso es todo|hecho
"""
_STOP = """
stop|leave it|never mind|dont send|do not send|forget it|
άσε το|άστο|μην το στείλεις|σταμάτα|
déjalo|no lo envíes|no enviar|para|olvídalo
"""
_ENDLESS = """
until i say so|until further notice|until i tell you|indefinitely|for good|for ever|forever|
i dont know yet|no idea when|open end|
μέχρι να το πω εγώ|μέχρι να πω εγώ|μέχρι νεωτέρας|επ αόριστον|για πάντα|δεν ξέρω ακόμα|
hasta que yo diga|hasta que yo lo diga|hasta nuevo aviso|indefinidamente|para siempre|
no lo sé todavía|todavía no sé|aún no lo sé
"""
_AGAIN = "again|play again|once more|ξανά|πάλι|άλλη μία|otra vez|de nuevo|repetir"
_DIFFERENTLY = """
choose differently|something else|choose again|αλλιώς|κάτι άλλο|διαφορετικά|
otra cosa|de otra manera|elegir otra
"""

Wanted = Callable[[Ask[Any]], bool]


def _confident(confidence: Confidence) -> Wanted:
    return lambda ask: isinstance(ask, AnswerQuestion) and ask.confidence is confidence


def _one_of(*kinds: type[Ask[Any]]) -> Wanted:
    return lambda ask: isinstance(ask, kinds)


# The first line whose words were said, and whose button is in view, decides.
_SAYINGS: tuple[tuple[str, Wanted], ...] = (
    (_SURE, _confident(Confidence.SURE)),
    (_UNSURE, _confident(Confidence.UNSURE)),
    (_GUESS, _confident(Confidence.GUESS)),
    (_GIVE_UP, _one_of(GiveUp)),
    (_BACK, _one_of(TurnBack)),
    (_CHANGE, _one_of(ChangeAnswer)),
    (_DONE, _one_of(SettlePicks)),
    (_YES, _one_of(*AGREED)),
    (_NO, _one_of(*REFUSED)),
    (_STOP, _one_of(*REFUSED)),
    (_AGAIN, _one_of(PlayAgain)),
    (_DIFFERENTLY, _one_of(Reconsider)),
    *(((_ONWARD + _YES), _one_of(kind)) for kind in ONWARD),
)


def _known(words: str) -> frozenset[str]:
    return frozenset(words_of(word) for word in words.split("|") if words_of(word))


_WORDS = tuple((_known(words), wanted) for words, wanted in _SAYINGS)


def said(text: str, in_view: Sequence[InView]) -> Ask[Any] | None:
    """The button in view that `text` is another word for."""
    words, asks = words_of(text), [button.ask for button in in_view]
    for known, wanted in _WORDS:
        if words in known:
            found = next((ask for ask in asks if wanted(ask)), None)
            if found is not None:
                return found
    return _chosen(text, [ask for ask in asks if isinstance(ask, Choose)])


def agrees(text: str) -> bool:
    """Whether these words alone say yes."""
    return words_of(text) in _known(_YES)


def said_of_an_end(text: str, in_view: Sequence[InView]) -> Ask[Any] | None:
    """The button for a pause without an end, which no day can say."""
    if words_of(text) not in _known(_ENDLESS):
        return None
    pauses = (button.ask for button in in_view if isinstance(button.ask, Pause))
    return next((pause for pause in pauses if pause.days is None), None)


def onward(in_view: Sequence[InView], kinds: tuple[type[Ask[Any]], ...]) -> Ask[Any] | None:
    """The first button in view of the first of these kinds that any has."""
    found = (button.ask for kind in kinds for button in in_view if isinstance(button.ask, kind))
    return next(found, None)


def _chosen(text: str, choices: Sequence[Ask[Any]]) -> Ask[Any] | None:
    """By number, letter or place, as a scenario's choices stand."""
    return placed(text, choices)
