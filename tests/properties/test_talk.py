"""Whatever is open and whatever is typed: no text reaches a prompt that it was not meant for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, ClassVar

from hypothesis import given
from hypothesis import strategies as st

from learning.account.model import WORKING_DAYS, Actor, Enrolment, Person
from learning.ask import Ask, Right, UseCases
from learning.talk.asks import GiveTextTo, SayInWords
from learning.talk.model import Focus, Prompt, Readiness, Shown
from learning.talk.outcomes import Candidate, NotUnderstood, PromptOver, WhichPrompt
from learning.talk.prompts import PromptKind
from learning.talk.table import use_cases
from tests.contract.memory.account import MemoryCodes
from tests.contract.memory.state import State
from tests.contract.memory.talk import (
    MemoryConversations,
    MemoryFocuses,
    MemoryHeldTexts,
    MemoryPromptMessages,
)
from tests.unit.town import now_done

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
TELEGRAM_ID, PERSON = 500, Person(1, 500, "en", "Europe/Athens")
ACTOR = Actor(TELEGRAM_ID, PERSON, Enrolment(PERSON.id, NOW.time(), WORKING_DAYS))

focuses = st.builds(Focus, st.sampled_from(Prompt), st.integers(1, 3))
readinesses = st.builds(Readiness, st.integers(0, 2), st.booleans())
shown = st.builds(Shown, focuses, st.integers(0, 2))


@dataclass(frozen=True)
class Given(Ask[None]):
    """What a room gets: which prompt, and the text."""

    right: ClassVar[Right] = Right.PERSON
    focus: Focus
    text: str


class Talk:
    """One person, whose prompts are as ready as `readiness` says; the others are closed."""

    def __init__(self, put: list[Focus], readiness: Mapping[Focus, Readiness]) -> None:
        self.state, self.readiness = State(), dict(readiness)
        self._cases: UseCases = use_cases({kind: self._kind(kind) for kind in Prompt})
        for focus in put:
            now_done(MemoryFocuses(self.state).put(PERSON.id, focus))

    def _kind(self, prompt: Prompt) -> PromptKind:
        async def readiness(id: int, text: str, actor: Actor) -> Readiness | None:
            return self.readiness.get(Focus(prompt, id))

        return PromptKind(lambda id, text: Given(Focus(prompt, id), text), readiness)

    def say(self, text: str, reply_to: int | None) -> Any:
        ports = {
            "focuses": MemoryFocuses(self.state),
            "prompt_messages": MemoryPromptMessages(self.state),
            "held_texts": MemoryHeldTexts(self.state),
            "conversations": MemoryConversations(self.state),
            "codes": MemoryCodes(self.state),
        }
        case = self._cases[SayInWords]
        return now_done(case(SayInWords(text, reply_to), ACTOR, NOW, **ports))  # type: ignore[arg-type]

    def choose(self, held: int, choice: Candidate) -> Any:
        ask = GiveTextTo(held, choice.prompt, choice.id, choice.revision)
        case = self._cases[GiveTextTo]
        held_texts = MemoryHeldTexts(self.state)
        return now_done(case(ask, ACTOR, NOW, held_texts=held_texts))  # type: ignore[arg-type]

    @property
    def open(self) -> list[Focus]:
        found = now_done(MemoryFocuses(self.state).open(PERSON.id))
        return [focus for focus in found if focus in self.readiness]


talks = st.builds(Talk, st.lists(focuses, max_size=6), st.dictionaries(focuses, readinesses))


@given(talks, st.text(max_size=5))
def test_a_text_reaches_the_one_prompt_that_takes_it_or_nothing_is_done(
    talk: Talk, text: str
) -> None:
    takers = [focus for focus in talk.open if talk.readiness[focus].fits]
    said = talk.say(text, None)
    if not talk.open:
        assert said == NotUnderstood((), 1, None)
    elif len(takers) > 1:
        assert [Focus(c.prompt, c.id) for c in said.candidates] == takers
    else:
        assert said == Given((takers or talk.open)[0], text)
    assert isinstance(said, WhichPrompt) == bool(talk.state.held_texts)


@given(talks, st.dictionaries(st.integers(1, 4), shown), st.integers(1, 4), st.text(max_size=5))
def test_a_reply_reaches_what_its_message_shows_and_nothing_else(
    talk: Talk, messages: dict[int, Shown], reply_to: int, text: str
) -> None:
    for id, each in messages.items():
        talk.state.prompt_messages[TELEGRAM_ID, id] = each
    said = talk.say(text, reply_to)
    pointed = messages.get(reply_to)
    if pointed is None:
        assert isinstance(said, WhichPrompt if talk.open else NotUnderstood)
        return
    readiness = talk.readiness.get(pointed.focus)
    still_so = readiness is not None and readiness.revision == pointed.revision
    assert said == (Given(pointed.focus, text) if still_so else PromptOver())


@given(talks, st.data())
def test_a_text_in_doubt_goes_where_its_writer_says_once_and_only_if_that_still_waits(
    talk: Talk, data: st.DataObject
) -> None:
    talk.readiness |= {focus: Readiness(1, True) for focus in talk.open}
    said = talk.say("mine", None)
    if not isinstance(said, WhichPrompt):
        return
    choice = data.draw(st.sampled_from(said.candidates))
    focus = Focus(choice.prompt, choice.id)
    moved_on, newer = data.draw(st.booleans()), data.draw(st.booleans())
    if moved_on:
        talk.readiness[focus] = replace(talk.readiness[focus], revision=2)
    if newer:
        talk.say("another", None)
    over = moved_on or newer
    assert talk.choose(said.held, choice) == (PromptOver() if over else Given(focus, "mine"))
    assert talk.choose(said.held, choice) == PromptOver()
