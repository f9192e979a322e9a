"""What an entry shows to its own person."""

from collections.abc import Sequence
from dataclasses import replace

from learning.account.model import Actor, Organisation
from learning.account.settings import learner
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.model import Entry
from learning.mentoring.matching.ports import MatchingEntries
from learning.mentoring.model import Ending, Side, Turn
from learning.mentoring.ports import Turns
from learning.tickets.ports import Names


async def entry_of(actor: Actor, side: Side, entries: MatchingEntries) -> Entry | None:
    """The actor's own, of the organisation that they belong to."""
    person, _ = learner(actor)
    here = actor.organisation
    own = (each for each in await entries.of(person.id) if each.side is side)
    return next((each for each in own if here and each.organisation_id == here.id), None)


def begun(
    actor: Actor, side: Side, organisation: Organisation, wish: Entry | None, turns: Sequence[Turn]
) -> Entry:
    """What is known already is said already; nothing counts before the person enters. Who grew in
    what they wished for, all the way round, may now offer it."""
    person, enrolment = learner(actor)
    sectors = (enrolment.sector,) if enrolment.sector else ()
    if side is Side.MENTOR and wish is not None and _went_round(person.id, turns):
        return replace(wish, id=0, side=side, capacity=1, again=False, entered_at=None, revision=0)
    return Entry(
        id=0,
        side=side,
        person_id=person.id,
        organisation_id=organisation.id,
        languages=(person.language,),
        sectors=sectors,
    )


def _went_round(person_id: int, turns: Sequence[Turn]) -> bool:
    return any(
        turn.ending is Ending.CIRCLE and turn.side_of(person_id) is Side.MENTEE for turn in turns
    )


def fields_of(side: Side, turns: Sequence[Turn]) -> tuple[o.Field, ...]:
    """In the order asked; what only concerns former pairs is asked where there are any."""
    left_out = {o.Field.CAPACITY} if side is Side.MENTEE else set()
    if all(turn.running for turn in turns):
        left_out.add(o.Field.AGAIN)
    return tuple(field for field in o.Field if field not in left_out)


async def facts_of(entry: Entry, actor: Actor, names: Names, turns: Turns) -> o.EntryFacts:
    person, _ = learner(actor)
    return o.EntryFacts(
        id=entry.id,
        revision=entry.revision,
        side=entry.side,
        organisation=actor.organisation.name if actor.organisation else "",
        capacity=entry.capacity,
        languages=entry.languages,
        sectors=entry.sectors,
        competences=entry.competences,
        elsewhere=entry.elsewhere,
        again=entry.again,
        entered=entry.entered_at is not None,
        named=await names.is_named(person.id),
        fields=fields_of(entry.side, await turns.of_person(person.id)),
    )
