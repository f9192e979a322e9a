"""An example of every outcome between the two of a pair, and of what is read for it."""

from dataclasses import replace
from typing import Any

from learning.mentoring.between import outcomes as o
from learning.mentoring.between.reading import UsernamesRead
from learning.mentoring.model import Seen, TextHead, TextKind
from tests.outcomes_of_mentoring import ID, ME, NOW, OTHER, READ_TURN, TURN


def _message(author: int, at: int) -> tuple[TextHead, str]:
    head = TextHead(ID, author, TextKind.MESSAGE, str(at), Seen.PARTNER, NOW)
    return head, "You <b> & " * 200


WRITTEN = replace(
    READ_TURN,
    texts=(*(_message(ME, at) for at in range(2)), *(_message(OTHER, at) for at in range(9))),
)
SHARING = replace(
    TURN, mentor=replace(TURN.mentor, shares=True), mentee=replace(TURN.mentee, shares=True)
)


def of_between() -> list[Any]:
    return [
        *(o.MessageAsked(ID, ME, unfit) for unfit in (True, False)),
        o.MessageSent(ID, ME),
        o.MessageArrived(ID, ME),
        o.UsernamesShown(ID, ME),
    ]


def usernames_faces() -> list[UsernamesRead]:
    """Neither, one or both said yes; neither, one or both have one."""
    one = replace(TURN, mentee=SHARING.mentee)
    return [
        UsernamesRead(replace(READ_TURN, turn=turn), mine, theirs)
        for turn in (TURN, one, SHARING, replace(SHARING, ended_at=NOW))
        for mine, theirs in ((None, None), ("ana", None), ("ana", "luis"))
    ]


READ: dict[type, Any] = {
    **dict.fromkeys((o.MessageAsked, o.MessageSent, o.MessageArrived), WRITTEN),
    o.UsernamesShown: usernames_faces()[-4],
}
