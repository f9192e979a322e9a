"""Both look back at the end of a turn: a few ratings, and a text for whom they choose."""

from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.cycle import Cycle, Step
from learning.mentoring.evaluating import asks
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.model import BEST, LONGEST_TEXT, Evaluation
from learning.mentoring.evaluating.ports import Evaluations
from learning.mentoring.model import Seen, Side, Turn
from learning.mentoring.own import invitations
from learning.mentoring.ports import Turns, TurnTexts
from learning.mentoring.turning import evaluated
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses

GONE = o.PracticeGone()
_CHOICES = (Seen.ME, Seen.PARTNER)


@dataclass(frozen=True, slots=True)
class Begun:
    """The actor's own evaluation, which is not sent yet."""

    turn: Turn
    side: Side
    cycle: Cycle
    evaluation: Evaluation

    @property
    def person(self) -> int:
        return self.evaluation.person_id

    @property
    def shown(self) -> o.EvaluationShown:
        return o.EvaluationShown(self.turn.id, self.person)


async def open_evaluation(
    ask: asks.OpenEvaluation,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    evaluations: Evaluations,
) -> asks.LookingBack:
    """Also after it was sent, to read it."""
    person = learner(actor)[0].id
    turn = await turns.get(ask.turn)
    if turn is None or turn.side_of(person) is None:
        return GONE
    if await evaluations.of(turn.id, person) is None:
        if not (turn.running and turn.step is Step.EVALUATION):
            return o.NotYetOver(turn.id)
        await evaluations.add(Evaluation(0, turn.id, person))
    return o.EvaluationShown(turn.id, person)


async def rate_statement(
    ask: asks.RateStatement,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    evaluations: Evaluations,
    curriculum: Curriculum,
) -> asks.LookingBack:
    found = await _begun(actor, ask.evaluation, turns, evaluations, curriculum)
    if found is None:
        return GONE
    asked = found.evaluation.next_of(found.cycle)
    fresh = found.evaluation.revision == ask.revision
    if fresh and asked and asked.id == ask.statement and 0 <= ask.rating <= BEST:
        await evaluations.put(found.evaluation.rated(ask.statement, ask.rating))
    return found.shown


async def choose_reader(
    ask: asks.ChooseReader,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    evaluations: Evaluations,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.LookingBack:
    """Before anything is written; until then it may be chosen anew."""
    found = await _begun(actor, ask.evaluation, turns, evaluations, curriculum)
    if found is None:
        return GONE
    if _text_is_asked(found) and found.evaluation.revision == ask.revision and ask.seen in _CHOICES:
        await evaluations.put(found.evaluation.changed(seen=ask.seen))
        await focuses.put(found.person, Focus(Prompt.LOOKING_BACK, found.evaluation.id))
    return found.shown


async def type_looking_back(
    ask: asks.TypeLookingBack,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    evaluations: Evaluations,
    focuses: Focuses,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.LookingBack:
    found = await _begun(actor, ask.evaluation, turns, evaluations, curriculum)
    head = found.evaluation.head(now) if found else None
    text = ask.text.strip()
    if found is None:
        return GONE
    if head is not None and 0 < len(text) <= LONGEST_TEXT:
        await turn_texts.write(head, text)
        await _send(found, now, turns, evaluations, focuses, pushes)
    return found.shown


async def send_evaluation(
    ask: asks.SendEvaluation,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    evaluations: Evaluations,
    focuses: Focuses,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.LookingBack:
    found = await _begun(actor, ask.evaluation, turns, evaluations, curriculum)
    if found is None:
        return GONE
    if _text_is_asked(found) and found.evaluation.revision == ask.revision:
        await _send(found, now, turns, evaluations, focuses, pushes)
    return found.shown


async def looking_back_readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    turns: Turns,
    evaluations: Evaluations,
    curriculum: Curriculum,
) -> Readiness | None:
    found = await _begun(actor, id, turns, evaluations, curriculum)
    if found is None or found.evaluation.seen is None:
        return None
    return Readiness(found.evaluation.revision, 0 < len(text.strip()) <= LONGEST_TEXT)


async def _send(
    found: Begun,
    now: datetime,
    turns: Turns,
    evaluations: Evaluations,
    focuses: Focuses,
    pushes: Pushes,
) -> None:
    """The circle closes when both have, and the other one is told."""
    await evaluations.put(found.evaluation.changed(sent_at=now))
    await focuses.clear(found.person, Focus(Prompt.LOOKING_BACK, found.evaluation.id))
    if found.turn.running and found.turn.step is Step.EVALUATION:
        turn = evaluated(found.turn, found.side, now).changed()
        await turns.put(turn)
        other = turn.partner_of(found.person)
        if not turn.running and other is not None:
            await pushes.add([NewPush(other, PushKind.MENTORING_OVER, str(turn.id), now)])
        await pushes.add(invitations(turn, now))


def _text_is_asked(found: Begun) -> bool:
    return found.evaluation.next_of(found.cycle) is None


async def _begun(
    actor: Actor, id: int, turns: Turns, evaluations: Evaluations, curriculum: Curriculum
) -> Begun | None:
    person = learner(actor)[0].id
    evaluation = await evaluations.get(id)
    if evaluation is None or evaluation.person_id != person or evaluation.sent_at is not None:
        return None
    turn = await turns.get(evaluation.turn_id)
    side = turn.side_of(person) if turn else None
    cycle = curriculum.mentoring.get(turn.definition) if turn else None
    return Begun(turn, side, cycle, evaluation) if turn and side and cycle else None
