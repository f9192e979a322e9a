"""What a proposal may be, what a side may say, and why somebody stays without a proposal."""

from enum import StrEnum


class Says(StrEnum):
    YES = "yes"
    NO = "no"


class ProposalState(StrEnum):
    MADE = "made"  # waits for a coordinator
    REJECTED = "rejected"
    SENT = "sent"  # waits for both sides, until its deadline
    PAIRED = "paired"
    OVER = "over"


class Alone(StrEnum):
    """Why nobody is proposed to a mentee."""

    NO_MENTORS = "no_mentors"  # nobody with a free place
    NO_LANGUAGE = "no_language"  # nobody who could be theirs speaks one of their languages
    TRIED = "tried"  # whoever could be was proposed before
    NO_PLACES = "no_places"  # their places go to others
