"""A stand-in for the Rasa server in unit tests: a few words per intent, the same talks.

It passes the suite that the trained server passes (tests/dialogue/test_understanding.py).
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogue import wire
from dialogue.folding import fold
from dialogue.languages import read_language
from dialogue.talks import leaves
from dialogue.understanding import Entity, FilledTalk, Guess, NotAvailable, Understanding
from learning.talk.turns import OpenTalk, Slot, Talk

# The first line whose words are all in the text decides.
_WORDS = """
cancel_registration: sorry come|μπορώ έρθω|no puedo ir
register_webinar: sign up|γράψε με|apúntame
list_webinars: webinars|webinar|webinars
next_lesson: next lesson|επόμενο|siguiente
repeat_lesson: again lesson|ξανά μάθημα|repite lección
review_now: practise|quiz|επανάληψη|repasar
show_progress: progress|πρόοδό|progreso
resume_lessons: start again|ξεκίνα πάλι|reanuda
change_language: speak|language|γλώσσα|μίλα|idioma|habla
change_time: change time|lessons at|άλλαξε ώρα|μαθήματα στις|cambiar hora|lecciones a
pause_lessons: pause|stop sending|away|παύση|λείπω|pausa|fuera
snooze: not now|remind|όχι τώρα|θύμισέ|ahora no|recuérdamelo
explain_term: what mean|what is|τι σημαίνει|qué significa
privacy: who sees|ποιος βλέπει|quién ve
help: help|βοήθεια|ayuda
human: human|άνθρωπο|persona
greet: hello|γεια|hola
affirm: yes|ναι|sí
deny: no|forget it|όχι|no
"""
_INTENTS = [
    (intent, [{fold(word) for word in way.split()} for way in ways.split("|")])
    for intent, _, ways in (line.partition(": ") for line in _WORDS.strip().splitlines())
]
_TERMS = {fold(word): "refugee" for word in ("refugee", "πρόσφυγας", "refugiado")}
_TALKS: Mapping[str, tuple[Talk, Slot]] = {
    "change_time": (Talk.CHANGE_TIME, Slot.WHEN),
    "pause_lessons": (Talk.PAUSE, Slot.UNTIL),
    "snooze": (Talk.SNOOZE, Slot.DELAY),
    "change_language": (Talk.LANGUAGE, Slot.LANGUAGE),
}
_TOLD = {Slot.WHEN: ":8", Slot.UNTIL: "until μέχρι hasta week weeks", Slot.DELAY: "hour ώρα hora"}
_CONFIRMING = (Talk.CHANGE_TIME, Talk.PAUSE)


class FakeUnderstander:
    """`down` makes it as unavailable as a server that is not there."""

    def __init__(self) -> None:
        self.down = False
        self.heard: list[tuple[str, str, OpenTalk | None]] = []

    async def answers(self) -> bool:
        return not self.down

    async def understand(
        self, text: str, language: str, talk: OpenTalk | None = None
    ) -> Understanding:
        if self.down:
            raise NotAvailable
        self.heard.append((text, language, talk))
        text = wire.plain_text(text)
        if not text:
            return Understanding("nlu_fallback", 0.0, talk=talk)
        if talk is None:
            return _opened(_said(text), text)
        return _left(text) if leaves(text, language) else _turned(_said(text), text, talk)


def _said(text: str) -> Understanding:
    words = {word.strip("?!.,;") for word in fold(text).split()}
    found = [intent for intent, ways in _INTENTS if any(way <= words for way in ways)]
    intent = found[0] if found else "out_of_scope"
    entities = [Entity("term", _TERMS[word]) for word in words if word in _TERMS]
    if (language := read_language(text)) is not None:
        entities.append(Entity("language", language))
    others = found[1:2] or ["help"]
    guesses = (Guess(intent, 0.9), Guess(others[0], 0.1))
    return Understanding(intent, 0.9, guesses, tuple(entities))


def _opened(said: Understanding, text: str) -> Understanding:
    """A wish that opens a talk may fill its first slot at once."""
    if said.intent not in _TALKS:
        return said
    talk, slot = _TALKS[said.intent]
    if not _tells(slot, text):
        return replace(said, talk=OpenTalk(talk, slot))
    return _given(said, OpenTalk(talk, slot), text)


def _turned(said: Understanding, text: str, talk: OpenTalk) -> Understanding:
    if talk.needs is Slot.CONFIRMED and said.intent in ("affirm", "deny"):
        filled = FilledTalk(talk.talk, talk.slots, said.intent == "affirm")
        return replace(said, filled=filled, answered=True)
    if said.intent == "deny":
        return _left(text)
    if talk.needs is not Slot.CONFIRMED and _tells(talk.needs, text):
        return replace(_given(said, talk, text), answered=True)
    return replace(said, talk=talk)


def _given(said: Understanding, talk: OpenTalk, text: str) -> Understanding:
    slots = {**talk.slots, talk.needs: text}
    if talk.talk in _CONFIRMING:
        return replace(said, talk=OpenTalk(talk.talk, Slot.CONFIRMED, slots))
    return replace(said, filled=FilledTalk(talk.talk, slots, True))


def _tells(slot: Slot, text: str) -> bool:
    if slot is Slot.LANGUAGE:
        return read_language(text) is not None
    if slot is Slot.WHEN:
        return any(c.isdigit() for c in text) or "half past" in text or "μισή" in text
    words = set(fold(text).split())
    return bool(words & {fold(word) for word in _TOLD[slot].split()})


def _left(text: str) -> Understanding:
    return Understanding(
        "deny", 0.9, (Guess("deny", 0.9), Guess("help", 0.1)), left=True, answered=True
    )
