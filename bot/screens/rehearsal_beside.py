"""The screens beside the lessons, rehearsed too: needs analysis, papers to print, terms."""

from collections.abc import Iterator
from datetime import time

from bot.screens.glossary import term_screen
from bot.screens.needs import needs_screen
from bot.screens.rehearsal import Rehearsed
from bot.screens.resources import resource_screen, resources_screen, summaries_screen
from bot.screens.view import View
from learning.glossary.outcomes import TermExplained
from learning.needs import outcomes as needs
from learning.needs.answers import Wave
from learning.needs.asking import Place, places
from learning.needs.choosing import choices, takes_several
from learning.needs.model import Mode
from learning.needs.questionnaire import Known, Questionnaire
from learning.resources import outcomes as resources

_AT = (1, 1)  # a draft and its revision: nothing of them is shown
_FACTS = needs.Facts(None, time(20, 30), "el", ())


def rehearse_beside(view: View) -> Iterator[Rehearsed]:
    """In the view's language; a text may be cut short nowhere, so each is at its longest."""
    yield from _needs(view)
    yield from _papers(view)
    for id in view.curriculum.glossary:
        yield Rehearsed(f"{id}.meaning", term_screen(TermExplained(id), view))


def _needs(view: View) -> Iterator[Rehearsed]:
    definition = view.curriculum.needs.today
    questionnaire = view.curriculum.needs.get(definition or "")
    if definition is None or questionnaire is None:
        return
    asked = places(questionnaire.questions(), {})
    block_of = {q.id: block.id for block in questionnaire.blocks for q in block.questions}
    for here in asked:
        context = f"{questionnaire.id}.{block_of[here.question.id]}.{here.question.id}.prompt"
        shown = _asked(here, definition, questionnaire, len(asked))
        yield Rehearsed(context, needs_screen(shown, view))
    given = tuple(needs.Given(here.at, _picks(here, questionnaire)) for here in asked)
    review = needs.NeedsReviewed(*_AT, definition, Mode.UNLINKED, Wave.BEFORE, given)
    yield Rehearsed(f"{questionnaire.id}.title", needs_screen(review, view))


def _asked(
    here: Place, definition: str, questionnaire: Questionnaire, places: int
) -> needs.NeedsAsked:
    return needs.NeedsAsked(
        *_AT,
        definition,
        here.at,
        number=1,
        of=places,
        picks=_picks(here, questionnaire),
        question=here.question.id,
        row=here.row.id if here.row else None,
        column=here.column,
        row_number=1,
        rows=1,
        back=True,
        facts=_FACTS if isinstance(here.question, Known) else None,
        unread=True,
    )


def _picks(here: Place, questionnaire: Questionnaire) -> tuple[str, ...]:
    offered = choices(here, questionnaire)
    return offered if takes_several(here) else offered[:1]


def _papers(view: View) -> Iterator[Rehearsed]:
    papers = view.curriculum.resources
    if not papers:
        return
    first, modules = next(iter(papers)), tuple(it.id for it in view.curriculum.course.modules)
    shown = resources.ResourcesShown(tuple(papers), modules, gone=True)
    yield Rehearsed(f"{first}.title", resources_screen(shown, view))
    for module in modules:
        summaries = resources.SummariesShown(module, tuple(papers))
        yield Rehearsed(f"{first}.title", summaries_screen(summaries, view))
    for id in papers:
        yield Rehearsed(f"{id}.purpose", resource_screen(resources.ResourceReady(id), view))
