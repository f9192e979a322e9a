"""What the needs analysis sends unasked is judged at the moment of sending."""

from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.ports import People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.answers import Wave
from learning.needs.asking import numbered
from learning.needs.beginning import REMIND_AFTER, halfway_reminder
from learning.needs.ports import Drafts, Rounds, SentAnswers
from learning.needs.views import questions_of
from learning.pushes.model import NewPush, PushKind, SkipReason
from learning.pushes.outcomes import NotWanted
from learning.pushes.ports import Pushes

LOOK_AGAIN = timedelta(days=14)
MOST_LOOKS = 52
NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)


async def prepare_round(
    ask: asks.PrepareRound, actor: Actor, now: datetime, *, people: People, rounds: Rounds
) -> o.RoundCalled | NotWanted:
    return await _called(ask, now, people, rounds, reminded=False)


async def prepare_round_reminder(
    ask: asks.PrepareRoundReminder, actor: Actor, now: datetime, *, people: People, rounds: Rounds
) -> o.RoundCalled | NotWanted:
    return await _called(ask, now, people, rounds, reminded=True)


async def _called(
    ask: asks.PrepareRound | asks.PrepareRoundReminder,
    now: datetime,
    people: People,
    rounds: Rounds,
    *,
    reminded: bool,
) -> o.RoundCalled | NotWanted:
    """Only while it is open, and to whom it still asks."""
    target = await people.actor(ask.telegram_id)
    round = await rounds.get(_first(ask.occasion))
    if round is None or target.person is None or not round.is_open(now) or not round.asks(target):
        return NOTHING
    if await rounds.has_answered(round.id, target.person.id):
        return NOTHING
    organisation = target.organisation.name if target.organisation else ""
    return o.RoundCalled(round.id, organisation, round.mode, round.closes_at, reminded)


async def prepare_halfway(
    ask: asks.PrepareHalfway,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    pushes: Pushes,
) -> o.NeedsReminded | NotWanted:
    """Once, three days after the last answer; for who goes on meanwhile it waits."""
    draft = await drafts.get(_first(ask.occasion))
    questionnaire = curriculum.needs.get(draft.definition) if draft else None
    if draft is None or questionnaire is None:
        return NOTHING
    if now < draft.touched_at + REMIND_AFTER:
        later = _second(ask.occasion) + 1
        due_at = draft.touched_at + REMIND_AFTER
        await pushes.add([halfway_reminder(draft, later, due_at)])
        return NotWanted(SkipReason.NOT_YET)
    questions = questions_of(draft, questionnaire)
    return o.NeedsReminded(*numbered(questions, draft.answers, draft.at or ""))


async def prepare_again(
    ask: asks.PrepareAgain,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    drafts: Drafts,
    sent_answers: SentAnswers,
    pushes: Pushes,
) -> o.NeedsAgain | NotWanted:
    """When the course is done; until then it looks again every two weeks."""
    target = await people.actor(ask.telegram_id)
    person, enrolment = learner(target)
    waves = {sent.wave for sent in await sent_answers.of(person.id)}
    if waves != {Wave.BEFORE} or await drafts.of(person.id) is not None:
        return NOTHING
    if enrolment.finished_at is not None:
        return o.NeedsAgain()
    looks = _second(ask.occasion) + 1
    if looks < MOST_LOOKS:
        occasion = f"{_first(ask.occasion)}.{looks}"
        due_at = now + LOOK_AGAIN
        await pushes.add([NewPush(person.id, PushKind.NEEDS_AGAIN, occasion, due_at)])
    return NotWanted(SkipReason.NOT_YET)


def _first(occasion: str) -> int:
    return int(occasion.partition(".")[0])


def _second(occasion: str) -> int:
    return int(occasion.partition(".")[2])
