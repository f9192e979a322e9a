"""What a person may be asked now, and in which round their answers would count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.needs.answers import Wave
from learning.needs.model import Mode, Round, Sent
from learning.needs.ports import Rounds


@dataclass(frozen=True, slots=True)
class Scope:
    """`round` is None for one's own path, or one's own picture, alone."""

    wave: Wave
    definition: str
    round: Round | None = None

    @property
    def mode(self) -> Mode:
        return self.round.mode if self.round else Mode.OWN

    @property
    def round_id(self) -> int | None:
        return self.round.id if self.round else None


async def waiting(
    actor: Actor, now: datetime, sent: Sequence[Sent], rounds: Rounds
) -> Scope | None:
    """The open round that asks this person and has no answers of theirs. One round at a time:
    answers that count in one that is open still are not taken out of it."""
    person, _ = learner(actor)
    round = await rounds.open_to(actor, now)
    if round is None or await rounds.has_answered(round.id, person.id):
        return None
    if await _round_of(of_wave(sent, Wave.BEFORE), now, rounds):
        return None
    return Scope(Wave.BEFORE, round.definition, round)


async def anew(
    now: datetime, sent: Sequence[Sent], rounds: Rounds, curriculum: Curriculum
) -> Scope | None:
    """For one's own path; whoever changes their mind while their round is open stays in it."""
    round = await _round_of(of_wave(sent, Wave.BEFORE), now, rounds)
    if round is not None:
        return Scope(Wave.BEFORE, round.definition, round)
    today = curriculum.needs.today
    return Scope(Wave.BEFORE, today) if today else None


async def afterwards(actor: Actor, sent: Sequence[Sent], rounds: Rounds) -> Scope | None:
    """The same questions as before. They count in the round that the first answers count in, as
    long as the person belongs to the organisation that asked."""
    before = of_wave(sent, Wave.BEFORE)
    if before is None or not may_say_again(actor, sent):
        return None
    round = await rounds.get(before.round_id) if before.round_id is not None else None
    asked_by = round.organisation_id if round else None
    inside = actor.organisation is not None and actor.organisation.id == asked_by
    return Scope(Wave.AFTER, before.definition, round if inside else None)


def may_say_again(actor: Actor, sent: Sequence[Sent]) -> bool:
    """Once, by who answered and has finished the course since."""
    _, enrolment = learner(actor)
    before, finished_at = of_wave(sent, Wave.BEFORE), enrolment.finished_at
    if before is None or finished_at is None or of_wave(sent, Wave.AFTER):
        return False
    return before.sent_at <= finished_at


def of_wave(sent: Sequence[Sent], wave: Wave) -> Sent | None:
    return next((each for each in sent if each.wave is wave), None)


async def _round_of(sent: Sent | None, now: datetime, rounds: Rounds) -> Round | None:
    """The round that these answers count in, while it is open."""
    round = await rounds.get(sent.round_id) if sent and sent.round_id is not None else None
    return round if round is not None and round.is_open(now) else None
