"""A concern for nobody but its author, sealed among what they wrote in the turn."""

from datetime import datetime

from learning.account.model import Actor
from learning.course.curriculum import Curriculum
from learning.mentoring.concern import asks
from learning.mentoring.concern import outcomes as o
from learning.mentoring.concern.raising import fits
from learning.mentoring.model import Seen, TextHead, TextKind
from learning.mentoring.outcomes import TurnGone
from learning.mentoring.own import TURN_GONE, Own, own_turn
from learning.mentoring.ports import Turns, TurnTexts
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses


async def note_concern(
    ask: asks.NoteConcern,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.NoteAsked | TurnGone:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or not _keeps_texts(own):
        return TURN_GONE
    await focuses.put(own.person, Focus(Prompt.NOTE, own.turn.id))
    return o.NoteAsked(own.turn.id)


async def type_note(
    ask: asks.TypeNote,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.NoteAsked | o.ConcernNoted | TurnGone:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or not _keeps_texts(own):
        return TURN_GONE
    if not fits(ask.text):
        return o.NoteAsked(own.turn.id, unfit=True)
    about = now.isoformat()
    head = TextHead(own.turn.id, own.person, TextKind.CONCERN, about, Seen.ME, now)
    await turn_texts.write(head, ask.text.strip())
    await focuses.clear(own.person, Focus(Prompt.NOTE, own.turn.id))
    return o.ConcernNoted(own.turn.id)


async def note_readiness(
    id: int, text: str, actor: Actor, *, turns: Turns, curriculum: Curriculum
) -> Readiness | None:
    own = await own_turn(actor, id, turns, curriculum)
    return Readiness(0, fits(text)) if own and _keeps_texts(own) else None


def _keeps_texts(own: Own) -> bool:
    """Until they are destroyed; nothing is written into a turn that forgot its words."""
    return own.turn.running or own.turn.look_at is not None
