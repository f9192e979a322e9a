"""What a draft shows now, as an outcome."""

from learning.account.model import Actor
from learning.needs import outcomes as o
from learning.needs.answers import SKIPPED, Answer, Wave
from learning.needs.asking import Place, find, numbered, places
from learning.needs.facts import facts_of
from learning.needs.model import Draft
from learning.needs.questionnaire import Grid, Known, Question, Questionnaire


def questions_of(draft: Draft, questionnaire: Questionnaire) -> tuple[Question, ...]:
    """After the course the competences alone are asked."""
    if draft.wave is Wave.AFTER:
        return questionnaire.block_again()
    return questionnaire.questions()


def place_of(draft: Draft, questionnaire: Questionnaire) -> Place | None:
    """Where the draft stands; None at the review."""
    if draft.at is None:
        return None
    return find(questions_of(draft, questionnaire), draft.answers, draft.at)


def view(
    draft: Draft, questionnaire: Questionnaire, actor: Actor, *, unread: bool = False
) -> o.NeedsView:
    here = place_of(draft, questionnaire)
    return (
        reviewed(draft, questionnaire)
        if here is None
        else _asked(draft, here, questionnaire, actor, unread)
    )


def _asked(
    draft: Draft, here: Place, questionnaire: Questionnaire, actor: Actor, unread: bool
) -> o.NeedsAsked:
    questions = questions_of(draft, questionnaire)
    number, of = numbered(questions, draft.answers, here.at)
    grid = here.question if isinstance(here.question, Grid) else None
    rows = [row.id for row in grid.rows] if grid else []
    first = places(questions, draft.answers)[0]
    return o.NeedsAsked(
        draft=draft.id,
        revision=draft.revision,
        definition=draft.definition,
        at=here.at,
        number=number,
        of=of,
        picks=_picks(draft, here),
        question=here.question.id,
        row=here.row.id if here.row else None,
        column=here.column,
        row_number=rows.index(here.row.id) + 1 if here.row else 0,
        rows=len(rows),
        back=here.at != first.at,
        facts=facts_of(actor) if isinstance(here.question, Known) else None,
        unread=unread,
    )


def _picks(draft: Draft, here: Place) -> Answer:
    """What is ticked: as it is being chosen, else as it was answered before."""
    if draft.picks or isinstance(here.question, Known):
        return draft.picks
    return draft.answers.get(here.at, SKIPPED)


def reviewed(draft: Draft, questionnaire: Questionnaire) -> o.NeedsReviewed:
    way = places(questions_of(draft, questionnaire), draft.answers)
    return o.NeedsReviewed(
        draft=draft.id,
        revision=draft.revision,
        definition=draft.definition,
        mode=draft.mode,
        wave=draft.wave,
        answers=tuple(o.Given(it.at, draft.answers.get(it.at, SKIPPED)) for it in way),
    )


def lines(draft: Draft, questionnaire: Questionnaire) -> tuple[Place, ...]:
    """The places by which the review counts: every question, and of a grid every row."""
    way = places(questions_of(draft, questionnaire), draft.answers)
    return tuple(it for it in way if it.column != "hard")
