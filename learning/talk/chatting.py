"""What needs no room of its own: small talk, leaving a talk, and asking for what is not there."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.talk.asks import AskAhead, LeaveTalk, MakeSmallTalk
from learning.talk.outcomes import NotThereYet, SmallTalkMade, TalkLeft


async def make_small_talk(ask: MakeSmallTalk, actor: Actor, now: datetime) -> SmallTalkMade:
    _, enrolment = learner(actor)
    return SmallTalkMade(ask.kind, enrolment.next_due_at)


async def leave_talk(ask: LeaveTalk, actor: Actor, now: datetime) -> TalkLeft:
    """Whoever performs it has closed the talk: so does every press and every other wish."""
    return TalkLeft()


async def ask_ahead(ask: AskAhead, actor: Actor, now: datetime) -> NotThereYet:
    return NotThereYet(ask.feature)
