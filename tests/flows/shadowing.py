"""How a pair plans a day of job shadowing, on their phones."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from learning.mentoring.asks import MovePhase
from learning.mentoring.shadowing import asks
from tests.flows.pairing import Circle, agreed, circle
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

DAY, MOVED = date(2027, 3, 4), date(2027, 3, 5)
RULES = ("client", "notes", "aside", "out", "superiors")
GOAL = "How do you say no kindly?"


def at(day: date, hour: int, minute: int = 0) -> datetime:
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("Europe/Athens"))
    return local.astimezone(UTC)


async def in_direction(town: World, language: str = "en") -> Circle:
    made = await circle(town, language)
    await agreed(made)
    await made.mentee.send("/mentoring")
    await made.mentee.tap(MovePhase)
    await town.settled()
    return made


async def opened(phone: Phone) -> Bubble:
    await phone.send("/mentoring")
    return await phone.tap(asks.ShowShadowing)


async def ticked(phone: Phone) -> Bubble:
    for rule in RULES:
        shown = await phone.tap(asks.TickRule, rule=rule)
    return shown


async def written(phone: Phone, on: date = DAY) -> Bubble:
    """A plan of two slots with a goal, ready to be proposed."""
    await opened(phone)
    await phone.tap(asks.PlanShadowing)
    await phone.tap(asks.OfferDays)
    await phone.tap(asks.ChooseDay, on=on)
    await phone.tap(asks.ToggleSlot, starts=time(9))
    await phone.tap(asks.ToggleSlot, starts=time(11))
    await phone.tap(asks.ShowShadowing)
    await phone.tap(asks.AskDayGoal)
    await phone.send(GOAL)
    return await ticked(phone)


async def settled_day(made: Circle, on: date = DAY) -> Bubble:
    """The mentor's screen when they have accepted."""
    await written(made.mentee, on)
    await made.mentee.tap(asks.ProposePlan)
    await made.world.settled()
    await ticked(made.mentor)
    accepted = await made.mentor.tap(asks.AcceptPlan)
    await made.world.settled()
    return accepted


async def moved_by(phone: Phone) -> Bubble:
    """To the next day."""
    await opened(phone)
    await phone.tap(asks.PlanShadowing)
    await phone.tap(asks.OfferDays)
    await phone.tap(asks.ChooseDay, on=MOVED)
    await phone.tap(asks.ShowShadowing)
    return await phone.tap(asks.ProposePlan)


async def wrote(phone: Phone, *texts: str) -> Bubble:
    for text in texts:
        shown = await phone.send(text)
    return shown
