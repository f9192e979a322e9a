"""Through the questions: choosing, typing, skipping, going back, changing one's mind."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import Enrolments, People
from learning.course.curriculum import Curriculum
from learning.needs import asks, moves
from learning.needs import outcomes as o
from learning.needs.facts import choice_in, facts_of, set_fact
from learning.needs.facts import choices as fact_choices
from learning.needs.ports import Drafts
from learning.needs.questionnaire import Fact, ShortText
from learning.needs.reading import Wish, fact_in, read, wish_in
from learning.needs.standing import Standing, moved, put, standing_at, standing_of
from learning.talk.model import Readiness


async def pick_answer(
    ask: asks.PickAnswer,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    people: People,
    enrolments: Enrolments,
) -> asks.Moved:
    found = await standing_at(ask, actor, curriculum, drafts)
    if isinstance(found, Standing) and found.fact:
        chosen = ask.choice
        return await _choose(found.fact, chosen, found, now, curriculum, drafts, people, enrolments)
    return await moved(found, lambda it: moves.pick(it, ask.choice, now), drafts)


async def settle_answer(
    ask: asks.SettleAnswer, actor: Actor, now: datetime, *, curriculum: Curriculum, drafts: Drafts
) -> asks.Moved:
    found = await standing_at(ask, actor, curriculum, drafts)
    return await moved(found, lambda it: moves.settle(it, now), drafts)


async def change_fact(
    ask: asks.ChangeFact, actor: Actor, now: datetime, *, curriculum: Curriculum, drafts: Drafts
) -> asks.Moved:
    found = await standing_at(ask, actor, curriculum, drafts)
    return await moved(found, lambda it: moves.show_choices(it, ask.fact, now), drafts)


async def skip_question(
    ask: asks.SkipQuestion, actor: Actor, now: datetime, *, curriculum: Curriculum, drafts: Drafts
) -> asks.Moved:
    found = await standing_at(ask, actor, curriculum, drafts)
    return await moved(found, lambda it: moves.skip(it, now), drafts)


async def go_back(
    ask: asks.GoBack, actor: Actor, now: datetime, *, curriculum: Curriculum, drafts: Drafts
) -> asks.Moved:
    found = await standing_at(ask, actor, curriculum, drafts)
    return await moved(found, lambda it: moves.back(it, now), drafts)


async def revise_answer(
    ask: asks.ReviseAnswer, actor: Actor, now: datetime, *, curriculum: Curriculum, drafts: Drafts
) -> asks.Moved:
    found = await standing_at(ask, actor, curriculum, drafts)
    return await moved(found, lambda it: moves.revise(it, ask.number, now), drafts)


async def answer_needs(
    ask: asks.AnswerNeeds,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    people: People,
    enrolments: Enrolments,
) -> asks.Moved:
    found = await standing_of(ask.draft, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    if found.here is None:
        number = int(ask.text) if ask.text.strip().isdecimal() and len(ask.text) < 5 else 0
        return await moved(found, lambda it: moves.revise(it, number, now), drafts)
    wish = wish_in(ask.text)
    if found.fact and wish is not Wish.BACK:
        chosen = choice_in(ask.text, found.fact, facts_of(actor), curriculum) or ""
        return await _choose(found.fact, chosen, found, now, curriculum, drafts, people, enrolments)
    match wish:
        case Wish.SKIP:
            return await moved(found, lambda it: moves.skip(it, now), drafts)
        case Wish.BACK:
            return await moved(found, lambda it: moves.back(it, now), drafts)
        case Wish.DONE:
            return await moved(found, lambda it: moves.settle(it, now), drafts)
        case None:
            return await _typed(ask.text, found, now, drafts)


async def _typed(text: str, found: Standing, now: datetime, drafts: Drafts) -> asks.Moved:
    changed = fact_in(text, found.here.question if found.here else None)
    if changed is not None:
        return await moved(found, lambda it: moves.show_choices(it, changed, now), drafts)
    given = read(text, found.here, found.questionnaire) if found.here else None
    if found.here is None or given is None:
        return found.shown(unread=True)
    if isinstance(found.here.question, ShortText):  # its writer looks at it first
        ticked = found.draft.moved(found.draft.at, now, given)
        return await put(ticked, found, drafts, unread=not given)
    return await put(moves.answer(found, given, now), found, drafts)


async def readiness(
    id: int, text: str, actor: Actor, *, curriculum: Curriculum, drafts: Drafts
) -> Readiness | None:
    """Of the question that the draft has come to."""
    found = await standing_of(id, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return None
    if found.here is None:
        fits = text.strip().isdecimal()
    elif found.fact:
        named = choice_in(text, found.fact, facts_of(actor), curriculum)
        fits = named is not None or wish_in(text) is Wish.BACK
    else:
        means = wish_in(text) or fact_in(text, found.here.question)
        fits = bool(means) or read(text, found.here, found.questionnaire) is not None
    return Readiness(found.draft.revision, fits, found.draft.at)


async def _choose(
    fact: Fact,
    choice: str,
    found: Standing,
    now: datetime,
    curriculum: Curriculum,
    drafts: Drafts,
    people: People,
    enrolments: Enrolments,
) -> o.NeedsView:
    """The setting itself is changed, and shown again to be confirmed."""
    if choice not in fact_choices(fact, facts_of(found.actor), curriculum):
        return found.shown(unread=True)
    actor = await set_fact(fact, choice, found.actor, now, people, enrolments)
    closed = found.draft.moved(found.draft.at, now)
    return await put(closed, replace(found, actor=actor), drafts)
