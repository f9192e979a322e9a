"""The two pass each other messages through the bot, as long as their turn runs."""

from collections.abc import Sequence
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.between import asks
from learning.mentoring.between import outcomes as o
from learning.mentoring.model import Seen, TextHead, TextKind
from learning.mentoring.own import TURN_GONE, Own, own_turn, owned, tell_other, turn_shown
from learning.mentoring.ports import Turns, TurnTexts
from learning.mentoring.turning import heard
from learning.pushes.model import PushKind, SkipReason
from learning.pushes.outcomes import NotWanted
from learning.pushes.ports import Pushes
from learning.rhythm.local import local_day
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses

LONGEST_MESSAGE = 2000  # characters: a whole one fits into what tells of it
NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)


async def open_message(
    ask: asks.OpenMessage,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.MessageAsked | asks.Elsewhere:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or not can_write(own):
        return turn_shown(own) if own else TURN_GONE
    await focuses.put(own.person, Focus(Prompt.MESSAGE, own.turn.id))
    return o.MessageAsked(own.turn.id, own.person)


async def write_message(
    ask: asks.WriteMessage,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    pushes: Pushes,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.MessageAsked | o.MessageSent | asks.Elsewhere:
    """Once it is written nothing waits any more: the next text typed is not passed on by
    mistake. Whoever writes is not silent."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or not can_write(own):
        return turn_shown(own) if own else TURN_GONE
    if not _fits(ask.text):
        return o.MessageAsked(own.turn.id, own.person, unfit=True)
    head = _head(own, await turn_texts.heads(own.turn.id), now)
    await turn_texts.write(head, ask.text.strip())
    await turns.put(heard(own.turn, own.side, local_day(learner(actor)[0], now)).changed())
    await focuses.clear(own.person, Focus(Prompt.MESSAGE, own.turn.id))
    occasion = f"{own.turn.id}.{head.about}"
    await tell_other(own, PushKind.MENTORING_MESSAGE, occasion, now, pushes)
    return o.MessageSent(own.turn.id, own.person)


async def leave_message(
    ask: asks.LeaveMessage,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Elsewhere:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    await focuses.clear(own.person, Focus(Prompt.MESSAGE, own.turn.id))
    return turn_shown(own)


async def readiness(
    id: int, text: str, actor: Actor, *, turns: Turns, curriculum: Curriculum
) -> Readiness | None:
    own = await own_turn(actor, id, turns, curriculum)
    return Readiness(0, _fits(text)) if own and can_write(own) else None


async def prepare_message(
    ask: asks.PrepareMessage,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    people: People,
    curriculum: Curriculum,
) -> o.MessageArrived | NotWanted:
    """What waited for the hours to open comes once: with the last of it, all of it."""
    id, _, about = ask.occasion.partition(".")
    turn, reader = await turns.get(int(id)), (await people.actor(ask.telegram_id)).person
    own = owned(turn, reader.id, curriculum) if turn and reader else None
    if own is None or not own.turn.running:
        return NOTHING
    from_other = [
        head for head in messages(await turn_texts.heads(own.turn.id)) if is_other(head, own.person)
    ]
    if not from_other or from_other[-1].about != about:
        return NOTHING
    return o.MessageArrived(own.turn.id, own.person)


def can_write(own: Own) -> bool:
    """Nothing is passed on after the end, or to somebody who is not there any more."""
    return own.turn.running and own.partner is not None


def messages(heads: Sequence[TextHead]) -> list[TextHead]:
    return [head for head in heads if head.kind is TextKind.MESSAGE]


def is_other(head: TextHead, person: int) -> bool:
    return head.author_id != person


def _head(own: Own, heads: Sequence[TextHead], now: datetime) -> TextHead:
    """Under a name that no other message of theirs has, nor one that was destroyed."""
    before = sum(not is_other(head, own.person) for head in messages(heads))
    about = f"{now.isoformat()}.{before}"
    return TextHead(own.turn.id, own.person, TextKind.MESSAGE, about, Seen.PARTNER, now)


def _fits(text: str) -> bool:
    return 0 < len(text.strip()) <= LONGEST_MESSAGE
