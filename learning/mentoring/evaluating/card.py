"""A good-practice card: its author writes it part by part, and releases it or keeps it."""

from datetime import datetime

from learning.account.model import Actor, Role
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.cycle import Cycle, Step
from learning.mentoring.evaluating import asks
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.model import (
    LONGEST_PART,
    Practice,
    PracticeState,
    card_head,
    missing,
)
from learning.mentoring.evaluating.ports import Practices
from learning.mentoring.model import Ending, TextKind, Turn
from learning.mentoring.ports import Turns, TurnTexts
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses
from learning.tickets.ports import Tickets

GONE = o.PracticeGone()


async def open_card(
    ask: asks.OpenCard,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    practices: Practices,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Writing:
    person = learner(actor)[0].id
    turn = await _own(ask.turn, person, turns)
    if turn is None:
        return GONE
    if not may_write(turn):
        return o.NotYetOver(turn.id)
    await _wait(turn, person, turn_texts, practices, focuses, curriculum)
    return o.CardShown(turn.id, person)


async def type_card(
    ask: asks.TypeCard,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    practices: Practices,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Writing:
    person = learner(actor)[0].id
    turn = await _own(ask.turn, person, turns)
    if turn is None or not may_write(turn):
        return GONE
    part = await _awaited(turn, person, turn_texts, practices, curriculum)
    text = ask.text.strip()
    if part is not None and 0 < len(text) <= LONGEST_PART:
        await turn_texts.write(card_head(turn, person, part, now), text)
    await _wait(turn, person, turn_texts, practices, focuses, curriculum)
    return o.CardShown(turn.id, person)


async def rewrite_part(
    ask: asks.RewritePart,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    practices: Practices,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Writing:
    """The part is destroyed, so it is the one that is missing."""
    person = learner(actor)[0].id
    turn = await _own(ask.turn, person, turns)
    if turn is None or not may_write(turn):
        return GONE
    released = await practices.of(turn.id, person)
    if released is None or released.state is PracticeState.KEPT:
        await turn_texts.drop(turn.id, person, TextKind.CARD, ask.part)
    await _wait(turn, person, turn_texts, practices, focuses, curriculum)
    return o.CardShown(turn.id, person)


async def release_card(
    ask: asks.ReleaseCard,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    practices: Practices,
    pushes: Pushes,
    tickets: Tickets,
    curriculum: Curriculum,
) -> asks.Writing:
    """To those who look through it first; they are asked, whoever is of the pair is not."""
    person = learner(actor)[0].id
    turn = await _own(ask.turn, person, turns)
    cycle = curriculum.mentoring.get(turn.definition) if turn else None
    side = turn.side_of(person) if turn else None
    if turn is None or cycle is None or side is None or not may_write(turn):
        return GONE
    before = await practices.of(turn.id, person)
    whole = missing(cycle, await turn_texts.heads(turn.id), person) is None
    if whole and (before is None or before.state is PracticeState.KEPT):
        here = turn.party(side).organisation_id
        made = await practices.release(Practice(0, turn.id, person, here, turn.language, now))
        await _tell_reviewers(made, turn, now, pushes, tickets)
    return o.CardShown(turn.id, person)


async def take_card_back(
    ask: asks.TakeCardBack, actor: Actor, now: datetime, *, turns: Turns, practices: Practices
) -> asks.Writing:
    person = learner(actor)[0].id
    practice = await practices.of(ask.turn, person)
    if practice is None:
        return GONE
    await practices.drop(practice.id)
    turn = await _own(ask.turn, person, turns)
    return o.CardShown(ask.turn, person) if turn else GONE


async def card_readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    practices: Practices,
    curriculum: Curriculum,
) -> Readiness | None:
    person = learner(actor)[0].id
    turn = await _own(id, person, turns)
    if turn is None or not may_write(turn):
        return None
    part = await _awaited(turn, person, turn_texts, practices, curriculum)
    return Readiness(0, 0 < len(text.strip()) <= LONGEST_PART) if part else None


def may_write(turn: Turn) -> bool:
    """From the evaluation on, also when the circle has closed; not after another end."""
    return turn.step is Step.EVALUATION if turn.running else turn.ending is Ending.CIRCLE


async def _own(id: int, person: int, turns: Turns) -> Turn | None:
    turn = await turns.get(id)
    return turn if turn and turn.side_of(person) else None


async def _awaited(
    turn: Turn, person: int, turn_texts: TurnTexts, practices: Practices, curriculum: Curriculum
) -> str | None:
    """The id of the part to write; None when the card is whole, or with those who read it."""
    cycle: Cycle | None = curriculum.mentoring.get(turn.definition)
    released = await practices.of(turn.id, person)
    if cycle is None or (released and released.state is not PracticeState.KEPT):
        return None
    part = missing(cycle, await turn_texts.heads(turn.id), person)
    return part.id if part else None


async def _wait(
    turn: Turn,
    person: int,
    turn_texts: TurnTexts,
    practices: Practices,
    focuses: Focuses,
    curriculum: Curriculum,
) -> None:
    part = await _awaited(turn, person, turn_texts, practices, curriculum)
    focus = Focus(Prompt.CARD, turn.id)
    await (focuses.put(person, focus) if part else focuses.clear(person, focus))


async def _tell_reviewers(
    practice: Practice, turn: Turn, now: datetime, pushes: Pushes, tickets: Tickets
) -> None:
    both = {turn.mentor.person_id, turn.mentee.person_id}
    roles = (Role.COORDINATOR, Role.TRAINER)
    staff = {id for role in roles for id in await tickets.staff(practice.organisation_id, role)}
    occasion = f"{practice.id}.{practice.revision}"
    kind = PushKind.PRACTICE_WAITING
    await pushes.add([NewPush(id, kind, occasion, now) for id in sorted(staff - both)])
