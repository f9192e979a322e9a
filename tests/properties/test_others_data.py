"""What somebody sees depends on nothing that is not theirs to see: no name, no number, no id.

Two worlds differ in all that is none of an attacker's business: every text and every number of it.
The attacker asks the same ten thousand forged things in both. Whatever field of whatever outcome
differs would have told something. What screens read beside an outcome goes by the ids in it: there
no foreign id may stand at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from itertools import count
from random import Random
from typing import Any

import pytest

from bot.screens.table import READ
from learning.account.model import CodeKind
from learning.ask import Ask, Conflict
from learning.lessons.asks import NextLesson
from learning.organisations import asks
from learning.talk.asks import SayInWords
from learning.tickets.asks import OpenTicket, StayNameless
from learning.tickets.model import TicketKind
from tests.properties.test_authority import (
    ANNA,
    CLEO,
    FIRST_ID,
    INSIDERS,
    OUTSIDERS,
    Worlds,
    concerns,
    forged_asks,
    is_of,
    people_of,
)

SEEDS = range(15)
EACH = 100
AT_A_STRETCH = 10  # then both worlds are as they were, so that nothing but the data sets them apart
COMMON = frozenset({"events", "rounds", "organisations"})  # members see what is open to members
# What tells rows apart or says what they are; the rest is somebody's data.
KEPT = frozenset(
    {"by", "about", "thing", "person", "code", "sheet", "uses_left", "zone", "language"}
)
LATER_ID = 50 * FIRST_ID


def private(worlds: Worlds, who: int) -> Iterator[tuple[str, Any, Any]]:
    """(table, key, row) of all of Egaleo that is none of `who`'s business."""
    state = worlds.town.state
    me = next(iter(people_of(worlds, who)), None)
    people = {person.id for person in state.persons.values()} if who in INSIDERS else set()
    people |= people_of(worlds, CLEO, ANNA, *INSIDERS)
    for name, rows in vars(state).items():
        if not isinstance(rows, dict) or (who in INSIDERS and name in COMMON):
            continue
        for key, row in rows.items():
            is_open = getattr(row, "kind", None) is CodeKind.OPEN
            mine = is_of(key, row, me) or getattr(row, "id", 0) == me
            if concerns(key, row, worlds.egaleo, people) and not (is_open or mine):
                yield name, key, row


def otherwise(row: Any) -> Any:
    """The same row with every text, number and moment another."""
    if not is_dataclass(row) or isinstance(row, type):
        return row
    changed = {f.name: another(getattr(row, f.name)) for f in fields(row) if not is_kept(f.name)}
    return replace(row, **changed)


def is_kept(name: str) -> bool:
    return name in KEPT or name.endswith(("_id", "_by")) or name == "id"


def another(value: Any) -> Any:
    match value:
        case bool() | Enum() | None:
            return value
        case int():
            return value + 97
        case str():
            return f"{value} or otherwise"
        case datetime():
            return value + timedelta(hours=7)
        case Mapping():
            return {key: another(each) for key, each in value.items()}
        case _:
            return value


def two_worlds(who: int) -> tuple[Worlds, Worlds]:
    one, other = lived(), lived()
    for name, key, row in list(private(other, who)):
        getattr(other.town.state, name)[key] = otherwise(row)
    return one, other


def lived() -> Worlds:
    """Anna asks somebody for help and learns on."""
    worlds = Worlds()
    worlds.town.ask(OpenTicket(TicketKind.PERSON), ANNA)
    held = worlds.town.ask(SayInWords("Where is the key?"), ANNA)
    worlds.town.ask(StayNameless(held.ticket), ANNA)
    worlds.town.ask(NextLesson(), ANNA)
    return worlds


def seen(worlds: Worlds, ask: Ask[Any], who: int) -> Any:
    try:
        return worlds.town.ask(ask, who)
    except Conflict:
        return Conflict


def numbers_in(outcome: Any) -> set[int]:
    if isinstance(outcome, int):
        return {outcome}
    if isinstance(outcome, tuple | frozenset):
        return {number for each in outcome for number in numbers_in(each)}
    if not is_dataclass(outcome) or isinstance(outcome, type):
        return set()
    return {n for f in fields(outcome) for n in numbers_in(getattr(outcome, f.name))}


@pytest.mark.parametrize("who", [*OUTSIDERS, *INSIDERS])
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_is_shown_depends_on_what_is_not_theirs(seed: int, who: int) -> None:
    one, other = two_worlds(who)
    foreign = {row.id for _, _, row in private(one, who) if hasattr(row, "id")}
    assert min(foreign) >= FIRST_ID
    begun = one.town.state, other.town.state  # no transaction touches the state it began with
    attempts = forged_asks(one, who, Random(seed))
    for number, ask in zip(range(EACH), attempts, strict=False):
        if number % AT_A_STRETCH == 0:
            for world, state in zip((one, other), begun, strict=True):
                again = state.copy()
                again.ids = count(LATER_ID)
                world.town.database.transactions.state = again
        shown = seen(one, ask, who)
        assert shown == seen(other, ask, who), ask
        assert type(shown) not in READ or not foreign & numbers_in(shown), ask


def test_ten_thousand_are_tried() -> None:
    assert len(SEEDS) * EACH * len((*OUTSIDERS, *INSIDERS)) >= 10_000


def test_the_comparison_sees_what_the_right_people_see() -> None:
    """The property would be worth nothing if both worlds looked the same to everybody."""
    one, other = two_worlds(OUTSIDERS[0])
    for ask in (asks.ShowSheets(), asks.Invite(), asks.LookUpCode(f"came-with-{ANNA}")):
        assert seen(one, ask, CLEO) != seen(other, ask, CLEO), ask
