"""What is read at the moment of speaking, because no outcome may hold it."""

from dataclasses import dataclass

from data.session import Engine


@dataclass(frozen=True, slots=True)
class SqlReadings:
    engine: Engine
