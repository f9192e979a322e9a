"""How far one is: a drawing, and the same facts in words."""

from bot.screens import buttons
from bot.screens.certificates import rule
from bot.screens.drawing import Figure, ModuleBar, ProgressDrawing, SubunitBar
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen
from bot.screens.times import at_moment
from bot.screens.view import View
from learning.progress.outcomes import ModuleProgress, ProgressShown

CAPTION = 900  # characters; Telegram allows 1024 below a picture


def progress_screen(shown: ProgressShown, view: View) -> Screen:
    drawing = _drawing(shown, view)
    figures = lines(*(f"{figure.label}: {figure.number}" for figure in drawing.figures))
    head = bold(drawing.title)
    tail = paragraphs(drawing.memory, _what_comes(view, shown), rule(view))
    whole = paragraphs(head, *map(_module_in_words, drawing.modules), figures, tail)
    if len(whole) > CAPTION:
        counts = lines(*(f"{module.title}: {module.count}" for module in drawing.modules))
        whole = paragraphs(head, counts, figures, tail)
    below = (buttons.certificate(view), buttons.settings(view))
    return Screen(whole, ((_onward(shown, view),), below), drawing=drawing)


def _onward(shown: ProgressShown, view: View) -> Button:
    if shown.due_today:
        return buttons.review(view)
    return buttons.repeat(view) if shown.finished else buttons.next_lesson(view)


def _drawing(shown: ProgressShown, view: View) -> ProgressDrawing:
    modules = tuple(_module(module, view) for module in shown.modules)
    return ProgressDrawing(
        language=view.language,
        title=view.label("Your progress"),
        alt=view.label("Your progress in bars; the text below says the same."),
        figures=(
            Figure(view.number(shown.days_learned), view.label("Days learned")),
            Figure(view.number(shown.streak), view.label("Days in a row")),
            Figure(view.number(shown.questions), view.label("Questions met")),
        ),
        memory=_memory(view, shown),
        strength=shown.strength,
        modules=modules,
        legend=(
            view.label("lesson done"),
            view.label("lesson open"),
            view.label("scenario played"),
        ),
    )


def _module(module: ModuleProgress, view: View) -> ModuleBar:
    course = view.curriculum.course
    titles = {each.id: view.plain(each.title) for each in course.modules}
    titles |= {each.id: view.plain(each.title) for each in course.subunits()}
    done = sum(subunit.done for subunit in module.subunits)
    of = sum(subunit.of for subunit in module.subunits)
    return ModuleBar(
        title=titles.get(module.id, module.id),
        count=view.label_n("{done} of {n} lesson", "{done} of {n} lessons", of, done=done),
        subunits=tuple(
            SubunitBar(titles.get(each.id, each.id), each.done, each.of, each.scenario)
            for each in module.subunits
        ),
    )


def _module_in_words(module: ModuleBar) -> Html:
    """The module; its subunits too when it is neither whole nor untouched."""
    untouched = all(each.done == 0 and not each.scenario for each in module.subunits)
    whole = all(each.done == each.of and each.scenario for each in module.subunits)
    rows = (
        f"• {each.title}: {each.done}/{each.of}{' ✓' if each.scenario else ''}"
        for each in module.subunits
        if not (untouched or whole)
    )
    return lines(Html(f"<b>{escape(module.title)}</b>: {escape(module.count)}"), *rows)


def _memory(view: View, shown: ProgressShown) -> str:
    if shown.strength is None:
        return view.label("Memory: it shows after your first questions.")
    return view.label(
        "Memory: in a week, without practising, you would likely still know {share} of what you "
        "were asked.",
        share=view.percent(shown.strength),
    )


def _what_comes(view: View, shown: ProgressShown) -> Html:
    if shown.due_today:
        return view.say_n(
            "{n} question is ready to be practised today.",
            "{n} questions are ready to be practised today.",
            shown.due_today,
        )
    if shown.finished:
        return view.say("You have finished the course.")
    if shown.next_at is None:
        return view.say("The next lesson is ready whenever you are.")
    return view.say("The next lesson comes {moment}.", moment=at_moment(view, shown.next_at))
