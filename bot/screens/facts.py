"""Facts of the course that have expired, for those who write it."""

from collections.abc import Sequence

from bot.screens.html import Html, bold, escape, lines, link, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import full_date
from bot.screens.view import View
from learning.counts.asks import ShowQuestions
from learning.facts import outcomes as o
from learning.facts.asks import ShowFacts
from learning.facts.model import ExpiredFact, expired_facts

LONGEST_TEXT = 3600  # Telegram allows 4096
MOST_PLACES = 3


def facts_screen(shown: o.FactsShown, view: View) -> Screen:
    rows = one_a_row(Button(view.label("How the questions are answered"), ShowQuestions()))
    facts = expired_now(view)
    title = bold(view.say("Facts to look at again"))
    if not facts:
        return Screen(paragraphs(title, view.say("All facts of the course are in date.")), rows)
    return Screen(_listed(title, facts, view), rows)


def facts_expired_screen(expired: o.FactsExpired, view: View) -> Screen:
    """What expired on one day."""
    facts = [fact for fact in expired_now(view) if fact.expired == expired.expired]
    title = bold(view.say("Facts of the course have expired"))
    return Screen(_listed(title, facts, view), one_a_row(facts_button(view)))


def expired_now(view: View) -> tuple[ExpiredFact, ...]:
    return expired_facts(view.curriculum, view.now.date())


def facts_button(view: View) -> Button:
    return Button(view.label("Facts to look at again"), ShowFacts())


def _listed(title: Html, facts: Sequence[ExpiredFact], view: View) -> Html:
    what = view.say(
        "Learners now read “may have changed” beside them. Please check the sources; whoever "
        "keeps the texts of the course can then renew their dates."
    )
    blocks: list[Html] = []
    for at, fact in enumerate(facts):
        block = _fact(fact, view)
        if len(paragraphs(title, what, *blocks, block)) > LONGEST_TEXT:
            rest = len(facts) - at
            blocks.append(view.say_n("… and {n} more fact", "… and {n} more facts", rest))
            break
        blocks.append(block)
    return paragraphs(title, what, *blocks)


def _fact(fact: ExpiredFact, view: View) -> Html:
    source = fact.source
    citation = link(source.citation, source.url) if source.url else escape(source.citation)
    places = [view.plain(place) for place in fact.places[:MOST_PLACES]]
    more = len(fact.places) - len(places)
    return lines(
        Html(f"• {citation}"),
        view.say(
            "checked on {checked}, valid until {date}",
            checked=full_date(view, source.checked),
            date=full_date(view, fact.expired),
        ),
        view.say("In: {places}", places="; ".join(places)),
        view.say_n("and {n} more place", "and {n} more places", more) if more > 0 else None,
    )
