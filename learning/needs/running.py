"""A round at work: how many have answered, a reminder to the others, and its end."""

from datetime import datetime

from learning.account.model import Actor
from learning.ask import Refused
from learning.audit import Audit, Deed
from learning.course.curriculum import Curriculum
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.model import Mode, Round
from learning.needs.ports import NeedsReports, Rounds, SentAnswers
from learning.needs.reporting import freeze
from learning.needs.round_views import (
    entry_about,
    may_remind,
    own_round,
    planned,
    round_facts,
    round_shown,
)
from learning.organisations.ports import Departments
from learning.pushes.model import PushKind


async def show_round(
    ask: asks.ShowRound,
    actor: Actor,
    now: datetime,
    *,
    rounds: Rounds,
    departments: Departments,
) -> o.RoundShown | o.RoundPlanned | Refused:
    found = await own_round(ask.round, actor, rounds)
    if not isinstance(found, Round):
        return found
    if found.launched_at is None:
        return await planned(found, now, departments)
    return await round_shown(found, now, rounds)


async def remind_round(
    ask: asks.RemindRound, actor: Actor, now: datetime, *, rounds: Rounds, audit: Audit
) -> o.RoundReminded | o.RoundShown | Refused:
    found = await own_round(ask.round, actor, rounds)
    if not isinstance(found, Round):
        return found
    if found.revision != ask.revision or not may_remind(found, now):
        return await round_shown(found, now, rounds)
    reminded = found.changed(reminders=found.reminders + 1, reminded_at=now)
    await rounds.put(reminded)
    occasion = f"{found.id}.{reminded.reminders}"
    called = await rounds.call(reminded, PushKind.NEEDS_ROUND_REMINDER, occasion, now)
    await audit.record(entry_about(reminded, Deed.REMINDED_ROUND, actor, now))
    return o.RoundReminded(round_facts(reminded, now), called)


async def offer_closing(
    ask: asks.OfferClosing, actor: Actor, now: datetime, *, rounds: Rounds
) -> o.ClosingOffered | o.RoundShown | Refused:
    found = await own_round(ask.round, actor, rounds)
    if not isinstance(found, Round):
        return found
    if found.launched_at is None or found.closed_at is not None:
        return await round_shown(found, now, rounds)
    return o.ClosingOffered(round_facts(found, now))


async def close_round(
    ask: asks.CloseRound,
    actor: Actor,
    now: datetime,
    *,
    rounds: Rounds,
    sent_answers: SentAnswers,
    needs_reports: NeedsReports,
    curriculum: Curriculum,
    audit: Audit,
) -> o.RoundClosed | o.RoundShown | Refused:
    found = await own_round(ask.round, actor, rounds)
    if not isinstance(found, Round):
        return found
    ended = found.launched_at is None or found.closed_at is not None
    if found.revision != ask.revision or ended:
        return await round_shown(found, now, rounds)
    closed = await close(found, now, rounds, sent_answers)
    await freeze(closed, curriculum, sent_answers, needs_reports)
    await audit.record(entry_about(closed, Deed.CLOSED_ROUND, actor, now))
    return o.RoundClosed(round_facts(closed, now))


async def turn_rounds(
    ask: asks.TurnRounds,
    actor: Actor,
    now: datetime,
    *,
    rounds: Rounds,
    sent_answers: SentAnswers,
    needs_reports: NeedsReports,
    curriculum: Curriculum,
) -> o.RoundsTurned:
    over = await rounds.over(now)
    for round in over:
        closed = await close(round, now, rounds, sent_answers)
        await freeze(closed, curriculum, sent_answers, needs_reports)
    return o.RoundsTurned(len(over))


async def close(round: Round, now: datetime, rounds: Rounds, sent_answers: SentAnswers) -> Round:
    """Nobody can answer any more; unlinked answers are rewritten in random order."""
    closed = round.changed(closed_at=now)
    await rounds.put(closed)
    if closed.mode is Mode.UNLINKED:
        await sent_answers.shuffle(closed)
    return closed
