"""A proposal, to the two people whom it is about. How it ends tells nobody why."""

from bot.screens import buttons
from bot.screens import matching_words as words
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.mentoring.asks import ShowMentoring
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import AnswerProposal, ShowHub, ShowProposed
from learning.mentoring.matching.states import Says
from learning.mentoring.model import Side


def proposed_screen(shown: o.ProposedShown, names: words.Names | None, view: View) -> Screen:
    html = paragraphs(
        view.say("This still waits for your answer:") if shown.reminded else None,
        bold(_heading(shown, names, view)),
        _from(shown, view),
        _why(shown, view),
        _said(shown, view),
        view.say(
            "Please answer by {moment}. Nobody learns what you say: when both say yes, you hear "
            "it at once; in every other case it ends on that day, in the same words for everybody.",
            moment=words.until(view, shown.deadline),
        ),
    )
    yes = Button(view.label("Yes, gladly"), AnswerProposal(shown.proposal, Says.YES))
    no = Button(view.label("Rather not"), AnswerProposal(shown.proposal, Says.NO))
    rows = one_a_row(
        yes if shown.said is not Says.YES else None,
        no if shown.said is not Says.NO else None,
        Button(view.label("Mentoring"), ShowHub()),
    )
    return Screen(html, rows)


def _heading(shown: o.ProposedShown, names: words.Names | None, view: View) -> Html:
    if shown.partner is None:
        return view.say("Somebody of another organisation would like you as their mentor")
    name = words.name_of(shown.partner, names, view)
    if shown.side is Side.MENTOR:
        return view.say("Would you be the mentor of {name}?", name=name)
    return view.say("{name} could be your mentor", name=name)


def _from(shown: o.ProposedShown, view: View) -> Html | None:
    if shown.organisation is None:
        return None
    return view.say("From: {organisation}", organisation=shown.organisation)


def _why(shown: o.ProposedShown, view: View) -> Html:
    if shown.fit is not None:
        return paragraphs(
            view.say("A coordinator thinks that you two fit:"), words.own_reasons(shown.fit, view)
        )
    return lines(
        view.say(
            "A coordinator there found that it fits what you offer. You would talk in {language}.",
            language=view.own_name(shown.language),
        ),
        view.say("Who it is you both learn when both have said yes."),
    )


def _said(shown: o.ProposedShown, view: View) -> Html | None:
    match shown.said:
        case Says.YES:
            return view.say("You have said yes.")
        case Says.NO:
            return view.say("You have said no.")
        case None:
            return None


def answer_noted_screen(noted: o.AnswerNoted, view: View) -> Screen:
    yes = noted.says is Says.YES
    html = paragraphs(
        bold(view.say("Your yes is noted. Thank you!") if yes else view.say("Your no is noted.")),
        view.say(
            "Nobody learns what you said. When both have said yes, you hear it at once; otherwise "
            "it ends on {moment}.",
            moment=words.until(view, noted.deadline),
        )
        if yes
        else view.say(
            "Nobody learns that it was you: for everybody else this ends on {moment}, as it would "
            "for any other reason.",
            moment=words.until(view, noted.deadline),
        ),
    )
    rows = one_a_row(
        Button(view.label("Think again"), ShowProposed(noted.proposal)),
        Button(view.label("Mentoring"), ShowHub()),
    )
    return Screen(html, rows)


def proposal_over_screen(outcome: o.ProposalOver, view: View) -> Screen:
    """The same for everybody: also for who has no part in it."""
    html = paragraphs(
        bold(view.say("This proposal did not become a pair")),
        view.say(
            "That can have many reasons, and none is passed on to anybody. It says nothing about "
            "you. What you said about yourself stands, and the next matching looks again."
        ),
    )
    return Screen(html, ((Button(view.label("Mentoring"), ShowHub()), buttons.help_me(view)),))


def paired_screen(paired: o.Paired, names: words.Names | None, view: View) -> Screen:
    name = words.name_of(paired.partner, names, view)
    html = paragraphs(
        bold(
            view.say("You are the mentor of {name} now", name=name)
            if paired.side is Side.MENTOR
            else view.say("{name} is your mentor now", name=name)
        ),
        view.say("From: {organisation}", organisation=paired.organisation)
        if paired.organisation
        else None,
        words.own_reasons(paired.fit, view),
        view.say("Both of you have said yes. My next message says how you begin."),
    )
    return Screen(html, ((Button(view.label("My mentoring"), ShowMentoring()),),))
