"""The two agree how they work together: one writes, the other confirms or changes."""

from dataclasses import dataclass, replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.agreement import (
    Agreement,
    AgreementState,
    Awaited,
    first_draft,
    taken_up,
    with_goal,
    with_term,
    without_goal,
)
from learning.mentoring.model import Turn
from learning.mentoring.own import TURN_GONE, Own, own_turn, tell_other, turn_shown
from learning.mentoring.ports import Agreements, Turns
from learning.mentoring.turning import agreed, heard, proposed
from learning.pushes.model import PushKind
from learning.pushes.ports import Pushes
from learning.rhythm.local import local_day
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses


@dataclass(frozen=True, slots=True)
class Opened:
    """An agreement that is being made, with the actor's own side of its turn."""

    own: Own
    agreement: Agreement

    @property
    def shown(self) -> o.AgreementShown:
        return o.AgreementShown(self.own.turn.id, self.own.person, self.agreement.id)


async def open_agreement(
    ask: asks.OpenAgreement,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> o.AgreementShown | o.TurnGone:
    """What is being made, else what holds; before the first one, a draft of the usual terms."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or own.turn.mentee.person_id is None:
        return TURN_GONE
    found = await agreements.open_of(own.turn.id) or await agreements.in_force(own.turn.id)
    if found is None and own.turn.running:
        mentee, terms = own.turn.mentee.person_id, own.cycle.terms
        found = await agreements.add(first_draft(own.turn.id, mentee, own.side, terms))
    return Opened(own, found).shown if found else TURN_GONE


async def change(
    ask: asks.ChangeAgreement,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> o.AgreementShown | o.TurnGone:
    """Of what holds, a draft; of what the other side proposed, one's own proposal."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or not own.turn.running:
        return TURN_GONE
    being_made = await agreements.open_of(own.turn.id)
    if being_made is not None:
        mine = taken_up(being_made, own.side)
        await agreements.put(mine)
        return Opened(own, mine).shown
    holds = await agreements.in_force(own.turn.id)
    if holds is None:
        return TURN_GONE
    draft = replace(taken_up(holds, own.side), id=0, revision=0, agreed_at=None)
    return Opened(own, await agreements.add(draft)).shown


async def offer_term(
    ask: asks.OfferTerm,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> o.TermOffered | asks.Agreeing:
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None or found.agreement.state is not AgreementState.DRAFT:
        return found.shown if found else TURN_GONE
    turn, agreement = found.own.turn, found.agreement
    return o.TermOffered(turn.id, found.own.person, agreement.id, agreement.revision, ask.term)


async def choose_term(
    ask: asks.ChooseTerm,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> asks.Agreeing:
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None or not _is_draft(found, ask.revision):
        return found.shown if found else TURN_GONE
    chosen = with_term(found.agreement, ask.term, ask.value, found.own.cycle.terms)
    if chosen is not None:
        await agreements.put(chosen)
    return found.shown


async def ask_goal(
    ask: asks.AskGoal,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.GoalAsked | asks.Agreeing:
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None or found.agreement.state is not AgreementState.DRAFT:
        return found.shown if found else TURN_GONE
    goals = found.agreement.goals
    unsigned = bool(goals) and goals[-1].sign is None
    if not unsigned and len(goals) >= found.own.cycle.terms.goals:
        return found.shown
    awaited = Awaited.SIGN if unsigned else Awaited.GOAL
    waiting = found.agreement.changed(awaited=awaited, by=found.own.side)
    await agreements.put(waiting)
    await focuses.put(found.own.person, Focus(Prompt.AGREEMENT, waiting.id))
    return o.GoalAsked(found.own.turn.id, waiting.id, waiting.revision, awaited)


async def type_goal(
    ask: asks.TypeGoal,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.GoalAsked | asks.Agreeing:
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None or found.agreement.awaited is None or found.agreement.by is not found.own.side:
        return found.shown if found else TURN_GONE
    before, turn = found.agreement, found.own.turn
    typed = with_goal(before, ask.text, found.own.cycle.terms)
    if typed is None:
        awaited = before.awaited or Awaited.GOAL
        return o.GoalAsked(turn.id, before.id, before.revision, awaited, unreadable=True)
    await agreements.put(typed)
    if typed.awaited is not None:
        return o.GoalAsked(turn.id, typed.id, typed.revision, typed.awaited)
    await focuses.clear(found.own.person, Focus(Prompt.AGREEMENT, typed.id))
    return found.shown


async def drop_goal(
    ask: asks.DropGoal,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> asks.Agreeing:
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None:
        return TURN_GONE
    if _is_draft(found, ask.revision):
        await agreements.put(without_goal(found.agreement, ask.number))
    return found.shown


async def propose(
    ask: asks.ProposeAgreement,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Agreeing:
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None or not (_is_draft(found, ask.revision) and found.agreement.is_whole):
        return found.shown if found else TURN_GONE
    own = found.own
    said = found.agreement.changed(state=AgreementState.PROPOSED, by=own.side, awaited=None)
    await agreements.put(said)
    today = local_day(learner(actor)[0], now)
    await turns.put(_again(proposed(own.turn, own.side, today)))
    occasion = f"{said.id}.{said.revision}"
    await tell_other(own, PushKind.MENTORING_AGREEMENT, occasion, now, pushes)
    return found.shown


async def confirm(
    ask: asks.ConfirmAgreement,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    pushes: Pushes,
    curriculum: Curriculum,
) -> o.AgreementMade | asks.Agreeing:
    """Only what this side was shown, and what the other one proposed."""
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None:
        return TURN_GONE
    own, agreement = found.own, found.agreement
    is_theirs = agreement.state is AgreementState.PROPOSED and agreement.by is own.side.other
    if not is_theirs or agreement.revision != ask.revision:
        return found.shown
    held = await agreements.in_force(own.turn.id)
    if held is not None:
        await agreements.put(held.changed(state=AgreementState.PAST))
    made = agreement.changed(state=AgreementState.AGREED, agreed_at=now)
    await agreements.put(made)
    today = local_day(learner(actor)[0], now)
    await turns.put(_again(agreed(own.turn, made.weeks, own.cycle, today)))
    occasion = f"{made.id}.{made.revision}"
    await tell_other(own, PushKind.MENTORING_AGREEMENT, occasion, now, pushes)
    return o.AgreementMade(own.turn.id, own.person, made.id)


async def drop_change(
    ask: asks.DropChange,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> o.TurnShown | o.TurnGone:
    """What holds goes on holding; a first agreement is never dropped, only changed."""
    found = await _opened(actor, ask.agreement, turns, agreements, curriculum)
    if found is None:
        return TURN_GONE
    own = found.own
    if await agreements.in_force(own.turn.id) is not None:
        await agreements.put(found.agreement.changed(state=AgreementState.PAST, awaited=None))
        today = local_day(learner(actor)[0], now)
        await turns.put(_again(heard(own.turn, own.side, today)))
    return turn_shown(own)


async def goal_readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> Readiness | None:
    found = await _opened(actor, id, turns, agreements, curriculum)
    if found is None or found.agreement.awaited is None or found.agreement.by is not found.own.side:
        return None
    return Readiness(found.agreement.revision, bool(text.strip()))


def _is_draft(found: Opened, revision: int) -> bool:
    agreement = found.agreement
    return agreement.state is AgreementState.DRAFT and agreement.revision == revision


def _again(turn: Turn) -> Turn:
    return turn.changed()


async def _opened(
    actor: Actor, id: int, turns: Turns, agreements: Agreements, curriculum: Curriculum
) -> Opened | None:
    """An agreement that is being made, of a running turn of the actor's."""
    agreement = await agreements.get(id)
    if agreement is None or not agreement.is_open:
        return None
    own = await own_turn(actor, agreement.turn_id, turns, curriculum)
    return Opened(own, agreement) if own and own.turn.running else None
