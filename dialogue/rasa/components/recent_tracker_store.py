"""The last conversations in memory, and nothing on disk."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
from collections.abc import Iterable
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

_MOST = 300


class RecentTrackerStore(TrackerStore):
    """Forgets the oldest conversation for each new one: the talk's state is the bot's. A
    conversation is held as it is, for it never leaves the process: Rasa's own writes JSON."""

    def __init__(self, domain: Any, event_broker: Any = None, **kwargs: Any) -> None:
        kwargs.pop("host", None)  # Rasa passes the url of a store as its host
        self._recent: dict[str, DialogueStateTracker] = {}
        super().__init__(domain, event_broker, **kwargs)

    async def save(self, tracker: DialogueStateTracker) -> None:
        self._recent[tracker.sender_id] = tracker
        while len(self._recent) > _MOST:
            self._recent.pop(next(iter(self._recent)))

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        return self._recent.get(sender_id)

    async def keys(self) -> Iterable[str]:
        return self._recent.keys()
