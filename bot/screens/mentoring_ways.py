"""What one of a pair can do now: what the phase asks for stands on the home, the rest behind it."""

from dataclasses import dataclass

from bot.screens import meeting_words
from bot.screens import mentoring_words as words
from bot.screens import shadowing_words as day
from bot.screens.screen import Button, Row, one_a_row
from bot.screens.view import View
from learning.mentoring import asks
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.concern.asks import RaiseConcern
from learning.mentoring.cycle import Cycle, Step
from learning.mentoring.evaluating.asks import OpenEvaluation
from learning.mentoring.meeting.asks import OfferTopics
from learning.mentoring.model import Side
from learning.mentoring.reading import TurnRead

# With the way to the other one and "More", five rows: more hide the words on a phone.
MOST_URGENT = 3


@dataclass(frozen=True, slots=True)
class Ways:
    """Of a running turn: the rows under its home, and those one tap further."""

    home: tuple[Row, ...]
    further: tuple[Row, ...]


def ways_of(read: TurnRead, cycle: Cycle, view: View) -> Ways:
    id = read.turn.id
    wanted = _by_urgency(read, cycle, view)
    write = Button(words.to_partner(read, view), OpenMessage(id))
    more = Button(view.label("More"), asks.ShowMoreOfTurn(id))
    return Ways(
        one_a_row(*wanted[:MOST_URGENT], write, more),
        (*one_a_row(*wanted[MOST_URGENT:], *_when_wished(read, view)), *_always(read, view)),
    )


def _by_urgency(read: TurnRead, cycle: Cycle, view: View) -> list[Button]:
    ways = (
        _going_on(read, view),
        _awaited(read, view),
        _agreement(read, view) if _is_unsettled(read) else None,
        None if _is_without_meetings(read, view) else meeting_words.to_meeting(read, view),
        day.way_there(read, cycle, view),
        _onward(read, cycle, view),
        _talk_kit(read, view),
    )
    return [way for way in ways if way is not None]


def _when_wished(read: TurnRead, view: View) -> tuple[Button | None, ...]:
    topics = Button(view.label("What my mentor may know"), OfferTopics(read.turn.id))
    return (
        meeting_words.to_meeting(read, view) if _is_without_meetings(read, view) else None,
        topics if read.side is Side.MENTEE else None,
    )


def _always(read: TurnRead, view: View) -> tuple[Row, ...]:
    id = read.turn.id
    texts = Button(view.label("What we wrote"), asks.ShowTexts(id))
    concern = Button(view.label("In confidence: a concern"), RaiseConcern(id))
    pause = Button(view.label("Pause us"), asks.OfferRest(id))
    end = Button(view.label("End it"), asks.OfferTurnEnd(id))
    return (
        (texts,) if _is_unsettled(read) else (_agreement(read, view), texts),
        (concern,),
        (end,) if _going_on(read, view) else (pause, end),
    )


def _is_unsettled(read: TurnRead) -> bool:
    return read.turn.step is Step.MATCHING


def _is_without_meetings(read: TurnRead, view: View) -> bool:
    """Nothing of a meeting is said any more once the two look back, unless one is planned."""
    return meeting_words.next_meeting(read, view) is None


def _going_on(read: TurnRead, view: View) -> Button | None:
    if read.turn.rest_on(view.local_now.date()) is None:
        return None
    return Button(view.label("Go on now"), asks.ResumeTurn(read.turn.id))


def _awaited(read: TurnRead, view: View) -> Button | None:
    if read.turn.awaits_check_in(read.side):
        return Button(view.label("Check in"), asks.OpenCheckIn(read.turn.id))
    waits = read.turn.party(read.side).waits_since is not None
    if read.turn.step is Step.EVALUATION and waits:
        return Button(view.label("Look back"), OpenEvaluation(read.turn.id))
    return None


def _agreement(read: TurnRead, view: View) -> Button:
    return Button(view.label("Our agreement"), asks.OpenAgreement(read.turn.id))


def _onward(read: TurnRead, cycle: Cycle, view: View) -> Button | None:
    """The next phase; either may go there, and the other may go back."""
    turn = read.turn
    if turn.step is not Step.MENTORING or turn.phase is None:
        return None
    following = cycle.phase(cycle.after(turn.phase))
    move = asks.MovePhase(turn.id, turn.phase, back=False)
    title = view.plain((following or cycle.step(Step.EVALUATION)).title)
    return Button(view.label("On to: {title}", title=title), move)


def _talk_kit(read: TurnRead, view: View) -> Button | None:
    if read.side is not Side.MENTOR or read.turn.phase is None:
        return None
    return Button(view.label("Before we meet"), asks.ShowTalkKit(read.turn.id))
