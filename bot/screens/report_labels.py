"""What the groups of a report are called."""

from collections.abc import Hashable
from datetime import date, timedelta

from bot.screens.speech import Speech
from bot.screens.times import short_day
from bot.screens.view import View
from learning.reports.ladder import Ladder, Step, StepKind
from learning.reports.model import Stage
from learning.reports.publishing import BANDS

Group = tuple[Hashable, ...]


def department_label(speech: Speech, group: Group) -> str:
    if len(group) > 1:
        return speech.label("Others together")
    return str(group[0]) if group[0] is not None else speech.label("No department")


def week_label(speech: Speech, group: Group) -> str:
    """The days from the first week to the end of the last; None among them is all time before."""
    weeks = [week for week in group if isinstance(week, date)]
    if not weeks:
        return speech.label("Earlier")
    last = short_day(speech, weeks[-1] + timedelta(days=6))
    if None in group:
        return speech.label("Until {day}", day=last)
    return f"{short_day(speech, weeks[0])} – {last}"


def stage_label(speech: Speech, ladder: Ladder, group: Group) -> str:
    first, last = (_stage(speech, ladder.stage(_place(group[at]))) for at in (0, -1))
    return _span(first, last)


def step_label(view: View, ladder: Ladder, group: Group) -> str:
    first, last = (_step(view, ladder.steps[_place(group[at])]) for at in (0, -1))
    return _span(first, last)


def days_label(speech: Speech, group: Group) -> str:
    first, after = _place(group[0]), BANDS.index(_place(group[-1])) + 1
    if after == len(BANDS):
        return speech.label("{first} or more", first=first)
    return f"{first}–{BANDS[after] - 1}"


def _place(value: Hashable) -> int:
    if not isinstance(value, int):
        raise TypeError("a place on a scale is a number")
    return value


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _stage(speech: Speech, stage: Stage) -> str:
    match stage:
        case Stage.NOT_BEGUN:
            return speech.label("Not begun")
        case Stage.BEGUN:
            return speech.label("Begun")
        case Stage.HALF:
            return speech.label("Half or more")
        case Stage.FINISHED:
            return speech.label("Finished")


def _step(view: View, step: Step) -> str:
    match step.kind:
        case StepKind.NOT_BEGUN:
            return _stage(view, Stage.NOT_BEGUN)
        case StepKind.BEGUN:
            return _stage(view, Stage.BEGUN)
        case StepKind.FINISHED:
            return _stage(view, Stage.FINISHED)
        case StepKind.LESSONS:
            return view.label("“{subunit}”, lessons", subunit=_title(view, step))
        case StepKind.SCENARIO:
            return view.label("“{subunit}”, scenario", subunit=_title(view, step))


def _title(view: View, step: Step) -> str:
    titles = {each.id: each.title for each in view.curriculum.course.subunits()}
    return view.plain(titles[step.subunit or ""])
