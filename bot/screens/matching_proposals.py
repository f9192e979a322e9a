"""Proposals, as a coordinator looks at them one by one."""

from typing import assert_never

from bot.screens import matching_words as words
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, one_a_row, shortened
from bot.screens.view import View
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import (
    Approve,
    ChooseMentor,
    OfferMentors,
    Reject,
    ShowBoard,
    ShowProposal,
    ShowProposals,
)
from learning.mentoring.matching.states import ProposalState


def proposals_screen(shown: o.ProposalsShown, names: words.Names | None, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Proposals: mentor → who wishes for one")),
        lines(*(_line(each, names, view) for each in shown.proposals)),
        None if shown.proposals else view.say("None yet."),
    )
    every = [
        Button(shortened(_pair(each.mentor, each.mentee, names, view)), ShowProposal(each.proposal))
        for each in shown.proposals
    ]
    later = Button(view.label("More"), ShowProposals(shown.later)) if shown.later else None
    return Screen(html, one_a_row(*every, later, _to_board(view)))


def _line(line: o.ProposalLine, names: words.Names | None, view: View) -> Html:
    return view.say(
        "• {pair}: {state}",
        pair=_pair(line.mentor, line.mentee, names, view),
        state=_state(line.state, view),
    )


def _pair(mentor: int | None, mentee: int | None, names: words.Names | None, view: View) -> str:
    return f"{words.name_of(mentor, names, view)} → {words.name_of(mentee, names, view)}"


def _state(state: ProposalState, view: View) -> str:
    match state:
        case ProposalState.MADE:
            return view.label("waits for you")
        case ProposalState.REJECTED:
            return view.label("rejected, and told to nobody")
        case ProposalState.SENT:
            return view.label("waits for both answers")
        case ProposalState.PAIRED:
            return view.label("a pair")
        case ProposalState.OVER:
            return view.label("did not become a pair")
        case _:
            assert_never(state)


def proposal_screen(shown: o.ProposalShown, names: words.Names | None, view: View) -> Screen:
    made = shown.state is ProposalState.MADE
    html = paragraphs(
        lines(
            bold(_pair(shown.mentor, shown.mentee, names, view)),
            view.say("The mentor is from: {organisation}", organisation=shown.organisation)
            if shown.organisation
            else None,
        ),
        None if made else view.say("Now: {state}", state=_state(shown.state, view)),
        words.reasons(shown.fit, view)
        if shown.state in (ProposalState.MADE, ProposalState.SENT)
        else None,
        _what_next(shown, view),
    )
    return Screen(html, (*_decisions(shown, view), *one_a_row(*_ways(view))))


def _what_next(shown: o.ProposalShown, view: View) -> Html | None:
    match shown.state:
        case ProposalState.MADE:
            return view.say("Approved, it goes to both, and each has seven days to say yes or no.")
        case ProposalState.SENT if shown.deadline:
            return view.say(
                "Both can answer until {moment}. What either of them says is told to nobody, also "
                "not to you.",
                moment=words.until(view, shown.deadline),
            )
        case ProposalState.OVER | ProposalState.REJECTED:
            return view.say("These two are not proposed to each other again for half a year.")
        case _:
            return None


def _decisions(shown: o.ProposalShown, view: View) -> tuple[Row, ...]:
    if shown.state is not ProposalState.MADE:
        return ()
    change = OfferMentors(shown.mentee_entry) if shown.mentee_entry is not None else None
    return one_a_row(
        Button(view.label("Approve: ask both"), Approve(shown.proposal, shown.revision)),
        Button(view.label("Another mentor"), change) if change else None,
        Button(view.label("Reject"), Reject(shown.proposal, shown.revision)),
    )


def _ways(view: View) -> tuple[Button, ...]:
    return Button(view.label("All proposals"), ShowProposals()), _to_board(view)


def mentors_screen(offered: o.MentorsOffered, names: words.Names | None, view: View) -> Screen:
    name = words.name_of(offered.person, names, view)
    html = paragraphs(
        bold(view.say("Mentors who could be with {name}", name=name)),
        *(_option(each, names, view) for each in offered.mentors),
        None
        if offered.mentors
        else view.say("Nobody with a free place and a language in common, who was not tried yet."),
    )
    choose = [
        Button(
            shortened(words.name_of(each.person, names, view)),
            ChooseMentor(offered.mentee, each.entry),
        )
        for each in offered.mentors
    ]
    return Screen(html, one_a_row(*choose, *_ways(view)))


def _option(each: o.MentorOption, names: words.Names | None, view: View) -> Html:
    return lines(
        bold(words.name_of(each.person, names, view)),
        view.say("From: {organisation}", organisation=each.organisation)
        if each.organisation
        else None,
        words.reasons(each.fit, view),
    )


def own_pair_screen(own: o.OwnPair, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("This is about you")),
        view.say("So that it is fair to both, another coordinator decides on it.")
        if own.others
        else view.say(
            "So that it is fair to both, somebody else decides on it, and there is no other "
            "coordinator yet. Whoever owns this bot can give somebody that role."
        ),
    )
    return Screen(html, ((_to_board(view),),))


def gone_screen(outcome: o.MatchingGone, view: View) -> Screen:
    html = view.say("That has changed in the meantime. Here is how the matching stands now.")
    return Screen(html, ((_to_board(view),),))


def _to_board(view: View) -> Button:
    return Button(view.label("Back to the matching"), ShowBoard())
