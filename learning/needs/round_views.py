"""What a coordinator sees of a round, and whose it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.settings import learner
from learning.ask import Refused
from learning.audit import Deed, Entry
from learning.needs import outcomes as o
from learning.needs.model import Round, Turnout
from learning.needs.ports import Rounds
from learning.organisations.own import NOT_YOURS, own_organisation
from learning.organisations.ports import Departments
from learning.reports.model import FEWEST_OF_ATTITUDES
from learning.reports.suppressing import merge_small

REMIND_EVERY = timedelta(days=2)


async def planned(plan: Round, now: datetime, departments: Departments) -> o.RoundPlanned:
    chosen = {department.id for department in plan.departments}
    known = await departments.in_use(plan.organisation_id)
    return o.RoundPlanned(
        round_facts(plan, now),
        tuple(o.DepartmentOption(each.id, each.name, each.id in chosen) for each in known),
    )


async def own_round(id: int, actor: Actor, rounds: Rounds) -> Round | Refused:
    """A round of the organisation that the actor acts for."""
    round = await rounds.get(id)
    if round is None or round.organisation_id != own_organisation(actor).id:
        return NOT_YOURS
    return round


async def round_shown(round: Round, now: datetime, rounds: Rounds) -> o.RoundShown:
    return o.RoundShown(round_facts(round, now), groups(await rounds.turnout(round)))


def groups(turnouts: Sequence[Turnout]) -> tuple[o.GroupTurnout, ...]:
    """Everybody, then departments of ten and more people; smaller ones are told together, so that
    no subtraction tells about them either."""
    asked = {each.department: each.asked for each in turnouts}
    answered = {each.department: each.answered for each in turnouts}
    if sum(asked.values()) < FEWEST_OF_ATTITUDES:
        return ()
    everybody = o.GroupTurnout((), sum(asked.values()), sum(answered.values()))
    merged = merge_small(asked, FEWEST_OF_ATTITUDES)
    parts = [tuple(name for name in asked if name in group) for group in merged]
    if len(parts) < 2:
        return (everybody,)
    return (everybody, *(_group(names, asked, answered) for names in parts))


def _group(
    names: tuple[str | None, ...],
    asked: Mapping[str | None, int],
    answered: Mapping[str | None, int],
) -> o.GroupTurnout:
    return o.GroupTurnout(
        names, sum(asked[name] for name in names), sum(answered[name] for name in names)
    )


def round_facts(round: Round, now: datetime) -> o.RoundFacts:
    return o.RoundFacts(
        id=round.id,
        revision=round.revision,
        mode=round.mode,
        departments=tuple(department.name for department in round.departments),
        opens_at=round.opens_at,
        closes_at=round.closes_at,
        launched=round.launched_at is not None,
        closed_at=round.closed_at,
        is_open=round.is_open(now),
        reminders=round.reminders,
        may_remind=may_remind(round, now),
    )


def entry_about(round: Round, deed: Deed, actor: Actor, now: datetime) -> Entry:
    person, _ = learner(actor)
    return Entry(round.organisation_id, deed, now, person.id, thing=round.id)


def may_remind(round: Round, now: datetime) -> bool:
    recently = round.reminded_at is not None and now - round.reminded_at < REMIND_EVERY
    return round.is_open(now) and not recently
