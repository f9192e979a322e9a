"""Rounds of the needs analysis, as their coordinators see them."""

from typing import assert_never

from bot.screens import buttons
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, one_a_row
from bot.screens.times import day_and_hour, short_date
from bot.screens.view import View
from learning.needs import outcomes as o
from learning.needs.asks import (
    CloseRound,
    DropPlan,
    LaunchRound,
    OfferClosing,
    PlanRound,
    RemindRound,
    ReportNeeds,
    SetClosing,
    SetOpening,
    ShowRound,
    ShowRounds,
    ToggleDepartment,
)
from learning.needs.model import Mode
from learning.needs.report.chapters import Part
from learning.reports.model import FEWEST_OF_ATTITUDES

OPENINGS = (0, 1, 7)
CLOSINGS = (14, 21, 42)


def rounds_screen(shown: o.RoundsShown, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Needs analysis of {organisation}", organisation=shown.organisation)),
        view.say(
            "In a round your people answer 24 questions about their work. They get their own path "
            "through the course, and you get counts about groups, never about one person."
        ),
        lines(*(_round_line(each, view) for each in shown.rounds)),
        view.say("Which kind of round? It stands fast once it is launched."),
        lines(*_kinds(view)),
    )
    every = [Button(_name(each, view), ShowRound(each.id)) for each in shown.rounds]
    return Screen(
        html,
        one_a_row(
            *every,
            Button(view.label("Plan a confidential round"), PlanRound(Mode.CONFIDENTIAL)),
            Button(view.label("Plan an unlinked round"), PlanRound(Mode.UNLINKED)),
        ),
    )


def _kinds(view: View) -> tuple[Html, ...]:
    return (
        view.say(
            "• <b>Confidential:</b> the answers stay with each person, sealed, for their path and "
            "for before and after the course. You see groups."
        ),
        view.say(
            "• <b>Unlinked after sending:</b> nothing leads from the answers to the person. No "
            "before and after, and no counts by department, language or field of work."
        ),
    )


def round_planned_screen(planned: o.RoundPlanned, view: View) -> Screen:
    plan = planned.round
    html = paragraphs(
        bold(view.say("A round is planned")),
        _facts(plan, view),
        view.say(
            "Choose departments, when it opens and how long it stays open. When it opens, I tell "
            "everybody it asks, within their hours. Nothing is sent before you launch it."
        ),
    )
    return Screen(html, (*_departments(planned, view), *_dates(plan, view), *_ends(plan, view)))


def _departments(planned: o.RoundPlanned, view: View) -> tuple[Row, ...]:
    plan = planned.round
    return one_a_row(
        *(
            Button(
                f"✓ {each.name}" if each.chosen else each.name,
                ToggleDepartment(plan.id, plan.revision, each.id),
            )
            for each in planned.departments
        )
    )


def _dates(plan: o.RoundFacts, view: View) -> tuple[Row, ...]:
    opens = (view.label("Open at once"), view.label("Tomorrow"), view.label("In a week"))
    closes = [view.label_n("For {n} week", "For {n} weeks", days // 7) for days in CLOSINGS]
    return (
        tuple(
            Button(label, SetOpening(plan.id, plan.revision, days))
            for label, days in zip(opens, OPENINGS, strict=True)
        ),
        tuple(
            Button(label, SetClosing(plan.id, plan.revision, days))
            for label, days in zip(closes, CLOSINGS, strict=True)
        ),
    )


def _ends(plan: o.RoundFacts, view: View) -> tuple[Row, ...]:
    return one_a_row(
        Button(view.label("Launch it"), LaunchRound(plan.id, plan.revision)),
        Button(view.label("Throw the plan away"), DropPlan(plan.id)),
    )


def round_launched_screen(launched: o.RoundLaunched, view: View) -> Screen:
    told = view.say_n("{n} person will hear of it.", "{n} people will hear of it.", launched.called)
    html = paragraphs(bold(view.say("The round is launched")), _facts(launched.round, view), told)
    return Screen(html, _onward(launched.round, view))


def round_shown_screen(shown: o.RoundShown, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Round {number}", number=shown.round.id)),
        _facts(shown.round, view),
        _turnout(shown.groups, view),
    )
    return Screen(html, _round_rows(shown.round, view))


def _turnout(groups: tuple[o.GroupTurnout, ...], view: View) -> Html:
    if not groups:
        return view.say_n(
            "It asks fewer than {n} person, so I do not show how many have answered.",
            "It asks fewer than {n} people, so I do not show how many have answered.",
            FEWEST_OF_ATTITUDES,
        )
    return lines(
        bold(view.say("Answers so far")),
        *(_group(each, view) for each in groups),
        view.say("Smaller departments are counted together.") if len(groups) > 1 else None,
    )


def _group(group: o.GroupTurnout, view: View) -> Html:
    names = [name or view.label("without a department") for name in group.names]
    who = ", ".join(names) if names else view.label("Everybody")
    share = view.percent(group.answered / group.asked) if group.asked else "–"
    return view.say(
        "{who}: {answered} of {asked} ({share})",
        who=who,
        answered=view.number(group.answered),
        asked=view.number(group.asked),
        share=share,
    )


def round_reminded_screen(reminded: o.RoundReminded, view: View) -> Screen:
    text = view.say_n(
        "{n} person who has not answered yet will be reminded, within their hours.",
        "{n} people who have not answered yet will be reminded, within their hours.",
        reminded.called,
    )
    return Screen(text, _onward(reminded.round, view))


def closing_offered_screen(offered: o.ClosingOffered, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Close this round now?")),
        view.say("Nobody can answer it afterwards, and it cannot be opened again."),
    )
    round = offered.round
    return Screen(
        html,
        one_a_row(
            Button(view.label("Yes, close it"), CloseRound(round.id, round.revision)),
            Button(view.label("No, leave it open"), ShowRound(round.id)),
        ),
    )


def round_closed_screen(closed: o.RoundClosed, view: View) -> Screen:
    html = paragraphs(bold(view.say("The round is closed")), _facts(closed.round, view))
    return Screen(html, _onward(closed.round, view))


def plan_dropped_screen(dropped: o.PlanDropped, view: View) -> Screen:
    back = Button(view.label("All rounds"), ShowRounds())
    return Screen(view.say("The plan is thrown away. Nobody was told of it."), ((back,),))


def _round_rows(round: o.RoundFacts, view: View) -> tuple[Row, ...]:
    remind = Button(
        view.label("Remind who has not answered"), RemindRound(round.id, round.revision)
    )
    close = Button(view.label("Close it"), OfferClosing(round.id))
    return one_a_row(
        _report(round, view),
        remind if round.may_remind else None,
        close if round.closed_at is None else None,
        Button(view.label("All rounds"), ShowRounds()),
    )


def _onward(round: o.RoundFacts, view: View) -> tuple[Row, ...]:
    see = Button(view.label("This round"), ShowRound(round.id))
    every = Button(view.label("All rounds"), ShowRounds())
    return one_a_row(_report(round, view), see, every, buttons.help_me(view))


def _report(round: o.RoundFacts, view: View) -> Button | None:
    if round.closed_at is None:
        return None
    return Button(view.label("What people said"), ReportNeeds(round.id, Part.PROFILE))


def _facts(round: o.RoundFacts, view: View) -> Html:
    who = ", ".join(round.departments) or view.label("all departments")
    opens = day_and_hour(view, round.opens_at) if round.opens_at else None
    return lines(
        view.say("Kind: {mode}", mode=_mode(round.mode, view)),
        view.say("Asks: {who}", who=who),
        view.say("Opens: {moment}", moment=opens or view.label("at once, when it is launched")),
        view.say("Closes: {moment}", moment=day_and_hour(view, round.closes_at))
        if round.closes_at and round.closed_at is None
        else None,
        view.say("Closed: {moment}", moment=day_and_hour(view, round.closed_at))
        if round.closed_at
        else None,
    )


def _mode(mode: Mode, view: View) -> str:
    match mode:
        case Mode.CONFIDENTIAL:
            return view.label("confidential")
        case Mode.UNLINKED:
            return view.label("unlinked after sending")
        case Mode.OWN:
            return view.label("for the own path alone")
        case _:
            assert_never(mode)


def _round_line(round: o.RoundFacts, view: View) -> Html:
    return Html(f"• {_name(round, view)}")


def _name(round: o.RoundFacts, view: View) -> str:
    number = round.id
    if not round.launched:
        return view.label("Round {number}: a plan", number=number)
    if round.closed_at is not None:
        day = short_date(view, round.closed_at)
        return view.label("Round {number}: closed on {date}", number=number, date=day)
    if round.is_open:
        return view.label("Round {number}: open", number=number)
    if round.opens_at is not None:
        day = short_date(view, round.opens_at)
        return view.label("Round {number}: opens on {date}", number=number, date=day)
    return view.label("Round {number}", number=number)
