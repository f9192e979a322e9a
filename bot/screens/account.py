"""Arriving, the privacy notice, help, and everything the bot does not read."""

from bot.locales.catalogues import languages
from bot.screens import buttons
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.menu import commands, role_commands
from bot.screens.screen import Button, Row, Screen, in_rows
from bot.screens.speech import Speech
from bot.screens.view import View
from learning.account import outcomes as o
from learning.account.asks import ChooseSetting, ShowDefaults

PROJECT = "https://q-ser.org"


def welcome_screen(welcomed: o.Welcomed, view: View) -> Screen:
    """The greeting and the notice; the other languages are one tap away."""
    html = paragraphs(
        bold(view.say("Hello! I am the Q-SER learning assistant.")),
        view.say(
            "On working days I bring you one lesson of about five minutes: how to serve "
            "emigrants and refugees well, with questions and small scenarios from real desks."
        ),
        _joined(view, welcomed.joined),
        _problem(view, welcomed.problem),
        notice(view),
    )
    onward = Button(view.label("Go on"), ShowDefaults())
    return Screen(html, ((onward,), *in_rows(other_languages(view), 2)))


def welcome_again_screen(welcomed: o.WelcomedAgain, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Good to see you again!")),
        _joined(view, welcomed.joined),
        _problem(view, welcomed.problem),
        view.say("Your lessons are paused.") if welcomed.paused else None,
        view.say("What would you like to do?"),
    )
    wake: tuple[Row, ...] = ((buttons.resume(view),),) if welcomed.paused else ()
    return Screen(html, (*wake, *buttons.menu(view)))


def help_screen(shown: o.HelpShown, view: View) -> Screen:
    every = (*role_commands(view, shown.roles), *commands(view))
    rows = (f"/{name} – {description}" for name, description in every)
    html = paragraphs(
        bold(view.say("This is what I can do")),
        view.say(
            "On your days and at your hour I bring you a lesson. You can also ask for one at any "
            "time. Use the buttons, or these commands:"
        ),
        lines(*rows),
        view.say(
            "If a button does not answer, send /lesson: nothing you have done is lost. For "
            "questions about your training, turn to the person who sent you here."
        ),
    )
    return Screen(html, buttons.menu(view))


def about_screen(shown: o.AboutShown, view: View) -> Screen:
    course = view.curriculum.course
    html = paragraphs(
        bold(view.name(course.title)),
        view.say(
            "Q-SER was a European project (Erasmus+, 2017–2020) on services for emigrants and "
            "refugees at local level, coordinated by the Municipality of Egaleo. Its three topics "
            "and its two mentoring models are published."
        ),
        view.say(
            "The three modules follow the published topics. The lessons and scenarios are a new "
            "proposal, and they cite their sources."
        ),
        view.say("Course text: {licence}.", licence=course.licence),
    )
    return Screen(html, ((Button("q-ser.org", url=PROJECT),), (buttons.help_me(view),)))


def notice_screen(shown: o.NoticeShown, view: View) -> Screen:
    return Screen(notice(view), ((buttons.next_lesson(view), buttons.settings(view)),))


def notice(speech: Speech) -> Html:
    """The privacy notice: what, why, who sees it, and how to stop."""
    return paragraphs(
        bold(speech.say("Your data, plainly")),
        lines(
            speech.say(
                "• <b>What I keep:</b> your Telegram number, language, field of work, time zone "
                "and lesson times, your organisation if you came by its link, which lessons you "
                "finished and how the questions went. I use it to bring you the right lesson at "
                "the right time. Words you type as an answer are checked at once and not kept; "
                "what you write to a person is sealed until the matter is closed."
            ),
            speech.say(
                "• <b>Who sees it:</b> nobody sees your answers. Your organisation sees numbers "
                "about groups only, and never for your appraisal."
            ),
            speech.say(
                "• <b>Not anonymous:</b> your Telegram number belongs to you, so these are "
                "personal data. I ask for a name only when somebody else will see one."
            ),
            speech.say(
                "• <b>Telegram:</b> this chat is not end-to-end encrypted, and Telegram keeps "
                "its own copy. Please write nothing here about the people you serve."
            ),
            speech.say(
                "• <b>Why we may:</b> when your organisation offers you this training, that is "
                "the basis for it, not your consent."
            ),
            speech.say(
                "• <b>Stopping:</b> /pause stops the messages, blocking this chat stops "
                "everything. /privacy says more, /mydata gives you a copy, /delete erases "
                "everything."
            ),
        ),
    )


def other_languages(view: View) -> list[Button]:
    """A button for each language but this one, in its own name."""
    return [
        Button(view.own_name(language), ChooseSetting(o.Field.LANGUAGE, language))
        for language in languages()
        if language != view.language
    ]


def only_text_screen(outcome: o.OnlyText, view: View) -> Screen:
    text = view.say(
        "Thank you, but I can only read text and buttons. I have not kept what you sent."
    )
    return Screen(text, buttons.menu(view))


def edit_seen_screen(outcome: o.EditSeen, view: View) -> Screen:
    return Screen(
        view.say(
            "You changed a message. What you first wrote still counts. To say something new, "
            "please send a new message."
        )
    )


def private_only_screen(outcome: o.PrivateOnly, view: View) -> Screen:
    return Screen(
        view.say("Lessons are between the two of us. Please write to me in a private chat.")
    )


def button_outdated_screen(outcome: o.ButtonOutdated, view: View) -> Screen:
    text = view.say("That button is from an older time. Here is what you can do now:")
    return Screen(text, buttons.menu(view), toast=view.label("This button is too old."))


def _joined(view: View, organisation: str | None) -> Html | None:
    if organisation is None:
        return None
    return view.say("You are learning with {organisation}.", organisation=bold(organisation))


def _problem(view: View, problem: o.CodeProblem | None) -> Html | None:
    return code_problem(view, problem) if problem else None


def code_problem(view: View, problem: o.CodeProblem) -> Html:
    """What is the matter with the code, and what to do next."""
    matter = {
        o.CodeProblem.UNKNOWN: view.say("I do not know the code in your link."),
        o.CodeProblem.EXPIRED: view.say("The code in your link is no longer valid."),
        o.CodeProblem.USED_UP: view.say(
            "The code in your link has already been used as often as it may."
        ),
        o.CodeProblem.REVOKED: view.say("The code in your link has been withdrawn."),
    }[problem]
    return lines(
        matter,
        view.say(
            "Please ask the person who gave it to you for a new one. You need not wait for it: "
            "you can learn right away, and nothing you do is lost."
        ),
    )
