"""Where one person stands in the questionnaire: their draft, and the place that is asked now."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.asking import Place
from learning.needs.model import Draft
from learning.needs.ports import Drafts
from learning.needs.questionnaire import Fact, Known, Question, Questionnaire
from learning.needs.views import place_of, questions_of, view


@dataclass(frozen=True, slots=True)
class Standing:
    """A draft with the questionnaire that it began with, and whose it is."""

    draft: Draft
    questionnaire: Questionnaire
    actor: Actor

    @property
    def here(self) -> Place | None:
        """None at the review."""
        return place_of(self.draft, self.questionnaire)

    @property
    def questions(self) -> tuple[Question, ...]:
        return questions_of(self.draft, self.questionnaire)

    @property
    def fact(self) -> Fact | None:
        """The fact whose choices are shown, while what is known is being changed."""
        known = self.here is not None and isinstance(self.here.question, Known)
        return Fact(self.draft.picks[0]) if known and self.draft.picks else None

    def shown(self, *, unread: bool = False) -> o.NeedsView:
        return view(self.draft, self.questionnaire, self.actor, unread=unread)


NotHere = o.NeedsAlreadyThere | o.NeedsGone
Move = Callable[[Standing], Draft | None]


async def standing_of(
    draft: int, actor: Actor, curriculum: Curriculum, drafts: Drafts
) -> Standing | o.NeedsGone:
    person, _ = learner(actor)
    found = await drafts.get(draft)
    if found is None or found.person_id != person.id:
        return o.NeedsGone()
    questionnaire = curriculum.needs.get(found.definition)
    return Standing(found, questionnaire, actor) if questionnaire else o.NeedsGone()


async def standing_at(
    tap: asks.OnDraft[object], actor: Actor, curriculum: Curriculum, drafts: Drafts
) -> Standing | NotHere:
    """An old tap shows where we are."""
    found = await standing_of(tap.draft, actor, curriculum, drafts)
    if isinstance(found, Standing) and found.draft.revision != tap.revision:
        return o.NeedsAlreadyThere(found.shown())
    return found


async def moved(found: Standing | NotHere, move: Move, drafts: Drafts) -> asks.Moved:
    """`move` gives the draft as it is afterwards, or None where it can do nothing."""
    if not isinstance(found, Standing):
        return found
    draft = move(found)
    if draft is None:
        return o.NeedsAlreadyThere(found.shown())
    return await put(draft, found, drafts)


async def put(
    draft: Draft, found: Standing, drafts: Drafts, *, unread: bool = False
) -> o.NeedsView:
    await drafts.put(draft)
    return replace(found, draft=draft).shown(unread=unread)
