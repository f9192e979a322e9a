"""How taps build an answer, one kind of question at a time. Pure."""

from learning.needs.answers import CONFIRMED, OFTEN, SKIPPED, Answer, Answers
from learning.needs.asking import Place
from learning.needs.questionnaire import (
    Grid,
    Known,
    Number,
    Questionnaire,
    Scale,
    Several,
    ShortText,
    Single,
)


def choices(here: Place, questionnaire: Questionnaire) -> tuple[str, ...]:
    """The ids one may tap, in the order written; none where facts are confirmed."""
    question = here.question
    match question:
        case Single() | Several():
            return tuple(option.id for option in question.options)
        case Scale():
            return tuple(step.id for step in questionnaire.scales[question.scale])
        case Grid():
            scale = question.often if here.column == OFTEN else question.hard
            return tuple(step.id for step in questionnaire.scales[scale])
        case Number():
            return tuple(band.id for band in question.bands)
        case ShortText():
            return tuple(category.id for category in question.categories)
        case Known():
            return ()


def takes_several(here: Place) -> bool:
    """Whether taps tick, and a last one says that this is all."""
    return isinstance(here.question, Several | ShortText)


def ticked(here: Place, questionnaire: Questionnaire, picks: Answer, choice: str) -> Answer:
    """After a tap on `choice`; one that goes alone takes the others' place."""
    question = here.question
    options = question.options if isinstance(question, Several) else ()
    alone = {option.id for option in options if option.alone}
    if choice in picks:
        kept = set(picks) - {choice}
    elif choice in alone:
        kept = {choice}
    else:
        kept = {*picks, choice} - alone
    return tuple(id for id in choices(here, questionnaire) if id in kept)


def settled(here: Place, picks: Answer) -> Answer | None:
    """The whole answer when somebody says "done"; None while there is none."""
    if isinstance(here.question, Known):
        return None if picks else CONFIRMED
    return picks if takes_several(here) and picks else None


def picks_at(here: Place | None, answers: Answers) -> Answer:
    """What is ticked when a place is come to: where several may be, what was answered before."""
    if here is None or not takes_several(here):
        return SKIPPED
    return answers.get(here.at, SKIPPED)
