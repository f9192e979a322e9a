"""Matching, as the coordinators of an organisation see it."""

from typing import assert_never

from bot.screens import matching_words as words
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import (
    BeginRound,
    CloseRound,
    OfferMentors,
    OpenRound,
    Propose,
    ShowBoard,
    ShowCandidates,
    ShowHub,
    ShowProposals,
    TurnCheck,
)
from learning.mentoring.matching.checklist import CheckItem, Who
from learning.mentoring.matching.states import Alone
from learning.mentoring.model import Side
from learning.mentoring.pairs.asks import ShowPairs


def board_screen(board: o.BoardShown, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Matching of {organisation}", organisation=board.organisation)),
        _found(board, view),
        lines(*_people(board, view)),
        lines(*_proposals(board, view)) if board.round is not None else None,
        view.say(
            "When you open a matching, I propose pairs with the reason for each. Nobody hears of "
            "one before you approve it."
        )
        if board.round is None
        else None,
    )
    return Screen(html, one_a_row(*_board_buttons(board, view)))


def _people(board: o.BoardShown, view: View) -> tuple[Html | None, ...]:
    return (
        view.say_n(
            "{n} person offers to be a mentor; free places: {places}.",
            "{n} people offer to be mentors; free places: {places}.",
            board.mentors,
            places=view.number(board.places),
        ),
        view.say_n(
            "{n} of them belongs to another organisation.",
            "{n} of them belong to other organisations.",
            board.elsewhere,
        )
        if board.elsewhere
        else None,
        view.say_n(
            "{n} person waits for a mentor.", "{n} people wait for a mentor.", board.mentees
        ),
    )


def _proposals(board: o.BoardShown, view: View) -> tuple[Html | None, ...]:
    return (
        view.say_n("{n} proposal waits for you.", "{n} proposals wait for you.", board.waiting)
        if board.waiting
        else None,
        view.say_n(
            "{n} more is about you: another coordinator decides on it.",
            "{n} more are about you: another coordinator decides on them.",
            board.own,
        )
        if board.own
        else None,
        view.say_n(
            "{n} proposal waits for both answers.",
            "{n} proposals wait for both answers.",
            board.sent,
        )
        if board.sent
        else None,
        view.say_n(
            "{n} pair was made in this matching.",
            "{n} pairs were made in this matching.",
            board.paired,
        )
        if board.paired
        else None,
        view.say_n(
            "{n} proposal did not become a pair.",
            "{n} proposals did not become pairs.",
            board.over,
        )
        if board.over
        else None,
    )


def _found(board: o.BoardShown, view: View) -> Html | None:
    if board.found is None:
        return None
    found = view.say_n("{n} new proposal.", "{n} new proposals.", board.found)
    if not board.found and not board.alone:
        found = view.say("Nobody waits for a proposal.")
    return lines(found, *(_alone(why, number, view) for why, number in board.alone))


def _alone(why: Alone, number: int, view: View) -> Html:
    match why:
        case Alone.NO_MENTORS:
            return view.say_n(
                "{n} person has none: no mentor has a free place.",
                "{n} people have none: no mentor has a free place.",
                number,
            )
        case Alone.NO_LANGUAGE:
            return view.say_n(
                "{n} person has none: nobody who could be theirs speaks their language.",
                "{n} people have none: nobody who could be theirs speaks their language.",
                number,
            )
        case Alone.TRIED:
            return view.say_n(
                "{n} person has none: everybody who fits was proposed before.",
                "{n} people have none: everybody who fits was proposed before.",
                number,
            )
        case Alone.NO_PLACES:
            return view.say_n(
                "{n} person has none: the free places are taken by other proposals.",
                "{n} people have none: the free places are taken by other proposals.",
                number,
            )
        case _:
            assert_never(why)


def _board_buttons(board: o.BoardShown, view: View) -> list[Button | None]:
    round, revision = board.round, board.revision
    mine = Button(view.label("For myself: mentoring"), ShowHub())
    pairs = Button(view.label("The pairs"), ShowPairs())
    offers = Button(view.label("Who offers"), ShowCandidates(Side.MENTOR))
    wishes = Button(view.label("Who wishes"), ShowCandidates(Side.MENTEE))
    seen = [offers if board.mentors else None, wishes if board.mentees else None]
    if round is None:
        return [Button(view.label("Open a matching"), BeginRound()), *seen, pairs, mine]
    some = board.waiting or board.sent or board.paired or board.over
    return [
        Button(view.label("Look at the proposals"), ShowProposals()) if some else None,
        Button(view.label("Propose pairs"), Propose(round, revision)) if board.mentees else None,
        *seen,
        pairs,
        Button(view.label("Close the matching"), CloseRound(round, revision)),
        mine,
    ]


def checklist_screen(shown: o.ChecklistShown, view: View) -> Screen:
    checklist = view.curriculum.selection
    items = checklist.of(Who.COORDINATOR) if checklist else ()
    html = paragraphs(
        bold(view.say("First the selection checklist")),
        view.say("Please tick what is published before you go on; it is numbered first.")
        if shown.missing
        else None,
        view.say("From the checklist that Q-SER published:"),
        lines(*_items(items, shown, view, published=True)),
        view.say("And what we propose:"),
        lines(*_items(items, shown, view, published=False)),
        view.say("Tap a number to tick it, or to take the tick away."),
    )
    ticks = tuple(
        Button(
            f"✓ {number}" if item.id in shown.checked else str(number),
            TurnCheck(shown.round, shown.revision, item.id),
        )
        for number, item in enumerate(items, start=1)
    )
    onward = Button(view.label("Open the matching"), OpenRound(shown.round, shown.revision))
    return Screen(html, (ticks, *one_a_row(onward, _to_board(view))))


def _items(
    items: tuple[CheckItem, ...], shown: o.ChecklistShown, view: View, *, published: bool
) -> list[Html]:
    return [
        Html(f"{'✓ ' if item.id in shown.checked else ''}<b>{number}</b>. {view.name(item.text)}")
        for number, item in enumerate(items, start=1)
        if item.published is published
    ]


def candidates_screen(shown: o.CandidatesShown, names: words.Names | None, view: View) -> Screen:
    mentors = shown.side is Side.MENTOR
    html = paragraphs(
        bold(view.say("Who offers to be a mentor") if mentors else view.say("Who wishes for one")),
        *(_candidate(each, shown.side, names, view) for each in shown.found),
        None if shown.found else view.say("Nobody."),
    )
    choose = [
        Button(
            view.label("A mentor for {name}", name=_short(each.person, names, view)),
            OfferMentors(each.entry),
        )
        for each in shown.found
        if not mentors
    ]
    later = (
        Button(view.label("More"), ShowCandidates(shown.side, shown.later)) if shown.later else None
    )
    return Screen(html, one_a_row(*choose, later, _to_board(view)))


def _candidate(each: o.CandidateFacts, side: Side, names: words.Names | None, view: View) -> Html:
    name = bold(escape(words.name_of(each.person, names, view)))
    places = view.label_n("{n} free place", "{n} free places", each.places)
    return lines(
        name,
        places if side is Side.MENTOR else None,
        view.say("From: {organisation}", organisation=each.organisation)
        if each.organisation
        else None,
        view.say("Abilities: {abilities}", abilities=words.competences(view, each.competences)),
        view.say("Languages: {languages}", languages=words.languages(view, each.languages)),
        view.say("Fields of work: {sectors}", sectors=words.sectors(view, each.sectors))
        if each.sectors
        else None,
    )


def _short(person: int, names: words.Names | None, view: View) -> str:
    name = words.name_of(person, names, view)
    return name if len(name) <= 20 else f"{name[:19]}…"


def _to_board(view: View) -> Button:
    return Button(view.label("Back to the matching"), ShowBoard())
