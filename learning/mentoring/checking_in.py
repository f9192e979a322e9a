"""A side answers a check-in, step by step; each answer says before who will see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from learning.account.model import Actor
from learning.account.settings import learner
from learning.ask import Ask
from learning.course.curriculum import Curriculum
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.check_in import (
    LONGEST_TEXT,
    CheckIn,
    Stage,
    diverge,
    new_check_in,
    with_rating,
    with_result,
    written,
)
from learning.mentoring.meeting.ports import MeetingAnswers
from learning.mentoring.model import Turn
from learning.mentoring.own import TURN_GONE, Own, own_turn, owned
from learning.mentoring.ports import CheckIns, Turns, TurnTexts
from learning.mentoring.turning import answered, heard
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.rhythm.local import local_day
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses

# Whoever rated last is still in their check-in: nothing comes between before they had time to end.
TO_FINISH_WRITING = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Begun:
    own: Own
    check_in: CheckIn

    @property
    def shown(self) -> o.CheckInShown:
        return o.CheckInShown(self.own.turn.id, self.own.person, self.check_in.id)


async def begin(own: Own, check_ins: CheckIns, meeting_answers: MeetingAnswers) -> CheckIn | None:
    """The check-in that is due, begun before or now; None where nothing is due."""
    if own.turn.asked_on is None or not own.turn.running:
        return None
    before = await check_ins.history(own.turn.id, own.person)
    due = next((each for each in before if each.due_on == own.turn.asked_on), None)
    if due is not None:
        return due
    said_fit = await meeting_answers.said_fit(own.turn.id, own.person)
    new = new_check_in(own.turn, own.person, own.cycle, before, said_fit=said_fit)
    return await check_ins.add(new) if new else None


async def open_check_in(
    ask: asks.OpenCheckIn,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    meeting_answers: MeetingAnswers,
    curriculum: Curriculum,
) -> asks.CheckingIn:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    check_in = await begin(own, check_ins, meeting_answers) if own else None
    return Begun(own, check_in).shown if own and check_in else TURN_GONE


async def say_how_it_went(
    ask: asks.SayHowItWent,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    meeting_answers: MeetingAnswers,
    curriculum: Curriculum,
) -> Ask[Any] | o.CheckInsWaiting | o.TurnsShown | o.NoTurn:
    """Typed, without saying to whom: done to the only check-in that waits; of several, asked."""
    person = learner(actor)[0].id
    every = await turns.of_person(person)
    waiting = waiting_of(every, person, curriculum)
    if len(waiting) > 1:
        return o.CheckInsWaiting(person)
    check_in = await begin(waiting[0], check_ins, meeting_answers) if waiting else None
    if check_in is not None:
        return asks.SayResult(check_in.id, check_in.revision, ask.result)
    return o.TurnsShown(person) if every else o.NoTurn()


async def say_result(
    ask: asks.SayResult,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    curriculum: Curriculum,
) -> asks.CheckingIn:
    found = await _begun(actor, ask.check_in, turns, check_ins, curriculum)
    if found is None or not _stands(found, ask.revision, Stage.RESULT):
        return found.shown if found else TURN_GONE
    await check_ins.put(with_result(found.check_in, ask.result, now))
    turn, due = found.own.turn, found.check_in.due_on
    if turn.asked_on == due:
        await turns.put(answered(turn, found.own.side).changed())
    return found.shown


async def rate(
    ask: asks.RateMentoring,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.CheckingIn:
    found = await _begun(actor, ask.check_in, turns, check_ins, curriculum)
    if found is None or not _stands(found, ask.revision, Stage.RATING):
        return found.shown if found else TURN_GONE
    own = found.own
    if ask.rating > len(own.cycle.rating):
        return found.shown
    rated = with_rating(found.check_in, ask.rating)
    await check_ins.put(rated)
    other = own.partner and await check_ins.find(own.turn.id, own.partner, rated.due_on)
    if own.partner and diverge(rated, other or None, own.cycle):
        occasion = f"{own.turn.id}.{rated.about}"
        both, due = (own.person, own.partner), now + TO_FINISH_WRITING
        await pushes.add([NewPush(it, PushKind.MENTORING_TALK, occasion, due) for it in both])
    return found.shown


async def choose_seen(
    ask: asks.ChooseSeen,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.CheckingIn:
    """Before anything is written; until then it may be chosen anew."""
    found = await _begun(actor, ask.check_in, turns, check_ins, curriculum)
    if found is None or not _stands(found, ask.revision, Stage.QUESTION, Stage.NEXT):
        return found.shown if found else TURN_GONE
    await check_ins.put(found.check_in.changed(seen=ask.seen))
    await focuses.put(found.own.person, Focus(Prompt.CHECK_IN, found.check_in.id))
    return found.shown


async def type_text(
    ask: asks.TypeCheckIn,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    turn_texts: TurnTexts,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.CheckingIn:
    found = await _begun(actor, ask.check_in, turns, check_ins, curriculum)
    head = found.check_in.head(now) if found else None
    text = ask.text.strip()
    if found is None or head is None or not 0 < len(text) <= LONGEST_TEXT:
        return found.shown if found else TURN_GONE
    await turn_texts.write(head, text)
    await _put_on(found, check_ins, focuses)
    today = local_day(learner(actor)[0], now)
    await turns.put(heard(found.own.turn, found.own.side, today).changed())
    return found.shown


async def skip_text(
    ask: asks.SkipCheckInText,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.CheckingIn:
    found = await _begun(actor, ask.check_in, turns, check_ins, curriculum)
    if found is None:
        return TURN_GONE
    if _stands(found, ask.revision, Stage.QUESTION, Stage.NEXT):
        await _put_on(found, check_ins, focuses)
    return found.shown


async def say_fit(
    ask: asks.SayFit,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    check_ins: CheckIns,
    curriculum: Curriculum,
) -> asks.CheckingIn:
    """Nobody but the author learns of it."""
    found = await _begun(actor, ask.check_in, turns, check_ins, curriculum)
    if found is None:
        return TURN_GONE
    known = {choice.id for choice in found.own.cycle.fit}
    if _stands(found, ask.revision, Stage.FIT) and ask.fit in known:
        await check_ins.put(found.check_in.changed(fit=ask.fit, stage=Stage.DONE))
    return found.shown


async def text_readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    turns: Turns,
    check_ins: CheckIns,
    curriculum: Curriculum,
) -> Readiness | None:
    found = await _begun(actor, id, turns, check_ins, curriculum)
    if found is None or found.check_in.seen is None:
        return None
    return Readiness(found.check_in.revision, bool(text.strip()))


async def _put_on(found: Begun, check_ins: CheckIns, focuses: Focuses) -> None:
    await check_ins.put(written(found.check_in))
    await focuses.clear(found.own.person, Focus(Prompt.CHECK_IN, found.check_in.id))


def _stands(found: Begun, revision: int, *stages: Stage) -> bool:
    return found.check_in.revision == revision and found.check_in.stage in stages


def waiting_of(every: Sequence[Turn], person: int, curriculum: Curriculum) -> list[Own]:
    """The turns in which this person's check-in is due."""
    found = (owned(turn, person, curriculum) for turn in every)
    return [own for own in found if own and own.turn.awaits_check_in(own.side)]


async def _begun(
    actor: Actor, id: int, turns: Turns, check_ins: CheckIns, curriculum: Curriculum
) -> Begun | None:
    """One of the actor's own, in a running turn."""
    check_in = await check_ins.get(id)
    if check_in is None or check_in.person_id != learner(actor)[0].id:
        return None
    own = await own_turn(actor, check_in.turn_id, turns, curriculum)
    return Begun(own, check_in) if own and own.turn.running else None
