"""The needs analysis in chat: the notice, one question at a time, and the look before sending."""

from dataclasses import replace

from bot.screens import buttons
from bot.screens.choices import Choices, from_words
from bot.screens.html import Html, bold, italic, lines, paragraphs
from bot.screens.needs_answers import answer_words
from bot.screens.needs_facts import fact_rows, facts_in_words
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.view import View
from learning.course.words import Words
from learning.needs import outcomes as o
from learning.needs.answers import OFTEN
from learning.needs.asking import Place, find
from learning.needs.asks import (
    DropAnswers,
    GoBack,
    KeepForMyself,
    PickAnswer,
    ReviseAnswer,
    SendAnswers,
    SettleAnswer,
    ShowNeeds,
    SkipQuestion,
)
from learning.needs.choosing import choices
from learning.needs.model import Mode
from learning.needs.questionnaire import (
    Grid,
    Known,
    Number,
    Option,
    Questionnaire,
    Scale,
    Several,
    ShortText,
    Single,
)
from learning.talk.model import Focus, Prompt, Shown

STEPS_A_ROW, NUMBERS_A_ROW = 5, 8


def needs_asked_screen(asked: o.NeedsAsked, view: View) -> Screen:
    questionnaire = view.curriculum.needs.get(asked.definition)
    here = _place(asked, questionnaire)
    if questionnaire is None or here is None:
        return needs_gone_screen(o.NeedsGone(), view)
    offered = _choices(asked, here, questionnaire, view)
    html = paragraphs(
        _not_understood(asked, here, view) if asked.unread else None,
        _heading(asked, here, questionnaire, view),
        _question(asked, here, view),
        _hint(here, view),
        offered.listing(asked.picks) if offered else None,
        _legend(here, questionnaire, view),
    )
    rows = (*_answer_rows(asked, here, offered, view), _other_row(asked, view))
    return Screen(html, rows, prompt=_waits(asked.draft, asked.revision))


def needs_there_screen(there: o.NeedsAlreadyThere, view: View) -> Screen:
    toast = view.label("That was already done – here is where you are.")
    return replace(needs_screen(there.now, view), toast=toast)


def needs_screen(shown: o.NeedsView, view: View) -> Screen:
    if isinstance(shown, o.NeedsAsked):
        return needs_asked_screen(shown, view)
    return needs_reviewed_screen(shown, view)


def needs_reviewed_screen(shown: o.NeedsReviewed, view: View) -> Screen:
    questionnaire = view.curriculum.needs.get(shown.definition)
    if questionnaire is None:
        return needs_gone_screen(o.NeedsGone(), view)
    listed = answer_words(shown.answers, questionnaire, view)
    rows = [Html(f"<b>{at}.</b> {text}") for at, text in enumerate(listed, start=1)]
    unlinked = view.say("Once you press Send, nobody can find or change them any more.")
    html = paragraphs(
        bold(view.say("Please look it over")),
        lines(*rows),
        view.say("To change an answer, press its number. Nothing is sent yet."),
        unlinked if shown.mode is Mode.UNLINKED else None,
    )
    draft, revision = shown.draft, shown.revision
    numbers = [
        Button(str(number), ReviseAnswer(draft, revision, number))
        for number in range(1, len(listed) + 1)
    ]
    send = Button(view.label("Send"), SendAnswers(draft, revision))
    drop = Button(view.label("Throw away"), DropAnswers(draft, revision))
    keys = (*in_rows(numbers, NUMBERS_A_ROW), (send,), (drop,))
    return Screen(html, keys, prompt=_waits(draft, revision))


def needs_gone_screen(gone: o.NeedsGone, view: View) -> Screen:
    text = view.say("These questions are no longer open here. /needs shows what is the case now.")
    return Screen(text, one_a_row(Button(view.label("Show me"), ShowNeeds())))


def needs_dropped_screen(dropped: o.NeedsDropped, view: View) -> Screen:
    text = view.say("Thrown away: nothing of it is kept. You can begin anew with /needs.")
    return Screen(text, buttons.menu(view))


def needs_unavailable_screen(outcome: o.NeedsUnavailable, view: View) -> Screen:
    return Screen(view.say("This course comes without a needs analysis."), buttons.menu(view))


def round_over_screen(over: o.RoundOver, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("This round is over for you")),
        view.say(
            "It has ended, or you no longer belong to those whom it asks. So your answers will "
            "not be counted. They can still make your own path: then they stay with you, and "
            "nobody else sees them."
        ),
    )
    mine = Button(view.label("For my path alone"), KeepForMyself(over.draft, over.revision))
    drop = Button(view.label("Throw away"), DropAnswers(over.draft, over.revision))
    return Screen(html, one_a_row(mine, drop))


def _waits(draft: int, revision: int) -> Shown:
    return Shown(Focus(Prompt.NEEDS, draft), revision)


def _place(asked: o.NeedsAsked, questionnaire: Questionnaire | None) -> Place | None:
    return find(questionnaire.questions(), {}, asked.at) if questionnaire else None


def _heading(asked: o.NeedsAsked, here: Place, questionnaire: Questionnaire, view: View) -> Html:
    titles = {q.id: block.title for block in questionnaire.blocks for q in block.questions}
    title = view.name(titles[here.question.id])
    where = view.say("{number} of {of}", number=asked.number, of=asked.of)
    if asked.row is None:
        return italic(Html(f"{where} · {title}"))
    row = view.say("situation {number} of {of}", number=asked.row_number, of=asked.rows)
    return italic(Html(f"{where} · {title} · {row}"))


def _question(asked: o.NeedsAsked, here: Place, view: View) -> Html:
    question = here.question
    if isinstance(question, Grid) and here.row is not None:
        often = here.column == OFTEN
        first = view.course(question.prompt) if often and asked.row_number == 1 else None
        ask = view.course(question.ask_often if often else question.ask_hard)
        return paragraphs(first, bold(view.course(here.row.text)), ask)
    facts = facts_in_words(asked.facts, view) if asked.facts else None
    return paragraphs(bold(view.course(question.prompt)), facts)


def _hint(here: Place, view: View) -> Html | None:
    match here.question:
        case Several():
            return view.say("You may choose several.")
        case Number():
            return view.say("Press a range, or type a number.")
        case ShortText():
            return view.say("Your words are read once and not kept: only what you tick is.")
        case _:
            return None


def _steps(here: Place, questionnaire: Questionnaire) -> tuple[Option, ...]:
    match here.question:
        case Scale():
            return questionnaire.scales[here.question.scale]
        case Grid():
            often = here.column == OFTEN
            return questionnaire.scales[here.question.often if often else here.question.hard]
        case _:
            return ()


def _legend(here: Place, questionnaire: Questionnaire, view: View) -> Html | None:
    """What the numbers of a scale mean."""
    steps = _steps(here, questionnaire)
    return lines(*(Html(f"<b>{step.id}</b> – {view.name(step.text)}") for step in steps)) or None


def _choices(
    asked: o.NeedsAsked, here: Place, questionnaire: Questionnaire, view: View
) -> Choices | None:
    words = _texts(here)
    return from_words(view, choices(here, questionnaire), words) if words else None


def _texts(here: Place) -> dict[str, Words]:
    match here.question:
        case Single() | Several():
            return {option.id: option.text for option in here.question.options}
        case Number():
            return {band.id: band.text for band in here.question.bands}
        case ShortText():
            return {category.id: category.text for category in here.question.categories}
        case _:
            return {}


def _answer_rows(
    asked: o.NeedsAsked, here: Place, offered: Choices | None, view: View
) -> tuple[Row, ...]:
    def pick(id: str) -> PickAnswer:
        return PickAnswer(asked.draft, asked.revision, id)

    if isinstance(here.question, Known):
        return fact_rows(asked, view)
    if offered is None:
        steps = [
            Button(f"✓ {n}" if str(n) in asked.picks else str(n), pick(str(n)))
            for n in range(1, STEPS_A_ROW + 1)
        ]
        return in_rows(steps, STEPS_A_ROW)
    rows = offered.rows(pick, asked.picks)
    if isinstance(here.question, Several | ShortText) and asked.picks:
        done = Button(view.label("Done"), SettleAnswer(asked.draft, asked.revision))
        return (*rows, (done,))
    return rows


def _other_row(asked: o.NeedsAsked, view: View) -> Row:
    skip = Button(view.label("Skip"), SkipQuestion(asked.draft, asked.revision))
    back = Button(view.label("Back"), GoBack(asked.draft, asked.revision))
    return (back, skip) if asked.back else (skip,)


def _not_understood(asked: o.NeedsAsked, here: Place, view: View) -> Html:
    if isinstance(here.question, ShortText):
        return view.say("Thank you. I could not tell what it is about: which of these comes near?")
    if isinstance(here.question, Number) and here.question.most:
        return view.say(
            "I could not read an answer in that. Please type one number from 0 to {most}, like 12, "
            "or press a range.",
            most=view.number(here.question.most),
        )
    if isinstance(here.question, Number):
        return view.say("I could not read a number in that. Please type only the number, like 12.")
    return view.say("I did not quite get that. A button will do, or its number or words.")
