"""What is true after an act about a private concern. Names and words are read at the moment of
speaking, for `person`, its author."""

from dataclasses import dataclass

from learning.account.model import Role


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody of the author's organisation who is none of the pair, and in which role."""

    person: int
    role: Role


@dataclass(frozen=True, slots=True)
class ReceiversOffered:
    """Without any the operator's contact is shown."""

    turn: int
    receivers: tuple[Receiver, ...]


@dataclass(frozen=True, slots=True)
class ConcernShown:
    """Exactly what would be passed on. `partner` is the other one's id, None once erased."""

    ticket: int
    revision: int
    turn: int
    person: int
    receiver: int
    partner: int | None
    names_partner: bool
    has_text: bool


@dataclass(frozen=True, slots=True)
class ConcernTextAsked:
    ticket: int
    receiver: int
    unfit: bool = False


@dataclass(frozen=True, slots=True)
class NoteAsked:
    turn: int
    unfit: bool = False


@dataclass(frozen=True, slots=True)
class ConcernNoted:
    """Kept for its author alone."""

    turn: int
