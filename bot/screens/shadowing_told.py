"""A day of job shadowing is settled, moved, called off, comes near; and what it led to."""

from bot.screens import mentoring_words as words
from bot.screens import shadowing_words as day_words
from bot.screens.html import Html, bold, escape, folded, lines, paragraphs
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.shadowing import planning, shadowing_screen
from bot.screens.times import full_date
from bot.screens.view import View
from learning.mentoring import outcomes as turn
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.model import TextHead
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DEBRIEF, DayState


def told_screen(told: o.DayTold | o.DayNews, read: Read, view: View) -> Screen:
    """As the day stands now, with the file that says so to the calendar."""
    day = read.shadowing if read else None
    if read is None or day is None:
        return turn_gone_screen(turn.TurnGone(), view)
    if day.is_off or day_words.falls_with_the_turn(read):
        return _off(read, view)
    if day.agreed is None:
        return turn_gone_screen(turn.TurnGone(), view)
    html = paragraphs(
        bold(view.say("Your day of job shadowing is settled")),
        day_words.plan_in_words(day.agreed, read, view),
        view.say("The file puts the day into your calendar, or updates it there."),
    )
    move = Button(view.label("Move it"), asks.PlanShadowing(read.turn.id))
    off = Button(view.label("Call the day off"), asks.OfferCallOff(read.turn.id))
    changes = () if day.has_begun(view.now) else ((move, off),)
    rows = (*changes, *one_a_row(day_words.the_day(read, view), home(read, view)))
    return Screen(html, rows, drawing=day_words.calendar(read, view))


def _off(read: TurnRead, view: View) -> Screen:
    name = words.partner(read, view)
    again = read.turn.running
    html = paragraphs(
        bold(view.say("The day of job shadowing with {name} is off", name=name)),
        view.say("It needs no reason, and nobody is to blame. You can plan another one.")
        if again
        else view.say("It needs no reason, and nobody is to blame."),
        view.say("The file takes the day out of your calendar.")
        if read.shadowing and read.shadowing.agreed
        else None,
    )
    plan = planning(read, view) if again else None
    rows = one_a_row(plan, home(read, view))
    return Screen(html, rows, drawing=day_words.calendar(read, view))


def day_news_screen(news: o.DayNews, read: Read, view: View) -> Screen:
    """A push: what the other one did, then the day as it is now."""
    day = read.shadowing if read else None
    if day is not None and day.state in (DayState.PROPOSED, DayState.WRITING):
        return shadowing_screen(o.ShadowingShown(news.turn, news.person), read, view)
    return told_screen(news, read, view)


def day_before_screen(before: o.DayBefore, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    part = cycle.shadowing if cycle else None
    plan = read.shadowing.agreed if read and read.shadowing else None
    if read is None or part is None or plan is None:
        return turn_gone_screen(turn.TurnGone(), view)
    html = paragraphs(
        bold(
            view.say(
                "Job shadowing with {name} {when}",
                name=words.partner(read, view),
                when=day_words.when(plan, view),
            )
        ),
        lines(
            view.say("What to have ready:"),
            *(view.say("• {text}", text=view.course(each.text)) for each in part.bring),
        ),
        _goal_of(read, view),
        view.say("And above all:"),
        view.course(part.rules[0].text),
    )
    rows = one_a_row(day_words.paper(part, view), day_words.the_day(read, view))
    return Screen(html, rows)


def trying_screen(reminded: o.TryingReminded, read: Read, view: View) -> Screen:
    """A push: one's own words, and no question whether it was done."""
    if read is None:
        return turn_gone_screen(turn.TurnGone(), view)
    name = words.partner(read, view)
    about = f"{reminded.day}.{DEBRIEF}."
    said = [text for head, text in read.texts if _is_own(head, reminded.person, about)]
    by_when = escape(full_date(view, reminded.by_when))
    html = paragraphs(
        bold(view.say("You wanted to have tried this by {day}", day=by_when)),
        folded(said[-1]) if said else None,
        view.say(
            "However it went, {name} will be glad to hear of it. If there was no time yet, that "
            "is fine too.",
            name=name,
        ),
    )
    write = Button(words.to_partner(read, view), OpenMessage(read.turn.id))
    return Screen(html, one_a_row(write, day_words.the_day(read, view), home(read, view)))


def _is_own(head: TextHead, person: int, about: str) -> bool:
    """What they will try is the last of what one looks back on."""
    return head.author_id == person and head.about.startswith(about)


def _goal_of(read: TurnRead, view: View) -> Html | None:
    said = day_words.goal(read)
    return view.say("The goal: {goal}", goal=said) if said else None
