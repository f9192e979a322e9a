"""Good practices: what colleagues released, what is to be looked through, and how it was."""

from collections.abc import Sequence

from bot.screens import buttons
from bot.screens.evaluating import hub, partner
from bot.screens.evaluating_card import in_words
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row, shortened
from bot.screens.view import View
from learning.mentoring.cycle import Cycle
from learning.mentoring.evaluating import asks
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.model import FEWEST, PracticeState
from learning.mentoring.evaluating.reading import LookBack, PracticeRead

Hub = tuple[Sequence[LookBack], Sequence[PracticeRead]]


def practices_screen(shown: o.PracticesShown, read: Hub | None, view: View) -> Screen:
    mine, practices = read or ((), ())
    html = paragraphs(
        bold(view.say("Good practices")),
        view.say(
            "What colleagues tried and released, so that others can use it. Their names are not "
            "told."
        )
        if practices
        else view.say("Nobody has released one yet. After a mentoring, yours could be the first."),
        lines(*(f"{at}. {_short(each)}" for at, each in enumerate(practices, 1))),
    )
    listed = [
        Button(view.label("Read number {number}", number=at), asks.ShowPractice(each.id))
        for at, each in enumerate(practices, 1)
    ]
    return Screen(
        html,
        (
            *one_a_row(*(_own(each, view) for each in mine), *_to_review(shown, view), *listed),
            (buttons.resources(view), buttons.help_me(view)),
        ),
    )


def practice_screen(shown: o.PracticeShown, read: PracticeRead | None, view: View) -> Screen:
    cycle = _cycle(view)
    if read is None or cycle is None:
        return practice_gone_screen(o.PracticeGone(), view)
    html = paragraphs(
        bold(view.say("A good practice of a colleague")), in_words(dict(read.words), cycle, view)
    )
    return Screen(html, ((hub(view),),))


def review_screen(shown: o.PracticeToReview, read: PracticeRead | None, view: View) -> Screen:
    cycle = _cycle(view)
    if read is None or cycle is None:
        return none_waiting_screen(o.NoneWaiting(shown.decided), view)
    html = paragraphs(
        _decided(shown.decided, view),
        bold(view.say("A good practice to look through")),
        in_words(dict(read.words), cycle, view),
        view.say(
            "Its author agrees that all learners of your organisation read it, without a name. "
            "Please check: can any client or colleague be recognised?"
        ),
    )

    def decide(state: PracticeState) -> asks.DecidePractice:
        return asks.DecidePractice(shown.practice, shown.revision, state)

    rows = one_a_row(
        Button(view.label("Publish it"), decide(PracticeState.PUBLISHED)),
        Button(view.label("Do not publish"), decide(PracticeState.KEPT)),
        hub(view),
    )
    return Screen(html, rows)


def practice_gone_screen(outcome: o.PracticeGone, view: View) -> Screen:
    return Screen(view.say("This is not there any more."), ((hub(view),),))


def none_waiting_screen(outcome: o.NoneWaiting, view: View) -> Screen:
    html = paragraphs(
        _decided(outcome.decided, view), view.say("No good practice waits to be looked through.")
    )
    return Screen(html, ((hub(view),), (buttons.help_me(view),)))


def _decided(state: PracticeState | None, view: View) -> Html | None:
    if state is None:
        return None
    if state is PracticeState.PUBLISHED:
        return view.say("Published. All learners of your organisation can read it now.")
    return view.say("It stays unpublished, and its author is told so kindly.")


def evaluations_screen(shown: o.EvaluationsShown, view: View) -> Screen:
    cycle = _cycle(view)
    if cycle is None or not shown.means:
        html = paragraphs(
            bold(view.say("How mentoring was")),
            view.say(
                "There is nothing to show yet: means are shown once {fewest} people have looked "
                "back, so that nobody can be recognised.",
                fewest=FEWEST,
            ),
        )
        return Screen(html, ((hub(view),),))
    top = len(cycle.rating)
    means = (
        view.say(
            "• {statement} {mean} of {top}",
            statement=bold(view.name(each.text)),
            mean=view.number(shown.means[each.id]),
            top=top,
        )
        for each in cycle.evaluation
        if each.id in shown.means
    )
    fit = shown.means.get(o.FIT)
    html = paragraphs(
        bold(view.say("How mentoring was")),
        view.say_n(
            "The mean of {n} person who looked back, mentors and mentees together:",
            "The mean of {n} people who looked back, mentors and mentees together:",
            shown.people,
        )
        if shown.people
        else None,
        lines(*means) if shown.people else None,
        view.say(
            "How pairs fit, as their people said after a first meeting and later: {mean} of {top}.",
            mean=bold(view.number(fit)),
            top=len(cycle.fit),
        )
        if fit is not None
        else None,
        view.say("It is counted in steps of ten people, so that nobody can be recognised."),
    )
    return Screen(html, ((hub(view),),))


def _cycle(view: View) -> Cycle | None:
    return view.curriculum.mentoring.current


def _short(read: PracticeRead) -> Html:
    return escape(shortened(next(iter(read.words.values()))))


def _own(read: LookBack, view: View) -> Button:
    name = read.partner or str(partner(read, view))
    turn = read.turn.id
    if read.turn.running and (read.evaluation is None or read.evaluation.sent_at is None):
        return Button(
            shortened(view.label("Look back with {name}", name=name)), asks.OpenEvaluation(turn)
        )
    return Button(shortened(view.label("My card with {name}", name=name)), asks.OpenCard(turn))


def _to_review(shown: o.PracticesShown, view: View) -> list[Button]:
    if not shown.waiting:
        return []
    label = view.label_n("Look through {n} card", "Look through {n} cards", shown.waiting)
    return [Button(label, asks.ReviewPractices())]
