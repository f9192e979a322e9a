"""The one entrance: rights, conflicts, updates applied once, asks that nobody knows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

import pytest

from learning.account.asks import Arrive, ComeBack, ShowHelp, ShowSettings
from learning.account.model import Actor
from learning.account.outcomes import HelpShown, SettingsShown, Welcomed
from learning.account.ports import People
from learning.ask import CLOCK, Ask, Caller, Conflict, Refused, Right
from learning.inbox import NewUpdate
from learning.perform import ATTEMPTS, AlreadyApplied, Core
from learning.pushes.asks import NoteUnreachable, PreparePush, WakeLearners
from learning.pushes.outcomes import Woken
from learning.table import USE_CASES
from tests.contract.memory.database import MemoryUnit
from tests.unit.town import ANNA, MONDAY, Town, now_done


@dataclass(frozen=True, slots=True)
class Count(Ask[int]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class Unheard(Ask[None]):
    right: ClassVar[Right] = Right.ANYONE


def took(town: Town, update_id: int) -> None:
    now_done(town.database.inbox.take([NewUpdate(update_id, ANNA, "{}", None)]))


@pytest.mark.parametrize(
    ("ask", "telegram_id", "kind"),
    [
        (ShowHelp(), 999, HelpShown),
        (ShowSettings(), 999, Refused),
        (ShowSettings(), ANNA, SettingsShown),
        (WakeLearners(), 999, Refused),
        (WakeLearners(), ANNA, Refused),
        (PreparePush(ANNA), ANNA, Refused),
        (NoteUnreachable(ANNA), ANNA, Refused),
        (WakeLearners(), CLOCK.telegram_id, Woken),
        (ShowSettings(), CLOCK.telegram_id, Refused),
        (ShowHelp(), CLOCK.telegram_id, HelpShown),
    ],
)
def test_an_ask_needs_its_right(town: Town, ask: Ask[Any], telegram_id: int, kind: type) -> None:
    town.begin(ANNA)
    before = town.state
    outcome: object = town.ask(ask, telegram_id)
    assert type(outcome) is kind
    if kind is Refused:
        assert outcome == Refused(ask.right)
        assert vars(town.state) == vars(before)


def test_an_update_is_applied_once_and_keeps_its_outcome(town: Town) -> None:
    took(town, 5)
    arrive, caller = Arrive(None, "el"), Caller(ANNA, update_id=5)
    outcome = now_done(town.core.perform(arrive, caller, town.now))
    assert outcome == Welcomed(None, None)
    (unanswered,) = now_done(town.database.inbox.unanswered())
    assert (unanswered.update_id, unanswered.outcome) == (5, outcome)
    assert town.state.inbox[5].body is None, "the body is wiped with the effect"
    before = town.state
    with pytest.raises(AlreadyApplied):
        now_done(town.core.perform(ComeBack(), caller, town.now))
    assert town.state is before


def test_what_a_repeated_update_did_is_rolled_back(town: Town) -> None:
    """The use case runs before the row is found applied: nothing of it may stay."""
    took(town, 5)
    now_done(town.core.perform(ShowHelp(), Caller(ANNA, update_id=5), town.now))
    with pytest.raises(AlreadyApplied):
        now_done(town.core.perform(Arrive(None, "el"), Caller(ANNA, update_id=5), town.now))
    assert town.state.persons == {}


def test_a_refused_update_counts_as_applied(town: Town) -> None:
    took(town, 6)
    now_done(town.core.perform(ShowSettings(), Caller(999, update_id=6), town.now))
    (unanswered,) = now_done(town.database.inbox.unanswered())
    assert unanswered.outcome == Refused(Right.PERSON)


@pytest.mark.parametrize("losses", range(ATTEMPTS))
def test_a_conflict_is_tried_again(town: Town, losses: int) -> None:
    tries = []

    async def count(ask: Count, actor: Actor, now: datetime, *, people: People) -> int:
        tries.append(actor)
        await people.add(1000 + len(tries), "en", "UTC", now)
        if len(tries) <= losses:
            raise Conflict
        return len(tries)

    core = Core(town.database, town.curriculum, {Count: count})
    assert now_done(core.perform(Count(), Caller(ANNA), town.now)) == losses + 1
    assert len(town.state.persons) == 1, "what lost was rolled back"


def test_conflicts_without_end_are_raised(town: Town) -> None:
    tries = []

    async def lose(ask: Count, actor: Actor, now: datetime) -> int:
        tries.append(now)
        raise Conflict

    core = Core(town.database, town.curriculum, {Count: lose})
    with pytest.raises(Conflict):
        now_done(core.perform(Count(), Caller(ANNA), town.now))
    assert tries == [MONDAY] * ATTEMPTS, "programme time is read once"


def test_an_ask_in_no_table_fails_loudly(town: Town) -> None:
    with pytest.raises(KeyError, match="Unheard"):
        town.ask(Unheard())


def test_an_error_rolls_everything_back(town: Town) -> None:
    async def fail(ask: Count, actor: Actor, now: datetime, *, people: People) -> int:
        await people.add(1, "en", "UTC", now)
        raise ZeroDivisionError

    core = Core(town.database, town.curriculum, {Count: fail})
    with pytest.raises(ZeroDivisionError):
        now_done(core.perform(Count(), Caller(ANNA), town.now))
    assert town.state.persons == {}


class Watched:
    """A store that counts how often the actor is loaded."""

    def __init__(self, town: Town) -> None:
        self.town, self.loaded = town, 0

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[MemoryUnit]:
        async with self.town.database.unit() as unit:
            plain = unit.people.actor

            async def actor(telegram_id: int) -> Actor:
                self.loaded += 1
                return await plain(telegram_id)

            object.__setattr__(unit.people, "actor", actor)
            yield unit


def test_the_actor_is_loaded_once(town: Town) -> None:
    town.begin()
    store = Watched(town)
    core = Core(store, town.curriculum, USE_CASES)
    now_done(core.perform(ShowSettings(), Caller(ANNA), town.now))
    assert store.loaded == 1


def test_who_had_blocked_the_bot_is_back_with_any_ask(town: Town) -> None:
    town.begin()
    now_done(town.core.perform(NoteUnreachable(ANNA), CLOCK, town.now))
    assert not town.person().reachable
    assert town.enrolment().next_due_at is None
    assert town.ask(ComeBack()) is None
    assert town.person().reachable
    assert town.enrolment().next_due_at is not None


def test_a_stranger_who_comes_back_stays_a_stranger(town: Town) -> None:
    assert town.ask(ComeBack()) is None
    assert now_done(town.core.perform(NoteUnreachable(ANNA), CLOCK, town.now)) is None
    assert town.state.persons == {}


def test_noting_the_same_block_twice_is_no_harm(town: Town) -> None:
    town.begin()
    for _ in range(2):
        now_done(town.core.perform(NoteUnreachable(ANNA), CLOCK, town.now))
    assert town.person() == replace(town.person(), reachable=False)
