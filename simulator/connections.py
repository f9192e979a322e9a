"""Open connections by peer, so that a fault can cut one as a broken network would."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol


class Connections:
    def __init__(self) -> None:
        self._transports: dict[tuple[str, int], asyncio.Transport] = {}

    def protocol(self) -> type[H11Protocol]:
        """uvicorn's protocol, telling us of each connection."""
        transports = self._transports

        class Watched(H11Protocol):
            def connection_made(self, transport: Any) -> None:
                super().connection_made(transport)
                if self.client:
                    transports[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                super().connection_lost(exc)
                if self.client:
                    transports.pop(self.client, None)

        return Watched

    def cut(self, peer: tuple[str, int]) -> None:
        """Drop a connection without any answer."""
        transport = self._transports.pop(peer, None)
        if transport:
            transport.abort()
