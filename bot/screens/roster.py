"""A list of codes sent as a file: what was understood, and what was not."""

from typing import assert_never

from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.inviting import shortened
from bot.screens.roles import department_name
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.organisations import outcomes as o
from learning.organisations.asks import ConfirmRoster, DropRoster, Invite
from learning.organisations.roster import MOST_LINES

MOST_DEPARTMENTS = 20


def roster_read_screen(read: o.RosterRead, view: View) -> Screen:
    more = len(read.departments) - MOST_DEPARTMENTS
    html = paragraphs(
        bold(view.say("Your list for {organisation}", organisation=read.organisation)),
        view.say_n("I understood {n} code:", "I understood {n} codes:", read.codes),
        lines(
            *(_count(each, view) for each in read.departments[:MOST_DEPARTMENTS]),
            view.say_n("… and {n} department more", "… and {n} departments more", more)
            if more > 0
            else None,
        ),
        _problems(read.problems, read.more_problems, view),
        view.say("The file itself is not kept. Shall these codes be valid, for a year?"),
    )
    confirm = ConfirmRoster(read.sheet, read.revision)
    return Screen(
        html,
        one_a_row(
            Button(view.label("Yes, take them"), confirm),
            Button(view.label("No, forget them"), DropRoster(read.sheet)),
        ),
    )


def roster_refused_screen(refused: o.RosterRefused, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("I could not use that file.")),
        _matter(refused.problem, view),
        _problems(refused.problems, 0, view),
        view.say(
            "Please send a CSV file with two columns, department and code. A code has 8 to 40 "
            "Latin letters, digits, - or _. Please no names: I need none. I kept nothing of it."
        ),
    )
    return Screen(html, ((Button(view.label("Make codes for me"), Invite()),),))


def roster_dropped_screen(dropped: o.RosterDropped, view: View) -> Screen:
    text = view.say("Nothing of that list is kept, and none of its codes is valid.")
    return Screen(text, ((Button(view.label("New invitation"), Invite()),),))


def _count(each: o.DepartmentCount, view: View) -> Html:
    name = shortened(department_name(view, each.department))
    return view.say("• {department}: {n}", department=name, n=view.number(each.codes))


def _problems(problems: tuple[o.RosterLine, ...], more: int, view: View) -> Html | None:
    if not problems:
        return None
    rows = (
        view.say("Line {line}: {matter}", line=each.line, matter=_line(each.problem, view))
        for each in problems
    )
    rest = view.say_n("… and {n} line more", "… and {n} lines more", more) if more else None
    return lines(bold(view.say("Lines that I left out:")), *rows, rest)


def _line(problem: o.RosterProblem, view: View) -> Html:
    match problem:
        case o.RosterProblem.NO_CODE:
            return view.say("no code")
        case o.RosterProblem.NOT_A_CODE:
            return view.say("the code is too short, too long or has other signs")
        case o.RosterProblem.TWICE:
            return view.say("this code stands in the list twice")
        case o.RosterProblem.TAKEN:
            return view.say("this code can't be used, please take another")
        case o.RosterProblem.LONG_DEPARTMENT:
            return view.say("the department's name is too long")
        case _:
            assert_never(problem)


def _matter(problem: o.FileProblem, view: View) -> Html:
    match problem:
        case o.FileProblem.NOT_A_TABLE:
            return view.say("It is no text with columns.")
        case o.FileProblem.TOO_LARGE:
            return view.say("It is larger than 200 kB, or I could not fetch it.")
        case o.FileProblem.TOO_MANY_LINES:
            return view.say("It has too many lines: {n} at most.", n=view.number(MOST_LINES))
        case o.FileProblem.NO_COLUMNS:
            return view.say("I did not find the columns department and code.")
        case o.FileProblem.NOTHING_GOOD:
            return view.say("There was no code in it that I can use.")
        case _:
            assert_never(problem)
