"""A good-practice card, as its author writes it, releases it or takes it back."""

from bot.screens.evaluating import hub, no_clients, partner
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row, shortened
from bot.screens.view import View
from learning.mentoring.cycle import Choice, Cycle
from learning.mentoring.evaluating import asks
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.model import LONGEST_PART, PracticeState
from learning.mentoring.evaluating.reading import LookBack
from learning.resources.asks import GiveResource
from learning.talk.model import Focus, Prompt, Shown

PAPER = "good-practice-card"


def card_screen(shown: o.CardShown, read: LookBack | None, view: View) -> Screen:
    cycle = view.curriculum.mentoring.get(read.turn.definition) if read else None
    if read is None or cycle is None:
        return Screen(view.say("This is not there any more."), ((hub(view),),))
    if read.practice is not None and read.practice.state is not PracticeState.KEPT:
        return _released(read, read.practice.state, view)
    part = next((part for part in cycle.card if part.id not in read.card), None)
    return _asked(part, read, cycle, view) if part else _whole(read, cycle, view)


def practice_decided_screen(decided: o.PracticeDecided, view: View) -> Screen:
    if decided.published:
        html = paragraphs(
            bold(view.say("Your good practice is published.")),
            view.say(
                "All learners of your organisation can read it, without your name. You can take "
                "it back at any time."
            ),
        )
    else:
        html = paragraphs(
            bold(view.say("Your good practice was not published this time.")),
            view.say(
                "That says nothing about your work: perhaps something could be recognised, or it "
                "can be said more simply. You may change it and release it again."
            ),
        )
    mine = Button(view.label("My good practice"), asks.OpenCard(decided.turn))
    return Screen(html, one_a_row(mine, hub(view)))


def in_words(words: dict[str, str], cycle: Cycle, view: View) -> Html:
    return paragraphs(
        *(
            lines(bold(view.name(part.text)), escape(words[part.id]))
            for part in cycle.card
            if part.id in words
        )
    )


def _asked(part: Choice, read: LookBack, cycle: Cycle, view: View) -> Screen:
    number = [each.id for each in cycle.card].index(part.id) + 1
    html = paragraphs(
        bold(view.say("A good practice from your time with {name}", name=partner(read, view))),
        view.say("{number} of {total}", number=number, total=len(cycle.card)),
        bold(view.name(part.text)),
        lines(
            no_clients(view),
            view.say("Only you see it, unless you release the whole card at the end."),
        ),
        view.say("Write it in one message, of at most {most} characters.", most=LONGEST_PART),
    )
    paper = None
    if PAPER in view.curriculum.resources and not read.card:
        paper = Button(view.label("The card on paper (PDF)"), GiveResource(PAPER))
    waits = Shown(Focus(Prompt.CARD, read.turn.id), 0)
    return Screen(html, one_a_row(paper, hub(view)), prompt=waits)


def _whole(read: LookBack, cycle: Cycle, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Your good practice")),
        in_words(dict(read.card), cycle, view),
        view.say(
            "If you release it, coordinators and trainers of your organisation read it first. "
            "Once they publish it, all its learners can read it, without your name. You can take "
            "it back at any time. If you keep it, only you see it."
        ),
    )
    turn = read.turn.id
    changes = [
        Button(
            shortened(view.label("Anew: {question}", question=view.plain(part.text))),
            asks.RewritePart(turn, part.id),
        )
        for part in cycle.card
    ]
    release = Button(view.label("Release it"), asks.ReleaseCard(turn))
    keep = Button(view.label("Keep it for myself"), asks.ShowPractices())
    return Screen(html, one_a_row(release, keep, *changes))


def _released(read: LookBack, state: PracticeState, view: View) -> Screen:
    published = state is PracticeState.PUBLISHED
    html = paragraphs(
        bold(view.say("Your good practice is released. Thank you!")),
        view.say("It is published: all learners of your organisation can read it.")
        if published
        else view.say("Coordinators and trainers look it through. You will be told."),
        view.say("Your name is not on it. You can take it back at any time."),
    )
    back = Button(view.label("Take it back"), asks.TakeCardBack(read.turn.id))
    return Screen(html, one_a_row(back, hub(view)))
