"""The agreement of two people: written, proposed, confirmed, printed."""

from typing import assert_never

from bot.screens import mentoring_words as words
from bot.screens.drawing import PaperBlock, PaperItem, PrivatePaper, ResourcePaper
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.meeting_words import to_meeting
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import full_date
from bot.screens.view import View
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.agreement import Agreement, AgreementState, Awaited, Term, choices
from learning.mentoring.cycle import Cycle
from learning.mentoring.reading import TurnRead
from learning.resources.model import BlockKind
from learning.talk.model import Focus, Prompt, Shown

Found = o.AgreementShown | o.AgreementMade | o.AgreementProposed | o.AgreementPrinted


def agreement_screen(shown: Found, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    agreement = _agreement(shown, read)
    if read is None or cycle is None or agreement is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        bold(view.say("Our agreement")),
        _standing(agreement, read, view),
        _goals(agreement, cycle, view),
        words.agreement_in_words(agreement, cycle, view),
    )
    return Screen(html, _rows(agreement, read, cycle, view))


def agreement_made_screen(made: o.AgreementMade, read: Read, view: View) -> Screen:
    if read is None or read.turn.next_on is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = paragraphs(
        bold(view.say("You have an agreement.")),
        view.say(
            "Both of you confirmed it. The first check-in comes on {day}; meet when it suits you "
            "both.",
            day=full_date(view, read.turn.next_on),
        ),
        view.say("Either of you may propose a change at any time."),
    )
    paper = Button(view.label("The agreement (PDF)"), asks.PrintAgreement(made.turn))
    first = to_meeting(read, view)
    return Screen(html, one_a_row(first, home(read, view), paper))


def agreement_proposed_screen(proposed: o.AgreementProposed, read: Read, view: View) -> Screen:
    """A push; the whole proposal stands in it."""
    return agreement_screen(proposed, read, view)


def term_offered_screen(offered: o.TermOffered, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None:
        return turn_gone_screen(o.TurnGone(), view)
    values = choices(cycle.terms)[offered.term]
    named = [words.value_in_words(offered.term, value, cycle, view) for value in values]
    long = any(len(name) > 40 for name in named)
    listed = lines(*(f"{number}. {name}" for number, name in enumerate(named, 1)))
    html = paragraphs(bold(words.term_name(offered.term, view)), listed if long else None)
    rows = [
        Button(
            view.number(number) if long else name,
            asks.ChooseTerm(offered.agreement, offered.revision, offered.term, value),
        )
        for number, (name, value) in enumerate(zip(named, values, strict=True), 1)
    ]
    back = Button(view.label("Back"), asks.OpenAgreement(offered.turn))
    return Screen(html, one_a_row(*rows, back))


def goal_asked_screen(asked: o.GoalAsked, view: View) -> Screen:
    html = paragraphs(
        view.say("I can't take this over: please write one to 300 characters.")
        if asked.unreadable
        else None,
        _question(asked.awaited, view),
        view.say("Both of you will see it. Please write no names of clients and no case facts."),
    )
    back = Button(view.label("Back"), asks.OpenAgreement(asked.turn))
    focus = Focus(Prompt.AGREEMENT, asked.agreement)
    return Screen(html, ((back,),), prompt=Shown(focus, asked.revision))


def agreement_printed_screen(printed: o.AgreementPrinted, read: Read, view: View) -> Screen:
    cycle = words.cycle_of(read.turn, view) if read else None
    if read is None or cycle is None or read.agreement is None:
        return turn_gone_screen(o.TurnGone(), view)
    html = view.say("Your agreement, to keep or to print.")
    return Screen(html, ((home(read, view),),), drawing=_paper(read, read.agreement, cycle, view))


def _question(awaited: Awaited, view: View) -> Html:
    match awaited:
        case Awaited.GOAL:
            return paragraphs(
                bold(view.say("A goal")),
                view.say("What do you want to reach? Write it in one or two sentences."),
            )
        case Awaited.SIGN:
            return paragraphs(
                bold(view.say("How will you both notice it?")),
                view.say("What will be there to see when the goal is reached, and by when?"),
            )
        case _:
            assert_never(awaited)


def _agreement(shown: Found, read: Read) -> Agreement | None:
    both = (read.proposal, read.agreement) if read else ()
    return next((it for it in both if it and it.id == shown.agreement), None)


def _standing(agreement: Agreement, read: TurnRead, view: View) -> Html:
    other = words.partner(read, view)
    match agreement.state:
        case AgreementState.DRAFT:
            return view.say("A draft. When it is ready, propose it to {name}.", name=other)
        case AgreementState.PROPOSED if agreement.by is read.side:
            return view.say("Proposed: it waits for the yes of {name}.", name=other)
        case AgreementState.PROPOSED:
            return view.say("Proposed by {name}. Confirm it, or change it.", name=other)
        case AgreementState.AGREED | AgreementState.PAST:
            return view.say("Confirmed by both of you.")


def _goals(agreement: Agreement, cycle: Cycle, view: View) -> Html:
    if not agreement.goals:
        return view.say_n(
            "No goal yet. There can be {n}.",
            "No goal yet. There can be up to {n}.",
            cycle.terms.goals,
        )
    return lines(bold(view.say("Goals")), words.goals_in_words(agreement.goals, view, short=False))


def _rows(agreement: Agreement, read: TurnRead, cycle: Cycle, view: View) -> tuple[Row, ...]:
    id, revision = agreement.id, agreement.revision
    change = Button(view.label("Change it"), asks.ChangeAgreement(read.turn.id))
    match agreement.state:
        case AgreementState.DRAFT:
            return _draft_rows(agreement, read, cycle, view)
        case AgreementState.PROPOSED if agreement.by is read.side:
            return ((change,), (home(read, view),))
        case AgreementState.PROPOSED:
            yes = Button(view.label("Confirm"), asks.ConfirmAgreement(id, revision))
            return ((yes,), (change,), (home(read, view),))
        case AgreementState.AGREED | AgreementState.PAST:
            paper = Button(view.label("The agreement (PDF)"), asks.PrintAgreement(read.turn.id))
            propose = Button(view.label("Propose a change"), asks.ChangeAgreement(read.turn.id))
            return ((paper,), (propose,), (home(read, view),)) if read.turn.running else ((paper,),)


def _draft_rows(agreement: Agreement, read: TurnRead, cycle: Cycle, view: View) -> tuple[Row, ...]:
    id, revision = agreement.id, agreement.revision
    unsigned = bool(agreement.goals) and agreement.goals[-1].sign is None
    rows: list[Row] = []
    if unsigned or len(agreement.goals) < cycle.terms.goals:
        label = view.label("How we notice it") if unsigned else view.label("Add a goal")
        rows.append((Button(label, asks.AskGoal(id)),))
    drops = [
        Button(view.label("Without goal {number}", number=at + 1), asks.DropGoal(id, revision, at))
        for at in range(len(agreement.goals))
    ]
    rows += [(drop,) for drop in drops]
    terms = [Button(words.term_name(term, view), asks.OfferTerm(id, term)) for term in Term]
    rows += [tuple(terms[:3]), tuple(terms[3:])]
    if agreement.is_whole:
        propose = Button(view.label("Propose it"), asks.ProposeAgreement(id, revision))
        rows.insert(0, (propose,))
    if read.agreement is not None:
        rows.append((Button(view.label("Leave it as it was"), asks.DropChange(id)),))
    return (*rows, (home(read, view),))


def _paper(read: TurnRead, agreement: Agreement, cycle: Cycle, view: View) -> PrivatePaper:
    kind = BlockKind.POINTS.value
    goals = tuple(PaperItem(f"{goal.text} – {goal.sign or ''}", "") for goal in agreement.goals)
    terms = tuple(
        PaperItem(words.value_in_words(term, str(getattr(agreement, term.value)), cycle, view))
        for term in Term
    )
    confirmed = full_date(view, agreement.agreed_at.date()) if agreement.agreed_at else ""
    paper = ResourcePaper(
        file_name="agreement.pdf",
        language=view.language,
        tag=view.plain(cycle.title),
        title=view.label("Our agreement"),
        purpose=view.label("Confirmed by both on {day}.", day=confirmed),
        blocks=(
            PaperBlock(kind, view.label("Goals"), "", goals, 0),
            PaperBlock(kind, view.label("How we work together"), "", terms, 0),
        ),
        sources_heading="",
        sources=(),
        footer="Q-SER",
    )
    return PrivatePaper(paper)
