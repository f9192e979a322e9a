"""The end of a lesson and the end of a practice."""

from datetime import datetime

from bot.screens import buttons
from bot.screens.gone import content_gone
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import at_moment
from bot.screens.view import View
from learning.lessons.asks import ReviewNow
from learning.lessons.outcomes import LessonClosed, ReviewClosed
from learning.scenarios.asks import OpenScenario


def lesson_closed_screen(closed: LessonClosed, view: View) -> Screen:
    lesson = view.curriculum.lessons.get(closed.lesson)
    if lesson is None:
        return content_gone(view)
    try_today = lines(bold(view.say("Try this today")), view.course(lesson.try_today))
    html = paragraphs(
        bold(view.say("Done: {title}", title=view.name(lesson.title))),
        _praise(view, closed.rights, closed.answered),
        try_today,
        _what_follows(view, closed),
    )
    return Screen(html, _rows(view, closed))


def review_closed_screen(closed: ReviewClosed, view: View) -> Screen:
    waiting = None
    if closed.waiting:
        waiting = view.say_n(
            "{n} more question is waiting, if you like.",
            "{n} more questions are waiting, if you like.",
            closed.waiting,
        )
    html = paragraphs(
        bold(view.say("That was good practice.")),
        _praise(view, closed.rights, closed.answered),
        waiting,
    )
    more = Button(view.label("Go on practising"), ReviewNow())
    onward = buttons.next_lesson(view)
    if closed.scenario is not None and view.title_of(closed.scenario):
        onward = Button(view.label("To the scenario"), OpenScenario(closed.scenario))
    rows = one_a_row(more if closed.waiting else None, onward, buttons.progress(view))
    return Screen(html, rows)


def _praise(view: View, rights: int, answered: int) -> Html | None:
    """True praise: it counts what was right, and says what happens to the rest."""
    if not answered:
        return None
    if rights == answered:
        return view.say_n("Your answer was right.", "All {n} answers were right.", answered)
    if not rights:
        return view.say_n(
            "The question will come back, and each time it gets easier.",
            "The questions will come back, and each time they get easier.",
            answered,
        )
    return view.say(
        "You had {rights} of {of} right. What was hard comes back, until it is easy.",
        rights=view.number(rights),
        of=view.number(answered),
    )


def _what_follows(view: View, closed: LessonClosed) -> Html:
    if closed.course_finished:
        return view.say("With this lesson you have finished the whole course. Congratulations!")
    if closed.scenario is not None and (title := view.title_of(closed.scenario)):
        return _scenario_follows(view, title, closed.next_at)
    if closed.next_at is None:
        return view.say("That's it for today.")
    return view.say(
        "That's it for today. The next lesson comes {moment}.",
        moment=at_moment(view, closed.next_at),
    )


def _scenario_follows(view: View, title: Html, next_at: datetime | None) -> Html:
    now = view.say(
        "A scenario closes this part of the course: {title}. Would you like to play it now?",
        title=bold(title),
    )
    if next_at is None:
        return now
    later = view.say(
        "If not, that's it for today, and I will offer it {moment}.",
        moment=at_moment(view, next_at),
    )
    return paragraphs(now, later)


def _rows(view: View, closed: LessonClosed) -> tuple[tuple[Button, ...], ...]:
    if closed.course_finished:
        return one_a_row(buttons.progress(view), buttons.review(view))
    play = None
    if closed.scenario is not None:
        play = Button(view.label("Play the scenario"), OpenScenario(closed.scenario))
    another = Button(view.label("One more lesson"), buttons.next_lesson(view).ask)
    return one_a_row(play or another, buttons.progress(view))
