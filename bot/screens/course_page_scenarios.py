"""A scenario as the page of the course shows it: every choice, where it leads, every ending."""

from bot.screens.html import Html, escape
from bot.screens.sources import sources
from bot.screens.view import View
from learning.course.scenario import Branch, Choice, Condition, Decision, Ending, Scenario


def scenario_part(view: View, scenario: Scenario) -> str:
    decisions = (_decision_part(view, scenario, decision) for decision in scenario.decisions)
    endings = (_ending_part(view, scenario, ending) for ending in scenario.endings)
    title = view.say("Scenario: {title}", title=view.name(scenario.title))
    return (
        f'<article id="{escape(scenario.id)}"><h4>{title}</h4>'
        f'<p class="tags">{escape(scenario.id)}</p>{"".join(decisions)}{"".join(endings)}</article>'
    )


def _decision_part(view: View, scenario: Scenario, decision: Decision) -> str:
    choices = "".join(_choice_part(view, scenario, choice) for choice in decision.choices)
    return (
        f'<div class="decision" id="{_anchor(scenario, decision.id)}">'
        f'<p class="where">{escape(decision.id)}</p>'
        f'<p class="said">{view.course(decision.text)}</p><dl>{choices}</dl></div>'
    )


def _choice_part(view: View, scenario: Scenario, choice: Choice) -> str:
    leads = "<br>".join(_branch(view, scenario, branch) for branch in choice.leads)
    effects = ", ".join(f"{name} {value:+d}" for name, value in choice.effects.items())
    counted = f'<br><span class="where">{escape(effects)}</span>' if effects else ""
    return (
        f"<dt>{view.course(choice.text)}</dt>"
        f'<dd class="said">{view.course(choice.consequence)}</dd>'
        f'<dd class="said"><i>{view.say("What was behind it")}:</i> '
        f"{view.course(choice.coaching)}</dd>"
        f"<dd>{leads}{counted}</dd>"
    )


def _branch(view: View, scenario: Scenario, branch: Branch) -> str:
    place = Html(f'<a href="#{_anchor(scenario, branch.to)}">{escape(branch.to)}</a>')
    if not branch.when:
        return view.say("Leads to {place}", place=place)
    conditions = view.all_of([_condition(view, condition) for condition in branch.when])
    return view.say("Leads to {place} if {conditions}", place=place, conditions=conditions)


def _condition(view: View, condition: Condition) -> str:
    sign = "≥" if condition.is_ == "at_least" else "≤"
    return f"{condition.variable} {sign} {view.number(condition.value)}"


def _ending_part(view: View, scenario: Scenario, ending: Ending) -> str:
    return (
        f'<div class="ending" id="{_anchor(scenario, ending.id)}">'
        f'<p class="where">{view.say("Ending: {name}", name=ending.id)}</p>'
        f'<p class="said">{view.course(ending.text)}</p>'
        f'<p class="said"><b>{view.say("The rule to remember")}:</b> {view.course(ending.rule)}</p>'
        f"{sources(view, ending.sources, scenario.sources) or ''}</div>"
    )


def _anchor(scenario: Scenario, node: str) -> str:
    return escape(f"{scenario.id}.{node}")
