"""How a turn of mentoring is named: the other one, the steps, what was agreed."""

from bot.screens.html import Html, bold, escape, lines
from bot.screens.screen import shortened
from bot.screens.view import View
from learning.mentoring.agreement import Agreement, Goal, Term
from learning.mentoring.cycle import Choice, Cycle, Step
from learning.mentoring.model import Seen, Side, Turn
from learning.mentoring.reading import TurnRead

DONE, HERE, AHEAD = "✓", "▶", "○"
SHORT = 70  # characters of a goal where it is only called to mind


def cycle_of(turn: Turn, view: View) -> Cycle | None:
    """None for one that no start has compiled any more."""
    return view.curriculum.mentoring.get(turn.definition)


def partner(read: TurnRead, view: View) -> Html:
    """The name, or what the other one is to the reader."""
    if read.partner is not None:
        return escape(read.partner)
    return view.say("your mentee") if read.side is Side.MENTOR else view.say("your mentor")


def partner_plainly(read: TurnRead, view: View) -> str:
    """For buttons, lists and files."""
    if read.partner is not None:
        return read.partner
    return view.label("your mentee") if read.side is Side.MENTOR else view.label("your mentor")


def named(label: str, name: str) -> str:
    """A button about one of several people."""
    return shortened(f"{label}: {name}")


def with_partner(read: TurnRead, view: View) -> str:
    """For a button."""
    return shortened(view.label("With {name}", name=partner_plainly(read, view)))


def to_partner(read: TurnRead, view: View) -> str:
    """For a button."""
    return shortened(view.label("Write to {name}", name=read.partner or str(partner(read, view))))


def heading(read: TurnRead, view: View) -> Html:
    if read.partner is None:
        return bold(view.say("Your mentoring"))
    return bold(view.say("Your mentoring with {name}", name=read.partner))


def state_of(step: Step, turn: Turn) -> str:
    order = list(Step)
    at = order.index(turn.step) + (turn.step is Step.CLOSING)
    if order.index(step) < at:
        return DONE
    return HERE if step is turn.step else AHEAD


def circle_in_words(turn: Turn, cycle: Cycle, view: View) -> Html:
    """Each step with its sign; those that Q-SER does not describe itself carry a star."""
    rows = []
    for part in cycle.steps:
        star = "" if part.published else " *"
        row = f"{state_of(part.id, turn)} {view.plain(part.title)}{star}"
        rows.append(bold(row) if part.id is turn.step else escape(row))
        phase = cycle.phase(turn.phase) if part.id is turn.step else None
        if phase is not None:
            rows.append(escape(f"     {view.plain(phase.title)}"))
    return lines(*rows, view.say("* our own reconstruction; Q-SER published the other steps"))


def goals_in_words(goals: tuple[Goal, ...], view: View, short: bool) -> Html:
    rows = []
    for number, goal in enumerate(goals, 1):
        rows.append(escape(f"{number}. {_cut(goal.text) if short else goal.text}"))
        if goal.sign is not None and not short:
            rows.append(view.say("Reached when: {sign}", sign=goal.sign))
    return lines(*rows)


def agreement_in_words(agreement: Agreement, cycle: Cycle, view: View) -> Html:
    return lines(*(term_in_words(agreement, term, cycle, view) for term in Term))


def term_in_words(agreement: Agreement, term: Term, cycle: Cycle, view: View) -> Html:
    value = getattr(agreement, term.value)
    return view.say("• {term}", term=value_in_words(term, str(value), cycle, view))


def value_in_words(term: Term, value: str, cycle: Cycle, view: View) -> str:
    match term:
        case Term.WEEKS:
            return view.label_n(
                "A check-in every {n} week", "A check-in every {n} weeks", int(value)
            )
        case Term.MINUTES:
            return view.label_n(
                "A meeting takes {n} minute", "A meeting takes {n} minutes", int(value)
            )
        case Term.CHANNEL:
            return _chosen(cycle.terms.channels, value, view)
        case Term.CONFIDENTIALITY:
            return _chosen(cycle.terms.confidentiality, value, view)
        case Term.ENDING:
            return _chosen(cycle.terms.endings, value, view)


def term_name(term: Term, view: View) -> str:
    match term:
        case Term.WEEKS:
            return view.label("How often")
        case Term.MINUTES:
            return view.label("How long")
        case Term.CHANNEL:
            return view.label("Which way")
        case Term.CONFIDENTIALITY:
            return view.label("Confidentiality")
        case Term.ENDING:
            return view.label("How it can end")


def seen_by(seen: Seen, read: TurnRead, view: View) -> str:
    """Who sees what is written, for a button."""
    match seen:
        case Seen.ME:
            return view.label("Only me")
        case Seen.PARTNER if read.side is Side.MENTOR:
            return view.label("My mentee")
        case Seen.PARTNER:
            return view.label("My mentor")
        case Seen.ANSWERED:
            return view.label("Only that I answered")


def _chosen(choices: tuple[Choice, ...], id: str, view: View) -> str:
    return next((view.plain(choice.text) for choice in choices if choice.id == id), id)


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def marked(seen: Seen, chosen: Seen | None, read: TurnRead, view: View) -> str:
    label = seen_by(seen, read, view)
    return f"✓ {label}" if seen is chosen else label


def will_see(seen: Seen, read: TurnRead, view: View) -> Html:
    other = partner(read, view)
    match seen:
        case Seen.ME:
            return view.say("Only you will see it. Nobody learns that it is there.")
        case Seen.PARTNER:
            return view.say("You and {name} will see it, and nobody else.", name=other)
        case Seen.ANSWERED:
            return view.say("Only you will see it; {name} learns that you answered.", name=other)
