"""Somebody goes on under another Telegram account."""

from learning.mentoring.ports import Turns
from learning.mentoring.turning import with_party


async def withdraw_username(person_id: int, turns: Turns) -> None:
    """The yes was to the username of the former account: of the new one each is asked anew."""
    for turn in await turns.of_person(person_id):
        side = turn.side_of(person_id)
        if side is not None and turn.party(side).shares:
            await turns.put(with_party(turn, side, shares=False).changed())
