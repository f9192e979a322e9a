"""A coordinator looks after the pairs: where they are and who is silent, never what they said."""

from collections import Counter
from collections.abc import Sequence

from bot.screens import mentoring_words as words
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring import outcomes as o
from learning.mentoring.model import Ending, Nudge, Side, Turn
from learning.readings import PairRead

MOST_LINES, LONGEST_NAME = 15, 30


def pairs_screen(shown: o.PairsShown, reads: Sequence[PairRead], view: View) -> Screen:
    running = [read for read in reads if read.turn.running]
    silent = [read for read in running if _is_silent(read.turn)]
    closed = [read for read in reads if read.turn.ending is Ending.CIRCLE]
    html = paragraphs(
        bold(view.say("Mentoring pairs")),
        _places(running, view) if running else view.say("No pair is on its way at the moment."),
        lines(bold(view.say("On their way")), *_listed(running, view)) if running else None,
        lines(bold(view.say("Silent for two weeks or more")), *_listed(silent, view))
        if silent
        else None,
        lines(bold(view.say("Circles closed: who mentored whom")), *_generations(closed, view))
        if closed
        else None,
        view.say(
            "You see where pairs are, never what they write. Your own pair is not among them: "
            "another coordinator looks after it."
        ),
    )
    return Screen(html)


def _places(running: Sequence[PairRead], view: View) -> Html:
    counted = Counter(_place(read.turn, view) for read in running)
    return lines(
        *(
            view.say("• {place}: {number}", place=place, number=view.number(number))
            for place, number in counted.most_common()
        )
    )


def _place(turn: Turn, view: View) -> str:
    """The phase, or the step where there is none."""
    cycle = words.cycle_of(turn, view)
    if cycle is None:
        return turn.step.value
    return view.plain((cycle.phase(turn.phase) or cycle.step(turn.step)).title)


def _listed(reads: Sequence[PairRead], view: View) -> list[Html]:
    return [
        view.say(
            "• {number}: {pair}, {place}",
            number=read.turn.id,
            pair=_pair(read, view),
            place=_place(read.turn, view),
        )
        for read in reads[:MOST_LINES]
    ]


def _generations(reads: Sequence[PairRead], view: View) -> list[Html]:
    first = sorted(reads, key=lambda read: (read.turn.generation, read.turn.id))
    return [
        view.say(
            "• generation {number}: {pair}",
            number=view.number(read.turn.generation),
            pair=_pair(read, view),
        )
        for read in first[:MOST_LINES]
    ]


def _pair(read: PairRead, view: View) -> str:
    """Mentor → mentee, by the names that they gave."""
    nameless = view.label("without a name")
    names = ((name or nameless)[:LONGEST_NAME] for name in (read.mentor, read.mentee))
    return " → ".join(names)


def _is_silent(turn: Turn) -> bool:
    told = (Nudge.TOLD, Nudge.OFFERED)
    return any(turn.party(side).nudge in told for side in Side)
