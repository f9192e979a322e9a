"""How matching names people, abilities, languages, and why two go together."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.screens.html import Html, lines
from bot.screens.times import clock, full_date
from bot.screens.view import View
from learning.mentoring.matching.outcomes import Fit

Names = Mapping[int, str]


def name_of(person: int | None, names: Names | None, view: View) -> str:
    """Somebody may have been erased since."""
    return (names or {}).get(person or 0) or view.label("somebody")


def competences(view: View, ids: tuple[str, ...]) -> str:
    known = view.curriculum.course.competences
    return view.all_of([view.plain(known[id]) for id in ids if id in known])


def sectors(view: View, ids: tuple[str, ...]) -> str:
    known = view.curriculum.course.sectors
    return view.all_of([view.plain(known[id]) for id in ids if id in known])


def languages(view: View, ids: tuple[str, ...]) -> str:
    return view.all_of([view.own_name(id) for id in ids])


def until(view: View, deadline: datetime) -> str:
    """ "30 November 2026, 9:00"."""
    local = deadline.astimezone(ZoneInfo(view.zone))
    return f"{full_date(view, local.date())}, {clock(view, local)}"


def reasons(fit: Fit, view: View) -> Html:
    """To somebody who looks from outside."""
    return lines(
        _abilities(fit, view),
        view.say(
            "• Both speak {language}: the language of the pair.", language=_language(fit, view)
        ),
        view.say("• Both know this field: {sector}.", sector=sectors(view, (fit.sector,)))
        if fit.sector
        else None,
        view.say("• They work in different departments.") if fit.other_department else None,
        view.say("• They belong to two organisations, and both want that.")
        if fit.elsewhere
        else None,
    )


def own_reasons(fit: Fit, view: View) -> Html:
    """To one of the two."""
    return lines(
        _abilities(fit, view),
        view.say("• You both speak {language}.", language=_language(fit, view)),
        view.say("• You both know this field: {sector}.", sector=sectors(view, (fit.sector,)))
        if fit.sector
        else None,
        view.say("• You work in different departments.") if fit.other_department else None,
    )


def _abilities(fit: Fit, view: View) -> Html:
    if not fit.competences:
        return view.say("• None of the abilities wished for is offered; the rest fits.")
    return view.say(
        "• Wished for and offered ({number} of {wished}): {abilities}.",
        number=view.number(len(fit.competences)),
        wished=view.number(fit.wished),
        abilities=competences(view, fit.competences),
    )


def _language(fit: Fit, view: View) -> str:
    return view.own_name(fit.language)
