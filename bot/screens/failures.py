"""When something went wrong, or may not be. These need a language only: the rest may be down."""

from bot.screens import buttons
from bot.screens.html import Html, paragraphs
from bot.screens.screen import Screen
from bot.screens.speech import Speech
from learning.ask import Refused, Right
from learning.inbox import SetAside


def apology_screen(owed: SetAside, speech: Speech) -> Screen:
    """After an update was set aside."""
    return Screen(
        paragraphs(
            speech.say(
                "I am sorry, something went wrong on my side. What you did before is safe. "
                "Please try again, or send /lesson."
            ),
            speech.say(
                "If it happens again, pass on this number: {error_id}",
                error_id=Html(f"<code>{owed.error_id}</code>"),
            ),
        )
    )


def refused_screen(refused: Refused, speech: Speech) -> Screen:
    if refused.right is Right.PERSON:
        return Screen(speech.say("Hello! We have not met yet. Please send /start to begin."))
    if refused.right in (Right.COORDINATOR, Right.OWNER, Right.TRAINER, Right.MENTOR):
        return Screen(
            speech.say(
                "I am sorry, I may not do that for you: it takes a role in the organisation that "
                "it belongs to. If you should have one, ask your coordinator."
            ),
            ((buttons.next_lesson(speech), buttons.help_me(speech)),),
        )
    return Screen(speech.say("I am sorry, I may not do that for you."))
