"""A check-in, question by question. Before anything is written it says who will see it."""

from collections.abc import Sequence

from bot.screens import mentoring_words as words
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.mentoring import Read, home, mine, turn_gone_screen
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.view import View
from bot.screens.wishes import a_person
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.check_in import SKIPPED, CheckIn, Result, Stage
from learning.mentoring.concern.asks import RaiseConcern
from learning.mentoring.cycle import Cycle
from learning.mentoring.model import Seen, TextKind, is_silent
from learning.mentoring.reading import TurnRead
from learning.talk.model import Focus, Prompt, Shown

LONGEST_QUOTE = 500


def check_in_screen(shown: o.CheckInShown, read: Read, view: View) -> Screen:
    found = (each for each in read.check_ins if each.id == shown.check_in) if read else iter(())
    check_in = next(found, None)
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or check_in is None or cycle is None:
        return turn_gone_screen(o.TurnGone(), view)
    match check_in.stage:
        case Stage.RESULT:
            return _result(check_in, read, view)
        case Stage.RATING:
            return _rating(check_in, read, cycle, view)
        case Stage.QUESTION | Stage.NEXT:
            return _text(check_in, read, cycle, view)
        case Stage.FIT:
            return _fit(check_in, read, cycle, view)
        case Stage.DONE:
            return _done(check_in, read, view)


def check_ins_waiting_screen(
    waiting: o.CheckInsWaiting, reads: Sequence[TurnRead], view: View
) -> Screen:
    due = [read for read in reads if read.turn.awaits_check_in(read.side)]
    html = paragraphs(
        bold(view.say("Your check-ins")),
        view.say("Two minutes each, whenever it suits you today:"),
        lines(*(view.say("• with {name}", name=words.partner(read, view)) for read in due)),
    )
    rows = [Button(words.with_partner(read, view), asks.OpenCheckIn(read.turn.id)) for read in due]
    return Screen(html, one_a_row(*rows) or ((mine(view),),))


def waiting_reminded_screen(
    reminded: o.WaitingReminded, reads: Sequence[TurnRead], view: View
) -> Screen:
    """What has waited for a week; nobody is blamed for it."""
    silent = [read for read in reads if is_silent(read.turn, reminded.person)]
    html = paragraphs(
        bold(view.say("Something of your mentoring still waits for you")),
        lines(*(view.say("• with {name}", name=words.partner(read, view)) for read in silent)),
        view.say("If it does not fit now: you can pause, or end it without a reason."),
    )
    rows = [Button(words.with_partner(read, view), asks.ShowTurn(read.turn.id)) for read in silent]
    return Screen(html, one_a_row(*rows) or ((mine(view),),))


def _head(read: TurnRead, view: View) -> Html:
    return bold(view.say("Check-in with {name}", name=words.partner(read, view)))


def _result(check_in: CheckIn, read: TurnRead, view: View) -> Screen:
    planned = _last_plan(check_in, read)
    quoted = (
        Html(f"<blockquote>{escape(planned[:LONGEST_QUOTE])}</blockquote>") if planned else None
    )
    html = paragraphs(
        _head(read, view),
        lines(view.say("Last time you planned:"), quoted) if quoted else None,
        view.say("Did you do what you had planned since then?")
        if quoted
        else view.say("Have you met, or done what you had planned?"),
        view.say(
            "The choice itself is counted for reminders. The other one does not see it, and no "
            "coordinator."
        ),
    )
    labels = {
        Result.DONE: view.label("Yes, it is done"),
        Result.NOT_YET: view.label("Not yet"),
        Result.HELP: view.label("I need help"),
    }
    buttons = [
        Button(label, asks.SayResult(check_in.id, check_in.revision, result))
        for result, label in labels.items()
    ]
    return Screen(html, one_a_row(*buttons))


def _rating(check_in: CheckIn, read: TurnRead, cycle: Cycle, view: View) -> Screen:
    phase = cycle.phase(read.turn.phase) or cycle.phases[0]
    html = paragraphs(
        _head(read, view),
        _after_result(check_in, view),
        view.say("How far is this so for you?"),
        Html(f"<blockquote>{view.course(phase.statement)}</blockquote>"),
        view.say(
            "Nobody sees your number. If the two of you see it very differently, both are invited "
            "to talk, and nothing else is said."
        ),
    )
    steps = [
        Button(view.plain(step.text), asks.RateMentoring(check_in.id, check_in.revision, number))
        for number, step in enumerate(cycle.rating, 1)
    ]
    skip = Button(
        view.label("Leave it out"), asks.RateMentoring(check_in.id, check_in.revision, SKIPPED)
    )
    return Screen(html, (*in_rows(steps, 2), (skip,)))


def _after_result(check_in: CheckIn, view: View) -> Html | None:
    match check_in.result:
        case Result.DONE:
            return view.say("Good to hear.")
        case Result.NOT_YET:
            return view.say("That happens. It is good to know.")
        case Result.HELP:
            return view.say(
                "Thank you for saying so. At the end you can choose whom to ask for help."
            )
        case None:
            return None


def _text(check_in: CheckIn, read: TurnRead, cycle: Cycle, view: View) -> Screen:
    """First who will see it, then the words."""
    id, revision = check_in.id, check_in.revision
    skip = Button(view.label("Leave it out"), asks.SkipCheckInText(id, revision))
    seen = [
        Button(words.marked(seen, check_in.seen, read, view), asks.ChooseSeen(id, revision, seen))
        for seen in Seen
    ]
    if check_in.seen is None:
        html = paragraphs(
            _head(read, view),
            bold(_question(check_in, cycle, view)),
            view.say("Who may see your answer? Say it first, then write."),
        )
        return Screen(html, (*one_a_row(*seen), (skip,)))
    html = paragraphs(
        _head(read, view),
        bold(_question(check_in, cycle, view)),
        words.will_see(check_in.seen, read, view),
        view.say(
            "Write it in one message. No client names, no case facts. What stands in this chat is "
            "also with Telegram."
        ),
    )
    prompt = Shown(Focus(Prompt.CHECK_IN, id), revision)
    return Screen(html, (*one_a_row(*seen), (skip,)), prompt=prompt)


def _question(check_in: CheckIn, cycle: Cycle, view: View) -> Html:
    if check_in.stage is Stage.NEXT:
        return view.say("What next, and by when?")
    every = (question for phase in cycle.phases for question in phase.questions)
    found = next((question for question in every if question.id == check_in.question), None)
    return view.course((found or cycle.phases[0].questions[0]).text)


def _fit(check_in: CheckIn, read: TurnRead, cycle: Cycle, view: View) -> Screen:
    html = paragraphs(
        _head(read, view),
        bold(view.say("Are you two a good fit, as it looks now?")),
        view.say("Nobody but you sees the answer."),
    )
    choices = [
        Button(view.plain(fit.text), asks.SayFit(check_in.id, check_in.revision, fit.id))
        for fit in cycle.fit
    ]
    return Screen(html, one_a_row(*choices))


def _done(check_in: CheckIn, read: TurnRead, view: View) -> Screen:
    ill = check_in.fit == "not"
    html = paragraphs(
        bold(view.say("Thank you, that is all.")),
        view.say(
            "If it is not a good fit, you can end it now or later, without a reason and without "
            "blame. Somebody else may suit you better."
        )
        if ill
        else None,
        view.say("You can ask {name}, or a person at your organisation.", name=_other(read, view))
        if check_in.result is Result.HELP
        else None,
        view.say("Whatever you wrote you can read and destroy under “What we wrote”."),
    )
    rows: list[Row] = [(home(read, view),)]
    if check_in.result is Result.HELP:
        rows.append((a_person(view),))
    if ill:
        concern = RaiseConcern(read.turn.id)
        rows.append((Button(view.label("In confidence: a concern"), concern),))
        rows.append((Button(view.label("End it"), asks.OfferTurnEnd(read.turn.id)),))
    return Screen(html, tuple(rows))


def _other(read: TurnRead, view: View) -> Html:
    return words.partner(read, view)


def _last_plan(check_in: CheckIn, read: TurnRead) -> str | None:
    """What the reader wrote last under "what next"."""
    mine_ = [
        (head.about, text)
        for head, text in read.texts
        if head.author_id == check_in.person_id and head.kind is TextKind.NEXT
    ]
    before = [text for about, text in sorted(mine_) if about < check_in.about]
    return before[-1] if before else None
