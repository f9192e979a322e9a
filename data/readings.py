"""What is read at the moment of speaking, because no outcome may hold it."""

from dataclasses import dataclass
from typing import Any

from data.personal_copy import rows_about
from data.session import Engine


@dataclass(frozen=True, slots=True)
class SqlReadings:
    engine: Engine

    async def my_data(self, telegram_id: int) -> dict[str, list[dict[str, Any]]]:
        return await rows_about(self.engine, telegram_id)
