"""A decision scenario: first what comes of a choice, then what was behind it."""

from dataclasses import replace
from typing import assert_never

from bot.screens import buttons
from bot.screens.choices import from_words
from bot.screens.counts import usefulness_name
from bot.screens.gone import content_gone
from bot.screens.html import bold, italic, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.sources import sources
from bot.screens.view import View
from learning.counts.model import Usefulness
from learning.course.scenario import Choice
from learning.scenarios import outcomes as o
from learning.scenarios.asks import Choose, GoOn, PlayAgain, RateSubunit, Reconsider


def run_screen(shown: o.RunView, view: View) -> Screen:
    match shown:
        case o.DecisionShown():
            return decision_screen(shown, view)
        case o.ConsequenceShown():
            return consequence_screen(shown, view)
        case o.CoachingShown():
            return coaching_screen(shown, view)
        case o.EndingReached():
            return ending_screen(shown, view)
        case _:
            assert_never(shown)


def decision_screen(shown: o.DecisionShown, view: View) -> Screen:
    scenario = view.curriculum.editions.get(shown.definition)
    decision = scenario.decision(shown.decision) if scenario else None
    if scenario is None or decision is None:
        return content_gone(view)
    texts = {choice.id: choice.text for choice in decision.choices}
    choices = from_words(view, shown.choices, texts)
    html = paragraphs(
        bold(view.name(scenario.title)),
        view.course(decision.text),
        bold(view.say("What do you do?")),
        choices.listing(),
    )
    return Screen(html, choices.rows(lambda id: Choose(shown.run, shown.revision, id)))


def consequence_screen(shown: o.ConsequenceShown, view: View) -> Screen:
    choice = _chosen(shown, view)
    if choice is None:
        return content_gone(view)
    said = view.say("You decided: {choice}", choice=italic(view.course(choice.text)))
    behind = Button(view.label("What was behind it?"), GoOn(shown.run, shown.revision))
    return Screen(paragraphs(said, view.course(choice.consequence)), ((behind,),))


def coaching_screen(shown: o.CoachingShown, view: View) -> Screen:
    choice = _chosen(shown, view)
    if choice is None:
        return content_gone(view)
    said = view.say("You decided: {choice}", choice=italic(view.course(choice.text)))
    html = paragraphs(
        said, lines(bold(view.say("What was behind it")), view.course(choice.coaching))
    )
    rows = one_a_row(
        Button(view.label("Go on"), GoOn(shown.run, shown.revision)),
        Button(view.label("Choose differently"), Reconsider(shown.run, shown.revision)),
    )
    return Screen(html, rows)


def ending_screen(shown: o.EndingReached, view: View) -> Screen:
    scenario = view.curriculum.editions.get(shown.definition)
    ending = scenario.ending(shown.ending) if scenario else None
    if scenario is None or ending is None:
        return content_gone(view)
    others = view.say_n(
        "This story can end in {n} way.", "This story can end in {n} ways.", shown.endings
    )
    finished = view.say("With this you have finished the whole course. Congratulations!")
    html = paragraphs(
        bold(view.name(scenario.title)),
        view.course(ending.text),
        lines(bold(view.say("The rule to remember")), view.course(ending.rule)),
        others if shown.endings > 1 else None,
        bold(finished) if shown.course_finished else None,
        view.say(
            "Was this part of the course useful for your work? One tap; it is counted, and not "
            "kept with you."
        )
        if shown.rating_asked
        else None,
        sources(view, ending.sources, scenario.sources),
    )
    again = Button(view.label("Play again"), PlayAgain(shown.run, shown.revision))
    onward = buttons.progress(view) if shown.course_finished else buttons.next_lesson(view)
    ends = (buttons.certificate(view), buttons.how_sure_now(view))
    certificate = one_a_row(*ends) if shown.course_finished else ()
    rating = _rating(shown, view) if shown.rating_asked else ()
    return Screen(html, (*rating, (again, onward), *certificate))


def _rating(shown: o.EndingReached, view: View) -> tuple[Row, ...]:
    taps = (
        Button(usefulness_name(usefulness, view), RateSubunit(shown.run, usefulness))
        for usefulness in Usefulness
    )
    return (tuple(taps),)


def subunit_rated_screen(rated: o.SubunitRated, view: View) -> Screen:
    toast = view.label("Thank you. It is counted, and not kept with you.")
    return replace(run_screen(rated.now, view), toast=toast)


def already_there_screen(there: o.AlreadyThere, view: View) -> Screen:
    toast = view.label("That was already done – here is where you are.")
    return replace(run_screen(there.now, view), toast=toast)


def run_gone_screen(gone: o.RunGone, view: View) -> Screen:
    text = view.say("This scenario is no longer open. You can go on right here.")
    return Screen(text, ((buttons.go_on(view),), (buttons.progress(view),)))


def _chosen(shown: o.ConsequenceShown | o.CoachingShown, view: View) -> Choice | None:
    scenario = view.curriculum.editions.get(shown.definition)
    decision = scenario.decision(shown.decision) if scenario else None
    choices = decision.choices if decision else ()
    return next((choice for choice in choices if choice.id == shown.choice), None)
