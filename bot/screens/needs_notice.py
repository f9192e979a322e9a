"""Before the needs analysis begins: what it is for, how long it takes, and who sees what."""

from bot.screens import buttons
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import short_date
from bot.screens.view import View
from learning.needs import outcomes as o
from learning.needs.answers import Wave
from learning.needs.asks import BeginNeeds
from learning.needs.model import Mode


def needs_offered_screen(offered: o.NeedsOffered, view: View) -> Screen:
    """What it is for, how long, who sees what; nothing is asked before."""
    again = offered.wave is Wave.AFTER
    title = view.say("The nine abilities, once more") if again else view.say("What do you need?")
    html = paragraphs(
        bold(title),
        _purpose(offered, view),
        lines(
            view.say(
                "• It is voluntary, you may skip any question, and you may stop and go on weeks "
                "later where you were."
            ),
            view.say("• It is never used for your appraisal, and nobody is ranked."),
            *_who_sees(offered, view),
        ),
    )
    begin = Button(view.label("Begin"), BeginNeeds(offered.round or 0, offered.wave))
    return Screen(html, one_a_row(begin, buttons.next_lesson(view)))


def _purpose(offered: o.NeedsOffered, view: View) -> Html:
    questionnaire = view.curriculum.needs.get(offered.definition)
    if offered.wave is Wave.AFTER or questionnaire is None:
        return view.say_n(
            "{n} question, about two minutes: how sure are you now that you have done the course? "
            "You will see both answers side by side.",
            "{n} questions, about two minutes: how sure are you now that you have done the course? "
            "You will see both answers side by side.",
            offered.questions,
        )
    least, most = questionnaire.minutes
    return view.say_n(
        "{n} question about your work, {least} to {most} minutes. From your answers I make your "
        "own path through the course and tell you the reason for every step.",
        "{n} questions about your work, {least} to {most} minutes. From your answers I make your "
        "own path through the course and tell you the reason for every step.",
        offered.questions,
        least=view.number(least),
        most=view.number(most),
    )


def _who_sees(offered: o.NeedsOffered, view: View) -> tuple[Html | None, ...]:
    organisation = offered.organisation or ""
    ends = None
    if offered.closes_at is not None:
        ends = view.say("• The round ends on {date}.", date=short_date(view, offered.closes_at))
    match offered.mode:
        case Mode.OWN if offered.wave is Wave.AFTER:
            return (view.say("• Nobody but you sees your answers."),)
        case Mode.CONFIDENTIAL if offered.wave is Wave.AFTER:
            return (
                view.say(
                    "• <b>Confidential:</b> your answers stay with you, sealed. {organisation} "
                    "sees before and after of groups only, never of fewer than 10 people.",
                    organisation=organisation,
                ),
                view.say("• /delete erases them."),
            )
        case Mode.OWN:
            return (
                view.say("• Nobody but you sees your answers. They are for your path alone."),
                view.say("• /delete erases them; a new try replaces them."),
            )
        case Mode.CONFIDENTIAL:
            return (
                view.say(
                    "• <b>Confidential:</b> your answers make your path and stay with you, sealed. "
                    "{organisation} sees counts about groups only: never fewer than 5 people, 10 "
                    "for what people think. After the course you see before and after.",
                    organisation=organisation,
                ),
                view.say("• /delete erases them."),
                ends,
            )
        case Mode.UNLINKED:
            return (
                view.say(
                    "• <b>Unlinked after sending:</b> until you press Send, the draft belongs to "
                    "you. Send deletes it and stores your answers without a name, a number, a time "
                    "or your department, in random order. {organisation} sees counts about groups "
                    "only: never fewer than 5 people, 10 for what people think.",
                    organisation=organisation,
                ),
                view.say(
                    "• I tell what matters most for you, and why, once: when you send. I keep that "
                    "you answered, and three units to begin with, drawn partly by lot: the whole "
                    "order would give your answers away. After that nobody can find them: you "
                    "cannot take them back, and there is no before and after."
                ),
                ends,
            )
