"""How a day of job shadowing is named: when, who works, what both ticked; and the way to it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.screens import mentoring_words as words
from bot.screens.drawing import CalendarFile
from bot.screens.html import Html, escape, folded, lines, paragraphs
from bot.screens.screen import Button
from bot.screens.times import clock, on_day, place
from bot.screens.view import View
from learning.mentoring.cycle import Cycle, Shadowing, Step
from learning.mentoring.model import TextKind
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing.asks import GiveDayFile, ShowShadowing
from learning.mentoring.shadowing.model import DayState, Plan, ShadowingDay, Slot, spans
from learning.resources.asks import GiveResource

TICKED, OPEN = "☑", "☐"


def coming(read: TurnRead, view: View) -> Html | None:
    """For the home of the two: the day that is agreed, or what is proposed."""
    day = read.shadowing
    if day is None or day.is_off or not read.turn.running:
        return None
    if day.state is DayState.PROPOSED:
        if day.by is read.side:
            return view.say(
                "Your plan of a day of job shadowing waits for {name}.",
                name=words.partner(read, view),
            )
        return view.say(
            "{name} proposes a day of job shadowing. Look at it.", name=words.partner(read, view)
        )
    plan = day.agreed
    if plan is None or plan.ends <= view.now:
        return None
    return view.say("Job shadowing: {when}.", when=when(plan, view))


def ended_with_it(read: TurnRead, view: View) -> Html | None:
    """What a turn that is over says of a day that had been agreed for later."""
    if not falls_with_the_turn(read):
        return None
    return view.say("The day of job shadowing that you had planned does not take place.")


def falls_with_the_turn(read: TurnRead) -> bool:
    """Whether the turn ended before its agreed day had begun."""
    day, ended_at = read.shadowing, read.turn.ended_at
    plan = day.agreed if day and not day.is_off else None
    return plan is not None and ended_at is not None and plan.begins > ended_at


def out_of_calendar(read: TurnRead, view: View) -> Button | None:
    """Of an ended turn: the file that clears the calendar."""
    plan = read.shadowing.agreed if read.shadowing and falls_with_the_turn(read) else None
    if plan is None or plan.ends <= view.now:
        return None
    label = view.label("Take the day out of my calendar")
    return Button(label, GiveDayFile(read.turn.id))


def way_there(read: TurnRead, cycle: Cycle, view: View) -> Button | None:
    """While the circle offers it, and while a day is planned."""
    part, turn, day = cycle.shadowing, read.turn, read.shadowing
    if part is None or not turn.running or turn.step is not Step.MENTORING:
        return None
    open_day = day is not None and not day.is_off
    if turn.phase not in part.phases and not open_day:
        return None
    return the_day(read, view)


def the_day(read: TurnRead, view: View) -> Button:
    return Button(view.label("Job shadowing"), ShowShadowing(read.turn.id))


def paper(part: Shadowing, view: View) -> Button | None:
    if part.guide not in view.curriculum.resources:
        return None
    return Button(view.label("Guidelines and day plan (PDF)"), GiveResource(part.guide))


def calendar(read: TurnRead, view: View) -> CalendarFile | None:
    """From the beginning of the first hours to the end of the last; None for a day that was never
    agreed."""
    day, plan = read.shadowing, read.shadowing.agreed if read.shadowing else None
    if day is None or plan is None:
        return None
    other = str(words.partner_plainly(read, view))
    fallen = falls_with_the_turn(read)
    return CalendarFile(
        uid=f"shadowing-{day.id}@{view.bot_username or 'q-ser'}",
        # The end of a turn calls its day off without a change of the day itself.
        sequence=day.sequence + fallen,
        zone=plan.zone,
        starts_at=plan.begins,
        ends_at=plan.ends,
        made_at=view.now,
        title=view.label("Job shadowing with {name}", name=other),
        place="",
        link=None,
        organiser=other,
        cancelled=day.is_off or fallen,
    )


def when(plan: Plan, view: View) -> Html:
    """ "on Thursday 26 November, 9:00–12:00", to stand inside a sentence; by the clocks of the
    place where it is, which is named where the reader's go otherwise."""
    if plan.on is None:
        raise AssertionError("a whole plan has a day")
    text = view.say("{day}, {hours}", day=on_day(view, plan.on), hours=hours(plan.slots, view))
    return text if _same_clocks(plan, view) else _by_the_clocks_of(plan, text, view)


def hours(slots: tuple[Slot, ...], view: View) -> str:
    return ", ".join(one_slot(slot, view) for slot in spans(slots))


def one_slot(slot: Slot, view: View) -> str:
    return f"{clock(view, slot.starts)}–{clock(view, slot.ends)}"


def plan_in_words(plan: Plan, read: TurnRead, view: View) -> Html:
    """As far as it is written."""
    who = (
        view.say("Works: you. Watches: {name}.", name=words.partner(read, view))
        if plan.host is read.side
        else view.say("Works: {name}. Watches: you.", name=words.partner(read, view))
    )
    at = _day_and_hours(plan, view)
    said = goal(read)
    return paragraphs(lines(at, who), lines(view.say("The goal:"), folded(said)) if said else None)


def goal(read: TurnRead) -> str | None:
    """What one of the two wrote last."""
    if read.shadowing is None:
        return None
    about = str(read.shadowing.id)
    said = [
        (head.at, text)
        for head, text in read.texts
        if head.kind is TextKind.DAY_GOAL and head.about == about
    ]
    return max(said)[1] if said else None


def rules_in_words(day: ShadowingDay, part: Shadowing, read: TurnRead, view: View) -> Html:
    """Numbered, with the reader's ticks: their buttons carry the numbers."""
    ticks = day.ticks(read.side)
    return lines(
        *(
            escape(f"{TICKED if rule.id in ticks else OPEN} {number}. {view.plain(rule.text)}")
            for number, rule in enumerate(part.rules, 1)
        )
    )


def _day_and_hours(plan: Plan, view: View) -> Html:
    if plan.on is None:
        return view.say("The day is still open.")
    if not plan.slots:
        return view.say("The day: {day}. The hours are still open.", day=on_day(view, plan.on))
    return view.say("When: {when}", when=when(plan, view))


def _by_the_clocks_of(plan: Plan, text: Html, view: View) -> Html:
    return view.say("{when} (local time in {place})", when=text, place=place(view, plan.zone))


def _same_clocks(plan: Plan, view: View) -> bool:
    at = datetime.combine(plan.on or date.min, plan.slots[0].starts if plan.slots else _NOON)
    zones = (ZoneInfo(view.zone), ZoneInfo(plan.zone))
    here, there = (at.replace(tzinfo=zone).utcoffset() for zone in zones)
    return here == there


_NOON = datetime.min.time().replace(hour=12)
