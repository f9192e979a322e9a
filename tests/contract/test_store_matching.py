"""Who offers and who wishes, rounds, and proposals."""

from dataclasses import replace
from datetime import timedelta

import pytest

from data.engine import Database
from data.retention import SqlRetention
from learning.account.model import Organisation, Person, Role
from learning.ask import Conflict
from learning.mentoring.matching.model import Entry, Proposal, Round
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.states import ProposalState, Says
from learning.mentoring.model import Side
from tests.contract.mentoring import add_turn
from tests.contract.people import ATHENS, DAY, NOW, Store, Unit, add_learner

FIT = Fit("el", ("communication",), 2, "education", True, True)


async def join(unit: Unit, number: int, organisation: Organisation) -> Person:
    person = await add_learner(unit, number)
    for role in (Role.LEARNER, Role.MENTOR):  # two roles make nobody appear twice
        await unit.memberships.begin(person.id, organisation.id, "Desk", role, None, NOW)
    return person


async def enter(
    unit: Unit, person: Person, side: Side, here: Organisation, **said: object
) -> Entry:
    entry = Entry(0, side, person.id, here.id, 2, ("el",), (), ("communication",), entered_at=NOW)
    return await unit.matching_entries.add(replace(entry, **said))  # type: ignore[arg-type]


async def round_of(unit: Unit, here: Organisation, by: Person) -> Round:
    return await unit.matching_rounds.add(Round(0, here.id, by.id, NOW))


def proposal(round: Round, mentor: Person, mentee: Person) -> Proposal:
    return Proposal(0, round.id, round.organisation_id, mentor.id, mentee.id, FIT, NOW)


async def test_an_entry_comes_back_as_it_was_put(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await join(unit, 1, athens)
        made = await enter(unit, person, Side.MENTOR, athens, entered_at=None)
        full = made.changed(
            capacity=4,
            languages=("el", "es"),
            sectors=("education",),
            competences=("adaptation", "commitment"),
            elsewhere=True,
            again=True,
            entered_at=NOW,
        )
        await unit.matching_entries.put(full)
        assert await unit.matching_entries.get(made.id) == full
        assert await unit.matching_entries.of(person.id) == [full]
        with pytest.raises(Conflict):
            await unit.matching_entries.put(full)
        await unit.matching_entries.drop(made.id)
        assert await unit.matching_entries.get(made.id) is None


async def test_who_counts_can_be_reached_belongs_there_and_has_said_enough(
    store: Store, athens: Organisation
) -> None:
    other = await store.organisations.add(replace(athens, id=0, name="Egaleo"))
    async with store.unit() as unit:
        people = [await join(unit, number, athens) for number in range(1, 6)]
        stranger = await join(unit, 9, other)
        for person in people:
            await enter(unit, person, Side.MENTOR, athens)
        await enter(unit, stranger, Side.MENTOR, other)
        first, left, away, quiet, half = people
        await unit.memberships.end_all(left.id, NOW)
        await unit.people.put(replace(away, reachable=False))
        for entry in await unit.matching_entries.of(quiet.id):
            await unit.matching_entries.put(entry.changed(entered_at=None))
        for entry in await unit.matching_entries.of(half.id):
            await unit.matching_entries.put(entry.changed(languages=()))
        found = await unit.matching_entries.candidates(athens.id, Side.MENTOR)
        assert [each.entry.person_id for each in found] == [first.id]
        assert (found[0].language, found[0].department, found[0].places) == ("el", "Desk", 2)
        for entry in await unit.matching_entries.of(stranger.id):
            await unit.matching_entries.put(entry.changed(elsewhere=True))
        found = await unit.matching_entries.candidates(athens.id, Side.MENTOR)
        assert [each.organisation for each in found] == [athens.name, "Egaleo"]
        alone = await unit.matching_entries.candidate(found[0].entry.id)
        assert alone == found[0]
        assert await unit.matching_entries.candidate(99999) is None


async def test_turns_and_open_proposals_take_places_and_mentees(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, one, other, third = [await join(unit, number, athens) for number in range(1, 5)]
        await enter(unit, mentor, Side.MENTOR, athens)
        for person in (one, other, third):
            await enter(unit, person, Side.MENTEE, athens)
        turn = await add_turn(unit, athens.id, mentor.id, one.id)
        round = await round_of(unit, athens, mentor)
        made = await unit.proposals.add(proposal(round, mentor, other))
        entries = unit.matching_entries
        offers = await entries.candidates(athens.id, Side.MENTOR)
        assert [each.places for each in offers] == [0]
        wishes = await entries.candidates(athens.id, Side.MENTEE)
        assert [each.entry.person_id for each in wishes] == [third.id]
        await unit.turns.put(turn.changed(ended_at=NOW, look_at=None))
        await unit.proposals.put(made.closed(ProposalState.OVER))
        assert [it.places for it in await entries.candidates(athens.id, Side.MENTOR)] == [2]
        assert len(await entries.candidates(athens.id, Side.MENTEE)) == 3


async def test_an_organisation_has_one_round_at_a_time(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await join(unit, 1, athens)
        made = await round_of(unit, athens, person)
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await round_of(unit, athens, person)
    async with store.unit() as unit:
        full = made.changed(checked=("a", "b"), opened_at=NOW)
        await unit.matching_rounds.put(full)
        assert await unit.matching_rounds.present(athens.id) == full
        with pytest.raises(Conflict):
            await unit.matching_rounds.put(full)
        await unit.matching_rounds.put(full.changed(closed_at=NOW))
        assert await unit.matching_rounds.present(athens.id) is None
        later = await round_of(unit, athens, person)
        assert await unit.matching_rounds.get(later.id) == later


async def test_proposals_come_back_and_are_found_by_round_person_and_deadline(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee, other = [await join(unit, number, athens) for number in range(1, 4)]
        round = await round_of(unit, athens, mentor)
        made = await unit.proposals.add(proposal(round, mentor, mentee))
        second = await unit.proposals.add(proposal(round, mentor, other))
        sent = made.changed(
            state=ProposalState.SENT,
            deadline=NOW + DAY,
            mentor_says=Says.YES,
            mentee_says=Says.NO,
            fit=replace(FIT, elsewhere=True),
        )
        await unit.proposals.put(sent)
        with pytest.raises(Conflict):
            await unit.proposals.put(sent)
        assert await unit.proposals.of_round(round.id) == [sent, second]
        assert await unit.proposals.of_person(mentee.id) == [sent]
        assert await unit.proposals.of_person(mentor.id) == [sent, second]
        assert await unit.proposals.due(NOW, 9) == []
        assert await unit.proposals.due(NOW + DAY, 9) == [sent]
        await unit.proposals.drop([second.id])
        assert await unit.proposals.get(second.id) is None
        await unit.proposals.put(sent.closed(ProposalState.OVER))
        assert await unit.proposals.due(NOW + DAY, 9) == []
        assert await unit.proposals.of_person(mentor.id) == []
        before = NOW - timedelta(minutes=1)
        assert await unit.proposals.tried(athens.id, before) == {(mentor.id, mentee.id)}
        assert await unit.proposals.tried(athens.id, NOW) == frozenset()
        await add_turn(unit, athens.id, mentor.id, other.id)
        await add_turn(unit, athens.id, mentor.id, None)
        assert await unit.proposals.former(athens.id) == {(mentor.id, other.id)}


async def test_erasing_somebody_leaves_the_proposal_to_the_other(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee = [await join(unit, number, athens) for number in range(1, 3)]
        await enter(unit, mentor, Side.MENTOR, athens)
        round = await round_of(unit, athens, mentor)
        made = await unit.proposals.add(proposal(round, mentor, mentee))
        await unit.records.erase(mentor, NOW)
        assert await unit.matching_entries.of(mentor.id) == []
        assert await unit.proposals.get(made.id) == replace(made, mentor_id=None)
        present = await unit.matching_rounds.present(athens.id)
        assert present == replace(round, opened_by=None)


async def test_a_name_is_there_or_not(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 1)
        assert not await unit.names.is_named(person.id)
        await unit.names.settle(person.id, None)
        assert not await unit.names.is_named(person.id)
        await unit.names.settle(person.id, "Ana")
        assert await unit.names.is_named(person.id)


async def test_who_was_proposed_and_who_looked_is_forgotten_after_thirteen_months(
    sql: Database,
) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        mentor, mentee = await join(unit, 1, athens), await join(unit, 2, athens)
        looked = await round_of(unit, athens, mentor)
        made = await unit.proposals.add(proposal(looked, mentor, mentee))
    for days, kept in ((395, True), (397, False)):
        await SqlRetention(sql.engine).carry_out(NOW + timedelta(days=days))
        async with sql.unit() as unit:
            assert (await unit.proposals.get(made.id) is not None) is kept
            found = await unit.matching_rounds.get(looked.id)
            assert found is not None
            assert (found.opened_by is not None) is kept
