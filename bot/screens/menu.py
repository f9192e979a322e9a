"""What Telegram shows around the chat: command menus, the bot's name and its descriptions."""

from bot.screens.speech import Speech


def commands(speech: Speech) -> tuple[tuple[str, str], ...]:
    """(command, description) as the menu lists them."""
    return (
        ("lesson", speech.label("The next lesson")),
        ("review", speech.label("Practise earlier questions")),
        ("again", speech.label("Repeat the last lesson")),
        ("progress", speech.label("See how far you are")),
        ("settings", speech.label("Change hour, days, field of work, time zone")),
        ("snooze", speech.label("Later today")),
        ("pause", speech.label("Pause the messages")),
        ("resume", speech.label("Go on after a pause")),
        *newcomer_commands(speech),
    )


def newcomer_commands(speech: Speech) -> tuple[tuple[str, str], ...]:
    """What somebody may ask who has not pressed Start yet."""
    return (
        ("language", speech.label("Change the language")),
        ("help", speech.label("What I can do")),
        ("about", speech.label("About the course")),
        ("privacy", speech.label("What is kept, and who sees it")),
        ("mydata", speech.label("A copy of my data")),
        ("delete", speech.label("Erase my data")),
    )


def bot_name(speech: Speech) -> str:
    return speech.label("Q-SER learning assistant")


def bot_description(speech: Speech) -> str:
    """What an empty chat shows; at most 512 characters."""
    return speech.label(
        "Short lessons for people who serve emigrants and refugees in municipalities: about five "
        "minutes on working days, at the hour you choose, with questions and small scenarios from "
        "real desks.\n\nNobody sees your answers. Press Start to begin, in English, Greek or "
        "Spanish."
    )


def bot_short_description(speech: Speech) -> str:
    """What the profile and shared links show; at most 120 characters."""
    return speech.label(
        "Five-minute lessons for municipality staff who serve emigrants and refugees."
    )
