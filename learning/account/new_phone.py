"""From one Telegram account to another, by a code that is good for an hour and for one use."""

from datetime import datetime, timedelta

from learning.account import outcomes as o
from learning.account.asks import MovePhone, OfferPhoneMove
from learning.account.model import Actor, PhoneMove
from learning.account.ports import People, PhoneMoves
from learning.account.settings import learner
from learning.audit import Audit, Deed, Entry
from learning.mentoring.between.new_account import withdraw_username
from learning.mentoring.ports import Turns

VALID = timedelta(hours=1)


async def offer_phone_move(
    ask: OfferPhoneMove, actor: Actor, now: datetime, *, phone_moves: PhoneMoves
) -> o.PhoneMoveBegun:
    """On the old phone. Asking again replaces the code."""
    person, _ = learner(actor)
    await phone_moves.begin(person.id, now + VALID)
    return o.PhoneMoveBegun(person.id, now + VALID)


async def offer_move_here(
    code: str, actor: Actor, now: datetime, phone_moves: PhoneMoves
) -> o.PhoneMoveOffered | o.PhoneMoveRefused:
    """On the new phone; nothing is used up before it is confirmed."""
    move = await _check(code, actor, now, phone_moves)
    if isinstance(move, o.PhoneMoveProblem):
        return o.PhoneMoveRefused(move)
    return o.PhoneMoveOffered(move.person_id)


async def move_phone(
    ask: MovePhone,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    phone_moves: PhoneMoves,
    audit: Audit,
    turns: Turns,
) -> o.PhoneMoved | o.PhoneMoveRefused:
    move = await _check(ask.code, actor, now, phone_moves)
    if isinstance(move, o.PhoneMoveProblem):
        return o.PhoneMoveRefused(move)
    if actor.person is not None:
        await people.forget_newcomer(actor.person.id)
    if not await phone_moves.take(move.person_id, move.code, actor.telegram_id):
        raise AssertionError("the code was there in this transaction")
    await withdraw_username(move.person_id, turns)
    mover = await people.by_id(move.person_id)
    if mover.membership is not None:
        await audit.record(
            Entry(
                mover.membership.organisation.id,
                Deed.CHANGED_PHONE,
                now,
                by=move.person_id,
                about=move.person_id,
            )
        )
    return o.PhoneMoved()


async def _check(
    code: str, actor: Actor, now: datetime, phone_moves: PhoneMoves
) -> PhoneMove | o.PhoneMoveProblem:
    """A newcomer who pressed Start and did nothing else may still become the old person."""
    move = await phone_moves.find(code)
    if move is None or move.expires_at <= now:
        return o.PhoneMoveProblem.GONE
    if actor.person is None:
        return move
    if actor.person.id == move.person_id:
        return o.PhoneMoveProblem.SAME_PHONE
    begun = actor.enrolment is not None and actor.enrolment.begun_at is not None
    return o.PhoneMoveProblem.OWN_PROGRESS if begun or actor.memberships else move
