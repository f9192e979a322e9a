"""The pairs of an organisation from outside: where each is, that one is silent, who came of whom.

Coordinators proposed these pairs by name; what the two write is not theirs to see.
"""

from datetime import date, datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.mentoring.model import Party, Turn
from learning.mentoring.pairs import asks
from learning.mentoring.pairs import outcomes as o
from learning.mentoring.pairs.ports import Circle, Pairs
from learning.organisations.own import own_organisation
from learning.rhythm.local import local_day

PAGE = 8
MOST_PAGES = 1000  # what a button may skip to is bounded, whoever wrote it
MOST_CIRCLES = 20


async def show_pairs(
    ask: asks.ShowPairs, actor: Actor, now: datetime, *, pairs: Pairs
) -> o.PairsShown:
    here, (person, _) = own_organisation(actor), learner(actor)
    skip = min(max(ask.skip, 0), PAGE * MOST_PAGES)
    places = await pairs.places(here.id, person.id)
    found = await pairs.running(here.id, person.id, skip, PAGE)
    after = skip + len(found)
    return o.PairsShown(
        organisation=here.name,
        places=tuple(places),
        pairs=tuple(_facts(turn, here.id, local_day(person, now)) for turn in found),
        later=after if after < sum(place.pairs for place in places) and found else None,
    )


def _facts(turn: Turn, organisation_id: int, today: date) -> o.PairFacts:
    return o.PairFacts(
        mentor=_seen(turn.mentor, organisation_id),
        mentee=_seen(turn.mentee, organisation_id),
        definition=turn.definition,
        step=turn.step,
        phase=turn.phase,
        since=turn.phase_since,
        silent=turn.known_as_silent,
        resting=turn.rest_on(today) is not None,
    )


def _seen(party: Party, organisation_id: int) -> o.Seen:
    elsewhere = party.organisation_id != organisation_id
    return o.Seen(None if elsewhere else party.person_id, elsewhere)


async def show_generations(
    ask: asks.ShowGenerations, actor: Actor, now: datetime, *, pairs: Pairs
) -> o.GenerationsShown:
    here, (person, _) = own_organisation(actor), learner(actor)
    circles = await pairs.circles(here.id, person.id, MOST_CIRCLES)
    return o.GenerationsShown(
        organisation=here.name,
        generations=tuple(await pairs.generations(here.id, person.id)),
        handed=tuple(_handed(circle) for circle in circles),
    )


def _handed(circle: Circle) -> o.Handed:
    first, second = circle.first, circle.second
    return o.Handed(first.mentor.person_id, second.mentor.person_id, second.mentee.person_id)
