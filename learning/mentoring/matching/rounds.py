"""A coordinator looks for pairs: the checklist first, then who offers, who wishes, who fits."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from learning.account.model import Actor, Organisation
from learning.account.settings import learner
from learning.audit import Audit, Deed, Entry
from learning.course.curriculum import Curriculum
from learning.mentoring.matching import asks
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.assigning import match, why_alone
from learning.mentoring.matching.checklist import Checklist, Who
from learning.mentoring.matching.fitting import Candidate
from learning.mentoring.matching.model import Proposal, Round
from learning.mentoring.matching.ports import MatchingEntries, MatchingRounds, Proposals
from learning.mentoring.matching.states import Alone, ProposalState
from learning.mentoring.model import Side
from learning.organisations.own import own_organisation

NOT_AGAIN_FOR = timedelta(days=183)
PAGE = 8


async def show_board(
    ask: asks.ShowBoard,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    matching_entries: MatchingEntries,
    matching_rounds: MatchingRounds,
    proposals: Proposals,
) -> asks.Board:
    if curriculum.selection is None:
        return o.NoOrganisation()
    return await board(actor, matching_entries, matching_rounds, proposals)


async def begin_round(
    ask: asks.BeginRound,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    matching_entries: MatchingEntries,
    matching_rounds: MatchingRounds,
    proposals: Proposals,
) -> o.ChecklistShown | asks.Board:
    """One at a time in an organisation: whoever comes second goes on with the first one's."""
    if curriculum.selection is None:
        return o.NoOrganisation()
    here = own_organisation(actor)
    found = await matching_rounds.present(here.id)
    if found is None:
        new = Round(0, here.id, learner(actor)[0].id, now)
        found = await matching_rounds.add(new)
    if found.opened_at is not None:
        return await board(actor, matching_entries, matching_rounds, proposals)
    return o.ChecklistShown(found.id, found.revision, found.checked)


async def turn_check(
    ask: asks.TurnCheck,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    matching_entries: MatchingEntries,
    matching_rounds: MatchingRounds,
    proposals: Proposals,
) -> o.ChecklistShown | asks.Board:
    found = await _own_plan(ask.round, actor, matching_rounds)
    if found is None:
        return await board(actor, matching_entries, matching_rounds, proposals)
    if found.revision == ask.revision and ask.item in _ids(curriculum.selection):
        checked = set(found.checked) ^ {ask.item}
        order = _ids(curriculum.selection)
        found = found.changed(checked=tuple(id for id in order if id in checked))
        await matching_rounds.put(found)
    return o.ChecklistShown(found.id, found.revision, found.checked)


async def open_round(
    ask: asks.OpenRound,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    matching_entries: MatchingEntries,
    matching_rounds: MatchingRounds,
    proposals: Proposals,
    audit: Audit,
) -> o.ChecklistShown | asks.Board:
    """Whatever Q-SER published must be ticked; our own items may stay open."""
    found = await _own_plan(ask.round, actor, matching_rounds)
    if found is not None:
        needed = set(_ids(curriculum.selection, published_only=True))
        if found.revision != ask.revision or needed - set(found.checked):
            missing = bool(needed - set(found.checked))
            return o.ChecklistShown(found.id, found.revision, found.checked, missing)
        found = found.changed(opened_at=now)
        await matching_rounds.put(found)
        await audit.record(entry_about(found.id, Deed.OPENED_MATCHING, actor, now))
    return await board(actor, matching_entries, matching_rounds, proposals)


async def close_round(
    ask: asks.CloseRound,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    matching_rounds: MatchingRounds,
    proposals: Proposals,
    audit: Audit,
) -> asks.Board:
    found = await matching_rounds.present(own_organisation(actor).id)
    if found is not None and (found.id, found.revision) == (ask.round, ask.revision):
        await matching_rounds.put(found.changed(closed_at=now))
        made = [
            each.id
            for each in await proposals.of_round(found.id)
            if each.state is ProposalState.MADE
        ]
        await proposals.drop(made)
        await audit.record(entry_about(found.id, Deed.CLOSED_MATCHING, actor, now))
    return await board(actor, matching_entries, matching_rounds, proposals)


async def show_candidates(
    ask: asks.ShowCandidates, actor: Actor, now: datetime, *, matching_entries: MatchingEntries
) -> o.CandidatesShown:
    here = own_organisation(actor)
    every = await matching_entries.candidates(here.id, ask.side)
    later = [each for each in sorted(every, key=_id) if _id(each) > ask.after]
    facts = tuple(candidate_facts(each, here) for each in later[:PAGE])
    return o.CandidatesShown(ask.side, facts, facts[-1].entry if len(later) > PAGE else None)


async def propose(
    ask: asks.Propose,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    matching_rounds: MatchingRounds,
    proposals: Proposals,
) -> asks.Board:
    """The round's row is written with it, so that two coordinators never propose twice."""
    here = own_organisation(actor)
    found = await matching_rounds.present(here.id)
    if found is None or found.opened_at is None or found.revision != ask.revision:
        return await board(actor, matching_entries, matching_rounds, proposals)
    mentors = await matching_entries.candidates(here.id, Side.MENTOR)
    mentees = await matching_entries.candidates(here.id, Side.MENTEE)
    barred = await barred_pairs(here.id, (*mentors, *mentees), now, proposals)
    matches = match(mentors, mentees, barred)
    await matching_rounds.put(found.changed())
    for each in matches:
        await proposals.add(
            Proposal(
                id=0,
                round_id=found.id,
                organisation_id=here.id,
                mentor_id=each.mentor.entry.person_id,
                mentee_id=each.mentee.entry.person_id,
                fit=each.fit,
                made_at=now,
            )
        )
    placed = {_id(each.mentee) for each in matches}
    alone = Counter(why_alone(each, mentors, barred) for each in mentees if _id(each) not in placed)
    shown = await board(actor, matching_entries, matching_rounds, proposals)
    reasons = tuple((why, alone[why]) for why in Alone if alone[why])
    return replace(shown, found=len(matches), alone=reasons)


async def barred_pairs(
    organisation_id: int,
    everybody: Sequence[Candidate],
    now: datetime,
    proposals: Proposals,
) -> frozenset[tuple[int, int]]:
    """(mentor, mentee) that are not proposed to each other: what came to nothing within half a
    year, for whatever reason; and who were a pair before, either way round, unless both want it
    again."""
    tried = await proposals.tried(organisation_id, now - NOT_AGAIN_FOR)
    former = await proposals.former(organisation_id)
    again = {each.entry.person_id for each in everybody if each.entry.again}
    met = {pair for one, other in former for pair in ((one, other), (other, one))}
    return tried | {pair for pair in met if not set(pair) <= again}


async def board(
    actor: Actor, entries: MatchingEntries, rounds: MatchingRounds, proposals: Proposals
) -> o.BoardShown:
    here, person = own_organisation(actor), learner(actor)[0]
    found = await rounds.present(here.id)
    is_open = found is not None and found.opened_at is not None
    mentors = await entries.candidates(here.id, Side.MENTOR)
    mentees = await entries.candidates(here.id, Side.MENTEE)
    every = await proposals.of_round(found.id) if found else ()
    made = [each for each in every if each.state is ProposalState.MADE]
    own = [each for each in made if each.side_of(person.id)]
    return o.BoardShown(
        organisation=here.name,
        round=found.id if found and is_open else None,
        revision=found.revision if found else 0,
        mentors=len(mentors),
        elsewhere=sum(each.entry.organisation_id != here.id for each in mentors),
        places=sum(each.places for each in mentors),
        mentees=len(mentees),
        waiting=len(made) - len(own),
        own=len(own),
        sent=sum(each.state is ProposalState.SENT for each in every),
        paired=sum(each.state is ProposalState.PAIRED for each in every),
        over=sum(each.state is ProposalState.OVER for each in every),
    )


def candidate_facts(candidate: Candidate, here: Organisation) -> o.CandidateFacts:
    entry = candidate.entry
    return o.CandidateFacts(
        entry.id,
        entry.person_id,
        entry.languages,
        entry.competences,
        entry.sectors,
        candidate.places,
        candidate.organisation if entry.organisation_id != here.id else None,
    )


def entry_about(thing: int, deed: Deed, actor: Actor, now: datetime) -> Entry:
    return Entry(own_organisation(actor).id, deed, now, by=learner(actor)[0].id, thing=thing)


async def _own_plan(id: int, actor: Actor, rounds: MatchingRounds) -> Round | None:
    """One whose checklist is still looked at."""
    found = await rounds.present(own_organisation(actor).id)
    return found if found and found.id == id and found.opened_at is None else None


def _ids(checklist: Checklist | None, *, published_only: bool = False) -> tuple[str, ...]:
    items = checklist.of(Who.COORDINATOR) if checklist else ()
    return tuple(item.id for item in items if item.published or not published_only)


def _id(candidate: Candidate) -> int:
    return candidate.entry.id
