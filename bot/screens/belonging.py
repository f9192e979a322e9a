"""What somebody is told when others changed where they belong, or what they may."""

from bot.screens import buttons
from bot.screens.html import bold, lines, paragraphs
from bot.screens.roles import role_name
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.organisations.outcomes import RemovalTold, RoleTold


def removal_told_screen(told: RemovalTold, view: View) -> Screen:
    """What ends, what stays, and whom to ask."""
    html = paragraphs(
        bold(
            view.say("You no longer belong to {organisation} here.", organisation=told.organisation)
        ),
        lines(
            view.say(
                "• <b>Ended:</b> your membership and your roles, its hours and holidays, and "
                "messages that were still open; their words are wiped."
            ),
            view.say(
                "• <b>Stays with you:</b> everything you have learned, your progress and your "
                "settings."
            ),
        ),
        view.say(
            "You can go on learning on your own, right here. If you think that this is a mistake, "
            "please talk to your coordinator: with a new code you are back at once."
        ),
    )
    return Screen(html, buttons.menu(view))


def role_told_screen(told: RoleTold, view: View) -> Screen:
    role = bold(role_name(view, told.role))
    if told.given:
        done = view.say(
            "You have a role at {organisation} now: {role}.",
            organisation=told.organisation,
            role=role,
        )
        more = view.say("What comes with it stands first in your menu, and in /help.")
    else:
        done = view.say(
            "Your role at {organisation} has ended: {role}.",
            organisation=told.organisation,
            role=role,
        )
        more = view.say(
            "What came with it is no longer in your menu. Your lessons and all you have learned "
            "stay as they are."
        )
    return Screen(paragraphs(done, more), ((buttons.next_lesson(view), buttons.help_me(view)),))
