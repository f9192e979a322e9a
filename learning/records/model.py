"""What is kept about a person, told in the person's words."""

from enum import StrEnum


class Category(StrEnum):
    """Every table about people belongs to one; a screen says what it holds, why and how long."""

    IDENTITY = "identity"
    MEMBERSHIP = "membership"
    PACE = "pace"
    PLACE = "place"
    DONE = "done"
    MEMORY = "memory"
    MESSAGES = "messages"
    PUSHES = "pushes"
    ACTS = "acts"
    TICKETS = "tickets"
    NEEDS = "needs"
    MENTORING = "mentoring"


class Copy(StrEnum):
    """How one's data are handed over."""

    JSON = "json"
    PDF = "pdf"
