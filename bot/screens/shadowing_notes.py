"""What one saw on a day of job shadowing: first who will see it, then the words."""

from bot.screens import mentoring_words as words
from bot.screens import shadowing_words as day_words
from bot.screens.evaluating import no_clients
from bot.screens.html import Html, bold, paragraphs
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.mentoring import outcomes as turn
from learning.mentoring.cycle import Choice, Shadowing
from learning.mentoring.model import Seen
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DEBRIEF, LONGEST_NOTE, Plan
from learning.mentoring.shadowing.note import WEEKS, Note, question_of, questions
from learning.talk.model import Focus, Prompt, Shown


def note_screen(shown: o.NoteShown, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    part = cycle.shadowing if cycle else None
    found = (note for note in read.notes if note.id == shown.note) if read else iter(())
    note = next(found, None)
    plan = read.shadowing.agreed if read and read.shadowing else None
    if read is None or part is None or note is None or plan is None:
        return turn_gone_screen(turn.TurnGone(), view)
    question = question_of(note, read.side, plan, part)
    if question is not None:
        return _text(question, note, plan, part, read, view)
    if note.done_at is None:
        return _by_when(note, view)
    return _done(read, view)


def _text(
    question: Choice, note: Note, plan: Plan, part: Shadowing, read: TurnRead, view: View
) -> Screen:
    total = len(questions(note.part, read.side, plan, part))
    number = view.say("{number} of {total}", number=note.answered + 1, total=total)
    here = (note.id, note.revision)
    seen = [
        Button(words.marked(seen, note.seen, read, view), asks.ChooseNoteReader(*here, seen))
        for seen in Seen
    ]
    skip = Button(view.label("Leave it out"), asks.SkipNoteText(*here))
    rows = one_a_row(*seen, skip)
    html = paragraphs(
        bold(_head(note, plan, read, view)),
        number,
        bold(view.name(question.text)),
        _who(note.seen, read, view),
        no_clients(view),
        view.say(
            "Write it in one message, of at most {most} characters. What stands in this chat is "
            "also with Telegram.",
            most=LONGEST_NOTE,
        )
        if note.seen
        else None,
    )
    waits = Shown(Focus(Prompt.DAY_NOTE, note.id), note.revision) if note.seen else None
    return Screen(html, rows, prompt=waits)


def _head(note: Note, plan: Plan, read: TurnRead, view: View) -> Html:
    if note.part == DEBRIEF:
        name = words.partner(read, view)
        return view.say("Looking back at your day with {name}", name=name)
    hours = day_words.one_slot(plan.slots[int(note.part)], view)
    return view.say("Job shadowing, {hours}", hours=hours)


def _who(seen: Seen | None, read: TurnRead, view: View) -> Html:
    if seen is None:
        return view.say("Who may see your answer? Say it first, then write.")
    return words.will_see(seen, read, view)


def _by_when(note: Note, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("By when do you want to have tried it?")),
        view.say("Only you see the date."),
    )
    rows = [
        Button(
            view.label_n("In {n} week", "In {n} weeks", weeks),
            asks.SayByWhen(note.id, note.revision, weeks),
        )
        for weeks in WEEKS
    ]
    leave = Button(view.label("Leave it open"), asks.SayByWhen(note.id, note.revision, 0))
    return Screen(html, one_a_row(*rows, leave))


def _done(read: TurnRead, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Thank you, that is all.")),
        view.say("Whatever you wrote you can read and destroy under “What we wrote”."),
    )
    return Screen(html, one_a_row(day_words.the_day(read, view), home(read, view)))
