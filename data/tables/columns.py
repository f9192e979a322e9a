"""Column types and clocks that mean the same on SQLite and PostgreSQL."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Double, Integer, SmallInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

Id = BigInteger().with_variant(Integer(), "sqlite")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime: microseconds since 1970 on SQLite, timestamptz on PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind = BigInteger() if dialect.name == "sqlite" else DateTime(timezone=True)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a time zone")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return _EPOCH + timedelta(microseconds=value) if dialect.name == "sqlite" else value


_DAYS_BY_MASK = tuple(
    frozenset(day for day in range(7) if mask & 1 << day) for mask in range(1 << 7)
)


class Weekdays(TypeDecorator[frozenset[int]]):
    """A set of weekdays (0 is Monday) as a mask of seven bits."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> int | None:
        return None if value is None else sum(1 << day for day in set(value))

    def process_result_value(self, value: int | None, dialect: Dialect) -> frozenset[int] | None:
        return None if value is None else _DAYS_BY_MASK[value]


class machine_now(FunctionElement[float]):
    """Machine time, the database's own: seconds since 1970. Never compared to programme time."""

    type = Double()
    inherit_cache = True


@compiles(machine_now, "sqlite")
def _machine_now_sqlite(*_: Any, **__: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(machine_now, "postgresql")
def _machine_now_postgresql(*_: Any, **__: Any) -> str:
    # The statement's time, not the transaction's: indexes can serve it and it goes on.
    return "CAST(extract(epoch FROM statement_timestamp()) AS double precision)"
