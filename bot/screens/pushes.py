"""What comes by itself: friendly, short, and easy to put off."""

from bot.screens import buttons
from bot.screens.gone import content_gone
from bot.screens.html import Html, bold, paragraphs
from bot.screens.screen import Button, Screen
from bot.screens.view import View
from learning.lessons.asks import NextLesson
from learning.pushes.outcomes import LessonOffered, LessonReminded, RefresherOffered

NOON, EVENING = 12, 18


def lesson_offered_screen(offered: LessonOffered, view: View) -> Screen:
    title = view.title_of(offered.content)
    if title is None:
        return content_gone(view)
    recalls = None
    if offered.recalls:
        recalls = view.say_n(
            "First, {n} short question from an earlier lesson.",
            "First, {n} short questions from earlier lessons.",
            offered.recalls,
        )
    html = paragraphs(_greeting(view), _announcement(view, offered.content, title), recalls)
    return Screen(html, _rows(view, view.label("Begin")))


def lesson_reminded_screen(reminded: LessonReminded, view: View) -> Screen:
    title = view.title_of(reminded.content)
    if title is None:
        return content_gone(view)
    text = view.say(
        "{title} is still here for you. It takes a few minutes, whenever they suit you.",
        title=bold(title),
    )
    return Screen(paragraphs(_greeting(view), text), _rows(view, view.label("Go on")))


def refresher_offered_screen(offered: RefresherOffered, view: View) -> Screen:
    text = view.say_n(
        "{n} question from the course is worth a look again. Shall we?",
        "{n} questions from the course are worth a look again. Shall we?",
        offered.due,
    )
    rows = ((buttons.review(view),), (buttons.later_today(view), buttons.pause(view)))
    return Screen(paragraphs(_greeting(view), text), rows)


def _greeting(view: View) -> Html:
    hour = view.local_now.hour
    if hour < NOON:
        return view.say("Good morning!")
    return view.say("Good afternoon!") if hour < EVENING else view.say("Good evening!")


def _announcement(view: View, content: str, title: Html) -> Html:
    minutes = max(1, round(view.curriculum.minutes_of.get(content, 0)))
    if content in view.curriculum.scenarios:
        return view.say_n(
            "A scenario is ready for you: {title}. About {n} minute.",
            "A scenario is ready for you: {title}. About {n} minutes.",
            minutes,
            title=bold(title),
        )
    return view.say_n(
        "Today's lesson: {title}. About {n} minute.",
        "Today's lesson: {title}. About {n} minutes.",
        minutes,
        title=bold(title),
    )


def _rows(view: View, begin: str) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(begin, NextLesson()),),
        (buttons.later_today(view), buttons.pause(view)),
    )
