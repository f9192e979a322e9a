"""When a typed text may belong to more than one thing, or to what is over."""

from typing import assert_never

from bot.screens import buttons
from bot.screens.html import paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from learning.talk import outcomes as o
from learning.talk.asks import ForgetText, GiveTextTo
from learning.talk.model import Prompt

LONGEST_STEM = 24


def prompt_over_screen(outcome: o.PromptOver, view: View) -> Screen:
    text = view.say(
        "What you wrote that for is no longer open. I have not kept your text. What would you "
        "like to do?"
    )
    return Screen(text, buttons.menu(view))


def which_prompt_screen(which: o.WhichPrompt, view: View) -> Screen:
    """One button for each, naming what and whom it concerns."""
    html = paragraphs(
        view.say("What is your text meant for?"),
        view.say("It goes nowhere before you have chosen."),
    )
    rows = one_a_row(
        *(_choice(which.held, candidate, view) for candidate in which.candidates),
        Button(view.label("None of these"), ForgetText(which.held)),
    )
    return Screen(html, rows)


def answer_in_doubt_screen(doubt: o.AnswerInDoubt, view: View) -> Screen:
    candidate = doubt.candidate
    html = paragraphs(
        view.say("Is this your answer?"),
        view.say("Nothing is graded before you say so, and the question stays open."),
    )
    yes = GiveTextTo(doubt.held, candidate.prompt, candidate.id, candidate.revision)
    rows = one_a_row(
        Button(view.label("Yes, my answer"), yes),
        Button(view.label("No, something else"), ForgetText(doubt.held)),
    )
    return Screen(html, rows)


def text_forgotten_screen(outcome: o.TextForgotten, view: View) -> Screen:
    text = view.say("I have forgotten that text. What would you like to do?")
    return Screen(text, buttons.menu(view))


def _choice(held: int, candidate: o.Candidate, view: View) -> Button:
    ask = GiveTextTo(held, candidate.prompt, candidate.id, candidate.revision)
    return Button(_name(candidate, view), ask)


def _name(candidate: o.Candidate, view: View) -> str:
    match candidate.prompt:
        case Prompt.SITTING:
            question = view.curriculum.question(candidate.about or "")
            if question is None:
                return view.label("The question of the lesson")
            stem = view.plain(question.prompt)
            short = stem if len(stem) <= LONGEST_STEM else f"{stem[:LONGEST_STEM].rstrip()}…"
            return view.label("Answer: {question}", question=short)
        case Prompt.SHEET:
            return view.label("The sheet of invitations")
        case Prompt.TICKET:
            return view.label("Message {number} to a person", number=candidate.id)
        case Prompt.NEEDS:
            return view.label("The questions about what I need")
        case Prompt.LOOKING_BACK:
            return view.label("My words at the end of the mentoring")
        case Prompt.MESSAGE:
            return view.label("A message to the other one of my pair")
        case Prompt.CONCERN | Prompt.NOTE:
            return view.label("My concern, in confidence")
        case Prompt.CARD:
            return view.label("My good practice")
        case Prompt.MEETING_PLACE:
            return view.label("Where we meet")
        case Prompt.DAY_GOAL:
            return view.label("The goal of our day of job shadowing")
        case Prompt.DAY_NOTE:
            return view.label("My words about the day of job shadowing")
        case Prompt.NAME | Prompt.PAIR_NAME:
            return view.label("My name, as others see it")
        case Prompt.EVENT:
            return view.label("Event {number}", number=candidate.id)
        case Prompt.ATTENDANCE:
            return view.label("The code shown at the event")
        case Prompt.ANNOUNCEMENT:
            return view.label("Announcement {number}", number=candidate.id)
        case Prompt.AGREEMENT:
            return view.label("A goal of our agreement")
        case Prompt.CHECK_IN:
            return view.label("My check-in")
        case Prompt.CERTIFICATE:
            return view.label("The name on my certificate")
        case Prompt.ATTENDED:
            return view.label("The name on my certificate of attendance")
        case _:
            assert_never(candidate.prompt)
