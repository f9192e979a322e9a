"""What is known already, to be confirmed or changed inside the needs analysis."""

from bot.screens.html import Html, bold, lines
from bot.screens.screen import Button, Row, in_rows, one_a_row
from bot.screens.times import clock
from bot.screens.view import View
from learning.account.languages import LANGUAGES
from learning.account.settings import ANY_SECTOR
from learning.needs.asks import ChangeFact, GoBack, PickAnswer, SettleAnswer
from learning.needs.outcomes import Facts, NeedsAsked
from learning.needs.questionnaire import Fact

HOURS_A_ROW = 4


def facts_in_words(facts: Facts, view: View) -> Html:
    return lines(
        view.say("Field of work: {sector}", sector=bold(_sector(facts.sector, view))),
        view.say("Lessons at: {hour}", hour=bold(clock(view, facts.lesson_time))),
        view.say("Language: {language}", language=bold(view.own_name(facts.language))),
    )


def _sector(id: str | None, view: View) -> str:
    sectors = view.curriculum.course.sectors
    return view.plain(sectors[id]) if id and id in sectors else view.label("not chosen")


def fact_rows(asked: NeedsAsked, view: View) -> tuple[Row, ...]:
    facts = asked.facts
    if facts is None:
        return ()
    if asked.picks:
        return _choices(asked, Fact(asked.picks[0]), facts, view)

    def change(label: str, fact: Fact) -> Button:
        return Button(label, ChangeFact(asked.draft, asked.revision, fact))

    return one_a_row(
        Button(view.label("Yes, that is right"), SettleAnswer(asked.draft, asked.revision)),
        change(view.label("Change the field of work"), Fact.SECTOR),
        change(view.label("Change the hour"), Fact.HOUR),
        change(view.label("Change the language"), Fact.LANGUAGE),
    )


def _choices(asked: NeedsAsked, fact: Fact, facts: Facts, view: View) -> tuple[Row, ...]:
    def pick(label: str, value: str) -> Button:
        return Button(label, PickAnswer(asked.draft, asked.revision, value))

    leave = Button(view.label("Leave it as it is"), GoBack(asked.draft, asked.revision))
    match fact:
        case Fact.SECTOR:
            sectors = view.curriculum.course.sectors.items()
            every = [pick(view.plain(name), id) for id, name in sectors]
            return one_a_row(*every, pick(view.label("Any field"), ANY_SECTOR), leave)
        case Fact.HOUR:
            hours = [pick(clock(view, at), f"{at:%H%M}") for at in facts.times]
            return (*in_rows(hours, HOURS_A_ROW), (leave,))
        case Fact.LANGUAGE:
            languages = [pick(view.own_name(each), each) for each in LANGUAGES]
            return one_a_row(*languages, leave)
