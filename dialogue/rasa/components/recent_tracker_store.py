"""The last conversations in memory, and nothing on disk."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

_MOST = 300


class RecentTrackerStore(InMemoryTrackerStore):
    """Forgets the oldest conversation for each new one: the talk's state is the bot's."""

    def __init__(self, domain: Any, event_broker: Any = None, **kwargs: Any) -> None:
        kwargs.pop("host", None)  # Rasa passes the url of a store as its host
        super().__init__(domain, event_broker, **kwargs)

    async def save(self, tracker: DialogueStateTracker) -> None:
        await super().save(tracker)
        while len(self.store) > _MOST:
            self.store.pop(next(iter(self.store)))
