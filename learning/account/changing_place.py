"""A move to another organisation or department, and leaving: each is confirmed first."""

from datetime import datetime

from learning.account import outcomes as o
from learning.account.arrive import check_code, joined
from learning.account.asks import ConfirmMove, Leave, OfferLeave
from learning.account.belonging import gives_nothing_new, join, leave
from learning.account.model import Actor, CodeKind, Role
from learning.account.ports import Codes, Enrolments, Memberships, People
from learning.account.settings import learner
from learning.audit import Audit, Deed, Entry
from learning.departing import depart
from learning.events.ports import Events
from learning.mentoring.matching.ports import MatchingEntries, Proposals
from learning.mentoring.ports import Turns
from learning.pushes.ports import Pushes
from learning.talk.ports import Focuses
from learning.tickets.handing_on import hand_on
from learning.tickets.ports import Tickets


async def confirm_move(
    ask: ConfirmMove,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    enrolments: Enrolments,
    codes: Codes,
    memberships: Memberships,
    audit: Audit,
    tickets: Tickets,
    events: Events,
    turns: Turns,
    pushes: Pushes,
    focuses: Focuses,
    matching_entries: MatchingEntries,
    proposals: Proposals,
) -> o.Moved | o.MoveRefused:
    person, _ = learner(actor)
    code, problem = await check_code(ask.code, now, codes)
    if code is None or code.kind is not CodeKind.STAFF:
        return o.MoveRefused(problem or o.CodeProblem.UNKNOWN)
    if not gives_nothing_new(actor, code):
        if not await codes.use(code.code):
            return o.MoveRefused(o.CodeProblem.USED_UP)
        if actor.membership and actor.membership.organisation.id != code.organisation.id:
            await audit.record(_left(actor, now))
        await join(actor, code, now, people=people, enrolments=enrolments, memberships=memberships)
        await audit.record(joined(person, code, now))
        if actor.organisation and actor.organisation.id != code.organisation.id:
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
        if code.role is not Role.LEARNER:
            await hand_on(code.organisation, now, tickets=tickets, pushes=pushes)
    return o.Moved(code.organisation.name, code.department)


async def offer_leave(
    ask: OfferLeave, actor: Actor, now: datetime
) -> o.LeaveOffered | o.NothingToLeave:
    member = actor.membership
    if member is None:
        return o.NothingToLeave()
    return o.LeaveOffered(actor.standing, member.organisation.name, actor.roles)


async def confirm_leave(
    ask: Leave,
    actor: Actor,
    now: datetime,
    *,
    enrolments: Enrolments,
    memberships: Memberships,
    audit: Audit,
    tickets: Tickets,
    events: Events,
    turns: Turns,
    pushes: Pushes,
    focuses: Focuses,
    matching_entries: MatchingEntries,
    proposals: Proposals,
) -> o.Left | o.LeaveOffered | o.NothingToLeave:
    """A button from before a later membership offers the leave anew."""
    member = actor.membership
    if member is None:
        return o.NothingToLeave()
    if ask.standing != actor.standing:
        return o.LeaveOffered(actor.standing, member.organisation.name, actor.roles)
    await leave(actor, now, enrolments=enrolments, memberships=memberships)
    await audit.record(_left(actor, now))
    await depart(
        member.person_id,
        member.organisation,
        now,
        tickets=tickets,
        events=events,
        turns=turns,
        pushes=pushes,
        focuses=focuses,
        matching_entries=matching_entries,
        proposals=proposals,
    )
    return o.Left(member.organisation.name)


def _left(actor: Actor, now: datetime) -> Entry:
    person, _ = learner(actor)
    if actor.membership is None:
        raise AssertionError("only members leave")
    return Entry(
        actor.membership.organisation.id,
        Deed.LEFT,
        now,
        by=person.id,
        about=person.id,
        thing=actor.membership.code,
    )
