"""A plan of a day of job shadowing while it is written: day, hours, goal, rules."""

from datetime import date, datetime, time

from babel.dates import format_skeleton

from bot.screens import mentoring_words as words
from bot.screens import shadowing_words as day_words
from bot.screens.evaluating import no_clients
from bot.screens.html import Html, bold, paragraphs
from bot.screens.mentoring import Read, turn_gone_screen
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row, shortened
from bot.screens.times import full_date, place
from bot.screens.view import View
from learning.mentoring import outcomes as turn
from learning.mentoring.cycle import Shadowing
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import LONGEST_GOAL, Plan, ShadowingDay, Slot
from learning.mentoring.shadowing.planning import A_PAGE, PAGES
from learning.talk.model import Focus, Prompt, Shown


def draft_screen(day: ShadowingDay, part: Shadowing, read: TurnRead, view: View) -> Screen:
    plan = _plan(day)
    html = paragraphs(
        bold(view.say("Plan a day together")),
        day_words.plan_in_words(plan, read, view),
        view.say("The rules of the day. Tick each one:"),
        day_words.rules_in_words(day, part, read, view),
        _missing(day, plan, part, read, view),
    )
    rows = (*_choices(day, plan, read, view), ticks_row(day, part, read))
    return Screen(html, (*rows, *_ends(day, plan, part, read, view)))


def ticks_row(day: ShadowingDay, part: Shadowing, read: TurnRead) -> Row:
    """One button for each rule, by its number."""
    ticks = day.ticks(read.side)
    return tuple(
        Button(
            f"{day_words.TICKED if rule.id in ticks else day_words.OPEN} {number}",
            asks.TickRule(day.id, day.revision, rule.id),
        )
        for number, rule in enumerate(part.rules, 1)
    )


def days_offered_screen(offered: o.DaysOffered, read: Read, view: View) -> Screen:
    day = read.shadowing if read else None
    if read is None or day is None:
        return turn_gone_screen(turn.TurnGone(), view)
    html = paragraphs(
        bold(view.say("On which day?")),
        view.say("These are days on which both of your organisations work.")
        if offered.days
        else view.say("No more days here."),
    )
    days = [
        Button(_label(date.fromisoformat(each), view), _choose(day, each)) for each in offered.days
    ]
    page, rows = offered.page, in_rows(days, 2)
    earlier = Button(view.label("Earlier days"), asks.OfferDays(day.id, page - 1))
    later = Button(view.label("Later days"), asks.OfferDays(day.id, page + 1))
    more = page + 1 < PAGES and len(offered.days) == A_PAGE
    turns = tuple(each for each in (earlier if page else None, later if more else None) if each)
    return Screen(html, (*rows, *((turns,) if turns else ()), (_back(read, view),)))


def slots_offered_screen(offered: o.SlotsOffered, read: Read, view: View) -> Screen:
    day = read.shadowing if read else None
    if read is None or day is None or day.draft is None:
        return turn_gone_screen(turn.TurnGone(), view)
    cycle = words.cycle_of(read.turn, view)
    most = cycle.shadowing.slots if cycle and cycle.shadowing else 1
    plan = day.draft
    html = paragraphs(
        bold(
            view.say("Which hours on {day}?", day=full_date(view, plan.on))
            if plan.on
            else view.say("Which hours?")
        ),
        view.say_n("Choose {n} slot.", "Choose up to {n} slots.", most),
        view.say("The hours are those of {place}.", place=place(view, plan.zone)),
    )
    slots = [Slot(_at(starts), _at(ends)) for starts, ends in offered.slots]
    choices = [_slot(slot, day, plan, view) for slot in slots]
    done = Button(view.label("Done"), asks.ShowShadowing(read.turn.id))
    return Screen(html, (*in_rows(choices, 2), (done,)))


def day_goal_asked_screen(asked: o.DayGoalAsked, read: Read, view: View) -> Screen:
    day = read.shadowing if read else None
    if read is None or day is None:
        return turn_gone_screen(turn.TurnGone(), view)
    html = paragraphs(
        bold(view.say("What should the day be about?")),
        view.say("One question is enough, such as: how do you say no kindly?"),
        view.say("You and {name} will see it, nobody else.", name=words.partner(read, view)),
        no_clients(view),
        view.say("Write it in one message, of at most {most} characters.", most=LONGEST_GOAL),
    )
    skip = Button(view.label("Leave it out"), asks.ShowShadowing(read.turn.id))
    waits = Shown(Focus(Prompt.DAY_GOAL, day.id), day.revision)
    return Screen(html, ((skip,),), prompt=waits)


def _plan(day: ShadowingDay) -> Plan:
    if day.draft is None:
        raise AssertionError("a plan is being written")
    return day.draft


def _missing(
    day: ShadowingDay, plan: Plan, part: Shadowing, read: TurnRead, view: View
) -> Html | None:
    open_ = [
        None if plan.on else view.label("the day"),
        None if plan.slots else view.label("the hours"),
        None if day.has_all_rules(read.side, part) else view.label("your ticks"),
    ]
    names = [name for name in open_ if name]
    if names:
        return view.say("Still missing: {names}.", names=view.all_of(names))
    if plan.begins <= view.now:
        return view.say("That time has passed. Choose another day.")
    return None


def _choices(day: ShadowingDay, plan: Plan, read: TurnRead, view: View) -> tuple[Row, ...]:
    on = Button(view.label("The day"), asks.OfferDays(day.id, 0))
    hours = Button(view.label("The hours"), asks.OfferSlots(day.id))
    swap = (
        view.label("Rather I watch")
        if plan.host is read.side
        else view.label("Rather I work and am watched")
    )
    host = Button(swap, asks.ChooseHost(day.id, day.revision, plan.host.other))
    goal = Button(view.label("The goal"), asks.AskDayGoal(day.id))
    return ((on, hours) if plan.on else (on,), (goal,), (host,))


def _ends(
    day: ShadowingDay, plan: Plan, part: Shadowing, read: TurnRead, view: View
) -> tuple[Row, ...]:
    this = (day.id, day.revision)
    ready = plan.is_whole and plan.begins > view.now and day.has_all_rules(read.side, part)
    name = read.partner or str(words.partner(read, view))
    propose = Button(
        shortened(view.label("Propose it to {name}", name=name)), asks.ProposePlan(*this)
    )
    label = (
        view.label("Leave the day as it was") if day.agreed else view.label("Do not plan it now")
    )
    return one_a_row(propose if ready else None, Button(label, asks.DropPlan(*this)))


def _label(day: date, view: View) -> str:
    return format_skeleton("MMMEd", datetime.combine(day, time()), locale=view.locale)


def _choose(day: ShadowingDay, on: str) -> asks.ChooseDay:
    return asks.ChooseDay(day.id, day.revision, date.fromisoformat(on))


def _slot(slot: Slot, day: ShadowingDay, plan: Plan, view: View) -> Button:
    mark = day_words.TICKED if slot in plan.slots else day_words.OPEN
    ask = asks.ToggleSlot(day.id, day.revision, slot.starts)
    return Button(f"{mark} {day_words.one_slot(slot, view)}", ask)


def _at(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _back(read: TurnRead, view: View) -> Button:
    return Button(view.label("Back to the plan"), asks.ShowShadowing(read.turn.id))
