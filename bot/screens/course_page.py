"""The whole course on one page to read and to print, with all that a learner might come to see."""

from bot.screens.course_page_questions import question_part
from bot.screens.course_page_scenarios import scenario_part
from bot.screens.html import Html, escape
from bot.screens.sources import sources
from bot.screens.view import View
from learning.course.model import Card, Lesson, Module, Subunit

_STYLE = """
body { font: 17px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem;
  color: #1d2733; background: #fff; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2.2em 0 .5em; }
h1 { margin-top: .5em; } h2 { border-bottom: 3px solid #1b6e8c; } h4 { margin: 1.4em 0 .3em; }
p, li { overflow-wrap: anywhere; } .said { white-space: pre-line; margin: .4em 0; }
.tags, .where { color: #55606c; font-size: .85em; margin: .2em 0; }
.card, .decision, .ending { border-left: 4px solid #c9d6dd; padding-left: 1em; margin: 1em 0; }
.country { border-color: #b98900; } .ending { border-color: #1b6e8c; }
.try { background: #eef5f2; padding: .5em 1em; border-radius: 6px; }
blockquote { margin: .4em 0; font-size: .85em; color: #55606c; white-space: pre-line; }
dt { margin-top: .7em; font-weight: 600; } dd { margin-left: 1.5em; }
@media print { h3 { break-after: avoid; } .card, .decision, dd { break-inside: avoid; } }
"""


def course_page(view: View) -> str:
    """A whole HTML page in the view's language: it needs no other file and no network."""
    course = view.curriculum.course
    title = view.name(course.title)
    modules = "".join(_module_part(view, module) for module in course.modules)
    head = (
        f'<meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style>"
    )
    return (
        f'<!doctype html><html lang="{escape(view.language)}"><head>{head}</head><body>'
        f'<h1>{title}</h1><p class="tags">{escape(course.licence)}</p>'
        f"{_contents(view)}{modules}</body></html>\n"
    )


def said(text: Html) -> str:
    return f'<p class="said">{text}</p>'


def _contents(view: View) -> str:
    rows = (
        f'<li><a href="#{escape(subunit.id)}">{view.name(subunit.title)}</a></li>'
        for subunit in view.curriculum.course.subunits()
    )
    return f"<nav><ol>{''.join(rows)}</ol></nav>"


def _module_part(view: View, module: Module) -> str:
    subunits = "".join(_subunit_part(view, subunit) for subunit in module.subunits)
    return f"<h2>{view.name(module.title)}</h2>{subunits}"


def _subunit_part(view: View, subunit: Subunit) -> str:
    lessons = "".join(_lesson_part(view, view.curriculum.lessons[id]) for id in subunit.lessons)
    scenario = view.curriculum.scenarios[subunit.scenario]
    heading = f'<h3 id="{escape(subunit.id)}">{view.name(subunit.title)}</h3>'
    return f"{heading}{lessons}{scenario_part(view, scenario)}"


def _lesson_part(view: View, lesson: Lesson) -> str:
    course = view.curriculum.course
    tags = view.all_of(
        [view.plain(course.competences[id]) for id in lesson.competences]
        + [view.plain(course.sectors[id]) for id in lesson.sectors]
    )
    cards = "".join(_card_part(view, card, lesson) for card in lesson.cards)
    questions = "".join(question_part(view, question) for question in lesson.questions)
    return (
        f'<article id="{escape(lesson.id)}"><h4>{view.name(lesson.title)}</h4>'
        f'<p class="tags">{escape(lesson.id)} · {escape(tags)}</p>{cards}{questions}'
        f'<div class="try"><b>{view.say("Try this today")}</b>'
        f"{said(view.course(lesson.try_today))}</div></article>"
    )


def _card_part(view: View, card: Card, lesson: Lesson) -> str:
    cited = sources(view, card.sources, lesson.sources) or ""
    if card.country is None:
        return f'<div class="card">{said(view.course(card.text))}{cited}</div>'
    name = view.locale.territories.get(card.country.upper(), card.country)
    only = view.say("Shown to learners in this country alone: {country}", country=name)
    note = f'<p class="where">{only}</p>{said(view.course(card.text))}{cited}'
    return f'<div class="card country">{note}</div>'
