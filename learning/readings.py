"""What screens need that no outcome may hold: read at the moment of speaking, never stored."""

from typing import Protocol


class Readings(Protocol):
    """Outside transactions of `perform`; None (or nothing) for what is gone by then."""
