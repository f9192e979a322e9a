"""From a typed text to its meaning: names and values first, then whoever understands sentences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from dialogue import intents, sayings
from dialogue.cases import tells_of_client
from dialogue.errands import asks_what_it_is, errand
from dialogue.meaning import (
    lacks_meaning,
    meaning_of,
    says_too_little,
    told,
    without_understander,
)
from dialogue.naming import mark, named
from dialogue.signs import spelled_out
from dialogue.talks import leaves, stops
from dialogue.terms import terms_alone, terms_in, terms_spelled
from dialogue.understanding import NotAvailable, Understander, Understanding
from dialogue.values import typed_choice
from learning.ask import Ask
from learning.glossary.model import Term
from learning.talk.asks import LeaveTalk, MakeSmallTalk
from learning.talk.model import SmallTalk
from learning.talk.turns import InView, Listening, Meaning

_FEW_WORDS = 3


class Listener:
    """`names` are commands and the like by the mark of their names."""

    def __init__(
        self,
        understander: Understander,
        names: Mapping[str, Ask[Any]],
        glossary: Callable[[], Mapping[str, Term]],
    ) -> None:
        self._understander = understander
        self._names = names
        self._glossary = glossary

    async def hear(
        self, text: str, listening: Listening, in_view: Sequence[InView], now: datetime
    ) -> Meaning:
        """Within two seconds, whatever the understander does."""
        local = now.astimezone(ZoneInfo(listening.settings.zone))
        if listening.pointed:
            return Meaning()
        text = spelled_out(text)
        plain = self._plainly(text, listening, in_view, local)
        if plain is not None:
            return plain
        if tells_of_client(text):
            return Meaning(case=True)
        try:
            said = await self._understander.understand(
                text, listening.settings.language, listening.talk
            )
        except NotAvailable:
            found = without_understander(text, listening, local)
            pressed = sayings.said(text, in_view)  # "yes" needs nobody when it is on a button
            if pressed is None or (found.ask and not isinstance(pressed, sayings.AGREED)):
                return found
            return Meaning(pressed, named=True)
        meaning = meaning_of(said, text, listening, local)
        if not listening.waiting and not meaning.turn:
            meaning = self._as_term(text, meaning)
        meaning = self._with_terms(said, text, meaning)
        if meaning.ask is None and listening.exact:
            return Meaning()
        return _pressed(said.intent, meaning, in_view) if listening.talk is None else meaning

    def _plainly(
        self, text: str, listening: Listening, in_view: Sequence[InView], local: datetime
    ) -> Meaning | None:
        """What needs nobody to understand sentences; None when it takes somebody."""
        ask = named(text, in_view) or sayings.said_of_an_end(text, in_view)
        if ask is None and listening.talk is None:
            ask = sayings.said(text, in_view)
        if ask is not None:
            return Meaning(ask, named=True)
        if listening.talk is None:
            chosen = typed_choice(text, listening, in_view, local)
            if chosen is not None or listening.exact:
                return chosen or Meaning()
        if (command := self._command(text, listening, local)) is not None:
            return Meaning(command, named=True)
        if listening.asked and listening.talk is None:
            return Meaning()
        if listening.talk is not None and leaves(text, listening.settings.language):
            return Meaning(LeaveTalk(), turn=True)
        if listening.talk is None and stops(text, listening.settings.language):
            return Meaning(MakeSmallTalk(SmallTalk.STOP))
        if asks_what_it_is(text):
            talks = listening.talk is not None
            return Meaning(MakeSmallTalk(SmallTalk.MACHINE), aside=True, turn=talks)
        empty = lacks_meaning if listening.talk is not None else says_too_little
        return Meaning() if empty(text) else None

    def _command(self, text: str, listening: Listening, local: datetime) -> Ask[Any] | None:
        """By its name or by what it is for, unless an open talk waits for just that."""
        name, talk = self._names.get(mark(text)), listening.talk
        if name is not None or listening.asked:
            return name
        if talk is not None and told(talk.talk, text, listening, local) is not None:
            return None
        return self._names.get(mark(errand(text) or ""))

    def _as_term(self, text: str, meaning: Meaning) -> Meaning:
        """A term alone is asked about, whatever else it sounds like; an open question may want it
        for an answer."""
        if len(text.split()) > _FEW_WORDS:
            return meaning
        found = terms_spelled(text, self._glossary())
        return Meaning(intents.explained(found), aside=True) if found else meaning

    def _with_terms(self, said: Understanding, text: str, meaning: Meaning) -> Meaning:
        """A word to explain is looked up; a few words alone may be one, too."""
        asked = meaning.ask == intents.ASKS["explain_term"]
        lone = meaning.ask is None and not meaning.turn and len(text.split()) <= _FEW_WORDS
        if not asked and not lone:
            return meaning
        glossary = self._glossary()
        found = (
            terms_in(text, glossary, said.first("term")) if asked else terms_alone(text, glossary)
        )
        if not asked and not found:
            return meaning
        return replace(meaning, ask=intents.explained(found), aside=True)


def _pressed(intent: str, meaning: Meaning, in_view: Sequence[InView]) -> Meaning:
    """ "Yes" and "next" mean what is in view, where something there leads on."""
    kinds: tuple[type[Ask[Any]], ...] = ()
    if meaning.ask is not None and intent == "next_lesson":
        kinds = sayings.ONWARD
    elif meaning.ask == intents.ASKS["affirm"]:
        kinds = (*sayings.AGREED, *sayings.ONWARD)
    elif meaning.ask == intents.ASKS["deny"]:
        kinds = sayings.REFUSED
    pressed = sayings.onward(in_view, kinds)
    return meaning if pressed is None else Meaning(pressed, named=True)
