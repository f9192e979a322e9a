"""A lesson from the first card to the last word, and the ways in and out of it."""

from dataclasses import replace
from typing import assert_never

from bot.screens import buttons
from bot.screens.closing import lesson_closed_screen, review_closed_screen
from bot.screens.feedback import graded_screen
from bot.screens.gone import content_gone
from bot.screens.html import bold, italic, lines, paragraphs
from bot.screens.questions import confidence_screen, question_screen
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.sources import sources
from bot.screens.times import on_day
from bot.screens.view import View
from learning.account.asks import ShowDefaults
from learning.lessons import outcomes as o
from learning.lessons.asks import Recalls, ReturnAfterAbsence, TurnBack, TurnOn
from learning.scenarios.asks import OpenScenario


def sitting_screen(shown: o.SittingView, view: View) -> Screen:
    match shown:
        case o.CardShown():
            return card_screen(shown, view)
        case o.QuestionAsked():
            return question_screen(shown, view)
        case o.ConfidenceAsked():
            return confidence_screen(shown, view)
        case o.AnswerGraded():
            return graded_screen(shown, view)
        case o.LessonClosed():
            return lesson_closed_screen(shown, view)
        case o.ReviewClosed():
            return review_closed_screen(shown, view)
        case _:
            assert_never(shown)


def card_screen(shown: o.CardShown, view: View) -> Screen:
    lesson = view.curriculum.lessons.get(shown.lesson)
    card = view.curriculum.card(shown.card)
    if lesson is None or card is None:
        return content_gone(view)
    place = view.say(
        "Card {number} of {of}", number=view.number(shown.number), of=view.number(shown.of)
    )
    html = paragraphs(
        lines(bold(view.name(lesson.title)), italic(place)),
        view.course(card.text),
        sources(view, card.sources, lesson.sources),
    )
    back = Button(view.label("Back"), TurnBack(shown.sitting, shown.revision))
    onward = Button(view.label("Next"), TurnOn(shown.sitting, shown.revision))
    turning = (back, onward) if shown.back else (onward,)
    return Screen(html, (turning, (buttons.report_mistake(view, shown.card),)))


def moved_screen(moved: o.AlreadyMoved, view: View) -> Screen:
    toast = view.label("That was already done – here is where you are.")
    return replace(sitting_screen(moved.now, view), toast=toast)


def sitting_gone_screen(gone: o.SittingGone, view: View) -> Screen:
    text = view.say("That lesson is no longer open. You can go on right here.")
    return Screen(text, ((buttons.go_on(view),), (buttons.progress(view),)))


def not_begun_screen(outcome: o.NotBegun, view: View) -> Screen:
    text = view.say("Your lessons have not begun yet. A look at the settings, and off you go.")
    return Screen(text, ((Button(view.label("Set up my lessons"), ShowDefaults()),),))


def nothing_to_review_screen(outcome: o.NothingToReview, view: View) -> Screen:
    next_on = outcome.next_on
    again = None
    if next_on is not None:
        again = view.say("The next question comes back {day}.", day=on_day(view, next_on))
    nothing = view.say(
        "Nothing waits to be practised today. A question comes back shortly before it would be "
        "forgotten."
    )
    text = paragraphs(nothing, again)
    return Screen(text, ((buttons.next_lesson(view),), (buttons.progress(view),)))


def nothing_to_repeat_screen(outcome: o.NothingToRepeat, view: View) -> Screen:
    text = view.say("There is no finished lesson to repeat yet. The first one is waiting for you.")
    return Screen(text, ((buttons.next_lesson(view),),))


def course_done_screen(done: o.CourseDone, view: View) -> Screen:
    text = paragraphs(
        bold(view.say("You have finished the course.")),
        view.say_n(
            "{n} lesson lies behind you. Thank you for the care you put into it.",
            "{n} lessons lie behind you. Thank you for the care you put into them.",
            done.lessons,
        ),
        view.say_n(
            "{n} question is ready to be practised today.",
            "{n} questions are ready to be practised today.",
            done.due,
        )
        if done.due
        else view.say("Once a month I will bring you a few questions, so that it stays fresh."),
    )
    return Screen(
        text,
        one_a_row(
            buttons.certificate(view),
            buttons.review(view) if done.due else None,
            buttons.progress(view),
            buttons.repeat(view),
        ),
    )


def scenario_next_screen(outcome: o.ScenarioNext, view: View) -> Screen:
    title = view.title_of(outcome.scenario)
    if title is None:
        return content_gone(view)
    text = paragraphs(
        bold(title),
        view.say(
            "This part of the course ends with a scenario. You decide what to do and see what "
            "comes of it. Nobody is graded, and you can play it as often as you like."
        ),
    )
    return Screen(text, ((Button(view.label("Begin"), OpenScenario(outcome.scenario)),),))


def welcome_back_screen(outcome: o.WelcomeBack, view: View) -> Screen:
    text = paragraphs(
        bold(view.say("Good to see you again!")),
        view.say_n(
            "{n} question from earlier lessons is waiting. How would you like to begin?",
            "{n} questions from earlier lessons are waiting. How would you like to begin?",
            outcome.due,
        ),
    )

    def button(label: str, recalls: Recalls) -> Button:
        return Button(label, ReturnAfterAbsence(recalls))

    every = view.label_n("All {n} first", "All {n} first", outcome.due)
    rows = one_a_row(
        button(view.label("One question first"), Recalls.ONE),
        button(every, Recalls.ALL) if outcome.due > 1 else None,
        button(view.label("Straight on"), Recalls.NONE),
    )
    return Screen(text, rows)
