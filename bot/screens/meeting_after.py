"""After a meeting: did you meet, how do you two fit; and what the mentee lets the mentor know."""

from bot.screens import meeting_words as words
from bot.screens import mentoring_words
from bot.screens.html import Html, bold, paragraphs
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Screen, one_a_row, shortened
from bot.screens.view import View
from learning.mentoring.asks import OfferTurnEnd, ShowTurn
from learning.mentoring.concern.asks import RaiseConcern
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import Met
from learning.mentoring.outcomes import TurnGone
from learning.mentoring.reading import TurnRead


def met_asked_screen(asked: o.MetAsked, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(TurnGone(), view)
    html = paragraphs(
        bold(view.say("Did you and {name} meet?", name=mentoring_words.partner(read, view))),
        view.say("One tap is enough. {name} is asked the same.", name=_name(read, view)),
    )
    labels = {
        Met.YES: view.label("Yes"),
        Met.NOT_YET: view.label("Not yet"),
        Met.MOVED: view.label("We moved it"),
    }
    buttons = [Button(label, asks.SayMet(asked.meeting, met)) for met, label in labels.items()]
    return Screen(html, one_a_row(*buttons))


def met_noted_screen(noted: o.MetNoted, read: Read, view: View) -> Screen:
    cycle = mentoring_words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None:
        return turn_gone_screen(TurnGone(), view)
    if noted.asks_fit:
        html = paragraphs(
            view.say("Good to hear. One question, after your first meeting:"),
            bold(view.say("Are you two a good fit, as it looks now?")),
            view.say("Nobody but you sees the answer."),
        )
        choices = [
            Button(view.plain(fit.text), asks.SayMeetingFit(noted.meeting, fit.id))
            for fit in cycle.fit
        ]
        return Screen(html, one_a_row(*choices))
    html = (
        view.say("Good to hear. Would you like to plan the next meeting?")
        if noted.met
        else view.say("That happens. Would you like to propose another time?")
    )
    return Screen(html, one_a_row(words.to_meeting(read, view), home(read, view)))


def fit_noted_screen(noted: o.MeetingFitNoted, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Thank you. It stays with you.")),
        view.say(
            "If it is not a good fit, you can end it now or later, without a reason and without "
            "blame. Somebody else may suit you better."
        )
        if noted.poor
        else None,
    )
    end = Button(view.label("End it"), OfferTurnEnd(noted.turn)) if noted.poor else None
    concern = Button(view.label("In confidence: a concern"), RaiseConcern(noted.turn))
    where = Button(view.label("Where we are"), ShowTurn(noted.turn))
    plan = Button(view.label("Propose a meeting"), asks.ProposeMeeting(noted.turn))
    return Screen(html, one_a_row(concern if noted.poor else plan, where, end))


def topics_screen(offered: o.TopicsOffered, read: Read, view: View) -> Screen:
    """Who sees it comes first; nothing is ticked beforehand."""
    if read is None:
        return turn_gone_screen(TurnGone(), view)
    known = view.curriculum.course.competences
    listed = [id for id in dict.fromkeys((*offered.topics, *read.topics)) if id in known]
    name = mentoring_words.partner(read, view)
    html = paragraphs(
        bold(view.say("What you find difficult")),
        view.say(
            "In your needs analysis you were least sure of these. Tick only what {name} may know "
            "of: {name} sees exactly what is ticked, before you meet, and nobody else does. You "
            "can take a tick away at any time.",
            name=name,
        )
        if listed
        else view.say(
            "Here would stand what you were least sure of in your needs analysis. There is "
            "nothing: fill it in with /needs, if you like, and only you decide what is shown."
        ),
    )
    ticks = [
        Button(
            shortened(f"{'☑' if id in read.topics else '☐'} {view.plain(known[id])}"),
            asks.TurnTopic(read.turn.id, id),
        )
        for id in listed
    ]
    return Screen(html, one_a_row(*ticks, home(read, view)))


def _name(read: TurnRead, view: View) -> Html:
    return mentoring_words.partner(read, view)
