"""What one move makes of a draft; None where it can do nothing. Pure."""

from dataclasses import replace
from datetime import datetime

from learning.needs.answers import HARD, SKIPPED, Answer, place
from learning.needs.asking import find, following, preceding
from learning.needs.choosing import choices, picks_at, settled, takes_several, ticked
from learning.needs.model import Draft
from learning.needs.questionnaire import Fact, Known
from learning.needs.standing import Standing
from learning.needs.views import lines


def pick(found: Standing, choice: str, now: datetime) -> Draft | None:
    """Answers, or ticks where several may be chosen."""
    here, draft = found.here, found.draft
    if here is None or choice not in choices(here, found.questionnaire):
        return None
    if takes_several(here):
        picks = ticked(here, found.questionnaire, draft.picks, choice)
        return draft.moved(draft.at, now, picks)
    return answer(found, (choice,), now)


def answer(found: Standing, given: Answer, now: datetime) -> Draft:
    """Goes on to the next question that has none."""
    draft = found.draft.answered(given)
    return _at(following(found.questions, draft.answers, found.draft.at or ""), draft, found, now)


def settle(found: Standing, now: datetime) -> Draft | None:
    given = settled(found.here, found.draft.picks) if found.here else None
    return None if given is None else answer(found, given, now)


def skip(found: Standing, now: datetime) -> Draft | None:
    return answer(found, SKIPPED, now) if found.here else None


def show_choices(found: Standing, fact: Fact, now: datetime) -> Draft | None:
    """Of a fact that is known and no longer so."""
    if found.here is None or not isinstance(found.here.question, Known):
        return None
    return found.draft.moved(found.draft.at, now, (fact,))


def back(found: Standing, now: datetime) -> Draft | None:
    """Out of the choices of a fact, else to the question before."""
    draft = found.draft
    if found.fact is not None:
        return draft.moved(draft.at, now)
    before = preceding(found.questions, draft.answers, draft.at)
    return None if before is None else _at(before, draft, found, now)


def revise(found: Standing, number: int, now: datetime) -> Draft | None:
    """From the review to the line of that number. Of a row of a grid both halves are asked."""
    listed = lines(found.draft, found.questionnaire)
    if found.here is not None or not 0 < number <= len(listed):
        return None
    chosen, draft = listed[number - 1], found.draft
    if chosen.row is not None:
        hard = place(chosen.question.id, chosen.row.id, HARD)
        answers = {at: given for at, given in draft.answers.items() if at != hard}
        draft = replace(draft, answers=answers)
    return _at(chosen.at, draft, found, now)


def _at(at: str | None, draft: Draft, found: Standing, now: datetime) -> Draft:
    there = find(found.questions, draft.answers, at) if at else None
    return draft.moved(at, now, picks_at(there, draft.answers))
