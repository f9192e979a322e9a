"""Whose message is this? A text goes to one prompt, or is done as it was meant, or the bot asks."""

import inspect
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from learning.account.asks import Arrive
from learning.account.model import Actor, Role
from learning.account.ports import Codes
from learning.account.settings import learner, settings_of
from learning.account.typed_codes import lone_code
from learning.ask import Ask, UseCase
from learning.organisations.asks import LookUpCode
from learning.talk import asks
from learning.talk import outcomes as o
from learning.talk.model import Focus, Readiness, Shown
from learning.talk.ports import Conversations, Focuses, HeldTexts, PromptMessages
from learning.talk.prompts import Look, Prompts, wanted_by
from learning.talk.talking import Done, Talking, current
from learning.talk.turns import Listening

Open = Sequence[tuple[Focus, Readiness]]
Said = Done | o.PromptOver | o.WhichPrompt | o.AnswerInDoubt


def listening_to(prompts: Prompts) -> UseCase:
    """The use case of ListenTo."""

    async def listen_to(
        ask: asks.ListenTo,
        actor: Actor,
        now: datetime,
        *,
        focuses: Focuses,
        prompt_messages: PromptMessages,
        conversations: Conversations,
        **ports: Any,
    ) -> Listening:
        person, _ = learner(actor)
        found = await current(person.id, now, conversations)
        waiting = await _open(Look(prompts, actor, ask.text, ports), await focuses.open(person.id))
        takers = [
            readiness for _, readiness in waiting if readiness.fits and not readiness.ask_first
        ]
        pointed = ask.reply_to is not None and (
            await prompt_messages.shown_in(actor.telegram_id, ask.reply_to) is not None
        )
        return Listening(
            settings=settings_of(actor, now),
            talk=found.talk if found else None,
            revision=found.revision if found else None,
            pointed=pointed,
            exact=any(readiness.exact for readiness in takers),
            asked=bool(takers),
            waiting=bool(waiting),
        )

    return _wanting(listen_to, prompts)


def saying_in_words(prompts: Prompts) -> UseCase:
    """The use case of SayInWords: a text is handed on to the prompt that it belongs to, or done
    as it was meant."""

    async def say_in_words(
        ask: asks.SayInWords,
        actor: Actor,
        now: datetime,
        *,
        focuses: Focuses,
        prompt_messages: PromptMessages,
        held_texts: HeldTexts,
        conversations: Conversations,
        codes: Codes,
        **ports: Any,
    ) -> Said:
        person, _ = learner(actor)
        look = Look(prompts, actor, ask.text, ports)
        await held_texts.drop(person.id)
        if ask.reply_to is not None:
            shown = await prompt_messages.shown_in(actor.telegram_id, ask.reply_to)
            if shown is not None:
                await conversations.end(person.id)
                return await _handed_on(look, shown)
        talking = Talking(
            person.id, now, conversations, await current(person.id, now, conversations)
        )
        if ask.meaning.named or ask.meaning.turn:
            return await talking.do(ask)
        waiting = await _open(look, await focuses.open(person.id))
        takers = [each for each in waiting if each[1].fits and not each[1].ask_first]
        if len(takers) == 1 and ask.reply_to is None:
            await talking.end()
            return look.give(takers[0][0])
        if not takers and (typed := await _code_alone(ask.text, actor, codes)) is not None:
            await talking.end()
            return typed
        if ask.meaning.ask is not None and not takers:
            return await talking.do(ask)
        doubted = takers or [each for each in waiting if each[1].fits]
        # A reply to a message that asks nothing was meant for something else than the focus.
        if doubted or (waiting and ask.reply_to is not None):
            held = await held_texts.hold(person.id, ask.text, now)
            return _doubt(held, _candidates(doubted or waiting), sole=ask.reply_to is None)
        if waiting and talking.asks_again(ask.meaning, look.patience(waiting[0][0])):
            await talking.missed(ask.meaning)
            return look.give(waiting[0][0])
        return await talking.missed(ask.meaning)

    return _wanting(say_in_words, prompts)


def giving_text(prompts: Prompts) -> UseCase:
    """The use case of GiveTextTo."""

    async def give_text(
        ask: asks.GiveTextTo,
        actor: Actor,
        now: datetime,
        *,
        held_texts: HeldTexts,
        **ports: Any,
    ) -> Ask[Any] | o.PromptOver:
        person, _ = learner(actor)
        text = await held_texts.take(person.id, ask.held)
        if text is None:
            return o.PromptOver()
        shown = Shown(Focus(ask.prompt, ask.id), ask.revision)
        return await _handed_on(Look(prompts, actor, text, ports), shown)

    return _wanting(give_text, prompts)


async def forget_text(
    ask: asks.ForgetText, actor: Actor, now: datetime, *, held_texts: HeldTexts
) -> o.TextForgotten:
    person, _ = learner(actor)
    await held_texts.take(person.id, ask.held)
    return o.TextForgotten()


async def _handed_on(look: Look, shown: Shown) -> Ask[Any] | o.PromptOver:
    """To a prompt that was pointed at, if it still is what its message showed."""
    readiness = await look.at(shown.focus)
    if readiness is None or readiness.revision != shown.revision:
        return o.PromptOver()
    return look.give(shown.focus)


async def _open(look: Look, focuses: Sequence[Focus]) -> Open:
    found = [(focus, await look.at(focus)) for focus in focuses]
    return [(focus, readiness) for focus, readiness in found if readiness is not None]


async def _code_alone(text: str, actor: Actor, codes: Codes) -> Ask[Any] | None:
    """People type the code from the paper and nothing else. Who gives codes asks about theirs."""
    typed = lone_code(text)
    if typed is None or (found := await codes.find(typed)) is None:
        return None
    own = actor.acting_as(Role.COORDINATOR)
    is_own = own is not None and own.organisation.id == found.organisation.id
    return LookUpCode(typed) if is_own else Arrive(typed, language=None)


def _doubt(
    held: int, candidates: tuple[o.Candidate, ...], *, sole: bool
) -> o.AnswerInDoubt | o.WhichPrompt:
    if sole and len(candidates) == 1:
        return o.AnswerInDoubt(held, candidates[0])
    return o.WhichPrompt(held, candidates)


def _candidates(waiting: Open) -> tuple[o.Candidate, ...]:
    return tuple(
        o.Candidate(focus.prompt, focus.id, readiness.revision, readiness.about)
        for focus, readiness in waiting
    )


def _wanting(case: UseCase, prompts: Prompts) -> UseCase:
    """Its dependency list, which `perform` reads, is its own and what the prompts need."""
    signature = inspect.signature(case)
    own = [p for p in signature.parameters.values() if p.kind is not p.VAR_KEYWORD]
    names = {name for kind in prompts.values() for name in wanted_by(kind)}
    more = sorted(names - {p.name for p in own})
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [*own, *(inspect.Parameter(name, keyword) for name in more)]
    vars(case)["__signature__"] = signature.replace(parameters=parameters)
    return case
