"""Looking back at a turn: a few ratings, then a text, of which it is said before who sees it."""

from bot.screens import buttons
from bot.screens.html import Html, bold, escape, folded, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.mentoring.cycle import Choice, Cycle
from learning.mentoring.evaluating import asks
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.model import LEFT_OUT, LONGEST_TEXT, Evaluation
from learning.mentoring.evaluating.reading import LookBack
from learning.mentoring.model import Seen, Side
from learning.talk.model import Focus, Prompt, Shown


def evaluation_screen(shown: o.EvaluationShown, read: LookBack | None, view: View) -> Screen:
    cycle = view.curriculum.mentoring.get(read.turn.definition) if read else None
    evaluation = read.evaluation if read else None
    if read is None or cycle is None or evaluation is None:
        return Screen(view.say("This is not there any more."), ((hub(view),),))
    if evaluation.sent_at is not None:
        return _sent(read, view)
    statement = evaluation.next_of(cycle)
    if statement is not None:
        return _rating(statement, evaluation, cycle, read, view)
    return _text(evaluation, read, view)


def not_yet_over_screen(outcome: o.NotYetOver, view: View) -> Screen:
    html = view.say(
        "Looking back comes at the end of a mentoring, when you two have gone through all of it."
    )
    return Screen(html, ((hub(view),),))


def hub(view: View) -> Button:
    return Button(view.label("Good practices"), asks.ShowPractices())


def partner(read: LookBack, view: View) -> Html:
    """The name, or what the other one is to the reader."""
    if read.partner is not None:
        return escape(read.partner)
    return view.say("your mentee") if read.side is Side.MENTOR else view.say("your mentor")


def _head(read: LookBack, view: View) -> Html:
    return bold(view.say("Looking back with {name}", name=partner(read, view)))


def _rating(
    statement: Choice, evaluation: Evaluation, cycle: Cycle, read: LookBack, view: View
) -> Screen:
    number, all_of_them = len(evaluation.ratings) + 1, len(cycle.evaluation)
    html = paragraphs(
        _head(read, view),
        view.say("{number} of {total}", number=number, total=all_of_them),
        bold(view.name(statement.text)),
        view.say(
            "Nobody sees your choice. Coordinators read the mean of ten people or more, never of "
            "fewer."
        ),
    )

    def rate(rating: int) -> asks.RateStatement:
        return asks.RateStatement(evaluation.id, evaluation.revision, statement.id, rating)

    rows = [
        Button(view.plain(each.text), rate(rating)) for rating, each in enumerate(cycle.rating, 1)
    ]
    return Screen(html, one_a_row(*rows, Button(view.label("Leave it out"), rate(LEFT_OUT))))


def _text(evaluation: Evaluation, read: LookBack, view: View) -> Screen:
    if evaluation.seen is not None:
        return _typed(evaluation, read, view)
    html = paragraphs(
        _head(read, view),
        bold(view.say("What do you take away from your time together?")),
        view.say("First choose who will see your answer. No coordinator does, either way."),
    )
    here = (evaluation.id, evaluation.revision)
    rows = one_a_row(
        Button(_reader(read, view), asks.ChooseReader(*here, Seen.PARTNER)),
        Button(view.label("Only I see it"), asks.ChooseReader(*here, Seen.ME)),
        Button(view.label("Finish without a text"), asks.SendEvaluation(*here)),
    )
    return Screen(html, rows)


def _reader(read: LookBack, view: View) -> str:
    if read.side is Side.MENTOR:
        return view.label("My mentee sees it")
    return view.label("My mentor sees it")


def _typed(evaluation: Evaluation, read: LookBack, view: View) -> Screen:
    who = (
        view.say("It will be seen by {name}.", name=partner(read, view))
        if evaluation.seen is Seen.PARTNER
        else view.say("Only you will see it.")
    )
    html = paragraphs(
        bold(view.say("What do you take away from your time together?")),
        who,
        no_clients(view),
        view.say("Write it in one message, of at most {most} characters.", most=LONGEST_TEXT),
    )
    here = (evaluation.id, evaluation.revision)
    rows = one_a_row(
        _other_reader(evaluation, read, view),
        Button(view.label("Finish without a text"), asks.SendEvaluation(*here)),
    )
    waits = Shown(Focus(Prompt.LOOKING_BACK, evaluation.id), evaluation.revision)
    return Screen(html, rows, prompt=waits)


def _other_reader(evaluation: Evaluation, read: LookBack, view: View) -> Button:
    here = (evaluation.id, evaluation.revision)
    if evaluation.seen is Seen.PARTNER:
        return Button(view.label("Rather only I"), asks.ChooseReader(*here, Seen.ME))
    return Button(_reader(read, view), asks.ChooseReader(*here, Seen.PARTNER))


def no_clients(view: View) -> Html:
    return view.say("Please: no client names, no case facts.")


def _sent(read: LookBack, view: View) -> Screen:
    said = read.said and paragraphs(
        view.say("What {name} wrote to you:", name=partner(read, view)), folded(read.said)
    )
    html = paragraphs(
        bold(view.say("Thank you for looking back.")),
        view.say("The circle closes when both of you have. Then a new one can begin.")
        if read.turn.running
        else view.say("Both of you have looked back: your circle is closed."),
        said,
        view.say(
            "Did something work that could help colleagues? Write it down as a good practice: "
            "four short answers. You decide whether anybody reads it."
        ),
    )
    card = Button(view.label("Write a good practice"), asks.OpenCard(read.turn.id))
    return Screen(html, ((card,), (hub(view), buttons.help_me(view))))
