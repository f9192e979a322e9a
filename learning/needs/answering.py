"""Through the questions: choosing, skipping, going back, changing one's mind."""

from dataclasses import dataclass, replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import Enrolments, People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.answers import HARD, SKIPPED, Answer, place
from learning.needs.asking import Place, find, following, preceding
from learning.needs.choosing import choices, picks_at, settled, takes_several, ticked
from learning.needs.facts import choice_in, facts_of, set_fact
from learning.needs.facts import choices as fact_choices
from learning.needs.model import Draft
from learning.needs.ports import Drafts
from learning.needs.questionnaire import Fact, Known, Questionnaire, ShortText
from learning.needs.reading import Wish, read, wish_in
from learning.needs.views import lines, place_of, questions_of, view
from learning.talk.model import Readiness


@dataclass(frozen=True, slots=True)
class Standing:
    """A draft with the questionnaire that it began with, and the place where it stands."""

    draft: Draft
    questionnaire: Questionnaire
    actor: Actor

    @property
    def here(self) -> Place | None:
        return place_of(self.draft, self.questionnaire)

    def shown(self, *, unread: bool = False) -> o.NeedsView:
        return view(self.draft, self.questionnaire, self.actor, unread=unread)


async def standing_of(
    id: int, actor: Actor, curriculum: Curriculum, drafts: Drafts
) -> Standing | None:
    """None for a draft that is gone, or somebody else's."""
    person, _ = learner(actor)
    draft = await drafts.get(id)
    if draft is None or draft.person_id != person.id:
        return None
    questionnaire = curriculum.needs.get(draft.definition)
    return Standing(draft, questionnaire, actor) if questionnaire else None


async def standing_at(
    id: int, revision: int, actor: Actor, curriculum: Curriculum, drafts: Drafts
) -> Standing | o.NeedsAlreadyThere | o.NeedsGone:
    """The same for a tap: an old one shows where we are."""
    found = await standing_of(id, actor, curriculum, drafts)
    if found is None:
        return o.NeedsGone()
    if found.draft.revision != revision:
        return o.NeedsAlreadyThere(found.shown())
    return found


async def pick_answer(
    ask: asks.PickAnswer,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    people: People,
    enrolments: Enrolments,
) -> asks.Moved:
    found = await standing_at(ask.draft, ask.revision, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    here, draft = found.here, found.draft
    if here is not None and isinstance(here.question, Known) and draft.picks:
        return await _choose_fact(ask.choice, found, now, curriculum, drafts, people, enrolments)
    if here is None or ask.choice not in choices(here, found.questionnaire):
        return o.NeedsAlreadyThere(found.shown())
    if takes_several(here):
        picks = ticked(here, found.questionnaire, draft.picks, ask.choice)
        return await _put(draft.moved(draft.at, now, picks), found, drafts)
    return await _answer((ask.choice,), found, now, drafts)


async def settle_answer(
    ask: asks.SettleAnswer,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
) -> asks.Moved:
    found = await standing_at(ask.draft, ask.revision, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    return await _settle(found, now, drafts)


async def change_fact(
    ask: asks.ChangeFact,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
) -> asks.Moved:
    found = await standing_at(ask.draft, ask.revision, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    if found.here is None or not isinstance(found.here.question, Known):
        return o.NeedsAlreadyThere(found.shown())
    return await _put(found.draft.moved(found.draft.at, now, (ask.fact,)), found, drafts)


async def skip_question(
    ask: asks.SkipQuestion,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
) -> asks.Moved:
    found = await standing_at(ask.draft, ask.revision, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    if found.here is None:
        return o.NeedsAlreadyThere(found.shown())
    return await _answer(SKIPPED, found, now, drafts)


async def go_back(
    ask: asks.GoBack,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
) -> asks.Moved:
    found = await standing_at(ask.draft, ask.revision, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    return await _go_back(found, now, drafts)


async def revise_answer(
    ask: asks.ReviseAnswer,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
) -> asks.Moved:
    found = await standing_at(ask.draft, ask.revision, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    return await _revise(ask.number, found, now, drafts)


async def answer_needs(
    ask: asks.AnswerNeeds,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    people: People,
    enrolments: Enrolments,
) -> asks.Moved:
    found = await standing_of(ask.draft, actor, curriculum, drafts)
    if found is None:
        return o.NeedsGone()
    here, draft = found.here, found.draft
    if here is None:
        number = int(ask.text) if ask.text.strip().isdecimal() and len(ask.text) < 5 else 0
        return await _revise(number, found, now, drafts)
    if isinstance(here.question, Known) and draft.picks:
        choice = choice_in(ask.text, Fact(draft.picks[0]), facts_of(actor), curriculum)
        return await _choose_fact(choice or "", found, now, curriculum, drafts, people, enrolments)
    match wish_in(ask.text):
        case Wish.SKIP:
            return await _answer(SKIPPED, found, now, drafts)
        case Wish.BACK:
            return await _go_back(found, now, drafts)
        case Wish.DONE:
            return await _settle(found, now, drafts)
    answer = read(ask.text, here, found.questionnaire)
    if answer is None:
        return found.shown(unread=True)
    if isinstance(here.question, ShortText):  # its writer looks at it first
        return await _put(draft.moved(draft.at, now, answer), found, drafts, unread=not answer)
    return await _answer(answer, found, now, drafts)


async def readiness(
    id: int, text: str, actor: Actor, *, curriculum: Curriculum, drafts: Drafts
) -> Readiness | None:
    """Of the question that the draft has come to."""
    found = await standing_of(id, actor, curriculum, drafts)
    if found is None:
        return None
    here, draft = found.here, found.draft
    if here is None:
        fits = text.strip().isdecimal()
    elif isinstance(here.question, Known) and draft.picks:
        fact = Fact(draft.picks[0])
        fits = choice_in(text, fact, facts_of(actor), curriculum) is not None
    else:
        fits = bool(wish_in(text)) or read(text, here, found.questionnaire) is not None
    return Readiness(draft.revision, fits, draft.at)


async def _answer(answer: Answer, found: Standing, now: datetime, drafts: Drafts) -> o.NeedsView:
    """Takes the answer and goes to the next question that has none."""
    draft = found.draft.answered(answer)
    questions = questions_of(draft, found.questionnaire)
    next_at = following(questions, draft.answers, found.draft.at or "")
    return await _go(draft, next_at, found, now, drafts)


async def _settle(found: Standing, now: datetime, drafts: Drafts) -> asks.Moved:
    answer = settled(found.here, found.draft.picks) if found.here else None
    if answer is None:
        return o.NeedsAlreadyThere(found.shown())
    return await _answer(answer, found, now, drafts)


async def _go_back(found: Standing, now: datetime, drafts: Drafts) -> asks.Moved:
    """Out of the choices of a fact, else to the question before."""
    draft, here = found.draft, found.here
    if here is not None and isinstance(here.question, Known) and draft.picks:
        return await _put(draft.moved(draft.at, now), found, drafts)
    questions = questions_of(draft, found.questionnaire)
    before = preceding(questions, draft.answers, draft.at)
    if before is None:
        return o.NeedsAlreadyThere(found.shown())
    return await _go(draft, before, found, now, drafts)


async def _revise(number: int, found: Standing, now: datetime, drafts: Drafts) -> asks.Moved:
    """From the review to the line of that number. Of a row of a grid both halves are asked."""
    listed = lines(found.draft, found.questionnaire)
    if found.here is not None or not 0 < number <= len(listed):
        return o.NeedsAlreadyThere(found.shown())
    chosen, draft = listed[number - 1], found.draft
    if chosen.row is not None:
        hard = place(chosen.question.id, chosen.row.id, HARD)
        answers = {at: answer for at, answer in draft.answers.items() if at != hard}
        draft = replace(draft, answers=answers)
    return await _go(draft, chosen.at, found, now, drafts)


async def _go(
    draft: Draft, at: str | None, found: Standing, now: datetime, drafts: Drafts
) -> o.NeedsView:
    questions = questions_of(draft, found.questionnaire)
    there = find(questions, draft.answers, at) if at else None
    return await _put(draft.moved(at, now, picks_at(there, draft.answers)), found, drafts)


async def _choose_fact(
    choice: str,
    found: Standing,
    now: datetime,
    curriculum: Curriculum,
    drafts: Drafts,
    people: People,
    enrolments: Enrolments,
) -> asks.Moved:
    """The setting itself is changed, and shown again to be confirmed."""
    fact = Fact(found.draft.picks[0])
    if choice not in fact_choices(fact, facts_of(found.actor), curriculum):
        return found.shown(unread=True)
    actor = await set_fact(fact, choice, found.actor, now, people, enrolments)
    draft = found.draft.moved(found.draft.at, now)
    return await _put(draft, replace(found, actor=actor), drafts)


async def _put(
    draft: Draft, found: Standing, drafts: Drafts, *, unread: bool = False
) -> o.NeedsView:
    await drafts.put(draft)
    return replace(found, draft=draft).shown(unread=unread)
