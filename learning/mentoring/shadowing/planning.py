"""A plan of a day of job shadowing is written: who watches, when, what for, by which rules."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from learning.account.model import Actor
from learning.account.ports import People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.model import Side
from learning.mentoring.own import TURN_GONE, own_turn
from learning.mentoring.ports import Turns, TurnTexts
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import (
    LONGEST_GOAL,
    ShadowingDay,
    Slot,
    begun,
    slots_offered,
    with_plan,
    with_slot,
)
from learning.mentoring.shadowing.own import (
    OwnDay,
    both,
    is_over,
    may_plan,
    own_day,
    shadowing_shown,
    working_hours,
)
from learning.mentoring.shadowing.ports import ShadowingDays
from learning.rhythm.local import local_day
from learning.rhythm.window import Window
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses

A_PAGE, PAGES, HORIZON = 8, 6, timedelta(days=120)


async def plan_shadowing(
    ask: asks.PlanShadowing,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    people: People,
    curriculum: Curriculum,
) -> asks.Planning:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    day = await shadowing_days.latest(own.turn.id)
    zone = learner((await both(actor, own, people))[Side.MENTOR])[0].zone
    if is_over(day, now):
        if may_plan(own):
            number = day.number + 1 if day else 1
            ids = (own.turn.mentor.person_id, own.turn.mentee.person_id)
            new = ShadowingDay(0, own.turn.id, number, *ids, begun_at=now, by=own.side)
            await shadowing_days.put(begun(await shadowing_days.add(new), own.side, zone))
    elif day and own.turn.running and not day.has_begun(now):
        await shadowing_days.put(begun(day, own.side, zone))
    return shadowing_shown(own)


async def offer_days(
    ask: asks.OfferDays,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    people: People,
    curriculum: Curriculum,
) -> o.DaysOffered | asks.Planning:
    """Working days of both, from tomorrow on."""
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None or found.written() is None:
        return found.shown if found else TURN_GONE
    windows = await _windows(actor, found, people)
    page = min(ask.page, PAGES - 1)
    every = list(_working_days(windows, local_day(learner(actor)[0], now)))
    days = every[page * A_PAGE : (page + 1) * A_PAGE]
    listed = tuple(day.isoformat() for day in days)
    return o.DaysOffered(found.own.turn.id, found.own.person, listed, page)


async def choose_day(
    ask: asks.ChooseDay,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    people: People,
    curriculum: Curriculum,
) -> o.SlotsOffered | asks.Planning:
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None or found.written(ask.revision) is None:
        return found.shown if found else TURN_GONE
    windows = await _windows(actor, found, people)
    if ask.on not in _working_days(windows, local_day(learner(actor)[0], now)):
        return found.shown
    await shadowing_days.put(with_plan(found.day, on=ask.on))
    return await _slots(actor, found, people)


async def offer_slots(
    ask: asks.OfferSlots,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    people: People,
    curriculum: Curriculum,
) -> o.SlotsOffered | asks.Planning:
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None or found.written() is None:
        return found.shown if found else TURN_GONE
    return await _slots(actor, found, people)


async def toggle_slot(
    ask: asks.ToggleSlot,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    people: People,
    curriculum: Curriculum,
) -> o.SlotsOffered | asks.Planning:
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None or found.written(ask.revision) is None:
        return found.shown if found else TURN_GONE
    offered = await _offered(actor, found, people)
    slot = next((each for each in offered if each.starts == ask.starts), None)
    if slot is not None:
        toggled = with_slot(found.day, slot, found.shadowing.slots)
        if toggled is not found.day:
            await shadowing_days.put(toggled)
    return await _slots(actor, found, people)


async def choose_host(
    ask: asks.ChooseHost,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    people: People,
    curriculum: Curriculum,
) -> asks.Planning:
    """Hours are those of the host's place, so they are chosen anew."""
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None:
        return TURN_GONE
    if found.written(ask.revision) is not None:
        zone = learner((await both(actor, found.own, people))[ask.host])[0].zone
        await shadowing_days.put(with_plan(found.day, host=ask.host, zone=zone, slots=()))
    return found.shown


async def ask_goal(
    ask: asks.AskDayGoal,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.DayGoalAsked | asks.Planning:
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None or found.written() is None:
        return found.shown if found else TURN_GONE
    await focuses.put(found.own.person, Focus(Prompt.DAY_GOAL, found.day.id))
    return o.DayGoalAsked(found.own.turn.id, found.own.person)


async def type_goal(
    ask: asks.TypeDayGoal,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    shadowing_days: ShadowingDays,
    focuses: Focuses,
    curriculum: Curriculum,
) -> o.DayGoalAsked | asks.Planning:
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None or found.written() is None:
        return found.shown if found else TURN_GONE
    text, own = ask.text.strip(), found.own
    if not 0 < len(text) <= LONGEST_GOAL:
        return o.DayGoalAsked(own.turn.id, own.person)
    await turn_texts.write(found.day.goal_head(own.turn.id, own.person, now), text)
    await focuses.clear(own.person, Focus(Prompt.DAY_GOAL, found.day.id))
    return found.shown


async def goal_readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    curriculum: Curriculum,
) -> Readiness | None:
    found = await own_day(actor, id, shadowing_days, turns, curriculum)
    if found is None or found.written() is None:
        return None
    return Readiness(found.day.revision, 0 < len(text.strip()) <= LONGEST_GOAL)


async def _windows(actor: Actor, found: OwnDay, people: People) -> list[Window]:
    pair = await both(actor, found.own, people)
    return [working_hours(each) for each in pair.values()]


def _working_days(windows: list[Window], today: date) -> Iterator[date]:
    for ahead in range(1, HORIZON.days):
        day = today + timedelta(days=ahead)
        if all(window.is_learning_day(day) for window in windows):
            yield day


async def _offered(actor: Actor, found: OwnDay, people: People) -> tuple[Slot, ...]:
    plan = found.day.draft
    pair = await both(actor, found.own, people)
    hours = working_hours(pair[plan.host if plan else Side.MENTOR])
    return slots_offered(hours.opens, hours.closes, found.shadowing.minutes)


async def _slots(actor: Actor, found: OwnDay, people: People) -> o.SlotsOffered:
    offered = await _offered(actor, found, people)
    minutes = tuple((_minutes(slot.starts), _minutes(slot.ends)) for slot in offered)
    return o.SlotsOffered(found.own.turn.id, found.own.person, minutes)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
