"""Both have accepted: a turn begins."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.model import Ending, Party, Side, Turn
from learning.mentoring.ports import Turns
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.rhythm.local import end_of_day, local_day


async def begin_turn(
    mentor: Actor,
    mentee: Actor,
    language: str,
    now: datetime,
    *,
    turns: Turns,
    pushes: Pushes,
    curriculum: Curriculum,
) -> Turn:
    """Both are members of an organisation, and today's course has a cycle. Both are written to:
    the first thing is their agreement, in `language`, on which the matching settled."""
    one, other = learner(mentor)[0], learner(mentee)[0]
    definition = curriculum.mentoring.today
    if mentor.organisation is None or mentee.organisation is None or definition is None:
        raise AssertionError("a turn needs two members and a cycle")
    before = await _predecessor(one.id, turns)
    today = local_day(one, now)
    turn = await turns.add(
        Turn(
            id=0,
            mentor=Party(one.id, mentor.organisation.id, waits_since=today),
            mentee=Party(other.id, mentee.organisation.id, waits_since=today),
            language=language,
            definition=definition,
            begun_at=now,
            generation=before.generation + 1 if before else 1,
            predecessor=before.id if before else None,
            look_at=end_of_day(one, now),
        )
    )
    kind, occasion = PushKind.MENTORING_BEGUN, str(turn.id)
    await pushes.add([NewPush(person.id, kind, occasion, now) for person in (one, other)])
    return turn


async def _predecessor(mentor_id: int, turns: Turns) -> Turn | None:
    """The last whole turn in which today's mentor was the mentee."""
    whole = (
        turn
        for turn in await turns.of_person(mentor_id)
        if turn.side_of(mentor_id) is Side.MENTEE and turn.ending is Ending.CIRCLE
    )
    return next(whole, None)
