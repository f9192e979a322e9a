"""A lesson is a few short cards."""

from collections.abc import Iterator

from content.finding import Finding
from content.loader import Loaded

FEWEST, MOST = 3, 5


def card_counts(loaded: Loaded) -> Iterator[Finding]:
    """Country notes are not counted: each is shown in one country alone."""
    for lesson in loaded.files.lessons:
        shown = sum(card.country is None for card in lesson.content.cards)
        if not FEWEST <= shown <= MOST:
            message = f"the lesson has {shown} cards: make it {FEWEST} to {MOST}"
            yield lesson.finding(message, "cards")
