"""A person looks at what is kept, takes it with them, or has it erased."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import Memberships
from learning.account.settings import learner
from learning.departing import depart
from learning.events.ports import Events
from learning.mentoring.matching.ports import MatchingEntries, Proposals
from learning.mentoring.ports import Turns
from learning.pushes.ports import Pushes
from learning.records import asks
from learning.records import outcomes as o
from learning.records.categories import CATEGORY_OF
from learning.records.model import Category
from learning.records.ports import Records
from learning.talk.ports import Focuses
from learning.tickets.ports import Tickets

OFFER_MINUTES = 60


async def show_kept(ask: asks.ShowKept, actor: Actor, now: datetime) -> o.KeptShown:
    used = set(CATEGORY_OF.values())
    return o.KeptShown(tuple(category for category in Category if category in used))


async def offer_my_data(ask: asks.OfferMyData, actor: Actor, now: datetime) -> o.MyDataOffered:
    return o.MyDataOffered()


async def give_my_data(ask: asks.GiveMyData, actor: Actor, now: datetime) -> o.MyDataReady:
    return o.MyDataReady(actor.telegram_id, ask.copy)


async def offer_erasure(ask: asks.OfferErasure, actor: Actor, now: datetime) -> o.ErasureOffered:
    return o.ErasureOffered(_minutes(now))


async def erase_me(
    ask: asks.EraseMe,
    actor: Actor,
    now: datetime,
    *,
    records: Records,
    memberships: Memberships,
    tickets: Tickets,
    events: Events,
    turns: Turns,
    pushes: Pushes,
    focuses: Focuses,
    matching_entries: MatchingEntries,
    proposals: Proposals,
) -> o.Erased | o.ErasureOffered:
    """An offer is good for an hour, so that a button found later never erases by surprise."""
    if not 0 <= _minutes(now) - ask.offered <= OFFER_MINUTES:
        return o.ErasureOffered(_minutes(now))
    person, _ = learner(actor)
    if actor.organisation is not None:
        await memberships.end_all(person.id, now)
        await depart(
            person.id,
            actor.organisation,
            now,
            tickets=tickets,
            events=events,
            turns=turns,
            pushes=pushes,
            focuses=focuses,
            matching_entries=matching_entries,
            proposals=proposals,
        )
    return o.Erased(await records.erase(person, now), now)


def _minutes(now: datetime) -> int:
    return int(now.timestamp()) // 60
