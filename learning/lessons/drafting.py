"""How taps build an answer, one kind of question at a time. Pure."""

from learning.course.questions import (
    Match,
    PutInOrder,
    Question,
    SeveralChoice,
    SingleChoice,
    TrueOrFalse,
)
from learning.lessons.grading import choices
from learning.lessons.model import Draft, Phase, Sitting


def with_pick(sitting: Sitting, question: Question, choice: str) -> Sitting | None:
    """The sitting after a tap on `choice`; None when it cannot be chosen now."""
    if choice not in choices(question, sitting.attempt):
        return None
    picks = sitting.draft.picks
    match question:
        case SingleChoice() | TrueOrFalse():
            return sitting.drafted(Draft(picks=(choice,)), Phase.CONFIDENCE)
        case SeveralChoice():
            toggled = set(picks) ^ {choice}
            shown = choices(question, sitting.attempt)
            kept = tuple(id for id in shown if id in toggled)
            return sitting.drafted(Draft(picks=kept), Phase.ASKING)
        case PutInOrder() | Match():
            return _appended(sitting, question, choice)
        case _:
            return None


def _appended(sitting: Sitting, question: PutInOrder | Match, choice: str) -> Sitting | None:
    """Items go one after the other; the last one places itself."""
    picks = sitting.draft.picks
    if choice in picks:
        return None
    picks = (*picks, choice)
    left = [id for id in choices(question, sitting.attempt) if id not in picks]
    if len(left) <= 1:
        return sitting.drafted(Draft(picks=(*picks, *left)), Phase.CONFIDENCE)
    return sitting.drafted(Draft(picks=picks), Phase.ASKING)


def with_picks_settled(sitting: Sitting, question: Question) -> Sitting | None:
    """Done choosing; None where nothing is chosen or the kind knows no Done."""
    if not isinstance(question, SeveralChoice) or not sitting.draft.picks:
        return None
    return sitting.drafted(sitting.draft, Phase.CONFIDENCE)
