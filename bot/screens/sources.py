"""Where a text's facts come from, and when somebody last looked."""

from collections.abc import Iterable

from bot.screens.html import Html, escape, folded, lines, link
from bot.screens.times import full_date
from bot.screens.view import View
from learning.course.model import Source


def sources(view: View, cited: Iterable[str], known: Iterable[Source]) -> Html | None:
    """The sources that a card or ending cites, folded away; None when it cites none."""
    by_id = {source.id: source for source in known}
    return sources_listed(view, (by_id[id] for id in cited if id in by_id))


def sources_listed(view: View, listed: Iterable[Source]) -> Html | None:
    """The same for sources that are at hand."""
    rows = [_source(view, source) for source in listed]
    if not rows:
        return None
    return folded(lines(view.say_n("Source:", "Sources:", len(rows)), *rows))


def _source(view: View, source: Source) -> Html:
    citation = link(source.citation, source.url) if source.url else escape(source.citation)
    checked = full_date(view, source.checked)
    if source.expires is not None and source.expires < view.local_now.date():
        return view.say(
            "{citation} (checked on {date}, may have changed)", citation=citation, date=checked
        )
    return view.say("{citation} (checked on {date})", citation=citation, date=checked)
