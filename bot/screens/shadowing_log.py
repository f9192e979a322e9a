"""What was written about a day of job shadowing, as far as the reader may see it."""

from bot.screens import mentoring_words as words
from bot.screens.html import Html, bold, escape, folded, lines
from bot.screens.times import full_date
from bot.screens.view import View
from learning.mentoring.cycle import Shadowing
from learning.mentoring.model import TextHead, TextKind
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing.model import ShadowingDay

MOST, LONGEST = 6, 250
_KINDS = (TextKind.OBSERVATION, TextKind.DEBRIEF)


def log(day: ShadowingDay, part: Shadowing, read: TurnRead, view: View) -> Html | None:
    """The last few texts, the oldest first; all of them are under "What we wrote"."""
    written = [(head, text) for head, text in read.texts if _is_of(head, day)]
    answered = [head for head in read.answered if _is_of(head, day)]
    if not written and not answered:
        return None
    return lines(
        bold(view.say("What you two wrote")),
        *(_one(head, text, part, read, view) for head, text in written[-MOST:]),
        view.say("{name} answered.", name=words.partner(read, view)) if answered else None,
        _by_when(read, view),
    )


def _is_of(head: TextHead, day: ShadowingDay) -> bool:
    return head.kind in _KINDS and head.about.partition(".")[0] == str(day.id)


def _one(head: TextHead, text: str, part: Shadowing, read: TurnRead, view: View) -> Html:
    asked = {
        choice.id: view.plain(choice.text)
        for choice in (*part.observations, *part.guest, *part.host, part.trying)
    }
    own = read.turn.side_of(head.author_id) is read.side
    name = view.say("You") if own else words.partner(read, view)
    question = asked.get(head.about.rpartition(".")[2], "")
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    return lines(view.say("{name}: {question}", name=name, question=question), folded(cut))


def _by_when(read: TurnRead, view: View) -> Html | None:
    day = next((note.by_when for note in read.notes if note.by_when), None)
    if day is None:
        return None
    return view.say("You want to have tried it by {day}.", day=escape(full_date(view, day)))
