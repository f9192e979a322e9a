"""An example of every outcome about a private concern, and of what is read for it."""

from typing import Any

from learning.account.model import Role
from learning.mentoring.concern import outcomes as o
from learning.readings import TicketWords
from tests.outcomes_of_mentoring import ID, ME, OTHER, REVISION

NAMES = {ME: "Luis <desk>", OTHER: "Ana <desk> " * 5, 9: "Cleo & Co"}


def of_concern() -> list[Any]:
    receivers = (
        o.Receiver(9, Role.COORDINATOR),
        o.Receiver(10, Role.COORDINATOR),
        o.Receiver(11, Role.TRAINER),
    )
    return [
        o.ReceiversOffered(ID, receivers),
        o.ReceiversOffered(ID, ()),
        *(
            o.ConcernShown(ID, REVISION, ID, person, receiver, partner, names, text)
            for person, receiver, partner in ((ME, 9, OTHER), (12, 13, None))
            for names in (True, False)
            for text in (True, False)
        ),
        *(o.ConcernTextAsked(ID, 9, unfit) for unfit in (True, False)),
        *(o.NoteAsked(ID, unfit) for unfit in (True, False)),
        o.ConcernNoted(ID),
    ]


READ: dict[type, Any] = {
    o.ReceiversOffered: NAMES,
    o.ConcernTextAsked: NAMES,
    o.ConcernShown: (NAMES, TicketWords("Luis", ((False, "<b> & more " * 130),), True)),
}
