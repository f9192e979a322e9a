"""Pausing, ending, a long silence, and what of it the other side and a coordinator are told."""

from bot.screens import mentoring_words as words
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.meeting_words import calendar
from bot.screens.mentoring import Read, home, mine, next_step, turn_gone_screen
from bot.screens.screen import Attachment, Button, Screen, one_a_row
from bot.screens.shadowing_words import out_of_calendar
from bot.screens.times import exactly, full_date
from bot.screens.view import View
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.going_on import RESTS
from learning.mentoring.meeting.model import stands
from learning.mentoring.model import Side, TextHead, TextKind
from learning.mentoring.pairs.asks import ShowPairs
from learning.mentoring.reading import TurnRead
from learning.mentoring.turning import NOTICE
from learning.readings import PairRead

MOST_TEXTS, LONGEST_TEXT = 6, 400


def turn_begun_screen(begun: o.TurnBegun, view: View) -> Screen:
    mentor = view.say("You are the mentor of a new pair.")
    mentee = view.say("You have a mentor now.")
    html = paragraphs(
        bold(mentor if begun.side is Side.MENTOR else mentee),
        view.say(
            "Both of you said yes. The first thing is to agree how you want to work together: "
            "your goals, how often you meet, and how either of you can end it."
        ),
    )
    agreement = Button(view.label("Our agreement"), asks.OpenAgreement(begun.turn))
    where = Button(view.label("Where we are"), asks.ShowTurn(begun.turn))
    return Screen(html, ((agreement,), (where,)))


def end_offered_screen(offered: o.TurnEndOffered, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        bold(view.say("End this turn?")),
        view.say(
            "You need no reason, nobody is to blame, and {name} reads only that it has ended. A "
            "coordinator can find somebody else for either of you.",
            name=words.partner(read, view),
        ),
    )
    yes = Button(view.label("Yes, end it"), asks.EndTurn(read.turn.id))
    pause = Button(view.label("Only pause"), asks.OfferRest(read.turn.id))
    return Screen(html, one_a_row(home(read, view), pause, yes))


def rest_offered_screen(offered: o.RestOffered, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        bold(view.say("Pause your mentoring")),
        view.say(
            "For how long? Until then neither of you is asked anything, and no clock runs. Either "
            "of you can go on earlier."
        ),
        view.say("The meeting that you two settled stands; move it or call it off, if you like.")
        if stands(read.meeting, read.turn, view.now)
        else None,
    )
    rows = [
        Button(view.label_n("{n} week", "{n} weeks", weeks), asks.RestTurn(read.turn.id, weeks))
        for weeks in RESTS
    ]
    return Screen(html, one_a_row(*rows, home(read, view)))


def phase_told_screen(told: o.PhaseTold, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None:
        return turn_gone_screen(o.TurnGone(), view)
    phase = cycle.phase(read.turn.phase)
    title = view.name((phase or cycle.step(read.turn.step)).title)
    html = paragraphs(
        bold(
            view.say(
                "{name} says that you two are here now: {title}",
                name=words.partner(read, view),
                title=title,
            )
        ),
        view.course(phase.aim) if phase else view.course(cycle.step(read.turn.step).text),
        view.say("If you see it differently, go back, and talk about it.") if phase else None,
    )
    back = (
        Button(view.label("Go back"), asks.MovePhase(read.turn.id, phase.id, back=True))
        if phase and phase is not cycle.phases[0]
        else None
    )
    return Screen(html, one_a_row(home(read, view), back))


def silence_asked_screen(asked: o.SilenceAsked, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        bold(view.say("It has been quiet between you and {name}", name=words.partner(read, view))),
        view.say(
            "That happens, and it is nobody's fault. What would you like? If nobody answers for "
            "some weeks more, it ends by itself."
        ),
    )
    id = read.turn.id
    anew = Button(view.label("Begin anew"), asks.BeginAnew(id))
    here = Button(view.label("We are in touch"), asks.SayStillHere(id))
    return Screen(html, one_a_row(here, anew, Button(view.label("End it"), asks.OfferTurnEnd(id))))


def pair_silent_screen(silent: o.PairSilent, read: PairRead | None, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(o.TurnGone(), view)
    names = [name for name in (read.mentor, read.mentee) if name]
    html = paragraphs(
        bold(view.say("Pair {number} is silent", number=silent.turn)),
        view.say("{names}", names=view.all_of(names)) if names else None,
        view.say(
            "For two weeks something has waited for an answer, despite a reminder. A friendly word "
            "may help. What the two wrote stays with them."
        ),
    )
    return Screen(html, ((Button(view.label("The pairs"), ShowPairs()),),))


def turn_over_screen(over: o.TurnOver, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None:
        return turn_gone_screen(o.TurnGone(), view)
    texts = Button(view.label("What we wrote"), asks.ShowTexts(read.turn.id))
    off = read.meeting is not None and read.meeting.is_planned(view.now)
    html = paragraphs(
        words.heading(read, view),
        next_step(read, cycle, view),
        view.say("The file takes the meeting out of your calendar.") if off else None,
    )
    file = calendar(read, view) if off else None
    rows = one_a_row(out_of_calendar(read, view), texts, mine(view))
    return Screen(html, rows, drawing=file)


def texts_going_screen(going: o.TextsGoing, read: Read, view: View) -> Screen:
    if read is None or read.turn.ended_at is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        words.heading(read, view),
        view.say(
            "After {day} everything that you two wrote is destroyed, for good. If you want to "
            "keep what you may read of it, take it along now.",
            day=full_date(view, (read.turn.ended_at + NOTICE).date()),
        ),
    )
    file = Button(view.label("All of it as a file"), asks.GiveTexts(read.turn.id))
    texts = Button(view.label("What we wrote"), asks.ShowTexts(read.turn.id))
    return Screen(html, one_a_row(file, texts))


def talk_invited_screen(invited: o.TalkInvited, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        bold(view.say("Worth a talk with {name}", name=words.partner(read, view))),
        view.say(
            "The two of you see very differently how it is going. Neither is told what the other "
            "said; {name} reads this same message. Perhaps ask each other.",
            name=words.partner(read, view),
        ),
    )
    return Screen(html, ((home(read, view),),))


def texts_screen(shown: o.TextsShown, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(o.TurnGone(), view)
    messages = sum(head.kind is TextKind.MESSAGE for head, _ in read.texts)
    last = [each for each in read.texts if each[0].kind is not TextKind.MESSAGE][-MOST_TEXTS:]
    html = paragraphs(
        bold(view.say("What we wrote")),
        paragraphs(*(_text(head, text, shown.person, read, view) for head, text in last)),
        lines(*(_answered(head, read, view) for head in read.answered[-MOST_TEXTS:])),
        view.say_n(
            "And {n} message between you two: the file has it.",
            "And {n} messages between you two: the file has them.",
            messages,
        )
        if messages
        else None,
        None if read.texts else view.say("Nothing yet."),
        view.say(
            "Each text is sealed under a key of its author. Nobody else reads here, no "
            "coordinator either. What was written in this chat also stays with Telegram."
        ),
    )
    file = Button(view.label("All of it as a file"), asks.GiveTexts(read.turn.id))
    destroy = Button(view.label("Destroy what I wrote"), asks.OfferDestroying(read.turn.id))
    rows = (file, destroy) if read.texts else ()
    return Screen(html, one_a_row(*rows, home(read, view)))


def texts_given_screen(given: o.TextsGiven, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(o.TurnGone(), view)
    written = [
        f"{exactly(view, head.at)} · {_kind(head.kind, view)} · {_whose(head, given.person, view)}"
        f"\n{text}\n"
        for head, text in read.texts
    ]
    html = view.say("What you may read of this turn. Keep it safe: whoever has it can read it.")
    content = "\n".join(written).encode()
    return Screen(html, ((home(read, view),),), attachment=Attachment("mentoring.txt", content))


def destroying_offered_screen(offered: o.DestroyingOffered, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Destroy what you wrote?")),
        view.say(
            "All your texts of this turn go at once, with the key that opens them: also what you "
            "showed the other one. It can't be undone."
        ),
    )
    yes = Button(view.label("Yes, destroy it"), asks.DestroyTexts(offered.turn))
    no = Button(view.label("No, keep it"), asks.ShowTexts(offered.turn))
    return Screen(html, one_a_row(no, yes))


def texts_destroyed_screen(destroyed: o.TextsDestroyed, view: View) -> Screen:
    html = view.say(
        "Destroyed. What you typed in this chat stays with Telegram until you delete it there."
    )
    return Screen(html, ((Button(view.label("Where we are"), asks.ShowTurn(destroyed.turn)),),))


def _text(head: TextHead, text: str, reader: int, read: TurnRead, view: View) -> Html:
    cut = text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
    day = full_date(view, head.at.date())
    own = head.author_id == reader
    whose = (
        view.say("You · {seen}", seen=words.seen_by(head.seen, read, view))
        if own
        else words.partner(read, view)
    )
    title = view.say("{day}, {kind} ({whose})", day=day, kind=_kind(head.kind, view), whose=whose)
    return lines(title, Html(f"<blockquote>{escape(cut)}</blockquote>"))


def _answered(head: TextHead, read: TurnRead, view: View) -> Html:
    return view.say(
        "{day}: {name} answered.",
        day=full_date(view, head.at.date()),
        name=words.partner(read, view),
    )


def _kind(kind: TextKind, view: View) -> str:
    match kind:
        case TextKind.SAID:
            return view.label("how it went")
        case TextKind.QUESTION:
            return view.label("the question")
        case TextKind.NEXT:
            return view.label("what next")
        case TextKind.PLACE:
            return view.label("where we meet")
        case TextKind.TOPIC:
            return view.label("what is difficult")
        case TextKind.LOOKING_BACK:
            return view.label("looking back")
        case TextKind.CONCERN:
            return view.label("concern")
        case TextKind.MESSAGE:
            return view.label("message")
        case TextKind.CARD:
            return view.label("good practice")
        case TextKind.DAY_GOAL:
            return view.label("the goal of the day")
        case TextKind.OBSERVATION:
            return view.label("job shadowing")
        case TextKind.DEBRIEF:
            return view.label("after the day of job shadowing")


def _whose(head: TextHead, reader: int, view: View) -> str:
    return view.label("by me") if head.author_id == reader else view.label("by the other one")
