"""A person asks what a word means."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.glossary import asks
from learning.glossary import outcomes as o
from learning.lessons.ports import Completions

MOST_OFFERED = 6


async def explain_term(
    ask: asks.ExplainTerm,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    completions: Completions,
) -> o.TermExplained | o.TermsShown:
    term = curriculum.glossary.get(ask.term)
    if term is None:
        return o.TermsShown(0, gone=True)
    person, enrolment = learner(actor)
    if enrolment.begun_at is None:
        return o.TermExplained(term.id)
    following = curriculum.next_after(await completions.of(person.id))
    return o.TermExplained(term.id, following == term.lesson)


async def offer_terms(
    ask: asks.OfferTerms, actor: Actor, now: datetime, *, curriculum: Curriculum
) -> o.TermsOffered:
    known = tuple(id for id in ask.terms if id in curriculum.glossary)
    return o.TermsOffered(known[:MOST_OFFERED])


async def show_terms(
    ask: asks.ShowTerms, actor: Actor, now: datetime, *, curriculum: Curriculum
) -> o.TermsShown:
    return o.TermsShown(ask.page)
