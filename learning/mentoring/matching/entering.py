"""Somebody says what they offer or wish, changes it, and leaves again."""

from datetime import datetime
from typing import Any

from learning.account.languages import LANGUAGES
from learning.account.model import Actor, Role
from learning.account.naming import name_in
from learning.account.settings import learner
from learning.ask import Ask
from learning.course.curriculum import Curriculum
from learning.mentoring.matching import asks
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.entries import begun, entry_of, facts_of
from learning.mentoring.matching.from_needs import least_sure
from learning.mentoring.matching.leaving import withdraw
from learning.mentoring.matching.model import MOST_MENTEES, MOST_WISHED, NO, YES, Entry
from learning.mentoring.matching.ports import MatchingEntries, Proposals
from learning.mentoring.model import Side
from learning.mentoring.ports import Turns
from learning.needs.ports import SentAnswers
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses
from learning.tickets.ports import Names


async def show_matching(ask: asks.ShowMatching, actor: Actor, now: datetime) -> Ask[Any]:
    return asks.ShowBoard() if actor.acting_as(Role.COORDINATOR) else asks.ShowHub()


async def show_hub(
    ask: asks.ShowHub,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    matching_entries: MatchingEntries,
    proposals: Proposals,
) -> o.HubShown | o.NoOrganisation:
    here = actor.organisation
    if here is None or curriculum.selection is None:
        return o.NoOrganisation()
    person, _ = learner(actor)
    own = {each.side: each.entered_at is not None for each in await matching_entries.of(person.id)}
    found = await proposals.of_person(person.id)
    return o.HubShown(
        organisation=here.name,
        mentor=own.get(Side.MENTOR),
        mentee=own.get(Side.MENTEE),
        proposals=tuple(each.id for each in found if each.is_open(now)),
        coordinates=actor.acting_as(Role.COORDINATOR) is not None,
    )


async def show_entry(
    ask: asks.ShowEntry,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    names: Names,
    turns: Turns,
) -> asks.Form:
    here = actor.organisation
    if here is None:
        return o.NoOrganisation()
    entry = await entry_of(actor, ask.side, matching_entries)
    if entry is None:
        return o.EntryOffered(ask.side, here.name)
    return await _shown(entry, actor, names, turns)


async def begin_entry(
    ask: asks.BeginEntry,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    names: Names,
    turns: Turns,
    sent_answers: SentAnswers,
    curriculum: Curriculum,
) -> asks.Form:
    here = actor.organisation
    if here is None:
        return o.NoOrganisation()
    entry = await entry_of(actor, ask.side, matching_entries)
    if entry is None:
        wish = await entry_of(actor, ask.side.other, matching_entries)
        known = await turns.of_person(learner(actor)[0].id)
        entry = await matching_entries.add(begun(actor, ask.side, here, wish, known))
    facts = await facts_of(entry, actor, names, turns)
    return await _asked(facts, facts.fields[0], actor, sent_answers, curriculum)


async def ask_field(
    ask: asks.AskField,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    names: Names,
    turns: Turns,
    sent_answers: SentAnswers,
    curriculum: Curriculum,
    focuses: Focuses,
) -> asks.Form:
    entry = await entry_of(actor, ask.side, matching_entries)
    if entry is None:
        return _anew(ask.side, actor)
    if ask.field is o.Field.NAME:
        await focuses.put(entry.person_id, Focus(Prompt.PAIR_NAME, entry.id))
    facts = await facts_of(entry, actor, names, turns)
    return await _asked(facts, ask.field, actor, sent_answers, curriculum)


async def turn_value(
    ask: asks.TurnValue,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    names: Names,
    turns: Turns,
    sent_answers: SentAnswers,
    curriculum: Curriculum,
) -> asks.Form:
    """An old button shows what is the case now."""
    entry = await entry_of(actor, ask.side, matching_entries)
    if entry is None:
        return _anew(ask.side, actor)
    changed = turned(entry, ask.field, ask.value, curriculum)
    if ask.revision == entry.revision and changed is not None:
        await matching_entries.put(changed)
        entry = changed
    facts = await facts_of(entry, actor, names, turns)
    return await _asked(facts, ask.field, actor, sent_answers, curriculum)


async def take_from_needs(
    ask: asks.TakeFromNeeds,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    names: Names,
    turns: Turns,
    sent_answers: SentAnswers,
    curriculum: Curriculum,
) -> asks.Form:
    """The abilities alone are taken over, once; how sure the person was is not."""
    entry = await entry_of(actor, Side.MENTEE, matching_entries)
    if entry is None:
        return _anew(Side.MENTEE, actor)
    found = least_sure(await sent_answers.of(entry.person_id), curriculum, MOST_WISHED)
    if found and ask.revision == entry.revision:
        entry = entry.changed(competences=found)
        await matching_entries.put(entry)
    facts = await facts_of(entry, actor, names, turns)
    return await _asked(facts, o.Field.COMPETENCES, actor, sent_answers, curriculum)


async def type_name(
    ask: asks.TypeName,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    names: Names,
    turns: Turns,
    focuses: Focuses,
) -> asks.Form:
    entry = await matching_entries.get(ask.entry)
    if entry is None or actor.person is None or entry.person_id != actor.person.id:
        return o.NoOrganisation()
    name = name_in(ask.text)
    if name is None:
        facts = await facts_of(entry, actor, names, turns)
        return o.FieldAsked(facts, o.Field.NAME, entry.person_id, unreadable=True)
    await names.settle(entry.person_id, name)
    await focuses.clear(entry.person_id, Focus(Prompt.PAIR_NAME, entry.id))
    return await _shown(entry, actor, names, turns)


async def name_readiness(
    id: int, text: str, actor: Actor, *, matching_entries: MatchingEntries
) -> Readiness | None:
    entry = await matching_entries.get(id)
    if entry is None or actor.person is None or entry.person_id != actor.person.id:
        return None
    return Readiness(0, name_in(text) is not None)


async def enter(
    ask: asks.Enter,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    names: Names,
    turns: Turns,
) -> asks.Form:
    entry = await entry_of(actor, ask.side, matching_entries)
    if entry is None:
        return _anew(ask.side, actor)
    ready = entry.is_whole and await names.is_named(entry.person_id)
    just = ready and entry.entered_at is None and ask.revision == entry.revision
    if just:
        entry = entry.changed(entered_at=now)
        await matching_entries.put(entry)
    return await _shown(entry, actor, names, turns, just)


async def leave_side(
    ask: asks.LeaveMatching,
    actor: Actor,
    now: datetime,
    *,
    matching_entries: MatchingEntries,
    proposals: Proposals,
    focuses: Focuses,
) -> o.EntryDropped | o.NoOrganisation:
    """Open proposals go on to their deadline as if nothing had been said."""
    person, _ = learner(actor)
    for entry in await matching_entries.of(person.id):
        if entry.side is ask.side:
            await focuses.clear(person.id, Focus(Prompt.PAIR_NAME, entry.id))
            await matching_entries.drop(entry.id)
    own = [
        each for each in await proposals.of_person(person.id) if each.side_of(person.id) is ask.side
    ]
    await withdraw(own, person.id, proposals)
    return o.EntryDropped(ask.side)


def turned(entry: Entry, field: o.Field, value: str, curriculum: Curriculum) -> Entry | None:
    """The entry with the value ticked, or no longer; None for a value that is not offered."""
    course = curriculum.course
    match field:
        case o.Field.CAPACITY if value.isascii() and value.isdecimal() and len(value) == 1:
            number = int(value)
            return entry.changed(capacity=number) if 0 < number <= MOST_MENTEES else None
        case o.Field.COMPETENCES if value in course.competences:
            chosen = _ticked(entry.competences, value, tuple(course.competences))
            most = MOST_WISHED if entry.side is Side.MENTEE else len(course.competences)
            return entry.changed(competences=chosen) if len(chosen) <= most else None
        case o.Field.LANGUAGES if value in LANGUAGES:
            return entry.changed(languages=_ticked(entry.languages, value, LANGUAGES))
        case o.Field.SECTORS if value in course.sectors:
            sectors = _ticked(entry.sectors, value, tuple(course.sectors))
            return entry.changed(sectors=sectors)
        case o.Field.ELSEWHERE if value in (YES, NO):
            return entry.changed(elsewhere=value == YES)
        case o.Field.AGAIN if value in (YES, NO):
            return entry.changed(again=value == YES)
        case _:
            return None


def _ticked(chosen: tuple[str, ...], value: str, order: tuple[str, ...]) -> tuple[str, ...]:
    ticked = set(chosen) ^ {value}
    return tuple(each for each in order if each in ticked)


async def _shown(
    entry: Entry, actor: Actor, names: Names, turns: Turns, just: bool = False
) -> o.EntryShown:
    return o.EntryShown(await facts_of(entry, actor, names, turns), entry.person_id, just)


async def _asked(
    facts: o.EntryFacts,
    field: o.Field,
    actor: Actor,
    sent_answers: SentAnswers,
    curriculum: Curriculum,
) -> o.FieldAsked:
    person, _ = learner(actor)
    needs = False
    if facts.side is Side.MENTEE and field is o.Field.COMPETENCES:
        needs = bool(least_sure(await sent_answers.of(person.id), curriculum, MOST_WISHED))
    return o.FieldAsked(facts, field, person.id, needs)


def _anew(side: Side, actor: Actor) -> o.EntryOffered | o.NoOrganisation:
    here = actor.organisation
    return o.EntryOffered(side, here.name) if here else o.NoOrganisation()
