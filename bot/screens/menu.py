"""What Telegram shows around the chat: command menus, the bot's name and its descriptions."""

from collections.abc import Set

from bot.screens.speech import Speech
from learning.account.model import Role


def commands(speech: Speech) -> tuple[tuple[str, str], ...]:
    """(command, description) as the menu lists them."""
    return (
        ("lesson", speech.label("The next lesson")),
        ("review", speech.label("Practise earlier questions")),
        ("again", speech.label("Repeat the last lesson")),
        ("progress", speech.label("See how far you are")),
        ("certificate", speech.label("The certificate, and what it takes")),
        ("resources", speech.label("Papers to print; find them by words")),
        ("terms", speech.label("What a word means")),
        ("needs", speech.label("Say what you need, and get your own path")),
        ("path", speech.label("Your path through the course")),
        ("mentoring", speech.label("Mentoring: where we are, and what comes next")),
        ("practices", speech.label("What colleagues tried: good practices")),
        ("mentor", speech.label("Find a mentor, or be one")),
        ("settings", speech.label("Change hour, days, field of work, time zone")),
        ("snooze", speech.label("Later today")),
        ("pause", speech.label("Pause the messages")),
        ("resume", speech.label("Go on after a pause")),
        ("webinars", speech.label("Webinars and other events: coming, mine, recordings")),
        ("news", speech.label("Announcements: stop them, or have them again")),
        ("move", speech.label("Go on with another Telegram account")),
        ("leave", speech.label("Leave my organisation")),
        ("language", speech.label("Change the language")),
        ("human", speech.label("Write to a person")),
        ("problem", speech.label("Something is wrong")),
        ("help", speech.label("What I can do")),
        ("check", speech.label("Check a certificate by its code")),
        ("about", speech.label("About the course")),
        ("privacy", speech.label("What is kept, and who sees it")),
        ("mydata", speech.label("A copy of my data")),
        ("delete", speech.label("Erase my data")),
    )


def role_commands(speech: Speech, roles: Set[Role]) -> tuple[tuple[str, str], ...]:
    """What comes with roles, to stand before what everybody may."""
    coordinating = roles & {Role.COORDINATOR, Role.OWNER}
    found: list[tuple[str, str]] = []
    if coordinating:
        found += [
            ("home", speech.label("Your organisation at a glance")),
            ("report", speech.label("Report on the course: picture, PDF, XLSX")),
            ("broadcast", speech.label("Announce something: to whom, when, in which languages")),
            ("rounds", speech.label("Needs analysis: open, watch and close a round")),
            ("evaluations", speech.label("Mentoring: how it was, in means")),
            ("matching", speech.label("Mentoring: put pairs together")),
            ("pairs", speech.label("Mentoring: pairs, where they are, who is silent")),
            ("invite", speech.label("Invite people: make a sheet of codes")),
            ("sheets", speech.label("Sheets of codes and how far they are used")),
            ("code", speech.label("One code: who came by it, roles, removal")),
        ]
    if roles & {Role.COORDINATOR, Role.TRAINER, Role.OWNER}:
        found.append(("messages", speech.label("Messages that wait for your answer")))
        found.append(("useful", speech.label("How useful the parts of the course were")))
    if roles & {Role.TRAINER, Role.OWNER}:
        found.append(("questions", speech.label("How the questions are answered")))
    if Role.OWNER in roles:
        found.append(("audit", speech.label("Who did what, and when")))
    return tuple(found)


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
