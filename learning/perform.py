"""The one entrance to the core. It knows no ask by name."""

import inspect
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from learning.account.coming_back import come_back
from learning.account.model import Actor, Role
from learning.ask import (
    CLOCK,
    Around,
    Ask,
    Caller,
    Conflict,
    Instead,
    Refused,
    Right,
    UseCase,
    UseCases,
)
from learning.course.curriculum import Curriculum
from learning.unit import Store, Unit

O_co = TypeVar("O_co", covariant=True)

ATTEMPTS = 30  # a class of forty scans one code at once


class AlreadyApplied(Exception):
    """The update was applied before; nothing was done a second time."""


class Core:
    """Performs asks: one actor, one right, one transaction, one outcome."""

    def __init__(
        self,
        store: Store,
        curriculum: Curriculum,
        use_cases: UseCases,
        on_refused: Callable[[type[Ask[Any]], Right], None] = lambda ask, right: None,
    ) -> None:
        """`on_refused` hears, once it is committed, of every ask that its actor had no right to:
        neither the role, nor the organisation of the thing that was named."""
        self.store = store
        self._on_refused = on_refused
        self.curriculum = curriculum
        self._use_cases = {ask: (case, _wanted(case)) for ask, case in use_cases.items()}

    async def perform(self, ask: Ask[O_co], caller: Caller, now: datetime) -> O_co | Refused:
        """What is true after `ask`, at programme time `now`.

        Raises AlreadyApplied for an inbox row applied before, Conflict when others were quicker
        ATTEMPTS times in a row.
        """
        for attempt in range(ATTEMPTS):
            try:
                outcome: O_co | Refused = await self._attempt(ask, caller, now)
                break
            except Conflict:
                if attempt == ATTEMPTS - 1:
                    raise
        if isinstance(outcome, Refused):
            self._on_refused(type(ask), outcome.right)
        return outcome

    async def _attempt(self, ask: Ask[Any], caller: Caller, now: datetime) -> Any:
        async with self.store.unit() as unit:
            actor = await _load(caller, unit, now)
            if actor.person and actor.conversing and not ask.keeps_talk:
                await unit.conversations.end(actor.person.id)
            outcome = await self._run(ask, caller, actor, unit, now)
            if caller.update_id is not None and not await unit.inbox.mark_applied(
                caller.update_id, outcome
            ):
                raise AlreadyApplied(caller.update_id)
            return outcome

    async def _run(
        self, ask: Ask[Any], caller: Caller, actor: Actor, unit: Unit, now: datetime
    ) -> Any:
        """A use case may answer with an ask: that is performed in its place, by its own right."""
        outcome: object = ask
        while isinstance(outcome, Ask):
            if not _allowed(outcome.right, caller, actor):
                return Refused(outcome.right)
            case, wanted = self._use_cases[type(outcome)]
            try:
                outcome = await case(outcome, actor, now, **self._given(wanted, unit))
            except Instead as instead:
                outcome = instead.outcome
        if isinstance(outcome, Around):
            inner = await self._run(outcome.ask, caller, actor, unit, now)
            return inner if isinstance(inner, Refused) else outcome.put(inner)
        return outcome

    def _given(self, wanted: tuple[str, ...], unit: Unit) -> dict[str, object]:
        return {
            name: self.curriculum if name == "curriculum" else getattr(unit, name)
            for name in wanted
        }


def _wanted(case: UseCase) -> tuple[str, ...]:
    """A use case's keyword-only parameters are its dependency list."""
    parameters = inspect.signature(case).parameters.values()
    return tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY)


async def _load(caller: Caller, unit: Unit, now: datetime) -> Actor:
    if caller.telegram_id == CLOCK.telegram_id:
        return Actor(telegram_id=CLOCK.telegram_id)
    actor = await unit.people.actor(caller.telegram_id)
    return await come_back(actor, now, people=unit.people, enrolments=unit.enrolments)


def _allowed(right: Right, caller: Caller, actor: Actor) -> bool:
    match right:
        case Right.ANYONE:
            return True
        case Right.PERSON:
            return actor.person is not None
        case Right.CLOCK:
            return caller.telegram_id == CLOCK.telegram_id
        case Right.MENTOR | Right.COORDINATOR | Right.TRAINER | Right.OWNER:
            return actor.acting_as(Role(right)) is not None
