"""A turn of mentoring: where the two are, and what comes next."""

from collections.abc import Sequence

from bot.screens import buttons, meeting_words
from bot.screens import mentoring_words as words
from bot.screens import shadowing_words as day
from bot.screens.drawing import CircleDrawing, CircleStep
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import full_date, on_day
from bot.screens.view import View
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.agreement import AgreementState
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.concern.asks import RaiseConcern
from learning.mentoring.cycle import Cycle, Step
from learning.mentoring.evaluating.asks import OpenCard, OpenEvaluation
from learning.mentoring.matching.asks import ShowEntry
from learning.mentoring.meeting.asks import OfferTopics
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
    if read.side is Side.MENTOR:
        return view.say("You are the mentor.")
    return view.say("You are being mentored.")


def _goals(read: TurnRead, view: View) -> Html | None:
    if read.agreement is None or not read.agreement.goals:
        return None
    return lines(
        bold(view.say("Your goals")), words.goals_in_words(read.agreement.goals, view, short=True)
    )


def _rows(read: TurnRead, cycle: Cycle, view: View) -> tuple[Row, ...]:
    turn, id = read.turn, read.turn.id
    texts = Button(view.label("What we wrote"), asks.ShowTexts(id))
    if not turn.running:
        agreed = Button(view.label("The agreement (PDF)"), asks.PrintAgreement(id))
        whole = turn.ending is Ending.CIRCLE
        card = Button(view.label("My good practice"), OpenCard(id)) if whole else None
        off = meeting_words.to_meeting(read, view)
        may_mentor = whole and read.side is Side.MENTEE
        offer = Button(view.label("I would be a mentor"), ShowEntry(Side.MENTOR))
        paper = agreed if read.agreement else None
        day_off = day.out_of_calendar(read, view)
        return one_a_row(
            off, day_off, card, offer if may_mentor else None, texts, paper, mine(view)
        )
    agreement = Button(view.label("Our agreement"), asks.OpenAgreement(id))
    meeting = meeting_words.to_meeting(read, view)
    rows: list[Row] = [*one_a_row(_now(read, view), meeting, _onward(read, cycle, view))]
    if read.side is Side.MENTOR and turn.phase is not None:
        rows.append((Button(view.label("Before we meet"), asks.ShowTalkKit(id)),))
    rows += one_a_row(day.way_there(read, cycle, view))
    rows.append((Button(words.to_partner(read, view), OpenMessage(id)),))
    if read.side is Side.MENTEE:
        rows.append((Button(view.label("What my mentor may know"), OfferTopics(id)),))
    rows.append((agreement, texts))
    resting = turn.rest_on(view.local_now.date())
    pause = (
        Button(view.label("Go on now"), asks.ResumeTurn(id))
        if resting
        else Button(view.label("Pause us"), asks.OfferRest(id))
    )
    rows.append((Button(view.label("In confidence: a concern"), RaiseConcern(id)),))
    rows.append((pause, Button(view.label("End it"), asks.OfferTurnEnd(id))))
    return tuple(rows)


def _now(read: TurnRead, view: View) -> Button | None:
    if read.turn.awaits_check_in(read.side):
        return Button(view.label("Check in"), asks.OpenCheckIn(read.turn.id))
    waits = read.turn.party(read.side).waits_since is not None
    if read.turn.step is Step.EVALUATION and waits:
        return Button(view.label("Look back"), OpenEvaluation(read.turn.id))
    return None


def _onward(read: TurnRead, cycle: Cycle, view: View) -> Button | None:
    """The next phase; either may go there, and the other may go back."""
    turn = read.turn
    if turn.step is not Step.MENTORING or turn.phase is None:
        return None
    following = cycle.phase(cycle.after(turn.phase))
    move = asks.MovePhase(turn.id, turn.phase, back=False)
    title = view.plain((following or cycle.step(Step.EVALUATION)).title)
    return Button(view.label("On to: {title}", title=title), move)


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
