"""Who says what a text means, and how long that takes."""

from bot.metrics import Metrics
from dialogue.understanding import NotAvailable, Understander, Understanding
from learning.talk.turns import OpenTalk


class Measured:
    """An understander under the eyes of the metrics, which see no text."""

    def __init__(self, understander: Understander, metrics: Metrics) -> None:
        self._understander = understander
        self._metrics = metrics

    async def understand(
        self, text: str, language: str, talk: OpenTalk | None = None
    ) -> Understanding:
        with self._metrics.understanding.time():
            try:
                said = await self._understander.understand(text, language, talk)
            except NotAvailable:
                self._metrics.texts.labels("not available").inc()
                raise
        self._metrics.texts.labels("heard").inc()
        return said

    async def answers(self) -> bool:
        return await self._understander.answers()
