"""What is true after an act between the two. Words and usernames are read at the moment of
speaking, for `person`, the reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MessageAsked:
    """The reader may write now. `unfit`: what they typed was empty or too long."""

    turn: int
    person: int
    unfit: bool = False


@dataclass(frozen=True, slots=True)
class MessageSent:
    """It is on its way to the other one."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class MessageArrived:
    """A push: what the other one wrote since the reader last did."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class UsernamesShown:
    """How it stands with the usernames; the other one's only where both share."""

    turn: int
    person: int
