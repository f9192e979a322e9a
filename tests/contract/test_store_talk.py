"""Open prompts, the messages that show them, and texts in doubt."""

import pytest

from data.engine import Database
from data.readers import SqlReaders
from learning.reader import LiveMessage
from learning.talk.model import Focus, Prompt, Shown
from learning.talk.turns import OpenTalk, Slot, Talk
from learning.written import Mark, Span, Written, spans_of
from tests.contract.people import NOW, Store, learner_of

QUESTION, SHEET = Focus(Prompt.SITTING, 7), Focus(Prompt.SHEET, 7)
TICKET, OTHER_TICKET = Focus(Prompt.TICKET, 7), Focus(Prompt.TICKET, 8)


@pytest.mark.parametrize(
    ("put", "open"),
    [
        ([], []),
        ([QUESTION, SHEET], [SHEET, QUESTION]),
        ([QUESTION, SHEET, QUESTION], [QUESTION, SHEET]),
        ([QUESTION, Focus(Prompt.SITTING, 8)], [Focus(Prompt.SITTING, 8)]),
        ([TICKET, QUESTION, OTHER_TICKET], [OTHER_TICKET, QUESTION, TICKET]),
    ],
)
async def test_of_most_prompts_one_is_open_and_the_last_put_is_in_focus(
    store: Store, put: list[Focus], open: list[Focus]
) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        for focus in put:
            await unit.focuses.put(person.id, focus)
        assert list(await unit.focuses.open(person.id)) == open
        assert await unit.focuses.get(person.id) == (open[0] if open else None)


async def test_a_prompt_that_is_over_leaves_the_others_open(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        for focus in (TICKET, QUESTION, OTHER_TICKET):
            await unit.focuses.put(person.id, focus)
        await unit.focuses.clear(person.id, OTHER_TICKET)
        assert list(await unit.focuses.open(person.id)) == [QUESTION, TICKET]


async def test_a_held_text_is_given_once_and_to_its_own_button_only(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        old = await unit.held_texts.hold(person.id, "one", NOW)
        new = await unit.held_texts.hold(person.id, "two", NOW)
        assert await unit.held_texts.take(person.id, old) is None
        assert await unit.held_texts.take(person.id + 1, new) is None
        assert await unit.held_texts.take(person.id, new) == "two"
        assert await unit.held_texts.take(person.id, new) is None


async def test_a_held_text_keeps_its_formatting(store: Store) -> None:
    person = await learner_of(store)
    typed = Written(
        "Read this", (Span(Mark.BOLD, 5, 9), Span(Mark.LINK, 0, 4, "https://a.example"))
    )
    async with store.unit() as unit:
        held = await unit.held_texts.hold(person.id, typed, NOW)
        taken = await unit.held_texts.take(person.id, held)
    assert taken == typed
    assert spans_of(taken) == typed.spans


async def test_a_dropped_text_is_gone(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        held = await unit.held_texts.hold(person.id, "one", NOW)
        await unit.held_texts.drop(person.id)
        assert await unit.held_texts.take(person.id, held) is None


async def test_a_message_is_known_by_what_it_shows_last(sql: Database) -> None:
    readers, first, later = SqlReaders(sql.engine), Shown(QUESTION, 1), Shown(TICKET, 0)
    await readers.shown(
        [
            (5, LiveMessage(1, prompt=first)),
            (5, LiveMessage(2, prompt=first)),
            (5, LiveMessage(2, prompt=later)),
            (5, LiveMessage(3, prompt=first)),
        ]
    )
    await readers.shown([(5, LiveMessage(3, buttons="1nl mark"))])
    async with sql.unit() as unit:
        shown = [await unit.prompt_messages.shown_in(5, message) for message in (1, 2, 3, 4)]
    assert shown == [first, later, None, None]


ASKING = OpenTalk(Talk.CHANGE_TIME, Slot.WHEN)
CONFIRMING = OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: "0830 0123"})


@pytest.mark.parametrize("talk", [ASKING, CONFIRMING, None])
async def test_a_conversation_comes_back_as_it_was_under_a_new_revision(
    store: Store, talk: OpenTalk | None
) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        assert await unit.conversations.get(person.id) is None
        await unit.conversations.put(person.id, talk, 2, NOW)
        first = await unit.conversations.get(person.id)
        assert first is not None
        assert (first.talk, first.misses, first.at) == (talk, 2, NOW)
        await unit.conversations.put(person.id, talk, 2, NOW)
        second = await unit.conversations.get(person.id)
        assert second is not None
        assert second.revision != first.revision


async def test_who_is_in_a_conversation_is_known_until_it_ends(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        assert not (await unit.people.by_id(person.id)).conversing
        await unit.conversations.put(person.id, ASKING, 0, NOW)
        assert (await unit.people.by_id(person.id)).conversing
        await unit.conversations.end(person.id)
        await unit.conversations.end(person.id)
        assert not (await unit.people.by_id(person.id)).conversing
