"""A coordinator plans a round and launches it; from then on its mode stands fast."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from learning.account.model import Actor, Organisation
from learning.account.settings import learner
from learning.ask import Refused
from learning.audit import Audit, Deed
from learning.course.curriculum import Curriculum
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.model import Round
from learning.needs.ports import Rounds
from learning.needs.round_views import entry_about, own_round, planned, round_facts, round_shown
from learning.organisations.model import Department
from learning.organisations.own import own_organisation
from learning.organisations.ports import Departments
from learning.pushes.model import PushKind

OPEN_FOR_DAYS = 21
LONGEST_DAYS = 180
MOST_SHOWN = 12


async def show_rounds(
    ask: asks.ShowRounds, actor: Actor, now: datetime, *, curriculum: Curriculum, rounds: Rounds
) -> o.RoundsShown | o.NeedsUnavailable:
    if curriculum.needs.today is None:
        return o.NeedsUnavailable()
    organisation = own_organisation(actor)
    found = await rounds.of_organisation(organisation.id, MOST_SHOWN)
    return o.RoundsShown(organisation.name, tuple(round_facts(each, now) for each in found))


async def plan_round(
    ask: asks.PlanRound,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    rounds: Rounds,
    departments: Departments,
) -> o.RoundPlanned | o.NeedsUnavailable:
    definition = curriculum.needs.today
    if definition is None:
        return o.NeedsUnavailable()
    person, _ = learner(actor)
    organisation = own_organisation(actor)
    plan = Round(
        id=0,
        organisation_id=organisation.id,
        definition=definition,
        mode=ask.mode,
        closes_at=_evening(organisation, now, OPEN_FOR_DAYS),
        made_by=person.id,
    )
    return await planned(await rounds.add(plan), now, departments)


async def toggle_department(
    ask: asks.ToggleDepartment,
    actor: Actor,
    now: datetime,
    *,
    rounds: Rounds,
    departments: Departments,
) -> asks.Planned:
    plan = await _plan(ask, actor, now, rounds, departments)
    department = await departments.get(own_organisation(actor).id, ask.department)
    return await _changed(plan, lambda it: _toggled(it, department), now, rounds, departments)


async def set_opening(
    ask: asks.SetOpening, actor: Actor, now: datetime, *, rounds: Rounds, departments: Departments
) -> asks.Planned:
    plan = await _plan(ask, actor, now, rounds, departments)
    place, days = own_organisation(actor), min(ask.days, LONGEST_DAYS)
    return await _changed(plan, lambda it: _opening(it, days, place, now), now, rounds, departments)


async def set_closing(
    ask: asks.SetClosing, actor: Actor, now: datetime, *, rounds: Rounds, departments: Departments
) -> asks.Planned:
    plan = await _plan(ask, actor, now, rounds, departments)
    place, days = own_organisation(actor), min(max(ask.days, 1), LONGEST_DAYS)
    return await _changed(plan, lambda it: _closing(it, days, place, now), now, rounds, departments)


async def launch_round(
    ask: asks.LaunchRound,
    actor: Actor,
    now: datetime,
    *,
    rounds: Rounds,
    departments: Departments,
    audit: Audit,
) -> o.RoundLaunched | o.RoundPlanned | o.RoundShown | Refused:
    plan = await _plan(ask, actor, now, rounds, departments)
    if not isinstance(plan, Round):
        return plan
    place, opens = own_organisation(actor), max(plan.opens_at or now, now)
    if plan.closes_at is None or plan.closes_at <= opens:
        return await _changed(
            plan, lambda it: _closing(it, OPEN_FOR_DAYS, place, opens), now, rounds, departments
        )
    launched = plan.changed(opens_at=opens, launched_at=now)
    await rounds.put(launched)
    called = await rounds.call(launched, PushKind.NEEDS_ROUND, f"{launched.id}.0", opens)
    await audit.record(entry_about(launched, Deed.LAUNCHED_ROUND, actor, now))
    return o.RoundLaunched(round_facts(launched, now), called)


async def drop_plan(
    ask: asks.DropPlan, actor: Actor, now: datetime, *, rounds: Rounds
) -> o.PlanDropped | o.RoundShown | Refused:
    found = await own_round(ask.round, actor, rounds)
    if not isinstance(found, Round):
        return found
    if found.launched_at is not None:
        return await round_shown(found, now, rounds)
    await rounds.drop(found.id)
    return o.PlanDropped()


async def _plan(
    tap: asks.ChangeRound[object],
    actor: Actor,
    now: datetime,
    rounds: Rounds,
    departments: Departments,
) -> Round | asks.Planned:
    """The plan to go on with; after another tap, or the launch, what is the case now."""
    found = await own_round(tap.round, actor, rounds)
    if not isinstance(found, Round):
        return found
    if found.launched_at is not None:
        return await round_shown(found, now, rounds)
    if found.revision != tap.revision:
        return await planned(found, now, departments)
    return found


async def _changed(
    plan: Round | asks.Planned,
    change: Callable[[Round], Round],
    now: datetime,
    rounds: Rounds,
    departments: Departments,
) -> asks.Planned:
    if not isinstance(plan, Round):
        return plan
    changed = change(plan)
    await rounds.put(changed)
    return await planned(changed, now, departments)


def _toggled(plan: Round, department: Department | None) -> Round:
    """None: it is not in use any more."""
    if department is None:
        return plan.changed()
    chosen = tuple(each for each in plan.departments if each.id != department.id)
    if len(chosen) == len(plan.departments):
        chosen = (*chosen, department)
    return plan.changed(departments=chosen)


def _opening(plan: Round, days: int, place: Organisation, now: datetime) -> Round:
    """It stays open as long as before."""
    stays = (plan.closes_at or now) - (plan.opens_at or now)
    opens = _morning(place, now, days) if days else None
    return plan.changed(opens_at=opens, closes_at=_evening(place, (opens or now) + stays, 0))


def _closing(plan: Round, days: int, place: Organisation, now: datetime) -> Round:
    return plan.changed(closes_at=_evening(place, plan.opens_at or now, days))


def _morning(organisation: Organisation, now: datetime, days: int) -> datetime:
    """When the organisation opens, so many days from now."""
    zone = ZoneInfo(organisation.zone)
    day = now.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, organisation.opens, zone).astimezone(now.tzinfo)


def _evening(organisation: Organisation, since: datetime, days: int) -> datetime:
    zone = ZoneInfo(organisation.zone)
    day = since.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, organisation.closes, zone).astimezone(since.tzinfo)
