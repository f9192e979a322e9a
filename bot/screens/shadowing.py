"""A day of job shadowing: proposed, agreed, on its way, over."""

from bot.screens import mentoring_words as words
from bot.screens import shadowing_draft as draft
from bot.screens import shadowing_words as day_words
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.shadowing_log import log
from bot.screens.view import View
from learning.mentoring import outcomes as turn
from learning.mentoring.cycle import Shadowing, Step
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DEBRIEF, DayState, Plan, ShadowingDay
from learning.mentoring.shadowing.note import may_write


def shadowing_screen(shown: o.ShadowingShown, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None or cycle.shadowing is None:
        return turn_gone_screen(turn.TurnGone(), view)
    day = read.shadowing
    if not read.turn.running:
        return _turn_over(read, view)
    if day is None or day.is_off:
        return _nothing_planned(cycle.shadowing, read, view)
    if day.state is DayState.WRITING and day.by is read.side:
        return draft.draft_screen(day, cycle.shadowing, read, view)
    if day.state is DayState.PROPOSED:
        return _proposed(day, cycle.shadowing, read, view)
    if day.agreed is not None:
        return _agreed(day, day.agreed, cycle.shadowing, read, view)
    return _other_writes(read, view)


def call_off_offered_screen(offered: o.CallOffOffered, read: Read, view: View) -> Screen:
    day = read.shadowing if read else None
    if read is None or day is None:
        return turn_gone_screen(turn.TurnGone(), view)
    html = paragraphs(
        bold(view.say("Call this day off?")),
        view.say(
            "You need no reason, nobody is to blame, and {name} reads only that it is off. You "
            "can plan another day whenever you like.",
            name=words.partner(read, view),
        ),
    )
    yes = Button(view.label("Yes, call it off"), asks.CallOff(day.id, day.revision))
    no = Button(view.label("No, leave it"), asks.ShowShadowing(read.turn.id))
    return Screen(html, one_a_row(no, yes))


def _turn_over(read: TurnRead, view: View) -> Screen:
    html = paragraphs(
        view.say("This turn has ended, and so has the planning of days in it."),
        day_words.ended_with_it(read, view),
    )
    return Screen(html, ((home(read, view),),))


def _nothing_planned(part: Shadowing, read: TurnRead, view: View) -> Screen:
    offered = read.turn.step is Step.MENTORING and read.turn.phase in part.phases
    html = paragraphs(
        bold(view.say("A day of job shadowing")),
        view.say(
            "One of you works as on any day, the other one watches, and afterwards you both look "
            "back. One of you proposes a day; it counts when the other one says yes."
        ),
        None if offered else _later(part, read, view),
    )
    plan = planning(read, view) if offered else None
    return Screen(html, one_a_row(plan, day_words.paper(part, view), home(read, view)))


def _later(part: Shadowing, read: TurnRead, view: View) -> Html:
    cycle = words.cycle_of(read.turn, view)
    found = [phase for phase in cycle.phases if phase.id in part.phases] if cycle else []
    titles = view.all_of([view.plain(phase.title) for phase in found])
    return view.say("It can be planned in these parts of the circle: {titles}.", titles=titles)


def _other_writes(read: TurnRead, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("A day of job shadowing")),
        view.say(
            "{name} is writing a plan. You will read it as soon as it is proposed. You can also "
            "write one yourself.",
            name=words.partner(read, view),
        ),
    )
    return Screen(html, one_a_row(planning(read, view), home(read, view)))


def _proposed(day: ShadowingDay, part: Shadowing, read: TurnRead, view: View) -> Screen:
    plan, name = day.draft, words.partner(read, view)
    if plan is None:
        raise AssertionError("what is proposed is a plan")
    if day.by is read.side:
        html = paragraphs(
            bold(view.say("Your plan waits for the yes of {name}", name=name)),
            day_words.plan_in_words(plan, read, view),
            _until_then(day, view),
        )
        back = Button(view.label("Take it back"), asks.DropPlan(day.id, day.revision))
        change = Button(view.label("Change it"), asks.PlanShadowing(read.turn.id))
        return Screen(html, one_a_row(change, back, home(read, view)))
    late = plan.begins <= view.now
    html = paragraphs(
        bold(view.say("{name} proposes a day of job shadowing", name=name)),
        day_words.plan_in_words(plan, read, view),
        view.say("That time has passed. Propose another one.") if late else _to_tick(view),
        None if late else day_words.rules_in_words(day, part, read, view),
        _until_then(day, view),
    )
    return Screen(html, _answers(day, part, read, view, late))


def _to_tick(view: View) -> Html:
    return view.say("The rules of the day. Tick each one, then you can say yes.")


def _until_then(day: ShadowingDay, view: View) -> Html | None:
    """Of a change."""
    if day.agreed is None:
        return None
    agreed = day_words.when(day.agreed, view)
    return view.say("Until both of you agree, the old plan holds: {when}.", when=agreed)


def _answers(
    day: ShadowingDay, part: Shadowing, read: TurnRead, view: View, late: bool
) -> tuple[Row, ...]:
    this = (day.id, day.revision)
    ready = day.has_all_rules(read.side, part) and not late
    accept = Button(view.label("Yes, that day"), asks.AcceptPlan(*this)) if ready else None
    change = Button(view.label("Propose a change"), asks.PlanShadowing(read.turn.id))
    no = (
        Button(view.label("Leave the day as it was"), asks.DropPlan(*this))
        if day.agreed
        else Button(view.label("It does not suit me"), asks.OfferCallOff(read.turn.id))
    )
    ticks = () if late else (draft.ticks_row(day, part, read),)
    return (*ticks, *one_a_row(accept, change, no))


def _agreed(day: ShadowingDay, plan: Plan, part: Shadowing, read: TurnRead, view: View) -> Screen:
    begun, past = day.has_begun(view.now), day.is_past(view.now)
    head = (
        view.say("Your day of job shadowing with {name}", name=words.partner(read, view))
        if past
        else view.say("Your day of job shadowing is settled")
    )
    html = paragraphs(
        bold(head),
        day_words.plan_in_words(plan, read, view),
        view.say("Rules that both of you ticked:") if not past else None,
        None if past else _rules(part, view),
        log(day, part, read, view),
    )
    rows = one_a_row(*_to_write(day, plan, read, view))
    if not begun:
        move = Button(view.label("Move it"), asks.PlanShadowing(read.turn.id))
        off = Button(view.label("Call the day off"), asks.OfferCallOff(read.turn.id))
        rows = ((move, off), (_file(read, view),))
    again = planning(read, view) if past and read.turn.phase in part.phases else None
    rest = one_a_row(again, None if past else day_words.paper(part, view), home(read, view))
    return Screen(html, (*rows, *rest))


def _rules(part: Shadowing, view: View) -> Html:
    return lines(*(view.say("• {text}", text=view.course(rule.text)) for rule in part.rules))


def _to_write(day: ShadowingDay, plan: Plan, read: TurnRead, view: View) -> list[Button]:
    """What the reader may write now and has not finished."""
    done = {note.part for note in read.notes if note.done_at is not None}
    slots = {str(at): slot for at, slot in enumerate(plan.slots)}
    wanted = [
        part
        for part in (*slots, DEBRIEF)
        if part not in done and may_write(day, part, read.side, view.now)
    ]
    found = []
    for part in wanted:
        label = (
            view.label("Look back at the day")
            if part == DEBRIEF
            else view.label("What I saw, {hours}", hours=day_words.one_slot(slots[part], view))
        )
        found.append(Button(label, asks.OpenNote(day.id, part)))
    if DEBRIEF in wanted:
        label = view.label("It did not take place")
        found.append(Button(label, asks.OfferCallOff(read.turn.id)))
    return found


def _file(read: TurnRead, view: View) -> Button:
    return Button(view.label("Calendar file"), asks.GiveDayFile(read.turn.id))


def planning(read: TurnRead, view: View) -> Button:
    return Button(view.label("Plan a day"), asks.PlanShadowing(read.turn.id))
