"""What screens need that no outcome may hold: read at the moment of speaking, never stored."""

from typing import Any, Protocol


class Readings(Protocol):
    """Outside transactions of `perform`; None (or nothing) for what is gone by then."""

    async def my_data(self, telegram_id: int) -> dict[str, list[dict[str, Any]]]:
        """Every row about this person by table, in plain values; empty for somebody unknown."""
