"""How repositories speak to a database, whichever it is."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from sqlalchemy import Row
from sqlalchemy.sql.base import Executable

Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Session(Protocol):
    """Statements inside one transaction. A list of values runs the statement once for each."""

    async def rows(
        self, statement: Executable, values: Values | None = ...
    ) -> Sequence[Row[Any]]: ...

    async def row(self, statement: Executable, values: Values | None = ...) -> Row[Any] | None:
        """The first row."""

    async def one(self, statement: Executable, values: Values | None = ...) -> Row[Any]:
        """The only row."""

    async def run(self, statement: Executable, values: Values | None = ...) -> int:
        """The number of rows it touched; of no meaning for a list of values."""


class Engine(Protocol):
    """Every block that writes is committed at its end and rolled back when it raises; what
    another writer won becomes `learning.ask.Conflict`. Blocks must not be nested."""

    def unit(self) -> AbstractAsyncContextManager[Session]:
        """One transaction of the core: what it reads stays true until it is committed."""

    def writing(self) -> AbstractAsyncContextManager[Session]:
        """One short transaction of inbox, outbox and the like."""

    def reading(self) -> AbstractAsyncContextManager[Session]:
        """Statements that only read, each seeing what is committed by then."""

    async def empty_log(self) -> None:
        """What was overwritten is gone from the log of changes, too."""

    async def close(self) -> None: ...
