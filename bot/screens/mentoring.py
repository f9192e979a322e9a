"""A turn of mentoring: where the two are, and what comes next."""

from collections.abc import Sequence

from bot.screens import buttons, meeting_words
from bot.screens import mentoring_words as words
from bot.screens import shadowing_words as day
from bot.screens.drawing import CircleDrawing, CircleStep
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.mentoring_ways import ways_of
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import full_date, on_day
from bot.screens.view import View
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.agreement import AgreementState
from learning.mentoring.cycle import Cycle, Step
from learning.mentoring.evaluating.asks import OpenCard
from learning.mentoring.matching.asks import ShowEntry
from learning.mentoring.model import Ending, Side
from learning.mentoring.reading import TurnRead
from learning.mentoring.turning import NOTICE

Read = TurnRead | None


def no_turn_screen(shown: o.NoTurn, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("You are not in a mentoring pair yet.")),
        view.say(
            "In the circle of mentoring two colleagues meet every few weeks: one asks and listens, "
            "the other tries things out. Both decide freely."
        ),
    )
    return Screen(html, ((buttons.find_mentor(view),), *buttons.menu(view)))


def turn_gone_screen(gone_turn: o.TurnGone, view: View) -> Screen:
    html = view.say("This is not there any more.")
    return Screen(html, ((mine(view),), (buttons.help_me(view),)))


def turns_screen(shown: o.TurnsShown, reads: Sequence[TurnRead], view: View) -> Screen:
    running = [read for read in reads if read.turn.running]
    past = [read for read in reads if not read.turn.running]
    html = paragraphs(
        bold(view.say("Your mentoring")),
        lines(*(_one_line(read, view) for read in running))
        or view.say("No pair of yours is on its way at the moment."),
        lines(view.say("Before:"), *(_past(read, view) for read in past[:5])) if past else None,
    )
    listed = [*running, *past[:5]]
    return Screen(html, (*one_a_row(*(_to(read, view) for read in listed)), *_menu(view)))


def turn_screen(shown: o.TurnShown, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None:
        return turn_gone_screen(o.TurnGone(), view)
    head = paragraphs(words.heading(read, view), _who(read, view))
    circle = words.circle_in_words(read.turn, cycle, view)
    nearest = (meeting_words.next_meeting(read, view), day.coming(read, view))
    coming = lines(next_step(read, cycle, view), *nearest)
    tail = paragraphs(coming, _goals(read, view))
    return Screen(
        paragraphs(head, circle, tail),
        _rows(read, cycle, view),
        drawing=_drawing(read, cycle, view),
    )


def more_of_turn_screen(shown: o.MoreOfTurnShown, read: Read, view: View) -> Screen:
    """What the home leaves out."""
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        words.heading(read, view),
        view.say(
            "Everything else for you two. A concern reaches only the person you choose; a pause "
            "or an end needs no reason."
        ),
    )
    return Screen(html, (*ways_of(read, cycle, view).further, (home(read, view),)))


def talk_kit_screen(shown: o.TalkKitShown, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    phase = cycle.phase(read.turn.phase) if read and cycle else None
    if read is None or phase is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        bold(view.say("Before you meet {name}", name=words.partner(read, view))),
        lines(bold(view.name(phase.title)), view.course(phase.aim)),
        view.say("Questions to choose from:"),
        lines(*(view.say("• {text}", text=view.course(each.text)) for each in phase.talk)),
        view.say("Ask one, and then listen for longer than feels usual."),
        _topics(read, view),
        _goals(read, view),
    )
    return Screen(html, ((home(read, view),),))


def _topics(read: TurnRead, view: View) -> Html | None:
    """Exactly what the mentee ticked."""
    known = view.curriculum.course.competences
    ticked = [view.name(known[id]) for id in read.topics if id in known]
    if not ticked:
        return None
    return lines(
        bold(view.say("{name} let you know: this is difficult", name=words.partner(read, view))),
        *(view.say("• {text}", text=topic) for topic in ticked),
    )


def mine(view: View) -> Button:
    return Button(view.label("My mentoring"), asks.ShowMentoring())


def home(read: TurnRead, view: View) -> Button:
    return Button(view.label("Where we are"), asks.ShowTurn(read.turn.id))


def next_step(read: TurnRead, cycle: Cycle, view: View) -> Html:
    """What comes next, in one sentence or two."""
    turn = read.turn
    if not turn.running:
        return _over(read, view)
    rest = turn.rest_on(view.local_now.date())
    if rest is not None:
        return view.say("You two pause. It goes on {day}.", day=on_day(view, rest.until))
    if turn.step is Step.MATCHING:
        return _before_agreement(read, view)
    if turn.step is Step.EVALUATION:
        return view.say("Next: both of you look back at your time together.")
    if turn.awaits_check_in(read.side):
        return view.say("Next: your check-in is open. It takes two minutes.")
    if turn.next_on is None:
        raise AssertionError("in mentoring a check-in is always coming")
    return view.say("Next: the check-in {day}.", day=on_day(view, turn.next_on))


def _before_agreement(read: TurnRead, view: View) -> Html:
    other = words.partner(read, view)
    if read.proposal is None or read.proposal.state is AgreementState.DRAFT:
        return view.say(
            "Next: agree how you want to work together. One writes, the other confirms."
        )
    if read.proposal.by is read.side:
        return view.say("Your proposal waits for the yes of {name}.", name=other)
    return view.say("Next: {name} proposes an agreement. Look at it.", name=other)


def _over(read: TurnRead, view: View) -> Html:
    turn = read.turn
    if turn.ended_at is None:
        raise AssertionError("it is over")
    last = (turn.ended_at + NOTICE).date()
    ended = (
        view.say("The circle is closed: you went all the way together.")
        if turn.ending is Ending.CIRCLE
        else view.say("This turn has ended. It needs no reason, and nobody is to blame.")
    )
    kept = view.say(
        "What you wrote is destroyed after {day}. Until then you can take it with you.",
        day=full_date(view, last),
    )
    return paragraphs(ended, day.ended_with_it(read, view), kept)


def _who(read: TurnRead, view: View) -> Html:
    mentors, runs = read.side is Side.MENTOR, read.turn.running
    if not runs:
        return view.say("You were the mentor.") if mentors else view.say("You were mentored.")
    return view.say("You are the mentor.") if mentors else view.say("You are being mentored.")


def _goals(read: TurnRead, view: View) -> Html | None:
    if read.agreement is None or not read.agreement.goals:
        return None
    return lines(
        bold(view.say("Your goals")), words.goals_in_words(read.agreement.goals, view, short=True)
    )


def _rows(read: TurnRead, cycle: Cycle, view: View) -> tuple[Row, ...]:
    return ways_of(read, cycle, view).home if read.turn.running else _rows_after(read, view)


def _rows_after(read: TurnRead, view: View) -> tuple[Row, ...]:
    """Of a turn that is over."""
    id = read.turn.id
    whole = read.turn.ending is Ending.CIRCLE
    may_mentor = whole and read.side is Side.MENTEE
    return one_a_row(
        meeting_words.to_meeting(read, view),
        day.out_of_calendar(read, view),
        Button(view.label("My good practice"), OpenCard(id)) if whole else None,
        Button(view.label("I would be a mentor"), ShowEntry(Side.MENTOR)) if may_mentor else None,
        Button(view.label("What we wrote"), asks.ShowTexts(id)),
        Button(view.label("The agreement (PDF)"), asks.PrintAgreement(id))
        if read.agreement
        else None,
        mine(view),
    )


def _one_line(read: TurnRead, view: View) -> Html:
    cycle = words.cycle_of(read.turn, view)
    step = cycle.phase(read.turn.phase) or cycle.step(read.turn.step) if cycle else None
    where = view.name(step.title) if step else Html("")
    return view.say("• {name}: {where}", name=words.partner(read, view), where=where)


def _past(read: TurnRead, view: View) -> Html:
    ended_at = read.turn.ended_at
    ended = full_date(view, ended_at.date()) if ended_at else ""
    return view.say("• {name}, until {day}", name=words.partner(read, view), day=ended)


def _to(read: TurnRead, view: View) -> Button:
    return Button(words.with_partner(read, view), asks.ShowTurn(read.turn.id))


def _menu(view: View) -> tuple[Row, ...]:
    return one_a_row(buttons.find_mentor(view), buttons.help_me(view))


def _drawing(read: TurnRead, cycle: Cycle, view: View) -> CircleDrawing:
    phase = cycle.phase(read.turn.phase)
    return CircleDrawing(
        language=view.language,
        title=view.plain(cycle.title),
        alt=view.label("The circle of mentoring; the text below says the same."),
        centre=view.plain(phase.title) if phase else "",
        steps=tuple(
            CircleStep(view.plain(part.title), words.state_of(part.id, read.turn), part.published)
            for part in cycle.steps
        ),
        note=view.label("* our own reconstruction; Q-SER published the other steps"),
    )
