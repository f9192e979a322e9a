"""What a push says is decided at the moment of sending, not when it was planned."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from learning.account.model import Actor
from learning.account.ports import Enrolments, People
from learning.account.settings import learner
from learning.ask import Ask
from learning.pushes import voice
from learning.pushes.asks import NoteUnreachable, PreparePush
from learning.pushes.model import PushKind, SkipReason
from learning.pushes.outcomes import NotWanted, PutOff
from learning.pushes.ports import Pushes
from learning.pushes.preparations import Preparations
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled

Prepare = Callable[..., Awaitable[Ask[Any] | NotWanted | PutOff]]


def preparing(preparations: Preparations) -> Prepare:
    """The use case of PreparePush: first whether anything may be sent, then what."""

    async def prepare_push(
        ask: PreparePush,
        actor: Actor,
        now: datetime,
        *,
        people: People,
        enrolments: Enrolments,
        pushes: Pushes,
    ) -> Ask[Any] | NotWanted | PutOff:
        target = await people.actor(ask.telegram_id)
        if target.person is None or target.enrolment is None:
            return NotWanted(SkipReason.GONE)
        if not target.person.reachable:
            return NotWanted(SkipReason.UNREACHABLE)
        today = local_day(target.person, now)
        spent = await pushes.spent(target.person.id, today, ask.push)
        waiting = await pushes.waiting(target.person.id, now, ask.push)
        room = voice.has_room(ask.kind, voice.budget_of(target), spent, waiting)
        held = voice.held_back(ask.kind, target, now, room)
        if held is None:
            if ask.kind.is_counted:
                await pushes.spend(ask.push, today)
            return preparations[ask.kind](ask.telegram_id, ask.occasion)
        if isinstance(held, PutOff):
            await pushes.put_off(ask.push, held.until)
        elif ask.kind is PushKind.DAILY:
            await enrolments.put(
                rescheduled(target.person, target.enrolment, target.organisation, now)
            )
        return held

    return prepare_push


async def note_unreachable(
    ask: NoteUnreachable,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    enrolments: Enrolments,
) -> None:
    """Nothing is sent to them until they write again."""
    target = await people.actor(ask.telegram_id)
    if target.person is not None:
        await people.put(replace(target.person, reachable=False))
    if target.enrolment is not None:
        _, enrolment = learner(target)
        silent = replace(enrolment, next_due_at=None, revision=enrolment.revision + 1)
        await enrolments.put(silent)
