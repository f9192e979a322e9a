"""The tick: who is due gets a ledger row, and the clock a next instant to look."""

from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.ports import Enrolments
from learning.account.settings import learner
from learning.pushes.asks import WakeLearners
from learning.pushes.model import NewPush, PushKind
from learning.pushes.outcomes import Woken
from learning.pushes.ports import Pushes
from learning.rhythm.window import window_of


async def wake_learners(
    ask: WakeLearners, actor: Actor, now: datetime, *, enrolments: Enrolments, pushes: Pushes
) -> Woken:
    """One query, one insert and one update, however many learners there are."""
    due = await enrolments.due(now, ask.limit)
    if not due:
        return Woken(0, None)
    instants = [learner(sleeper)[1].next_due_at or now for sleeper in due]
    await pushes.add([_push(*pair) for pair in zip(due, instants, strict=True)])
    await enrolments.set_next_due([_looked_at(sleeper, now) for sleeper in due])
    return Woken(len(due), min(instants))


def _push(sleeper: Actor, due_at: datetime) -> NewPush:
    """The occasion is the instant itself: a tick that runs twice writes one row."""
    person, _ = learner(sleeper)
    return NewPush(person.id, PushKind.DAILY, due_at.isoformat(timespec="minutes"), due_at)


def _looked_at(sleeper: Actor, now: datetime) -> tuple[int, datetime | None]:
    """The next day's instant, until the push itself decides better at the moment of sending."""
    person, enrolment = learner(sleeper)
    window = window_of(person, enrolment, sleeper.organisation)
    tomorrow = window.local_day(now) + timedelta(days=1)
    return person.id, window.next_instant(now, not_before=tomorrow)
