"""The pairs of an organisation, as its coordinators see them."""

from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.matching_words import Names, name_of
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import full_date
from bot.screens.view import View
from learning.mentoring.cycle import Cycle, Step
from learning.mentoring.matching.asks import ShowBoard
from learning.mentoring.pairs import outcomes as o
from learning.mentoring.pairs.asks import ShowGenerations, ShowPairs
from learning.mentoring.pairs.outcomes import Place


def pairs_screen(shown: o.PairsShown, names: Names | None, view: View) -> Screen:
    running = sum(place.pairs for place in shown.places)
    silent = sum(place.silent for place in shown.places)
    html = paragraphs(
        bold(view.say("Mentoring pairs of {organisation}", organisation=shown.organisation)),
        view.say_n("{n} pair is under way.", "{n} pairs are under way.", running),
        lines(*(_place(place, view) for place in _in_order(shown.places, view))),
        view.say_n(
            "{n} pair has been silent for two weeks or more. More than that I don't know, and "
            "there may be good reasons.",
            "{n} pairs have been silent for two weeks or more. More than that I don't know, and "
            "there may be good reasons.",
            silent,
        )
        if silent
        else None,
        *(_pair(pair, names, view) for pair in shown.pairs),
        view.say(
            "What the two write to each other is theirs alone. A pair of your own is left out."
        ),
    )
    later = Button(view.label("More"), ShowPairs(shown.later)) if shown.later else None
    generations = Button(view.label("Who came of whom"), ShowGenerations())
    return Screen(html, one_a_row(later, generations, _to_matching(view)))


def _in_order(places: tuple[Place, ...], view: View) -> list[Place]:
    """As the circle goes; a phase of an older version stands last in its step."""
    cycle = view.curriculum.mentoring.current
    steps = {step: number for number, step in enumerate(Step)}
    phases = {phase.id: number for number, phase in enumerate(cycle.phases)} if cycle else {}
    return sorted(
        places,
        key=lambda place: (steps[place.step], phases.get(place.phase or "", len(phases))),
    )


def _place(place: Place, view: View) -> Html:
    return view.say_n(
        "• {place}: {n} pair",
        "• {place}: {n} pairs",
        place.pairs,
        place=_where(view.curriculum.mentoring.current, place.step, place.phase, view),
    )


def _where(cycle: Cycle | None, step: Step, phase: str | None, view: View) -> str:
    """The phase by its title, else the step."""
    if cycle is None:
        return view.label("somewhere on the circle")
    found = cycle.phase(phase)
    return view.plain(found.title if found else cycle.step(step).title)


def _pair(pair: o.PairFacts, names: Names | None, view: View) -> Html:
    cycle = view.curriculum.mentoring.get(pair.definition)
    where = _where(cycle, pair.step, pair.phase, view)
    return lines(
        Html(f"<b>{_seen(pair.mentor, names, view)} → {_seen(pair.mentee, names, view)}</b>"),
        view.say("{place}, since {day}", place=where, day=full_date(view, pair.since))
        if pair.since
        else escape(where),
        view.say("They are having a break.") if pair.resting else None,
        view.say("Silent at present.") if pair.silent and not pair.resting else None,
    )


def _seen(seen: o.Seen, names: Names | None, view: View) -> Html:
    if seen.elsewhere:
        return view.say("somebody of another organisation")
    return escape(name_of(seen.person, names, view))


def generations_screen(shown: o.GenerationsShown, names: Names | None, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Generations of {organisation}", organisation=shown.organisation)),
        view.say(
            "Whoever was mentored may become a mentor. Each time that happens, a new generation "
            "begins."
        ),
        lines(
            *(
                view.say_n(
                    "• Generation {generation}: {n} pair",
                    "• Generation {generation}: {n} pairs",
                    pairs,
                    generation=view.number(generation),
                )
                for generation, pairs in shown.generations
            )
        ),
        *(
            view.say(
                "{mentor} mentored {between}, who now mentors {mentee}.",
                mentor=name_of(each.mentor, names, view),
                between=name_of(each.between, names, view),
                mentee=name_of(each.mentee, names, view),
            )
            for each in shown.handed
        ),
        None if shown.handed else view.say("Nobody who was mentored is a mentor yet."),
    )
    back = Button(view.label("Back to the pairs"), ShowPairs())
    return Screen(html, one_a_row(back, _to_matching(view)))


def _to_matching(view: View) -> Button:
    return Button(view.label("Back to the matching"), ShowBoard())
