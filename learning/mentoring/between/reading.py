"""What a screen about usernames needs; nothing of this stands in an outcome, or is kept."""

from dataclasses import dataclass

from learning.mentoring.reading import TurnRead


@dataclass(frozen=True, slots=True)
class UsernamesRead:
    """As the messenger has them at this moment, without the @; None for who has none. `theirs`
    is read only where both share."""

    read: TurnRead
    mine: str | None
    theirs: str | None
