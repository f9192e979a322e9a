"""When the course has changed under a reader's feet."""

from bot.screens.buttons import go_on
from bot.screens.screen import Screen
from bot.screens.view import View


def content_gone(view: View) -> Screen:
    """What the outcome names is no longer in the course."""
    text = view.say("This part of the course has just been rewritten. Let us go on from here.")
    return Screen(text, ((go_on(view),),))
