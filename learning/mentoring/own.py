"""An actor's own turn: whoever is not one of the two finds nothing."""

from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring import outcomes as o
from learning.mentoring.cycle import Cycle
from learning.mentoring.model import Ending, Side, Turn
from learning.mentoring.ports import Turns
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes

TURN_GONE = o.TurnGone()


@dataclass(frozen=True, slots=True)
class Own:
    """`person` is the actor's id, `side` who they are in the turn."""

    turn: Turn
    cycle: Cycle
    person: int
    side: Side

    @property
    def partner(self) -> int | None:
        return self.turn.party(self.side.other).person_id


async def own_turn(actor: Actor, id: int, turns: Turns, curriculum: Curriculum) -> Own | None:
    """Running or over; None for who is neither its mentor nor its mentee."""
    turn = await turns.get(id)
    return owned(turn, learner(actor)[0].id, curriculum) if turn else None


def owned(turn: Turn, person: int, curriculum: Curriculum) -> Own | None:
    side, cycle = turn.side_of(person), curriculum.mentoring.get(turn.definition)
    return Own(turn, cycle, person, side) if side and cycle else None


def turn_shown(own: Own) -> o.TurnShown:
    return o.TurnShown(own.turn.id, own.person)


async def tell_other(
    own: Own, kind: PushKind, occasion: str, now: datetime, pushes: Pushes
) -> None:
    if own.partner is not None:
        await pushes.add([NewPush(own.partner, kind, occasion, now)])


async def tell_phase(own: Own, moved: Turn, now: datetime, pushes: Pushes) -> None:
    """The occasion names where the turn came to, so that what did not last is not told."""
    occasion = f"{moved.id}.{moved.revision}.{moved.phase or moved.step}"
    await tell_other(own, PushKind.MENTORING_PHASE, occasion, now, pushes)


def invitations(turn: Turn, now: datetime) -> list[NewPush]:
    """To be a mentor, for who was the mentee of a circle that closed."""
    mentee = turn.mentee.person_id
    if turn.ending is not Ending.CIRCLE or mentee is None:
        return []
    return [NewPush(mentee, PushKind.MENTOR_INVITED, str(turn.id), now)]
